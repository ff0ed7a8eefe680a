using NewsExtract.Linking.Reprints;
using NewsExtract.Storage;
using NewsExtract.Storage.Reprints;

namespace NewsExtract.Batch.Steps;

/// <summary>
/// Links anew the articles that came, changed or went, and those whose links depend on them. Links are between texts: of equal ones the article of the
/// least id has those to others. A text depends on another where both are in a band, and on those beside it where a band holds so many that each is
/// compared with those that follow it alone (<see cref="ReprintFinder"/>).
/// </summary>
internal sealed class ReprintUpdate(ReprintTables tables, CancellationToken cancellation)
{
    // Bounds what is held at a time.
    private const int Block = 2000;

    private readonly Dictionary<long, SignedText> _texts = [];

    /// <returns>How many texts were looked at; <c>null</c> for all.</returns>
    public int? Run()
    {
        var documents = tables.TakeChanged();
        if (tables.AreMost(documents.Count))
        {
            foreach (var block in documents.Chunk(Block))
            {
                Register(tables.TakeGone(block), Sign(block));
            }

            RelateAll();
            return null;
        }

        var gone = tables.TakeGone(documents);
        var present = Sign(documents);
        var (came, went) = Register(gone, present);
        var touched = Comparable(present).Select(static text => text.Hash).Union(Comparable(gone).Select(static text => text.Hash)).Union(FindBeside(came, went)).ToHashSet();
        var articles = tables.FindByText(touched);
        Remember(articles);
        var before = tables.FindLinks([.. articles.Select(static article => article.Article)]);
        var after = Relate(articles, before);
        tables.Replace(before, after);
        TellStories([.. present.Concat(tables.FindByStory([.. gone.Select(static entry => entry.Story).Distinct()])).Select(static entry => entry.Article), .. before.Except(after).Concat(after.Except(before)).SelectMany(static link => new[] { link.First, link.Second })]);
        return touched.Count;
    }

    private IReadOnlyList<SignatureEntry> Sign(IReadOnlyCollection<long> documents)
    {
        cancellation.ThrowIfCancellationRequested();
        tables.AddSignatures(ReprintStep.Sign(tables.FindUnsigned(documents)));
        return tables.FindByDocument(documents);
    }

    /// <summary>Notes the bands of texts that no article printed before, and forgets those of texts that none prints any more.</summary>
    private (List<SignedText> Came, List<SignedText> Went) Register(IReadOnlyList<SignatureEntry> gone, IReadOnlyList<SignatureEntry> present)
    {
        var texts = Comparable(gone.Concat(present)).DistinctBy(static text => text.Hash).ToList();
        var printed = tables.FindFirstByText([.. texts.Select(static text => text.Hash)]).Select(static entry => entry.TextHash).ToHashSet();
        var noted = tables.FindBanded(texts.Select(static text => (text.Bands[0], text.Hash)));
        var came = texts.FindAll(text => printed.Contains(text.Hash) && !noted.Contains(text.Hash));
        var went = texts.FindAll(text => !printed.Contains(text.Hash) && noted.Contains(text.Hash));
        tables.RemoveBands(Bands(went));
        tables.AddBands(Bands(came));
        return (came, went);
    }

    /// <summary>Texts that are compared with others than before, for one of these is between or is so no more, or because a band became too large or too small for it. Of two such texts at least one.</summary>
    private HashSet<long> FindBeside(List<SignedText> came, List<SignedText> went)
    {
        var beside = new HashSet<long>();
        var (added, removed) = (ByBand(came), ByBand(went));
        var most = ReprintFinder.LargestBand + 1 + (added.Count == 0 ? 0 : added.Max(static band => band.Count()));
        var bands = tables.ReadBands(added.Select(static band => band.Key).Union(removed.Select(static band => band.Key)), most);
        foreach (var band in added.Select(static band => band.Key).Union(removed.Select(static band => band.Key)))
        {
            cancellation.ThrowIfCancellationRequested();
            var (now, isNew) = (bands[band].ToList(), added[band].ToHashSet());
            var before = now.Count - isNew.Count + removed[band].Count();
            switch (before > ReprintFinder.LargestBand, now.Count > ReprintFinder.LargestBand)
            {
                case (true, true):
                    beside.UnionWith(added[band].Concat(removed[band]).SelectMany(text => tables.FindBefore(band, text, ReprintFinder.Following + isNew.Count).Where(other => !isNew.Contains(other)).Take(ReprintFinder.Following)));
                    break;
                case (true, false) or (false, true):
                    beside.UnionWith(now);
                    break;
            }
        }

        return beside;
    }

    private List<LinkEntry> Relate(IReadOnlyList<SignatureEntry> articles, IReadOnlyList<LinkEntry> before)
    {
        var pairs = FindPairs([.. articles.Select(static article => article.TextHash).Distinct()]);
        var firsts = tables.FindFirstByText([.. pairs.SelectMany(static pair => new[] { pair.One, pair.Other }).Distinct()]).ToDictionary(static entry => entry.TextHash, static entry => entry.Article);
        return [.. ReprintFinder.FindCopies(articles.Select(ToArticle))
            .Concat(ReprintFinder.Compare(pairs.Select(pair => ReprintFinder.Ordered(firsts[pair.One], firsts[pair.Other])), Known(before), tables.FindParagraphs, cancellation))
            .Select(ToLink)];
    }

    private HashSet<(long One, long Other)> FindPairs(IReadOnlyCollection<long> texts)
    {
        var members = tables.ReadBands(texts.SelectMany(text => _texts[text].Bands).Distinct(), ReprintFinder.LargestBand + 1);
        var near = texts.SelectMany(text => _texts[text].Bands.SelectMany(band => FindNear(band, text)).Select(other => ReprintFinder.Ordered(text, other))).ToHashSet();
        Remember(tables.FindFirstByText([.. near.SelectMany(static pair => new[] { pair.First, pair.Second }).Where(text => !_texts.ContainsKey(text)).Distinct()]));
        near.RemoveWhere(pair => !_texts[pair.First].MayShareWith(_texts[pair.Second]));
        return near;

        IEnumerable<long> FindNear(long band, long text) => members[band].Count() <= ReprintFinder.LargestBand
            ? members[band].Where(other => other != text)
            : tables.FindBefore(band, text, ReprintFinder.Following).Concat(tables.FindAfter(band, text, ReprintFinder.Following));
    }

    private void RelateAll()
    {
        var signatures = tables.ReadSignatures();
        var articles = signatures.Select(ToArticle).ToList();
        var before = tables.ReadLinks();
        var relations = ReprintFinder.Find(articles, Known(before), tables.FindParagraphs, cancellation);
        tables.Replace(before, [.. relations.Select(ToLink)]);
        WriteStories(signatures, relations);
    }

    /// <summary>Finds the first printings anew of all that hang together with some articles.</summary>
    private void TellStories(HashSet<long> articles)
    {
        var (open, links) = (articles.ToList(), new HashSet<LinkEntry>());
        while (open.Count > 0)
        {
            var found = tables.FindLinks(open).Where(static link => link.Kind == LinkKind.Reprint).ToList();
            links.UnionWith(found);
            open = found.SelectMany(static link => new[] { link.First, link.Second }).Distinct().Where(articles.Add).ToList();
        }

        WriteStories(tables.FindByArticle(articles), links.Select(ToRelation));
    }

    private void WriteStories(IReadOnlyList<SignatureEntry> signatures, IEnumerable<ArticleRelation> relations)
    {
        var stories = ReprintFinder.FindStories([.. signatures.Select(ToArticle)], relations);
        tables.WriteStories(signatures.Where(signature => stories[signature.Article] != signature.Story).Select(signature => KeyValuePair.Create(signature.Article, stories[signature.Article])));
    }

    private void Remember(IEnumerable<SignatureEntry> entries)
    {
        foreach (var text in Comparable(entries))
        {
            _texts.TryAdd(text.Hash, text);
        }
    }

    private static IEnumerable<SignedText> Comparable(IEnumerable<SignatureEntry> entries) => entries.Where(static entry => entry.MinHash is not null).Select(static entry => new SignedText(entry.TextHash, entry.MinHash!.Value));

    private static IEnumerable<(long Band, long Text)> Bands(IEnumerable<SignedText> texts) => texts.SelectMany(static text => text.Bands.Select(band => (band, text.Hash)));

    private static ILookup<long, long> ByBand(IEnumerable<SignedText> texts) => Bands(texts).ToLookup(static pair => pair.Band, static pair => pair.Text);

    private static Func<long, long, ArticleRelation?> Known(IReadOnlyList<LinkEntry> links)
    {
        var known = links.ToDictionary(static link => ReprintFinder.Ordered(link.First, link.Second), ToRelation);
        return (first, second) => known.GetValueOrDefault((first, second));
    }

    private static SignedArticle ToArticle(SignatureEntry entry) => new(entry.Article, entry.Letters, entry.TextHash, entry.MinHash) { Date = entry.Date };

    private static ArticleRelation ToRelation(LinkEntry link) => new(link.First, link.Second, (ReprintKind)link.Kind, link.Similarity);

    private static LinkEntry ToLink(ArticleRelation relation) => new(relation.First, relation.Second, (LinkKind)relation.Kind, relation.Similarity);
}
