using System.Collections.Immutable;

namespace NewsExtract.Storage.Entities;

/// <summary>One thing that articles name, as it is stored.</summary>
/// <param name="Members">In their order; the first has no reason.</param>
public sealed record EntityEntry(long Id, string Type, string Name, ImmutableArray<MemberEntry> Members);

/// <summary>An article's entity, and why it is the same as another.</summary>
public sealed record MemberEntry(long Article, int Number, string? Reason, double? Confidence, long? PartnerArticle, int? PartnerNumber);

/// <summary>What linking came to.</summary>
/// <param name="Names">Articles' entities.</param>
/// <param name="Linked">Of these, those that another article names too.</param>
public sealed record LinkSummary(int Names, int Linked, int Entities);
