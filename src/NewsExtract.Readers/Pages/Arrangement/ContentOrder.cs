namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Tells whether a file draws its lines in reading order, and reads them so where the place of the lines was misread: content order is the
/// prior and geometry its judge. A file that draws row by row, or in no order, leaves its lines' neighbourhood with every line.
/// </summary>
internal static class ContentOrder
{
    // A story, a column, a caption, a headline: the file may move elsewhere with each of them, but not with each line.
    private const float MostJumps = 0.12f;
    private const float LeastWhole = 0.95f;

    /// <summary>Puts the lines of a page in the order of the file where that goes from line to line and the order found does not.</summary>
    /// <param name="lines">Those between <paramref name="start"/> and <paramref name="end"/> are put in order.</param>
    public static void Apply(PageContent page, List<ArrangedLine> lines, int start, int end)
    {
        var count = end - start;
        if (count < 3 || page.TextSource != PageTextSource.Embedded)
        {
            return;
        }

        var drawn = new ArrangedLine[count];
        var first = new int[count];
        var whole = 0;
        var breaks = 0;
        for (var i = 0; i < count; i++)
        {
            var line = lines[start + i];
            drawn[i] = line;
            first[i] = line.Glyphs[0];
            whole += IsWhole(line) ? 1 : 0;
            breaks += i > 0 && lines[start + i - 1].Glyphs[^1] + 1 != line.Glyphs[0] ? 1 : 0;
        }

        Array.Sort(first, drawn);
        var jumps = 0;
        for (var i = 1; i < count; i++)
        {
            jumps += GoesOn(drawn[i - 1], drawn[i]) ? 0 : 1;
        }

        if (whole < count * LeastWhole || jumps > (count * MostJumps) + 2 || breaks <= jumps + 2)
        {
            return;
        }

        for (var i = 0; i < count; i++)
        {
            lines[start + i] = drawn[i];
        }

        Renumber(lines, start);
    }

    // Its glyphs stand behind each other in the file as well.
    private static bool IsWhole(ArrangedLine line)
    {
        for (var i = 1; i < line.Glyphs.Length; i++)
        {
            if (line.Glyphs[i] != line.Glyphs[i - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    // The next line stands right below, in the same column.
    private static bool GoesOn(ArrangedLine before, ArrangedLine line)
    {
        if (before.IsVertical != line.IsVertical)
        {
            return false;
        }

        var space = new ReadingSpace(line.IsVertical);
        var (above, below) = (space.FromPage(before.Box), space.FromPage(line.Box));
        var step = above.CenterY - below.CenterY;
        return above.OverlapX(below) > 0 && step > line.Size * 0.5f && step < line.Size * 4;
    }

    // Numbers rise: a region that is read in two pieces becomes two.
    private static void Renumber(List<ArrangedLine> lines, int start)
    {
        var number = start == 0 ? -1 : lines[start - 1].Region;
        var last = -1;
        for (var i = start; i < lines.Count; i++)
        {
            if (i == start || lines[i].Region != last)
            {
                number++;
            }

            last = lines[i].Region;
            lines[i] = lines[i] with { Region = number };
        }
    }
}
