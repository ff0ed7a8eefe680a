using System.Collections.Immutable;

namespace NewsExtract.Linking.Reprints;

/// <summary>Compares two texts exactly, by what they have in common of their runs of five characters.</summary>
internal sealed class ReprintComparison
{
    private const double LeastOfReprint = 0.8;
    private const double LeastOfExcerpt = 0.8;
    private const double LeastOfNear = 0.5;

    // A reprint may leave a date out; a later report in the same words has other figures.
    private const double LeastOfNumbers = 0.8;

    private readonly long _id;
    private readonly ImmutableArray<ulong> _shingles;
    private readonly ImmutableHashSet<string> _numbers;

    public ReprintComparison(long id, IEnumerable<string> paragraphs)
    {
        var text = new ReprintText(paragraphs);
        _id = id;
        _shingles = text.Shingles();
        _numbers = text.Numbers();
    }

    /// <returns><c>null</c> when they share too little.</returns>
    public ArticleRelation? With(ReprintComparison other)
    {
        double shared = CountShared(_shingles, other._shingles);
        var ofAll = shared / (_shingles.Length + other._shingles.Length - shared);
        var (longer, shorter) = (_shingles.Length, _id).CompareTo((other._shingles.Length, other._id)) >= 0 ? (this, other) : (other, this);
        var ofShorter = shared / shorter._shingles.Length;
        if (ofAll >= LeastOfReprint && HasSameNumbers(other))
        {
            return Relation(ReprintKind.Reprint, ofAll, this, other);
        }

        // An excerpt may say less, but nothing else.
        if (ofAll < LeastOfReprint && ofShorter >= LeastOfExcerpt && shorter._numbers.IsSubsetOf(longer._numbers))
        {
            return new ArticleRelation(longer._id, shorter._id, ReprintKind.Excerpt, Math.Round(ofShorter, 3));
        }

        return ofAll >= LeastOfNear ? Relation(ReprintKind.Near, ofAll, this, other) : null;
    }

    private bool HasSameNumbers(ReprintComparison other)
    {
        var most = Math.Max(_numbers.Count, other._numbers.Count);
        return most == 0 || _numbers.Count(other._numbers.Contains) >= most * LeastOfNumbers;
    }

    private static ArticleRelation Relation(ReprintKind kind, double similarity, ReprintComparison one, ReprintComparison other) =>
        new(Math.Min(one._id, other._id), Math.Max(one._id, other._id), kind, Math.Round(similarity, 3));

    private static int CountShared(ImmutableArray<ulong> one, ImmutableArray<ulong> other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }
}
