using System.Collections.Immutable;

namespace NewsExtract.Linking;

/// <summary>What a person decided about links.</summary>
public enum LinkDecisionKind
{
    /// <summary>Both sides are one thing.</summary>
    Merge,

    /// <summary>The first side is one thing, the second another.</summary>
    Split,
}

/// <summary>A person's decision. Of two that contradict each other the later one, with the greater id, holds.</summary>
public sealed record LinkDecision(long Id, LinkDecisionKind Kind, ImmutableArray<EntityAnchor> First, ImmutableArray<EntityAnchor> Second);

/// <summary>An article's entity by what it is called: found again after the article was extracted with other rules.</summary>
public sealed record EntityAnchor(long Article, EntityType Type, string Name);
