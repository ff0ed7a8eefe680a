using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>In which roles facts of a type have what is counted, whose figure it is, when it holds, and its value.</summary>
/// <param name="Type">The fact type.</param>
/// <param name="PlainUnit">What is meant where none is told: records leave out the yuan of investments.</param>
/// <param name="Count">The role of a single number; <c>null</c> where value, min and max are roles of their own.</param>
public sealed record NumberKind(string Type, string Name, string Scope, string? Unit, string? PlainUnit, string? Time, string? Count)
{
    /// <summary>The types whose figures can be followed over time.</summary>
    public static ImmutableArray<NumberKind> All { get; } =
    [
        new("statistic", "indicator", "subject", "unit", null, "period", null),
        new("project_count", "stage", "scope", null, null, "date", "count"),
        new("target", "indicator", "subject", "unit", null, "deadline", null),
        new("investment", "target", "investor", "currency", "CNY", null, null),
    ];
}

/// <summary>Something that can be followed: an indicator, a stage of projects, what is invested in.</summary>
/// <param name="Units">In which it is told, the most frequent first.</param>
public sealed record NumberSeries(string Kind, string Name, long Facts, ImmutableArray<string> Units);

/// <summary>A figure with its place.</summary>
/// <param name="Scope">Whose figure it is: the linked entity's name where there is one, else as printed.</param>
/// <param name="Period">As printed.</param>
/// <param name="Day">The last day for which it holds; that of its article where the text says no other; <c>null</c> when neither is known.</param>
/// <param name="OfArticle"><paramref name="Day"/> is the article's.</param>
/// <param name="Change">up or down where the figure says how much something rose or fell, whose level it is not; <c>null</c> for a level.</param>
public sealed record NumberPoint(FactHit Fact, string? Scope, string? Period, string? Day, bool OfArticle, string? Unit, double? Value, double? Min, double? Max, string? Approx, string? Change);
