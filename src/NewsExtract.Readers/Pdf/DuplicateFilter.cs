using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// Drops glyphs drawn again at nearly the same place, as programs do to fake a bold face, and marks the ones that stay as bold.
/// Works on cells of the page, so the time is linear.
/// </summary>
internal static class DuplicateFilter
{
    private const float Cell = 16;

    /// <summary>Most that the copy stands off, as a share of the size.</summary>
    private const float Tolerance = 0.2f;

    public static List<Glyph> Filter(List<Glyph> glyphs)
    {
        var heads = new Dictionary<(int, int), int>(glyphs.Count);
        var next = new int[glyphs.Count];
        var kept = new List<Glyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                kept.Add(glyph);
                continue;
            }

            // Narrow letters stand closer to each other than copies of wide ones: ll, ....
            var tolerance = Math.Min(glyph.Size, Math.Min(glyph.Box.Width, glyph.Box.Height) * 2) * Tolerance;
            int column = (int)MathF.Floor(glyph.Box.Left / Cell), row = (int)MathF.Floor(glyph.Box.Bottom / Cell);
            var original = -1;
            for (var x = (int)MathF.Floor((glyph.Box.Left - tolerance) / Cell); x <= (int)MathF.Floor((glyph.Box.Left + tolerance) / Cell) && original < 0; x++)
            {
                for (var y = (int)MathF.Floor((glyph.Box.Bottom - tolerance) / Cell); y <= (int)MathF.Floor((glyph.Box.Bottom + tolerance) / Cell) && original < 0; y++)
                {
                    original = heads.TryGetValue((x, y), out var head) ? FindSame(kept, next, head, glyph, tolerance) : -1;
                }
            }

            if (original >= 0)
            {
                kept[original] = kept[original] with { Traits = kept[original].Traits | GlyphTraits.Bold };
                continue;
            }

            next[kept.Count] = heads.TryGetValue((column, row), out var first) ? first : -1;
            heads[(column, row)] = kept.Count;
            kept.Add(glyph);
        }

        return kept;
    }

    // Chains are short, for glyphs have a size; a page that stacks thousands in one cell is looked through so far only.
    private static int FindSame(List<Glyph> kept, int[] next, int head, in Glyph glyph, float tolerance)
    {
        var index = head;
        for (var steps = 0; index >= 0 && steps < 64; steps++, index = next[index])
        {
            var other = kept[index];
            if (Math.Abs(other.Box.Left - glyph.Box.Left) <= tolerance && Math.Abs(other.Box.Bottom - glyph.Box.Bottom) <= tolerance && other.Text == glyph.Text)
            {
                return index;
            }
        }

        return -1;
    }
}
