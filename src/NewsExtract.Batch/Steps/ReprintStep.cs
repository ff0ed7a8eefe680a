using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Linking.Reprints;
using NewsExtract.Storage;
using NewsExtract.Storage.Reprints;

namespace NewsExtract.Batch.Steps;

/// <summary>
/// Links the articles that print the same text. Signatures are made here and not where an article is extracted, so that articles of a
/// store that an earlier version made get theirs, too.
/// </summary>
public sealed class ReprintStep : IStoreStep
{
    // Documents whose articles' texts are held at a time, and which nobody else may write while their signatures are.
    private const int Block = 200;

    public string? Run(NewsStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (!store.NeedsLinks())
        {
            return null;
        }

        Sign(store, cancellation);
        int? looked = null;
        var links = store.Relate(tables => looked = new ReprintUpdate(tables, cancellation).Run());
        return links == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{links:N0} pairs of articles share their text; looked at {(looked is { } some ? $"{some:N0} texts" : "all texts")}");
    }

    /// <summary>Signs articles ahead, so that the store is not held while it is done, and a run that is ended need not do it again.</summary>
    private static void Sign(NewsStore store, CancellationToken cancellation)
    {
        for (var after = -1L; store.FindUnsigned(after, Block) is { } found; after = found.Last)
        {
            cancellation.ThrowIfCancellationRequested();
            store.SaveSignatures(found, Sign(found.Articles));
        }
    }

    internal static SignatureEntry[] Sign(IReadOnlyDictionary<long, ImmutableArray<string>> articles) =>
    [
        .. articles.AsParallel().Select(static article => SignedArticle.Of(article.Key, article.Value)).Select(static signed => new SignatureEntry(signed.Id, signed.Letters, signed.TextHash, signed.MinHash)),
    ];
}
