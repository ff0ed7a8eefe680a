using System.Collections.Immutable;

namespace NewsExtract.Storage.Entities;

/// <summary>An entity with how often and when articles name it.</summary>
/// <param name="Members">Articles' entities.</param>
/// <param name="First">Date of the first dated article; <c>null</c> when none is dated.</param>
public sealed record EntityHit(long Id, string Type, string Name, long Members, string? First, string? Last);

/// <summary>An article's entity that belongs to an entity.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Source">The file's name.</param>
/// <param name="ArticleNumber">0-based place of the article in its file.</param>
/// <param name="Reason">Why it is linked to the partner; <c>null</c> for the first.</param>
public sealed record MemberHit(long Article, int Number, string Type, string Name, string Source, int ArticleNumber, string? Headline, string? Date, string? Reason, double? Confidence)
{
    public required MemberPlace Place { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The member that it is linked to: its name, file and the 0-based place of its article.</summary>
    public string? Partner { get; init; }

    public string? PartnerSource { get; init; }

    public int? PartnerArticleNumber { get; init; }
}

/// <summary>Where a member stands among those of its entity; linking names again may change that.</summary>
/// <param name="Article">Id of the article.</param>
public sealed record MemberPlace(long Article, int Number, long Place);

/// <summary>A post that a person has in articles.</summary>
/// <param name="Organization">The body's linked name, else what the article calls it; <c>null</c> when none is named.</param>
/// <param name="Mentions">Facts that tell of it.</param>
/// <param name="First">The first fact that tells of it, undated ones last.</param>
public sealed record OfficeHit(string Title, string? Organization, int Mentions, OfficeMention First, OfficeMention Last);

/// <summary>Where a post is told of.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Fact">0-based place of the fact in its article.</param>
public sealed record OfficeMention(string? Date, string Source, int ArticleNumber, string Evidence, long Article, int Fact);
