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
