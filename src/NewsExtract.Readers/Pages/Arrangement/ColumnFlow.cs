namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Tells whether columns go on below what crosses them: below a pull quote a column goes on where it stopped, below a headline another story
/// begins.
/// </summary>
internal static class ColumnFlow
{
    private const float LeastBody = 0.9f;

    public static bool PassesThrough(Segment above, Segment crossing, Segment below, float em)
    {
        if (above.Gutters.Count == 0 || above.Gutters.Count != below.Gutters.Count || crossing.Gutters.Count > 0 || above.IsTable || below.IsTable)
        {
            return false;
        }

        for (var i = 0; i < above.Gutters.Count; i++)
        {
            if (Math.Min(above.Gutters[i].End, below.Gutters[i].End) - Math.Max(above.Gutters[i].Start, below.Gutters[i].Start) < em * 0.5f)
            {
                return false;
            }
        }

        var upper = above.Columns();
        var lower = below.Columns();
        if (Drawn(upper[0], lower[0]))
        {
            return true;
        }

        if (Drawn(upper[0], upper[1]))
        {
            return false;
        }

        var evidence = 0;
        for (var i = 0; i < upper.Count; i++)
        {
            evidence += GoesOn(upper[i], lower[i], em);
        }

        // Columns that another story begins below of run into each other instead: the next one's first line has no indent.
        for (var i = 0; i + 1 < upper.Count; i++)
        {
            evidence -= GoesOn(upper[i], upper[i + 1], em);
        }

        return evidence > 0;
    }

    // The file draws the second right after the first.
    private static bool Drawn(List<Item> first, List<Item> second)
    {
        var last = -1;
        foreach (var item in first)
        {
            last = Math.Max(last, item.Run?.Glyphs[^1] ?? -1);
        }

        var next = int.MaxValue;
        foreach (var item in second)
        {
            next = Math.Min(next, item.Run?.Glyphs[0] ?? int.MaxValue);
        }

        return last + 1 == next;
    }

    // Positive where the last line is full and the first one begins at the edge, negative where a paragraph ends and another begins, else 0.
    private static int GoesOn(List<Item> column, List<Item> next, float em)
    {
        float left = float.MaxValue, right = float.MinValue;
        Item? last = null;
        foreach (var item in column)
        {
            // A caption ends no paragraph.
            if (item.Size < em * LeastBody)
            {
                continue;
            }

            left = Math.Min(left, item.Box.Left);
            right = Math.Max(right, item.Box.Right);
            last = last is null || item.Box.CenterY < last.Box.CenterY - (em * 0.3f) || (item.Box.CenterY < last.Box.CenterY + (em * 0.3f) && item.Box.Right > last.Box.Right) ? item : last;
        }

        var nextLeft = float.MaxValue;
        Item? first = null;
        foreach (var item in next)
        {
            if (item.Size < em * LeastBody)
            {
                continue;
            }

            nextLeft = Math.Min(nextLeft, item.Box.Left);
            first = first is null || item.Box.CenterY > first.Box.CenterY + (em * 0.3f) || (item.Box.CenterY > first.Box.CenterY - (em * 0.3f) && item.Box.Left < first.Box.Left) ? item : first;
        }

        if (last is null || first is null)
        {
            return 0;
        }

        var isFull = last.Box.Right > right - (em * 1.6f);
        var isIndented = first.Box.Left > nextLeft + (em * 1.2f);
        return isFull && !isIndented ? 2 : isFull == isIndented ? -2 : 0;
    }
}
