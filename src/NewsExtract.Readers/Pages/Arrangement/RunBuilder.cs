namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Joins glyphs to runs: each with its neighbour at the right, when the gap is less than that between columns.</summary>
internal static class RunBuilder
{
    // Columns may stand as near as one em; the blanks inside a line of text are narrower, or split it until its column is known.
    private const float MostGap = 0.85f;

    // Glyphs that follow each other in the file and on the page this close need no look at what else is near.
    private const float SureGap = 0.3f;

    /// <param name="boxes">In reading space.</param>
    /// <param name="members">Indices into <see cref="PageContent.Glyphs"/>, one for each box, in content order.</param>
    public static List<Run> Build(PageContent page, Box[] boxes, int[] members)
    {
        var next = new int[boxes.Length];
        var previous = new int[boxes.Length];
        Array.Fill(next, -1);
        Array.Fill(previous, -1);
        LinkNeighboursInContent(boxes, next, previous, SureGap);
        if (boxes.Length > 0)
        {
            LinkNeighboursOnPage(boxes, next, previous);
        }

        var runs = new List<Run>();
        var chain = new List<int>();
        for (var i = 0; i < boxes.Length; i++)
        {
            if (previous[i] >= 0)
            {
                continue;
            }

            chain.Clear();
            var box = boxes[i];
            for (var j = i; j >= 0; j = next[j])
            {
                chain.Add(members[j]);
                box = box.Union(boxes[j]);
            }

            runs.Add(new Run([.. chain], box, SizeOf(page, chain)));
        }

        return runs;
    }

    private static void LinkNeighboursInContent(Box[] boxes, int[] next, int[] previous, float most)
    {
        for (var i = 0; i + 1 < boxes.Length; i++)
        {
            var gap = boxes[i + 1].Left - boxes[i].Right;
            var em = Math.Min(boxes[i].Height, boxes[i + 1].Height);
            if (gap <= most * em && gap >= -0.5f * em && boxes[i + 1].CenterX > boxes[i].CenterX && GlyphGrid.AreOnOneLine(boxes[i], boxes[i + 1]))
            {
                next[i] = i + 1;
                previous[i + 1] = i;
            }
        }
    }

    private static void LinkNeighboursOnPage(Box[] boxes, int[] next, int[] previous)
    {
        var grid = new GlyphGrid(boxes, MedianHeight(boxes) * 1.2f);
        var gaps = new float[boxes.Length];
        for (var i = 0; i < boxes.Length; i++)
        {
            if (next[i] >= 0)
            {
                continue;
            }

            var other = grid.Right(i, boxes[i].Height * MostGap, out var gap);
            if (other < 0 || gap < -0.6f * boxes[i].Height)
            {
                continue;
            }

            if (previous[other] >= 0)
            {
                // Of two that claim it the nearer one has it; what follows in the file as well stays.
                if (gaps[other] <= gap || next[previous[other]] == previous[other] + 1)
                {
                    continue;
                }

                next[previous[other]] = -1;
            }

            next[i] = other;
            previous[other] = i;
            gaps[other] = gap;
        }
    }

    private static float MedianHeight(Box[] boxes)
    {
        var heights = new float[boxes.Length];
        for (var i = 0; i < boxes.Length; i++)
        {
            heights[i] = boxes[i].Height;
        }

        Array.Sort(heights);
        return heights[heights.Length / 2];
    }

    // Most of them: the median is that or next to it.
    private static float SizeOf(PageContent page, List<int> glyphs)
    {
        if (glyphs.Count == 1)
        {
            return page.Glyphs[glyphs[0]].Size;
        }

        var sizes = new float[glyphs.Count];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = page.Glyphs[glyphs[i]].Size;
        }

        Array.Sort(sizes);
        return sizes[sizes.Length / 2];
    }
}
