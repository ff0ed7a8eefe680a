namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Tells whether columns go on below what crosses them: below a pull quote a column goes on where it stopped; a headline that stands in the
/// middle of its article, or opens another story, ends the row of columns above it. Both orders are tried, and the one whose columns run
/// better into each other is taken.
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

        var ends = new List<ColumnEnds>(upper.Count);
        var lowerEnds = new List<ColumnEnds>(upper.Count);
        for (var i = 0; i < upper.Count; i++)
        {
            var (left, right) = EdgesOf([.. upper[i], .. lower[i]], em);
            ends.Add(ColumnEnds.Of(upper[i], left, right, em));
            lowerEnds.Add(ColumnEnds.Of(lower[i], left, right, em));
        }

        var through = ends.Zip(lowerEnds).SelectMany(static pair => new[] { pair.First, pair.Second }).ToList();
        ends.AddRange(lowerEnds);
        return Evidence(through) > Evidence(ends);
    }

    /// <summary>The last column above breaks off in a sentence, and the first one below begins in one.</summary>
    public static bool RunsOn(Segment above, Segment below, float em)
    {
        var columns = above.Columns();
        var lower = below.Columns();
        var (left, right) = EdgesOf(columns[^1], em);
        var first = EdgesOf(lower[0], em);
        return ColumnEnds.Of(columns[^1], left, Math.Max(right, left + first.Right - first.Left), em).GoesOnIn(ColumnEnds.Of(lower[0], first.Left, first.Right, em)) > 1;
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

    private static (float Left, float Right) EdgesOf(List<Item> column, float em)
    {
        float left = float.MaxValue, right = float.MinValue;
        foreach (var item in column)
        {
            if (item.Size >= em * LeastBody)
            {
                left = Math.Min(left, item.Box.Left);
                right = Math.Max(right, item.Box.Right);
            }
        }

        return (left, right);
    }

    private static int Evidence(List<ColumnEnds> order)
    {
        var evidence = 0;
        for (var i = 0; i + 1 < order.Count; i++)
        {
            evidence += order[i].GoesOnIn(order[i + 1]);
        }

        return evidence;
    }

    /// <summary>How a column begins and ends; captions do neither.</summary>
    private readonly record struct ColumnEnds(bool IsEmpty, bool IsIndented, bool IsFull, bool IsClosed)
    {
        public static ColumnEnds Of(List<Item> column, float left, float right, float em)
        {
            Item? first = null, last = null;
            foreach (var item in column)
            {
                if (item.Size < em * LeastBody)
                {
                    continue;
                }

                var step = em * 0.3f;
                first = first is null || item.Box.CenterY > first.Box.CenterY + step || (item.Box.CenterY > first.Box.CenterY - step && item.Box.Left < first.Box.Left) ? item : first;
                last = last is null || item.Box.CenterY < last.Box.CenterY - step || (item.Box.CenterY < last.Box.CenterY + step && item.Box.Right > last.Box.Right) ? item : last;
            }

            return first is null || last is null
                ? new ColumnEnds(IsEmpty: true, false, false, false)
                : new ColumnEnds(false, first.Box.Left > left + (em * 1.2f), last.Box.Right > right - (em * 1.6f), last.Closes);
        }

        // A line that fills the column goes on at the edge of the next; one that ends a sentence may end a paragraph, and then an indent follows.
        public int GoesOnIn(ColumnEnds next) => (IsFull, next.IsIndented) switch
        {
            _ when IsEmpty || next.IsEmpty => 0,
            (true, false) => IsClosed ? 0 : 2,
            (true, true) => IsClosed ? 0 : -2,
            (false, true) => IsClosed ? 1 : 0,
            (false, false) => -2,
        };
    }
}
