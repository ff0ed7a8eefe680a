namespace NewsExtract.Extraction.Discourse;

/// <summary>Which fact a number makes.</summary>
internal enum NumberKind
{
    Statistic,
    ProjectCount,
    Investment,
    Target,

    /// <summary>Total investment or output of a counted group of projects, a role of that fact.</summary>
    ProjectAmount,

    /// <summary>Part of a name for something else counted: 5亿元以上项目.</summary>
    Modifier,
}

internal enum NumberChange
{
    None,
    Up,
    Down,
}

/// <summary>What a number of the story says.</summary>
/// <param name="Zone">The text before the number that belongs to it: back to the clause's start or the number before.</param>
/// <param name="Clause">From the start of the clause to the number's end.</param>
internal sealed record NumberReading(Mention Mention, NumberValue Value, int Sentence, TextSpan Zone, TextSpan Clause)
{
    public NumberKind Kind { get; init; }

    /// <summary>How the indicator was found; the tail of the producer's id.</summary>
    public string Rule { get; init; } = "before";

    /// <summary>What is counted or measured.</summary>
    public TextSpan? Indicator { get; init; }

    /// <summary>Who or what has it.</summary>
    public TextSpan? Subject { get; init; }

    /// <summary>The date that governs the number: period of a statistic, deadline of a target.</summary>
    public Mention? Date { get; init; }

    public NumberChange Change { get; init; }

    /// <summary>Stage of counted projects.</summary>
    public string? Stage { get; init; }

    /// <summary>Index of the project count whose amount this is.</summary>
    public int? Of { get; init; }

    /// <summary>Role of the amount in that project count: investment or output.</summary>
    public string? AmountRole { get; init; }

    /// <summary>What money goes into.</summary>
    public TextSpan? Target { get; init; }

    /// <summary>Who gives the money.</summary>
    public TextSpan? Investor { get; init; }
}
