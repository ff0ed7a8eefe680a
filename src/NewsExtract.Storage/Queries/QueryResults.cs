using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>A fact with its place.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Number">0-based place of the fact in its article.</param>
/// <param name="Source">The file's name.</param>
/// <param name="Spans">Of the evidence, JSON: [[start,end],…] in UTF-16 units of the source's text.</param>
/// <param name="Review">accepted, edited or added by a person; <c>null</c> when nobody looked at it.</param>
/// <param name="Boxes">Of the evidence, JSON: [[page,left,bottom,right,top],…] in points; <c>null</c> where the source has no pages.</param>
public sealed record FactHit(long Article, int Number, string Source, string Sha256, int ArticleNumber, string? Headline, string? Date, string Type, string? Modality, string Evidence, string Spans, string? Boxes, string Producer, double? Confidence, string? Review)
{
    /// <summary>As corrections name it: <c>ARTICLE/f3</c>.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Article}/f{Number + 1}");

    /// <summary>In the order of roles by name; a list has an argument an item.</summary>
    public ImmutableArray<ArgumentHit> Arguments { get; init; } = [];

    /// <summary>How many other articles print the same text.</summary>
    public int Reprints { get; init; }
}

/// <summary>What fills a role: a text or a number.</summary>
public sealed record ArgumentHit(string Role, string? Text, double? Number);

/// <summary>An article in which all words of a question stand.</summary>
/// <param name="Hits">Where they stand, by position; units of <paramref name="Text"/>.</param>
/// <param name="Facts">How many facts it states.</param>
public sealed record ArticleHit(long Id, string Source, string Sha256, int Number, string? Headline, string? Date, string Text, ImmutableArray<TextSpan> Hits, int Facts)
{
    /// <summary>How many other articles print the same text.</summary>
    public int Reprints { get; init; }
}

/// <summary>Two articles that share text; of an excerpt <paramref name="First"/> holds it.</summary>
/// <param name="Similarity">What share of all five-character runs of both they have in common; of an excerpt how much of it stands in the other.</param>
public sealed record LinkHit(LinkKind Kind, double Similarity, ArticlePlace First, ArticlePlace Second);

/// <summary>Where an article stands.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Number">0-based place in the document.</param>
public sealed record ArticlePlace(long Id, string Source, string Sha256, int Number, string? Headline, string? Date);

/// <summary>
/// What a stretch of time holds. Zero facts of some articles, no article at all, and articles that could not be read whole are three
/// different things.
/// </summary>
/// <param name="Name"><c>2023-05</c>, <c>2023-Q2</c>, <c>2023</c>; <c>null</c> for articles whose date is not known so closely.</param>
/// <param name="Facts">Facts, or articles when none of the conditions is of facts.</param>
/// <param name="Articles">All articles of that time, whatever the conditions.</param>
/// <param name="Partial">Of these, those of which something was left out.</param>
public sealed record PeriodCount(string? Name, long Facts, long Articles, long Partial);
