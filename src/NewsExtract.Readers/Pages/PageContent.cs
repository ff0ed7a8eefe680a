using System.Collections.Immutable;

namespace NewsExtract.Readers.Pages;

/// <summary>Where the characters of a page come from.</summary>
internal enum PageTextSource
{
    /// <summary>The page holds no characters.</summary>
    None,

    /// <summary>The file's own text.</summary>
    Embedded,

    /// <summary>Read off the page's picture.</summary>
    Ocr,
}

/// <summary>Why a page's own text is of no use.</summary>
internal enum PageTextDefect
{
    None,

    /// <summary>There is none, but pictures or drawings.</summary>
    Missing,

    /// <summary>It is no Chinese and no other script that is printed here: the file's own tables are wrong or missing.</summary>
    Unreadable,
}

/// <summary>What one page holds, whatever the format: the input of <see cref="Arrangement.PageArranger"/>.</summary>
internal sealed record PageContent
{
    /// <summary>1-based.</summary>
    public required int Number { get; init; }

    /// <summary>Points, of the page as a reader holds it: cropped, and turned so that most of its text is upright.</summary>
    public required float Width { get; init; }

    public required float Height { get; init; }

    /// <summary>In the order in which the file draws them.</summary>
    public Glyph[] Glyphs { get; init; } = [];

    /// <summary>Where the glyphs stand on the visible page, where that is not by <see cref="Turn"/>: a scan's skew is taken out of the glyphs themselves.</summary>
    public Box[]? GlyphPlaces { get; init; }

    /// <summary>Where pictures stand.</summary>
    public Box[] Pictures { get; init; } = [];

    /// <summary>Drawn lines and the edges of drawn frames, a few points thick at most.</summary>
    public Box[] Rules { get; init; } = [];

    /// <summary>How the visible page was turned to make its text upright; <c>default</c> when it was not.</summary>
    public PageTurn Turn { get; init; }

    public PageTextDefect Defect { get; init; }

    public PageTextSource TextSource { get; init; } = PageTextSource.Embedded;

    /// <summary>What went wrong on this page; spans are not set.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
