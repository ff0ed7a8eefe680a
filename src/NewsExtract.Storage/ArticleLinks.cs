using System.Collections.Immutable;

namespace NewsExtract.Storage;

/// <summary>By which articles that print the same text are found; what it holds only those who made it know.</summary>
/// <param name="MinHash"><c>null</c> for an article that is too short to be compared.</param>
public sealed record SignatureEntry(long Article, int Letters, long TextHash, ReadOnlyMemory<byte>? MinHash)
{
    /// <summary>First day that the article's issue may be of, ISO 8601; <c>null</c> when none is known. Not stored.</summary>
    public string? Date { get; init; }

    /// <summary>The article that printed the text first; the article itself until links say otherwise.</summary>
    public long Story { get; init; } = Article;
}

/// <summary>How two articles share their text.</summary>
public enum LinkKind
{
    /// <summary>The same text, but for some words.</summary>
    Reprint,

    /// <summary>One is a part of the other.</summary>
    Excerpt,

    /// <summary>Much is the same, or all but the figures.</summary>
    Near,
}

/// <summary>Two articles that share text; of an excerpt <paramref name="First"/> holds it.</summary>
public sealed record LinkEntry(long First, long Second, LinkKind Kind, double Similarity);

/// <summary>What is to be known of the store's articles to link them.</summary>
/// <param name="Signatures">Of all articles that count, by id.</param>
/// <param name="Links">As they are; those of articles that were extracted again are gone.</param>
/// <param name="ParagraphsOf">The bodies of some articles, by id.</param>
public sealed record LinkContext(IReadOnlyList<SignatureEntry> Signatures, IReadOnlyList<LinkEntry> Links, Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, ImmutableArray<string>>> ParagraphsOf);

/// <summary>All links of a store, and the first printing of each article by its id.</summary>
public sealed record LinkResult(IReadOnlyList<LinkEntry> Links, IReadOnlyDictionary<long, long> Stories);
