using System.Collections.Immutable;

namespace NewsExtract.Storage.Entities;

/// <summary>What a person says of two groups of articles' entities.</summary>
public enum EntityDecisionKind
{
    /// <summary>They are one.</summary>
    Merge,

    /// <summary>They are two.</summary>
    Split,
}

/// <summary>A decision about links, kept whatever is extracted again.</summary>
/// <param name="Id">1, 2, 3 … in the order in which they were made.</param>
/// <param name="Made">ISO 8601, UTC, to the second.</param>
/// <param name="Undone"><c>null</c> while it holds.</param>
public sealed record EntityDecision(long Id, EntityDecisionKind Kind, string By, string Made, string Why, string? UndoneBy, string? Undone)
{
    public ImmutableArray<StoredAnchor> First { get; init; } = [];

    public ImmutableArray<StoredAnchor> Second { get; init; } = [];
}

/// <summary>An article's entity by content: its number may change with the next extraction.</summary>
public sealed record StoredAnchor(long Article, string Type, string Name);
