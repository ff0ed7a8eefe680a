using System.Collections.Immutable;

namespace NewsExtract.Readers.Layout;

/// <summary>What the markup of a source says of a line.</summary>
internal enum LineMark
{
    /// <summary>A paragraph as any other: its text tells whether it is a byline, a caption or a heading.</summary>
    Paragraph,
    Kicker,
    Headline,
    Subhead,

    /// <summary>A section heading within an article, or a headline where the markup does not say which.</summary>
    Heading,
    ListItem,

    /// <summary>Cells are parted by tabs.</summary>
    TableRow,
    Caption,

    /// <summary>Says when and where the article appeared: 2024-03-05 来源：江州日报.</summary>
    Imprint,
    Furniture,
}

/// <summary>A line of <see cref="Document.Text"/> that is a whole paragraph, row or heading of its source.</summary>
/// <param name="Span">Without the line end.</param>
/// <param name="BlankLines">Distance to the line before, in empty lines.</param>
/// <param name="Level">Of a heading, 1 for the highest; 0 for other lines.</param>
/// <param name="OpensArticle">An article begins with it, where the markup tells.</param>
internal readonly record struct MarkedLine(TextSpan Span, LineMark Mark, int BlankLines, int Level, bool OpensArticle);

/// <summary>
/// The lines of a source without pages whose markup tells paragraphs and headings: HTML, Word. There are no boxes. Immutable,
/// by convention: nobody writes to the array.
/// </summary>
/// <param name="lines">By span; together they hold every character that prints.</param>
/// <param name="knowsArticles">Whether lines say that they open an article; else headings and the text tell. The first line then opens one.</param>
internal sealed class MarkedLayout(MarkedLine[] lines, bool knowsArticles) : LayoutMap
{
    public MarkedLine[] Lines { get; } = lines;

    public bool KnowsArticles { get; } = knowsArticles;

    /// <inheritdoc/>
    public override ImmutableArray<PageBox> Boxes(TextSpan span) => [];
}
