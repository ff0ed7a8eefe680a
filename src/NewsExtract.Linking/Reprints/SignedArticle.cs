using System.Collections.Immutable;

namespace NewsExtract.Linking.Reprints;

/// <summary>An article by which others that print the same are found.</summary>
/// <param name="Id">The same for the same content.</param>
/// <param name="Letters">Letters and digits of its sentences.</param>
/// <param name="TextHash">Equal for the same letters.</param>
/// <param name="MinHash"><c>null</c> for an article that is too short to be compared.</param>
public sealed record SignedArticle(long Id, int Letters, long TextHash, ReadOnlyMemory<byte>? MinHash)
{
    /// <summary>First day that the issue may be of, ISO 8601; <c>null</c> when no date is known.</summary>
    public string? Date { get; init; }

    /// <param name="paragraphs">Of the article's body, in order.</param>
    public static SignedArticle Of(long id, IEnumerable<string> paragraphs)
    {
        var text = new ReprintText(paragraphs);
        return new SignedArticle(id, text.Letters, text.Hash, text.Letters < ReprintText.Fewest ? null : new ReadOnlyMemory<byte>?(Reprints.MinHash.Of(text.Shingles())));
    }
}

/// <summary>How two articles share their text.</summary>
public enum ReprintKind
{
    /// <summary>The same text, but for some words.</summary>
    Reprint,

    /// <summary>One is a part of the other.</summary>
    Excerpt,

    /// <summary>Much is the same, or all but the figures: a later report in the same words.</summary>
    Near,
}

/// <summary>Two articles that share text.</summary>
/// <param name="First">Of an excerpt the article that holds it; otherwise the one of the lesser id.</param>
/// <param name="Similarity">What share of all five-character runs of both they have in common; of an excerpt how much of it stands in the other. Thousandths.</param>
public sealed record ArticleRelation(long First, long Second, ReprintKind Kind, double Similarity);
