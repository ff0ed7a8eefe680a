namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Cuts a page into columns and puts them in reading order: bands of lines with white strips in common make columns, a line that crosses
/// the strips (a headline, a pull quote) ends them, and each column is cut again. A recursive cut after Nagy and Seth; unlike theirs it takes
/// the strips of neighbouring lines together, for a row of lines has white above and below wherever columns are set on one grid.
/// </summary>
internal sealed class RegionCutter
{
    // Pages nest a box in a column in a story; deeper is noise.
    private const int MostDepth = 12;
    private const float LeastGutter = 0.8f;

    // A larger step between two lines than this many usual ones parts stories that stand above each other.
    private const float StrongStep = 1.7f;
    private const float HeadlineSize = 1.2f;
    private const int MostHeadline = 40;

    // A headline and its byline, or two lines of one, stand between columns.
    private const int MostAcross = 2;

    // Lines of a table stand nearer to each other, in ems.
    private const float LeastBetweenRules = 2.5f;
    private readonly List<Region> _regions = [];
    private readonly Box[] _rules;

    private RegionCutter(Box[] rules)
    {
        _rules = rules;
    }

    /// <summary>Regions in reading order.</summary>
    /// <param name="rules">Drawn lines in the same space: what one parts is read one after the other.</param>
    public static List<Region> Cut(List<Item> items, Box[] rules)
    {
        var cutter = new RegionCutter(rules);
        if (items.Count > 0)
        {
            cutter.Cut(items, depth: 0);
        }

        return cutter._regions;
    }

    private void Cut(List<Item> items, int depth)
    {
        if (items.Count == 1 || depth == MostDepth)
        {
            AddRegion(items, isTable: false);
            return;
        }

        var em = MedianSize(items);
        var extent = ExtentOf(items);
        var bands = Bands.Find(items, extent, em * LeastGutter);
        var segments = Segments(bands, extent, em);
        PutHeadlinesFirst(segments, em);
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (i + 2 < segments.Count && segments[i + 1].IsBelowRule == segments[i + 2].IsBelowRule && ColumnFlow.PassesThrough(segment, segments[i + 1], segments[i + 2], em))
            {
                var upper = segment.Columns();
                var lower = segments[i + 2].Columns();
                for (var column = 0; column < upper.Count; column++)
                {
                    Cut([.. upper[column], .. lower[column]], depth + 1);
                }

                CutSegment(segments[i + 1], depth, em, isWhole: false);
                i += 2;
                continue;
            }

            CutSegment(segment, depth, em, segments.Count == 1);
        }
    }

    private void CutSegment(Segment segment, int depth, float em, bool isWhole)
    {
        if (segment.IsTable)
        {
            AddRegion(segment.AllItems(), isTable: true);
        }
        else if (segment.Gutters.Count > 0)
        {
            CutColumns(segment.Columns(), depth, em);
        }
        else if (isWhole)
        {
            AddRegion(segment.AllItems(), isTable: false);
        }
        else
        {
            Cut(segment.AllItems(), depth + 1);
        }
    }

    private void CutColumns(List<List<Item>> columns, int depth, float em)
    {
        PutTurnedHeadlineFirst(columns, em);
        if (!StoryBlocks.AreBlocks(columns, em * HeadlineSize))
        {
            foreach (var column in columns)
            {
                Cut(column, depth + 1);
            }

            return;
        }

        var blocks = new List<List<Region>>(columns.Count);
        foreach (var column in columns)
        {
            var cutter = new RegionCutter(_rules);
            cutter.Cut(column, depth + 1);
            blocks.Add(cutter._regions);
        }

        _regions.AddRange(StoryBlocks.Merge(blocks, em * HeadlineSize, em));
    }

    // A headline in the middle of its article is read before it, for the text above it has no other and goes on below.
    private static void PutHeadlinesFirst(List<Segment> segments, float em)
    {
        var start = 0;
        var hasHeadline = false;
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].IsBelowRule)
            {
                start = i;
                hasHeadline = false;
            }

            if (hasHeadline || !segments[i].IsHeadline(em))
            {
                continue;
            }

            hasHeadline = true;
            if (i > start && i + 1 < segments.Count && !segments[i + 1].IsBelowRule && segments[i + 1].Gutters.Count > 0
                && ColumnFlow.RunsOn(segments[i - 1], segments[i + 1], em) && !ColumnFlow.PassesThrough(segments[i - 1], segments[i], segments[i + 1], em))
            {
                segments.Insert(start, segments[i]);
                segments.RemoveAt(i + 1);
            }
        }
    }

    // A headline set vertically between horizontal columns is read before them.
    private static void PutTurnedHeadlineFirst(List<List<Item>> columns, float em)
    {
        var index = columns.FindIndex(column => column is [{ Run: null } only] && only.Size > em * HeadlineSize && only.Weight < MostHeadline);
        if (index > 0)
        {
            var headline = columns[index];
            columns.RemoveAt(index);
            columns.Insert(0, headline);
        }
    }

    private void AddRegion(List<Item> items, bool isTable)
    {
        // What is a box of its own stands between the lines above and below it.
        var rows = new List<Item>();
        items.Sort(static (a, b) => b.Box.CenterY.CompareTo(a.Box.CenterY) is not 0 and var order ? order : a.Box.Left.CompareTo(b.Box.Left));
        foreach (var item in items)
        {
            if (item.Run is not null)
            {
                rows.Add(item);
                continue;
            }

            if (rows.Count > 0)
            {
                _regions.Add(new Region(rows, isTable));
                rows = [];
            }

            _regions.AddRange(item.Inside);
        }

        if (rows.Count > 0)
        {
            _regions.Add(new Region(rows, isTable));
        }
    }

    private List<Segment> Segments(List<Band> bands, Strip extent, float em)
    {
        var step = UsualStep(bands);
        var segments = new List<Segment>();
        Segment? current = null;
        for (var i = 0; i < bands.Count; i++)
        {
            var band = bands[i];
            if (current is null)
            {
                current = new Segment(band, extent, em * LeastGutter);
                continue;
            }

            var isRuled = HasRuleBetween(current.Last, band, extent, em);
            if (isRuled || (band.Size <= em * HeadlineSize && band.Items.Count > 2 && current.IsCentredHeadline(em)) || (IsStrongBreak(current, band, step, em) && !current.FlowsOnBeside(bands, i)) || !current.TryAdd(band))
            {
                segments.Add(current);
                current = new Segment(band, extent, em * LeastGutter) { IsBelowRule = isRuled };
            }
        }

        segments.Add(current!);
        return Settle(segments, em);
    }

    // Drops gutters that are none, and joins what then is one column.
    private static List<Segment> Settle(List<Segment> segments, float em)
    {
        var readings = segments.Select(segment => segment.Gutters.Count == 0 ? Reading.Columns : TableTest.Read(segment, em)).ToArray();
        var settled = new List<Segment>();
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            segment.Settle(readings[i] == Reading.Rows && IsConfirmed(segments, readings, i, em) ? Reading.Columns : readings[i]);
            if (settled.Count > 0 && segment is { Gutters.Count: 0, IsBelowRule: false } && settled[^1] is { Gutters.Count: 0 } before && segment.IsTable == before.IsTable)
            {
                before.Append(segment);
            }
            else
            {
                settled.Add(segment);
            }
        }

        return settled;
    }

    // Columns of a row or two above or below a headline: those on its other side are parted at the same places.
    private static bool IsConfirmed(List<Segment> segments, Reading[] readings, int index, float em)
    {
        for (var i = Math.Max(0, index - MostAcross); i < Math.Min(segments.Count, index + MostAcross + 1); i++)
        {
            if (i != index && readings[i] == Reading.Columns && segments[index].HasColumnsOf(segments[i], em))
            {
                return true;
            }
        }

        return false;
    }

    // Drawn through the whole width of the region.
    private bool HasRuleBetween(Band above, Band below, Strip extent, float em)
    {
        foreach (var rule in _rules)
        {
            if (IsAcross(rule) && rule.CenterY < above.Bottom + (em * 0.2f) && rule.CenterY > below.Top - (em * 0.2f)
                && !Array.Exists(_rules, other => other != rule && IsAcross(other) && Math.Abs(other.CenterY - rule.CenterY) is var apart && apart > 2 && apart < em * LeastBetweenRules))
            {
                return true;
            }
        }

        return false;

        bool IsAcross(Box rule) => rule.Left < extent.Start + em && rule.Right > extent.End - em;
    }

    private static bool IsStrongBreak(Segment above, Band band, float step, float em) =>
        band.Size > em * HeadlineSize && above.Last.Size < band.Size * 0.95f && above.Last.Bottom - band.Top > step * StrongStep;

    private static float UsualStep(List<Band> bands)
    {
        if (bands.Count < 2)
        {
            return 0;
        }

        var steps = new float[bands.Count - 1];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = bands[i].Bottom - bands[i + 1].Top;
        }

        Array.Sort(steps);
        return Math.Max(steps[steps.Length / 2], 0.1f);
    }

    private static Strip ExtentOf(List<Item> items)
    {
        float left = float.MaxValue, right = float.MinValue;
        foreach (var item in items)
        {
            left = Math.Min(left, item.Box.Left);
            right = Math.Max(right, item.Box.Right);
        }

        return new Strip(left, right);
    }

    // Of the glyphs, not of the runs: body type outweighs all else.
    public static float MedianSize(List<Item> items)
    {
        var sizes = new float[items.Count];
        var weights = new int[items.Count];
        var total = 0L;
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = items[i].Size;
            weights[i] = items[i].Weight;
            total += weights[i];
        }

        Array.Sort(sizes, weights);
        var sum = 0L;
        for (var i = 0; i < sizes.Length; i++)
        {
            sum += weights[i];
            if (sum * 2 >= total)
            {
                return sizes[i];
            }
        }

        return sizes[^1];
    }
}
