using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes.Declared;

internal enum SourcePlace
{
    /// <summary>远帆集团|5月8日宣布，|收购: what heads the clause, or the one before it.</summary>
    Subject,

    /// <summary>The nearest before the trigger.</summary>
    Before,

    /// <summary>The first after it.</summary>
    After,

    /// <summary>Within what a pattern matched.</summary>
    Inside,

    /// <summary>Date, place and event of the occasion that the sentence speaks of.</summary>
    Occasion,
}

/// <summary>One place where a role's mention is looked for; words are those that stand directly beside it.</summary>
/// <param name="Reach">Most characters between trigger and mention; <c>null</c> for no bound.</param>
/// <param name="Triggers">Ids of the triggers for which it holds; empty for all.</param>
internal sealed record RoleSource(SourcePlace Where, bool InSentence, int? Reach, ImmutableArray<string> Triggers)
{
    public ImmutableArray<string> Led { get; init; } = [];

    public ImmutableArray<string> NotLed { get; init; } = [];

    public ImmutableArray<string> Followed { get; init; } = [];

    public ImmutableArray<string> NotFollowed { get; init; } = [];
}

internal sealed record DeclaredRole(RoleDefinition Definition, ImmutableArray<RoleSource> Sources)
{
    public bool Takes(EntityType type) => Definition.EntityTypes.Contains(type);
}
