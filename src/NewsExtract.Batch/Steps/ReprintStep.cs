using System.Globalization;
using NewsExtract.Linking.Reprints;
using NewsExtract.Storage;

namespace NewsExtract.Batch.Steps;

/// <summary>
/// Links the articles that print the same text. Signatures are made here and not where an article is extracted, so that articles of a
/// store that an earlier version made get theirs, too.
/// </summary>
public sealed class ReprintStep : IStoreStep
{
    // Articles whose texts are held at a time.
    private const int Block = 1000;

    public string? Run(NewsStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!store.NeedsLinks())
        {
            return null;
        }

        Sign(store, cancellation);
        var links = store.Link(context => Relate(context, cancellation));
        return links == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{links:N0} pairs of articles share their text");
    }

    private static void Sign(NewsStore store, CancellationToken cancellation)
    {
        for (var after = -1L; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var articles = store.FindUnsigned(after, Block);
            if (articles.Count == 0)
            {
                return;
            }

            after = articles.Keys.Max();
            store.SaveSignatures([.. articles.AsParallel().Select(static article => SignedArticle.Of(article.Key, article.Value)).Select(static signed => new SignatureEntry(signed.Id, signed.Letters, signed.TextHash, signed.MinHash))]);
        }
    }

    private static LinkResult Relate(LinkContext context, CancellationToken cancellation)
    {
        var articles = context.Signatures.Select(static entry => new SignedArticle(entry.Article, entry.Letters, entry.TextHash, entry.MinHash) { Date = entry.Date }).ToList();
        var known = context.Links.ToDictionary(static link => (Math.Min(link.First, link.Second), Math.Max(link.First, link.Second)), static link => new ArticleRelation(link.First, link.Second, (ReprintKind)link.Kind, link.Similarity));
        var relations = ReprintFinder.Find(articles, (first, second) => known.GetValueOrDefault((first, second)), context.ParagraphsOf, cancellation);
        return new LinkResult([.. relations.Select(static relation => new LinkEntry(relation.First, relation.Second, (LinkKind)relation.Kind, relation.Similarity))], ReprintFinder.FindStories(articles, relations));
    }
}
