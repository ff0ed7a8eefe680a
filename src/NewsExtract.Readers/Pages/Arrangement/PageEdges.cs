namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Rows that stand apart at the head and the foot of a page, where running heads and page numbers stand.</summary>
/// <param name="Head">From top to bottom, a region a row.</param>
/// <param name="Foot">Likewise.</param>
internal sealed record PageEdges(List<Region> Head, List<Region> Foot)
{
    private const int MostRows = 3;

    // Of the page's height.
    private const float HeadShare = 0.14f;
    private const float FootShare = 0.12f;

    // In ems: what goes on below or above stands nearer.
    private const float LeastWhite = 0.9f;
    private const float LargestType = 1.2f;

    // Of the width, in ems: justified lines are as long as their column is wide.
    private const float SameWidth = 0.1f;
    private const int LeastFull = 10;
    private const float NearHeadline = 8;

    /// <summary>Takes the rows at the edges out of <paramref name="runs"/>.</summary>
    /// <param name="runs">Set horizontally.</param>
    /// <param name="others">Set vertically; their boxes are in <paramref name="othersSpace"/>.</param>
    public static PageEdges Take(PageContent page, List<Run> runs, List<Run> others, ReadingSpace othersSpace)
    {
        if (runs.Count == 0)
        {
            return new PageEdges([], []);
        }

        var em = MedianSize(runs, others);
        float top = float.MinValue, bottom = float.MaxValue;
        foreach (var run in others)
        {
            var box = othersSpace.ToPage(run.Box);
            top = Math.Max(top, box.Top);
            bottom = Math.Min(bottom, box.Bottom);
        }

        runs.Sort(static (a, b) => b.Box.Top.CompareTo(a.Box.Top) is not 0 and var order ? order : a.Box.Left.CompareTo(b.Box.Left));
        var head = TakeRows(runs, top, page.Height * (1 - HeadShare), em, sign: 1);
        runs.Sort(static (a, b) => a.Box.Bottom.CompareTo(b.Box.Bottom) is not 0 and var order ? order : a.Box.Left.CompareTo(b.Box.Left));
        var foot = TakeRows(runs, bottom, page.Height * FootShare, em, sign: -1);
        foot.Reverse();
        return new PageEdges(head, foot);
    }

    // The runs come from the edge inwards; with sign −1 the page stands on its head.
    private static List<Region> TakeRows(List<Run> runs, float othersEdge, float limit, float em, int sign)
    {
        var rows = new List<Region>();
        var position = 0;
        var taken = 0;
        var taking = 0;
        while (position < runs.Count && rows.Count < MostRows)
        {
            var row = new List<Item>();
            var inner = Inner(runs[position], sign);
            var start = position;
            var largest = 0f;
            while (position < runs.Count && (Outer(runs[position], sign) - inner) * sign > runs[position].Size * 0.3f)
            {
                var run = runs[position++];
                inner = sign > 0 ? Math.Min(inner, Inner(run, sign)) : Math.Max(inner, Inner(run, sign));
                largest = Math.Max(largest, run.Size);
                row.Add(new Item(run.Box, run.Size, run.Glyphs.Length) { Run = run });
            }

            // One row, not the first lines of columns that stand a little lower each.
            if ((inner - limit) * sign < 0 || largest > em * LargestType || Math.Abs(inner - Outer(runs[start], sign)) > largest * 1.8f || (othersEdge - inner) * sign > 0)
            {
                break;
            }

            if (position < runs.Count && (inner - Outer(runs[position], sign)) * sign < em * NearHeadline && AreColumns(row, rows.Count > taking ? rows[^1].Items : []))
            {
                break;
            }

            rows.Add(new Region(row, IsTable: false));
            var white = position < runs.Count ? (inner - Outer(runs[position], sign)) * sign : float.MaxValue;
            white = Math.Min(white, othersEdge is float.MinValue or float.MaxValue ? white : (inner - othersEdge) * sign);
            if (white > em * LeastWhite)
            {
                taken = position;
                taking = rows.Count;
            }
        }

        // A page of one row is no head.
        if (taken == runs.Count)
        {
            return [];
        }

        runs.RemoveRange(0, taken);
        rows.RemoveRange(taking, rows.Count - taking);
        return rows;
    }

    // Two lines of one length beside or below each other: a few lines of columns that end above a headline.
    private static bool AreColumns(List<Item> row, List<Item> before)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Weight >= LeastFull && (row.FindIndex(i + 1, IsAsLong) >= 0 || before.Exists(IsAsLong)))
            {
                return true;
            }

            bool IsAsLong(Item other) => Math.Abs(other.Box.Width - row[i].Box.Width) < other.Size * SameWidth && Math.Abs(other.Size - row[i].Size) < other.Size * SameWidth;
        }

        return false;
    }

    private static float Inner(Run run, int sign) => sign > 0 ? run.Box.Bottom : run.Box.Top;

    private static float Outer(Run run, int sign) => sign > 0 ? run.Box.Top : run.Box.Bottom;

    private static float MedianSize(List<Run> runs, List<Run> others)
    {
        var sizes = new float[runs.Count + others.Count];
        var weights = new int[sizes.Length];
        var total = 0L;
        for (var i = 0; i < sizes.Length; i++)
        {
            var run = i < runs.Count ? runs[i] : others[i - runs.Count];
            sizes[i] = run.Size;
            weights[i] = run.Glyphs.Length;
            total += weights[i];
        }

        Array.Sort(sizes, weights);
        var sum = 0L;
        var index = 0;
        while (index < sizes.Length - 1 && (sum += weights[index]) * 2 < total)
        {
            index++;
        }

        return sizes[index];
    }
}
