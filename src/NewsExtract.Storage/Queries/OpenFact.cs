namespace NewsExtract.Storage.Queries;

/// <summary>A fact that nobody looked at, and how much depends on it.</summary>
public sealed record OpenFact
{
    /// <summary>Id of the article.</summary>
    public long Article { get; init; }

    /// <summary>0-based place of the fact in its article.</summary>
    public long Number { get; init; }

    /// <summary><c>null</c> when nothing says how sure it is.</summary>
    public double? Confidence { get; init; }

    /// <summary>How many other articles print the same text.</summary>
    public long Reprints { get; init; }

    /// <summary>How many articles name the one of its entities that most name; <c>null</c> when it names none.</summary>
    public long? Named { get; init; }
}
