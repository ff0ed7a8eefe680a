using System.Collections.Immutable;

namespace NewsExtract.Readers.Layout;

/// <summary>
/// Finds articles, their parts and their paragraphs in plain text as PDF-to-text tools leave it. Works on the source's
/// own characters; every character that prints is in exactly one block of one article, but for those that a column or
/// page break printed twice. Safe for concurrent use.
/// </summary>
public sealed class TextArticleSplitter : IArticleSplitter
{
    /// <inheritdoc/>
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var visible = VisibleText.Of(document.Text);
        var lines = LineScanner.Scan(visible.Text, cancellation);
        var units = new UnitBuilder(visible.Text).Build(lines, cancellation);
        var drafts = new ArticleAssembler(visible.Text).Assemble(units, cancellation);
        return [.. drafts.Select(draft => visible.MapBack(ArticleFinisher.Finish(draft, visible.Text, document.Date)))];
    }
}
