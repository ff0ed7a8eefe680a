using System.Collections.Immutable;

namespace NewsExtract.Linking;

/// <summary>What linking needs to know of an article.</summary>
/// <param name="Id">The same for the same content.</param>
/// <param name="Document">The issue that it stands in.</param>
/// <param name="Date">ISO 8601, as far as known; <c>null</c> when no date is.</param>
/// <param name="Source">The paper that the article names.</param>
/// <param name="Dateline">The place before the article's first words.</param>
public sealed record LinkArticle(long Id, long Document, string? Date, string? Source, string? Dateline)
{
    /// <summary>By number.</summary>
    public ImmutableArray<ArticleName> Names { get; init; } = [];

    public ImmutableArray<ArticlePost> Posts { get; init; } = [];

    /// <summary>Numbers of the persons who wrote the article or took its pictures.</summary>
    public ImmutableArray<int> Credited { get; init; } = [];

    /// <summary>As <see cref="EntityLinker.FindHomes"/> found it; <c>null</c>: what the article and its issue name is looked at.</summary>
    public LinkHome? Home { get; init; }
}

/// <summary>Where an article is at home: what it means by 省, 市 and 县. It depends on the article's issue alone.</summary>
/// <param name="Confidence">0 when no place is known.</param>
/// <param name="Paper">The paper that it or most of its issue names, folded.</param>
public sealed record LinkHome(string? Province, string? City, string? County, double Confidence, string? Paper);

/// <summary>What an article calls one thing.</summary>
/// <param name="Number">Its place among the article's entities.</param>
/// <param name="Name">The longest name the article gives.</param>
/// <param name="Aliases">The others.</param>
public sealed record ArticleName(int Number, EntityType Type, string Name, ImmutableArray<string> Aliases)
{
    /// <summary>What it was linked to before: it only tells persons beside it apart, and is in no entity that comes out. No person's.</summary>
    public SettledEntity? Settled { get; init; }
}

/// <summary>An entity that is linked already.</summary>
/// <param name="Bodies">See <see cref="LinkedEntity.Bodies"/>.</param>
public sealed record SettledEntity(long Id, long Bodies);

/// <summary>A post that a person has, had or is given.</summary>
/// <param name="Person">Number of the article's entity.</param>
/// <param name="Body">Number of the article's entity that the post is in; <c>null</c> when the article names none.</param>
public sealed record ArticlePost(int Person, string Title, int? Body);
