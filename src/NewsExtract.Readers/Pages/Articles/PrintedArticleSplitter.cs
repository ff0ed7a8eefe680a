using System.Collections.Immutable;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Pages.Articles;

/// <summary>Finds articles and paragraphs of a paged document by how its lines were set. Safe for concurrent use.</summary>
internal sealed class PrintedArticleSplitter : IArticleSplitter
{
    private readonly TextArticleSplitter _text = new();

    /// <inheritdoc/>
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default) => _text.Split(document, cancellation);
}
