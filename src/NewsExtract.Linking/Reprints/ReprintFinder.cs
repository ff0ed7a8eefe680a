using System.Collections.Immutable;

namespace NewsExtract.Linking.Reprints;

/// <summary>
/// Finds the articles that print the same text. Those with a band of their least hashes in common are compared exactly. What is found depends on
/// the articles alone, not on the order in which they came.
/// </summary>
public static class ReprintFinder
{
    /// <summary>Weather reports of ten years share all their bands: of more texts than these in one each is compared with those that follow it by hash.</summary>
    public const int LargestBand = 200;

    /// <summary>So many.</summary>
    public const int Following = 20;

    // Pairs whose texts are held at a time.
    private const int Block = 2000;

    /// <param name="articles">In any order.</param>
    /// <param name="known">What was found of two articles before, the lesser id first; <c>null</c> when nothing was.</param>
    /// <param name="paragraphsOf">The paragraphs of the bodies of some articles.</param>
    /// <returns>By ids. Of several with exactly the same letters each is paired with the one of the least id, which stands for all towards others.</returns>
    public static IReadOnlyList<ArticleRelation> Find(
        IReadOnlyCollection<SignedArticle> articles,
        Func<long, long, ArticleRelation?> known,
        Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, ImmutableArray<string>>> paragraphsOf,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var texts = articles.Where(static article => article.MinHash is not null)
            .GroupBy(static article => article.TextHash)
            .OrderBy(static same => same.Key)
            .Select(static same => (Text: new SignedText(same.Key, same.First().MinHash!.Value), First: same.Min(static article => article.Id)))
            .ToList();
        var pairs = FindPairs([.. texts.Select(static text => text.Text)], cancellation).Select(pair => Ordered(texts[pair.One].First, texts[pair.Other].First));
        return [.. FindCopies(articles).Concat(Compare(pairs, known, paragraphsOf, cancellation)).OrderBy(static relation => relation.First).ThenBy(static relation => relation.Second)];
    }

    /// <summary>Articles with exactly the same letters, each with the one of the least id.</summary>
    public static IEnumerable<ArticleRelation> FindCopies(IEnumerable<SignedArticle> articles) => articles
        .Where(static article => article.MinHash is not null)
        .GroupBy(static article => article.TextHash)
        .Select(static same => same.Select(static article => article.Id).Order().ToList())
        .SelectMany(static same => same.Skip(1).Select(copy => new ArticleRelation(same[0], copy, ReprintKind.Reprint, 1)));

    /// <summary>What articles share that may share something.</summary>
    /// <param name="pairs">The lesser id first.</param>
    /// <param name="known">What was found of two articles before; <c>null</c> when nothing was.</param>
    /// <param name="paragraphsOf">The paragraphs of the bodies of some articles.</param>
    public static IEnumerable<ArticleRelation> Compare(
        IEnumerable<(long First, long Second)> pairs,
        Func<long, long, ArticleRelation?> known,
        Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, ImmutableArray<string>>> paragraphsOf,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(paragraphsOf);

        // Pairs of one article stand together, so that its text is read once.
        foreach (var block in pairs.Distinct().Order().Chunk(Block))
        {
            cancellation.ThrowIfCancellationRequested();
            var unknown = new List<(long First, long Second)>();
            foreach (var pair in block)
            {
                if (known(pair.First, pair.Second) is { } relation)
                {
                    yield return relation;
                }
                else
                {
                    unknown.Add(pair);
                }
            }

            foreach (var relation in Compare(unknown, paragraphsOf))
            {
                yield return relation;
            }
        }
    }

    /// <summary>For each article the first printing of its text, by date and then by id; articles without reprint are their own.</summary>
    public static IReadOnlyDictionary<long, long> FindStories(IReadOnlyCollection<SignedArticle> articles, IEnumerable<ArticleRelation> relations)
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

    /// <summary>Two ids, the lesser first.</summary>
    public static (long First, long Second) Ordered(long one, long other) => (Math.Min(one, other), Math.Max(one, other));

    /// <param name="texts">By hash.</param>
    private static HashSet<(int One, int Other)> FindPairs(ImmutableArray<SignedText> texts, CancellationToken cancellation)
    {
        var pairs = new HashSet<(int, int)>();
        var keys = new (long Key, int Text)[texts.Length];
        for (var band = 0; band < MinHash.Bands; band++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = (MinHash.Band(texts[i].MinHash.Span, band), i);
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

        return pairs;

        void AddPairs(ReadOnlySpan<(long Key, int Text)> band)
        {
            for (var i = 0; i < band.Length; i++)
            {
                var last = band.Length <= LargestBand ? band.Length - 1 : Math.Min(i + Following, band.Length - 1);
                for (var j = i + 1; j <= last; j++)
                {
                    var (one, other) = (band[i].Text, band[j].Text);
                    if (texts[one].MayShareWith(texts[other]))
                    {
                        pairs.Add((one, other));
                    }
                }
            }
        }
    }

    private static ArticleRelation[] Compare(List<(long First, long Second)> pairs, Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, ImmutableArray<string>>> paragraphsOf)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var ids = pairs.SelectMany(static pair => new[] { pair.First, pair.Second }).Distinct().Order().ToList();
        var texts = paragraphsOf(ids).AsParallel().Select(static text => (text.Key, Text: new ReprintComparison(text.Key, text.Value))).ToDictionary(static text => text.Key, static text => text.Text);
        return [.. pairs.AsParallel().AsOrdered().Select(pair => texts[pair.First].With(texts[pair.Second])).OfType<ArticleRelation>()];
    }
}
