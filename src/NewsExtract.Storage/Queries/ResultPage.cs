using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>A part of an answer.</summary>
/// <param name="Next">Where the next part begins; <c>null</c> after the last.</param>
public sealed record ResultPage<T>(ImmutableArray<T> Items, PlaceInOrder? Next);

/// <summary>
/// A place in the order of articles and facts, by content: what is stored meanwhile shifts nothing, so that no item is shown twice or
/// left out.
/// </summary>
/// <param name="Date">First day of the article's date; <c>null</c> when it has none.</param>
/// <param name="Source">The file's name.</param>
/// <param name="Number">0-based place of the article in its file.</param>
/// <param name="Fact">0-based place of the fact in its article; −1 before the first, for articles.</param>
public sealed record PlaceInOrder(string? Date, string Source, long Number, long Article, long Fact = -1);

/// <summary>By date, then by file and place.</summary>
public enum DateOrder
{
    /// <summary>Those without a date first.</summary>
    Earliest,

    /// <summary>Those without a date last.</summary>
    Latest,
}
