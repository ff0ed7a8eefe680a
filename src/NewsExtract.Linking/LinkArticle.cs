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
}

/// <summary>What an article calls one thing.</summary>
/// <param name="Number">Its place among the article's entities.</param>
/// <param name="Name">The longest name the article gives.</param>
/// <param name="Aliases">The others.</param>
public sealed record ArticleName(int Number, EntityType Type, string Name, ImmutableArray<string> Aliases);

/// <summary>A post that a person has, had or is given.</summary>
/// <param name="Person">Number of the article's entity.</param>
/// <param name="Body">Number of the article's entity that the post is in; <c>null</c> when the article names none.</param>
public sealed record ArticlePost(int Person, string Title, int? Body);
