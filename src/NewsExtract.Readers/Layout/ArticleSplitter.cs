using System.Collections.Immutable;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Articles;

namespace NewsExtract.Readers.Layout;

/// <summary>Splits paged documents by how they were set and all others by their text. Safe for concurrent use.</summary>
public sealed class ArticleSplitter : IArticleSplitter
{
    private readonly TextArticleSplitter _text = new();
    private readonly PrintedArticleSplitter _printed = new();

    /// <inheritdoc/>
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Layout is PrintedLayout ? _printed.Split(document, cancellation) : _text.Split(document, cancellation);
    }
}
