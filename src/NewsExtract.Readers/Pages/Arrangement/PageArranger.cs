namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Puts the glyphs of a document's pages into lines and the lines into reading order.</summary>
internal static class PageArranger
{
    /// <summary>Pages are arranged together, for what repeats on several of them is furniture.</summary>
    public static IReadOnlyList<ArrangedPage> Arrange(IReadOnlyList<PageContent> pages, CancellationToken cancellation = default)
    {
        var arranged = new List<ArrangedPage>(pages.Count);
        foreach (var page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            arranged.Add(new ArrangedPage(page, ReadLines(page)));
        }

        return arranged;
    }

    // Content order is the prior: a new line begins where the next glyph does not stand beside the one before.
    private static List<ArrangedLine> ReadLines(PageContent page)
    {
        var lines = new List<ArrangedLine>();
        var current = new List<int>();
        for (var i = 0; i < page.Glyphs.Length; i++)
        {
            if (current.Count > 0 && !GoesOn(page.Glyphs[current[^1]], page.Glyphs[i]))
            {
                lines.Add(ToLine(page, current));
                current.Clear();
            }

            current.Add(i);
        }

        if (current.Count > 0)
        {
            lines.Add(ToLine(page, current));
        }

        return lines;
    }

    private static bool GoesOn(in Glyph before, in Glyph glyph) => glyph.IsVertical
        ? before.Box.OverlapX(glyph.Box) > before.Size / 2 && Math.Abs(before.Box.Bottom - glyph.Box.Top) < before.Size * 2
        : before.Box.OverlapY(glyph.Box) > before.Size / 2 && Math.Abs(glyph.Box.Left - before.Box.Right) < before.Size * 2;

    private static ArrangedLine ToLine(PageContent page, List<int> glyphs)
    {
        var box = page.Glyphs[glyphs[0]].Box;
        foreach (var glyph in glyphs)
        {
            box = box.Union(page.Glyphs[glyph].Box);
        }

        var first = page.Glyphs[glyphs[0]];
        return new ArrangedLine([.. glyphs], box, first.Size, first.IsVertical, Region: 0);
    }
}
