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

/// <summary>What one page holds, whatever the format: the input of <see cref="Arrangement.PageArranger"/>.</summary>
internal sealed record PageContent
{
    /// <summary>1-based.</summary>
    public required int Number { get; init; }

    /// <summary>Points, of the page as a reader holds it: cropped and turned.</summary>
    public required float Width { get; init; }

    public required float Height { get; init; }

    /// <summary>In the order in which the file draws them.</summary>
    public Glyph[] Glyphs { get; init; } = [];

    /// <summary>Where pictures stand.</summary>
    public Box[] Pictures { get; init; } = [];

    /// <summary>Drawn lines and the edges of drawn frames, a few points thick at most.</summary>
    public Box[] Rules { get; init; } = [];

    public PageTextSource TextSource { get; init; } = PageTextSource.Embedded;

    /// <summary>What went wrong on this page; spans are not set.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
