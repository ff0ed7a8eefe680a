namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Tells which glyphs are set vertically. Fonts tell it rarely: most files place upright glyphs below each other one by one. Each glyph votes
/// for the direction in which its neighbour is nearer, and glyphs of one size that stand close together go with their majority.
/// </summary>
internal static class Directions
{
    // Between neighbours of one block; columns and paragraphs stand further apart, or it does no harm when they are counted together.
    private const float Reach = 0.8f;

    // Glyphs below each other are set this close; rows of a table are not.
    private const float MostStep = 0.35f;
    private const float SameSize = 1.2f;
    private const int LeastGlyphs = 3;

    /// <returns>For each glyph whether it is set vertically; <c>null</c> when none is.</returns>
    public static bool[]? FindVertical(PageContent page)
    {
        if (page.Glyphs.Length < LeastGlyphs || IsPlainlyHorizontal(page.Glyphs))
        {
            return null;
        }

        var glyphs = page.Glyphs;
        var across = Gaps(glyphs, new ReadingSpace(false), out var right);
        var down = Gaps(glyphs, new ReadingSpace(true), out var below);
        var block = new int[glyphs.Length];
        for (var i = 0; i < block.Length; i++)
        {
            block[i] = i;
        }

        for (var i = 0; i < block.Length; i++)
        {
            Join(block, glyphs, i, right[i]);
            Join(block, glyphs, i, below[i]);
        }

        var votes = new int[glyphs.Length];
        var counts = new int[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var root = Root(block, i);
            counts[root]++;
            var em = Math.Max(glyphs[i].Size, 0.1f);
            if (glyphs[i].IsVertical || (down[i] < across[i] - (em * 0.08f) && down[i] < MostStep * em && IsWide(glyphs[i].Text[0])))
            {
                votes[root]++;
            }
            else if (across[i] < down[i] - (em * 0.08f) || !IsWide(glyphs[i].Text[0]))
            {
                votes[root]--;
            }
        }

        var isVertical = new bool[glyphs.Length];
        var any = false;
        for (var i = 0; i < isVertical.Length; i++)
        {
            var root = Root(block, i);
            isVertical[i] = votes[root] > 0 && (counts[root] >= LeastGlyphs || glyphs[i].IsVertical);
            any |= isVertical[i];
        }

        return any ? isVertical : null;
    }

    // A file that draws line by line, and hardly ever one glyph below another, needs no vote.
    private static bool IsPlainlyHorizontal(Glyph[] glyphs)
    {
        int across = 0, down = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (glyphs[i].IsVertical)
            {
                return false;
            }

            if (i == 0)
            {
                continue;
            }

            var (before, box) = (glyphs[i - 1].Box, glyphs[i].Box);
            var em = glyphs[i].Size;
            if (GlyphGrid.AreOnOneLine(before, box) && Math.Abs(box.Left - before.Right) < em * 0.5f)
            {
                across++;
            }
            else if (before.OverlapX(box) > em * 0.55f && Math.Abs(before.Bottom - box.Top) < em * MostStep)
            {
                down++;
            }
        }

        return down < LeastGlyphs - 1 && across * 2 > glyphs.Length;
    }

    // The gap to the nearest neighbour on the line, before or behind, and the index of the next one.
    private static float[] Gaps(Glyph[] glyphs, ReadingSpace space, out int[] next)
    {
        var boxes = new Box[glyphs.Length];
        var sum = 0f;
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = space.FromPage(glyphs[i].Box);
            sum += boxes[i].Height;
        }

        var grid = new GlyphGrid(boxes, sum / boxes.Length);
        next = new int[boxes.Length];
        var gaps = new float[boxes.Length];
        Array.Fill(gaps, float.MaxValue);
        for (var i = 0; i < boxes.Length; i++)
        {
            next[i] = grid.Right(i, boxes[i].Height * Reach, out var gap);
            if (next[i] >= 0)
            {
                gap = Math.Max(gap, 0);
                gaps[i] = Math.Min(gaps[i], gap);
                gaps[next[i]] = Math.Min(gaps[next[i]], gap);
            }
        }

        return gaps;
    }

    private static void Join(int[] block, Glyph[] glyphs, int first, int second)
    {
        if (second < 0 || glyphs[first].Size > glyphs[second].Size * SameSize || glyphs[second].Size > glyphs[first].Size * SameSize)
        {
            return;
        }

        var (a, b) = (Root(block, first), Root(block, second));
        block[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Root(int[] block, int index)
    {
        while (block[index] != index)
        {
            block[index] = block[block[index]];
            index = block[index];
        }

        return index;
    }

    // Latin and digits of vertical text are few and may lie on their side.
    private static bool IsWide(char character) => character >= '\u2E80';
}
