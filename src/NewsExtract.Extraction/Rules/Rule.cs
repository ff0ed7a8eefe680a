namespace NewsExtract.Extraction.Rules;

/// <summary>What every rule of a rules file has. A rule type of its own adds its fields.</summary>
internal abstract record Rule
{
    /// <summary>Unique in the product, such as <c>position.title-name</c>; it is the producer id of what the rule makes.</summary>
    public required string Id { get; init; }

    /// <summary>Invented text in which the rule fires; run as a test.</summary>
    public required string Example { get; init; }

    /// <summary>Invented text that looks alike and in which the rule must not fire; run as a test.</summary>
    public required string CounterExample { get; init; }
}
