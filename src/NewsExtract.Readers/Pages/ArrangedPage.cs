namespace NewsExtract.Readers.Pages;

/// <summary>What a line was set for, as far as its place on the page tells.</summary>
internal enum LineRole
{
    Text,

    /// <summary>A running head or foot, a page number.</summary>
    Furniture,

    /// <summary>Stands at a picture.</summary>
    Caption,

    /// <summary>A row of a table.</summary>
    TableRow,
}

/// <summary>A line of glyphs that a reader reads in one go.</summary>
/// <param name="Glyphs">Indices into <see cref="PageContent.Glyphs"/> in reading order.</param>
/// <param name="Size">The size that most of its glyphs have, in points.</param>
/// <param name="Region">Lines of one column, box or table of the page have one number; numbers rise in reading order from 0.</param>
internal sealed record ArrangedLine(int[] Glyphs, Box Box, float Size, bool IsVertical, int Region)
{
    public LineRole Role { get; set; }
}

/// <summary>A page with its lines in reading order.</summary>
internal sealed record ArrangedPage(PageContent Content, IReadOnlyList<ArrangedLine> Lines);
