using System.Collections.Immutable;

namespace NewsExtract.Storage.Entities;

/// <summary>One thing that articles name, as it is stored.</summary>
/// <param name="Members">In their order; the first has no reason.</param>
public sealed record EntityEntry(long Id, string Type, string Name, ImmutableArray<MemberEntry> Members)
{
    /// <summary>By what others may hang together with it; each text once.</summary>
    public ImmutableArray<KeyEntry> Keys { get; init; } = [];

    /// <summary>Members that are bodies which tell who is named beside them.</summary>
    public long Bodies { get; init; }
}

/// <summary>An article's entity, and why it is the same as another.</summary>
public sealed record MemberEntry(long Article, int Number, string? Reason, double? Confidence, long? PartnerArticle, int? PartnerNumber);

/// <param name="Brand">By which others are found that a name may be short for; <c>null</c> for most.</param>
public readonly record struct KeyEntry(string Text, string? Brand);

/// <summary>Where an article is at home, as linking found it.</summary>
/// <param name="Paper">The paper that it or its issue names.</param>
public sealed record StoredHome(string? Province, string? City, string? County, double Confidence, string? Paper);

/// <summary>What linking made of what it read.</summary>
/// <param name="Entities">Of the whole store, or those that take the place of <paramref name="Former"/>.</param>
/// <param name="Former">Ids of entities that were looked at again; <c>null</c> when all were.</param>
/// <param name="Homes">Of all articles of the documents that were read whole.</param>
public sealed record EntityLinks(IReadOnlyCollection<EntityEntry> Entities, IReadOnlySet<long>? Former, IReadOnlyDictionary<long, StoredHome> Homes);

/// <summary>What linking came to.</summary>
/// <param name="Names">Articles' entities.</param>
/// <param name="Linked">Of these, those that another article names too.</param>
/// <param name="Read">Of these, those that were looked at.</param>
public sealed record LinkSummary(long Names, long Linked, long Entities, long Read);
