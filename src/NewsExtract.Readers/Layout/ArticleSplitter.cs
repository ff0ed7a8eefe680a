using System.Collections.Immutable;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Articles;

namespace NewsExtract.Readers.Layout;

/// <summary>Splits paged documents by how they were set, marked-up ones by their markup and all others by their text. Safe for concurrent use.</summary>
public sealed class ArticleSplitter : IArticleSplitter
{
    private readonly TextArticleSplitter _text = new();
    private readonly PrintedArticleSplitter _printed = new();
    private readonly MarkedArticleSplitter _marked = new();

    /// <inheritdoc/>
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        IArticleSplitter splitter = document.Layout switch
        {
            PrintedLayout => _printed,
            MarkedLayout => _marked,
            _ => _text,
        };
        return splitter.Split(document, cancellation);
    }
}
