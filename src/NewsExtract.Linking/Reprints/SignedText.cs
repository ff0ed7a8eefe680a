using System.Collections.Immutable;

namespace NewsExtract.Linking.Reprints;

/// <summary>A text by which others that have much in common are found, however many articles print it.</summary>
/// <param name="Hash">Equal for the same letters.</param>
/// <param name="MinHash">As <see cref="SignedArticle.MinHash"/>.</param>
public sealed record SignedText(long Hash, ReadOnlyMemory<byte> MinHash)
{
    // Less than an excerpt of two fifths: what shares so little is not looked at.
    private const double LeastEstimate = 0.25;

    /// <summary>Two texts are compared that have one of these in common, and not too many others with them (<see cref="ReprintFinder.LargestBand"/>).</summary>
    public ImmutableArray<long> Bands => [.. Enumerable.Range(0, Reprints.MinHash.Bands).Select(band => Reprints.MinHash.Band(MinHash.Span, band))];

    /// <summary>Whether two texts are worth comparing that agree in a band.</summary>
    public bool MayShareWith(SignedText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Reprints.MinHash.Estimate(MinHash.Span, other.MinHash.Span) >= LeastEstimate;
    }
}
