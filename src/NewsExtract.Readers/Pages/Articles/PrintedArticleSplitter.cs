using System.Collections.Immutable;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Pages.Articles;

/// <summary>
/// Finds articles and paragraphs of a paged document by how its lines were set: paragraphs by indents and line ends, headlines by
/// size. Where all is set in one size the text tells, as it does for plain text. Every character that prints is in exactly one
/// block of one article. Safe for concurrent use.
/// </summary>
internal sealed class PrintedArticleSplitter : IArticleSplitter
{
    /// <inheritdoc/>
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        var units = new PrintedUnitBuilder(document.Text, (PrintedLayout)document.Layout).Build(cancellation);
        var drafts = new ArticleAssembler(document.Text).Assemble(units, cancellation);
        return [.. drafts.Select(draft => ArticleFinisher.Finish(draft, document.Text, document.Date))];
    }
}
