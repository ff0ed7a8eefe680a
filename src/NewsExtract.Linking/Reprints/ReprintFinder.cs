using System.Collections.Immutable;

namespace NewsExtract.Linking.Reprints;

/// <summary>
/// Finds the articles that print the same text. Those with a band of their least hashes in common are compared exactly. What is found depends on
/// the articles alone, not on the order in which they came.
/// </summary>
public static class ReprintFinder
{
    // Less than an excerpt of two fifths: what shares so little is not looked at.
    private const double LeastEstimate = 0.25;

    // Weather reports of ten years share all their bands: of more than so many each is compared with those that follow it by id.
    private const int LargestBand = 200;
    private const int Following = 20;

    // Pairs whose texts are held at a time.
    private const int Block = 2000;

    /// <param name="articles">In any order.</param>
    /// <param name="known">What was found of two articles before, the lesser id first; <c>null</c> when nothing was.</param>
    /// <param name="paragraphsOf">The paragraphs of the bodies of some articles.</param>
    /// <returns>By ids. Of several with exactly the same letters each is paired with the one of the least id, which stands for all towards others.</returns>
    public static IReadOnlyList<ArticleRelation> Find(
        IReadOnlyList<SignedArticle> articles,
        Func<long, long, ArticleRelation?> known,
        Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, ImmutableArray<string>>> paragraphsOf,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(paragraphsOf);
        var relations = new List<ArticleRelation>();
        var distinct = new List<SignedArticle>();
        foreach (var same in articles.Where(static article => article.MinHash is not null).OrderBy(static article => article.Id).GroupBy(static article => article.TextHash))
        {
            var first = same.First();
            distinct.Add(first);
            relations.AddRange(same.Skip(1).Select(copy => new ArticleRelation(first.Id, copy.Id, ReprintKind.Reprint, 1)));
        }

        foreach (var block in FindCandidates(distinct, cancellation).Chunk(Block))
        {
            var unknown = new List<(long First, long Second)>();
            foreach (var pair in block)
            {
                if (known(pair.First, pair.Second) is { } relation)
                {
                    relations.Add(relation);
                }
                else
                {
                    unknown.Add(pair);
                }
            }

            relations.AddRange(Compare(unknown, paragraphsOf, cancellation));
        }

        return [.. relations.OrderBy(static relation => relation.First).ThenBy(static relation => relation.Second)];
    }

    /// <summary>For each article the first printing of its text, by date and then by id; articles without reprint are their own.</summary>
    public static IReadOnlyDictionary<long, long> FindStories(IReadOnlyList<SignedArticle> articles, IEnumerable<ArticleRelation> relations)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(relations);
        var neighbours = new Dictionary<long, List<long>>();
        foreach (var relation in relations.Where(static relation => relation.Kind == ReprintKind.Reprint))
        {
            Add(relation.First, relation.Second);
            Add(relation.Second, relation.First);
        }

        // In this order the first of a set that is met is its first printing.
        var stories = new Dictionary<long, long>(articles.Count);
        foreach (var article in articles.OrderBy(static article => article.Date ?? "9999", StringComparer.Ordinal).ThenBy(static article => article.Id))
        {
            var open = new Stack<long>([article.Id]);
            while (open.TryPop(out var id))
            {
                if (stories.TryAdd(id, article.Id) && neighbours.TryGetValue(id, out var next))
                {
                    next.ForEach(open.Push);
                }
            }
        }

        return stories;

        void Add(long from, long to)
        {
            if (!neighbours.TryGetValue(from, out var list))
            {
                neighbours.Add(from, list = []);
            }

            list.Add(to);
        }
    }

    private static List<(long First, long Second)> FindCandidates(List<SignedArticle> articles, CancellationToken cancellation)
    {
        var pairs = new HashSet<(int, int)>();
        var keys = new (ulong Key, int Article)[articles.Count];
        for (var band = 0; band < MinHash.Bands; band++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = (MinHash.Band(articles[i].MinHash!.Value.Span, band), i);
            }

            Array.Sort(keys);
            for (var start = 0; start < keys.Length;)
            {
                var end = start + 1;
                while (end < keys.Length && keys[end].Key == keys[start].Key)
                {
                    end++;
                }

                AddPairs(keys.AsSpan(start, end - start));
                start = end;
            }
        }

        return [.. pairs.Select(pair => (articles[pair.Item1].Id, articles[pair.Item2].Id)).Order()];

        void AddPairs(ReadOnlySpan<(ulong Key, int Article)> band)
        {
            for (var i = 0; i < band.Length; i++)
            {
                var last = band.Length <= LargestBand ? band.Length - 1 : Math.Min(i + Following, band.Length - 1);
                for (var j = i + 1; j <= last; j++)
                {
                    var (one, other) = (band[i].Article, band[j].Article);
                    if (MinHash.Estimate(articles[one].MinHash!.Value.Span, articles[other].MinHash!.Value.Span) >= LeastEstimate)
                    {
                        pairs.Add((one, other));
                    }
                }
            }
        }
    }

    private static ArticleRelation[] Compare(
        List<(long First, long Second)> pairs,
        Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, ImmutableArray<string>>> paragraphsOf,
        CancellationToken cancellation)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        cancellation.ThrowIfCancellationRequested();
        var ids = pairs.SelectMany(static pair => new[] { pair.First, pair.Second }).Distinct().Order().ToList();
        var texts = paragraphsOf(ids).AsParallel().Select(static text => (text.Key, Text: new ReprintComparison(text.Key, text.Value))).ToDictionary(static text => text.Key, static text => text.Text);
        return [.. pairs.AsParallel().Select(pair => texts[pair.First].With(texts[pair.Second])).OfType<ArticleRelation>()];
    }
}
