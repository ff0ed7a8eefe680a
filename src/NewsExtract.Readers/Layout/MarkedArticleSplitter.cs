using System.Collections.Immutable;

namespace NewsExtract.Readers.Layout;

/// <summary>
/// Finds articles in sources whose markup tells paragraphs and headings. A line is never joined with its neighbour nor cut; where
/// the markup does not say where articles begin, the text does. Safe for concurrent use.
/// </summary>
internal sealed class MarkedArticleSplitter : IArticleSplitter
{
    /// <inheritdoc/>
    public ImmutableArray<Article> Split(Document document, CancellationToken cancellation = default)
    {
        var layout = (MarkedLayout)document.Layout;
        var units = new UnitBuilder(document.Text).BuildMarked(layout.Lines, cancellation);
        var lines = layout.KnowsArticles ? layout.Lines : MarkedOutline.Resolve(document.Text, layout.Lines, units);
        var drafts = lines is not null
            ? new MarkedArticleAssembler(document.Text).Assemble(lines, units)
            : new ArticleAssembler(document.Text).Assemble(units, cancellation);
        return [.. drafts.Select(draft => ArticleFinisher.Finish(draft, document.Text, document.Date))];
    }
}
