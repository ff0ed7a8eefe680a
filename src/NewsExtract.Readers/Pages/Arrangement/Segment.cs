namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Bands below each other that have their columns in common.</summary>
internal sealed class Segment
{
    private const float LeastKept = 0.7f;

    // In ems, and of a column's width.
    private const float Uneven = 0.2f;
    private const float LeastFull = 0.8f;

    // A blank within a row is as wide as a character or two; what parts headlines side by side is wider.
    private const float MostBlank = 1.9f;

    // White between lines of a column, in ems.
    private const float MostStep = 1.2f;

    private const float HeadlineSize = 1.2f;
    private const float Indent = 2;
    private const int LeastCells = 3;
    private const float MostCellWidth = 10;
    private const int MostHeadlineLines = 6;
    private const int MostHeadline = 100;

    private readonly List<Band> _bands = [];
    private readonly float _least;
    private readonly Strip _extent;
    private List<Strip> _white;

    /// <param name="least">The least width of a gutter in points.</param>
    public Segment(Band first, Strip extent, float least)
    {
        _bands.Add(first);
        _extent = extent;
        _least = least;
        _white = first.White;
        Gutters = Interior(_white, first);
    }

    /// <summary>White strips with text on both sides; empty for one column.</summary>
    public List<Strip> Gutters { get; private set; }

    public bool IsTable { get; private set; }

    /// <summary>A line is drawn above it.</summary>
    public bool IsBelowRule { get; init; }

    public IReadOnlyList<Band> Lines => _bands;

    public Band Last => _bands[^1];

    /// <summary>Takes the band unless its text crosses what parts the columns above.</summary>
    public bool TryAdd(Band band)
    {
        var white = Bands.Intersect(_white, band.White, _least);
        _bands.Add(band);
        var gutters = Interior(white, null);
        var own = Interior(band.White, band);
        if (_bands.Count == 2 && IntrudesInto(own, gutters))
        {
            _bands.RemoveAt(1);
            return false;
        }

        // What crosses some of a band's gutters (a headline above columns) is not of its segment, even where a blank in a line lies beside it.
        var isGood = gutters.Count >= Gutters.Count && (Gutters.Count > 0 || gutters.Count >= own.Count);
        if (!isGood && gutters.Count > 0 && FlowsOn(gutters, band))
        {
            isGood = true;
        }

        if (!isGood)
        {
            _bands.RemoveAt(_bands.Count - 1);
            return false;
        }

        _white = white;
        Gutters = gutters;
        return true;
    }

    public void Append(Segment below)
    {
        _bands.AddRange(below._bands);
    }

    /// <summary>Nothing but large type across the columns, with a byline perhaps.</summary>
    public bool IsHeadline(float em) =>
        Gutters.Count == 0 && !IsTable && _bands.Count <= MostHeadlineLines && _bands.Exists(band => band.Size > em * HeadlineSize) && _bands.Sum(static band => band.Items.Sum(static item => item.Weight)) <= MostHeadline;

    /// <summary>Large type alone in the middle of the page, over what may be the middle one of three columns.</summary>
    public bool IsCentredHeadline(float em) =>
        _bands.TrueForAll(band => band.Items is [{ Run: not null } item] && item.Size > em * HeadlineSize && Math.Abs(item.Box.CenterX - ((_extent.Start + _extent.End) / 2)) < em);

    /// <summary>Drops the gutters when rows are to be read across.</summary>
    public void Settle(Reading reading)
    {
        if (reading != Reading.Columns)
        {
            IsTable = reading == Reading.Table;
            Gutters = [];
        }
    }

    /// <summary>Its columns are parted where those of the other are, and a line of it fills one of them.</summary>
    public bool HasColumnsOf(Segment other, float em)
    {
        if (Gutters.Count == 0 || Gutters.Exists(gutter => !other.Gutters.Exists(theirs => Math.Min(gutter.End, theirs.End) - Math.Max(gutter.Start, theirs.Start) > theirs.Width - (em * Uneven))))
        {
            return false;
        }

        return _bands.Exists(band => band.Items.Exists(item => Math.Abs(item.Size - em) < em * Uneven && item.Box.Width > WidthOf(other, ColumnOf(item)) * LeastFull));
    }

    private static float WidthOf(Segment segment, int column) => segment.EndOf(column) - segment.StartOf(column);

    private float StartOf(int column) => column == 0 ? _extent.Start : Gutters[column - 1].End;

    private float EndOf(int column) => column == Gutters.Count ? _extent.End : Gutters[column].Start;

    public List<Item> AllItems()
    {
        var items = new List<Item>();
        foreach (var band in _bands)
        {
            items.AddRange(band.Items);
        }

        return items;
    }

    public List<List<Item>> Columns()
    {
        var columns = new List<List<Item>>(Gutters.Count + 1);
        for (var i = 0; i <= Gutters.Count; i++)
        {
            columns.Add([]);
        }

        foreach (var band in _bands)
        {
            foreach (var item in band.Items)
            {
                columns[ColumnOf(item)].Add(item);
            }
        }

        return columns;
    }

    public int ColumnOf(Item item)
    {
        var column = 0;
        while (column < Gutters.Count && item.Box.CenterX > Gutters[column].Start)
        {
            column++;
        }

        return column;
    }

    // 文/张三　　图/李四: a row set across the columns below, whose own gap stands near theirs, is none of them.
    private bool IntrudesInto(List<Strip> gutters, List<Strip> common)
    {
        return gutters.Count > 0 && Gutters.Count > 0 && Gutters.TrueForAll(strip => strip.Width < _least * MostBlank) && Width(common) < Math.Min(Width(gutters), Width(Gutters)) * LeastKept;

        static float Width(List<Strip> strips) => strips.Sum(static strip => strip.Width);
    }

    // A column whose lines go on at their usual step is not cut through by what stands beside it.
    private bool FlowsOn(List<Strip> gutters, Band band)
    {
        var above = _bands[^2];
        var step = above.Bottom - band.Top;
        for (var column = 0; column <= gutters.Count; column++)
        {
            var start = column == 0 ? _extent.Start : gutters[column - 1].End;
            var end = column == gutters.Count ? _extent.End : gutters[column].Start;
            var before = SizeIn(above, start, end);
            var after = SizeIn(band, start, end);
            if (before > 0 && after > 0 && Math.Abs(before - after) < 0.1f * before && step < before * MostStep
                && !Gutters.Exists(old => old.Start >= start && old.End <= end && old.Width >= _least * MostBlank) && StaysWithin(start, end, band, before * Uneven))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A column of it goes on at its usual step in the bands from <paramref name="next"/>: what begins there stands in another column, and
    /// ends that one alone.
    /// </summary>
    public bool FlowsOnBeside(List<Band> bands, int next)
    {
        for (var column = 0; Gutters.Count > 0 && column <= Gutters.Count; column++)
        {
            var (start, end) = (StartOf(column), EndOf(column));
            if (LowestIn(start, end) is { } last && HighestIn(bands, next, start, end) is { } first && first.Box.Left >= start && first.Box.Right <= end
                && Math.Abs(first.Size - last.Size) < 0.1f * last.Size && last.Box.Bottom - first.Box.Top < last.Size * MostStep)
            {
                return true;
            }
        }

        return false;
    }

    private Item? LowestIn(float start, float end)
    {
        for (var i = _bands.Count - 1; i >= 0; i--)
        {
            if (_bands[i].Items.FindAll(IsInside).MinBy(static item => item.Box.Bottom) is { } item)
            {
                return item;
            }
        }

        return null;

        bool IsInside(Item item) => item.Box.CenterX > start && item.Box.CenterX < end;
    }

    private static Item? HighestIn(List<Band> bands, int next, float start, float end)
    {
        // A line set across several columns stands in each of them.
        for (var i = next; i < bands.Count; i++)
        {
            if (bands[i].Items.FindAll(item => item.Box.Right > start && item.Box.Left < end).MaxBy(static item => item.Box.Top) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    // The cells of a row set across all columns begin where no column does.
    private bool StaysWithin(float start, float end, Band band, float tolerance)
    {
        var above = _bands.Take(_bands.Count - 1).SelectMany(static other => other.Items).Where(IsInside).ToList();
        var left = above.Min(static item => item.Box.Left - (item.Size * Indent)) - tolerance;

        // Rows of three cells and more, each narrower than any column of text: a line below is longer than the last cell.
        var areCells = _bands.Take(_bands.Count - 1).All(static row => row.Items.Count >= LeastCells && row.Items.TrueForAll(static item => item.Box.Width < item.Size * MostCellWidth));
        var right = areCells ? above.Max(static item => item.Box.Right) + tolerance : float.MaxValue;
        return band.Items.Where(IsInside).All(item => item.Box.Left >= left && item.Box.Right <= right);

        bool IsInside(Item item) => item.Box.CenterX > start && item.Box.CenterX < end;
    }

    private static float SizeIn(Band band, float start, float end)
    {
        var size = 0f;
        foreach (var item in band.Items)
        {
            if (item.Box.CenterX > start && item.Box.CenterX < end)
            {
                size = Math.Max(size, item.Size);
            }
        }

        return size;
    }

    // Strips that have text of these bands (or of the one) at the left and at the right.
    private List<Strip> Interior(List<Strip> white, Band? only)
    {
        float left = float.MaxValue, right = float.MinValue;
        if (only is not null)
        {
            (left, right) = Ends(only, left, right);
        }
        else
        {
            foreach (var band in _bands)
            {
                (left, right) = Ends(band, left, right);
            }
        }

        var interior = new List<Strip>();
        foreach (var strip in white)
        {
            if (strip.Start >= left && strip.End <= right && strip.Width >= _least)
            {
                interior.Add(strip);
            }
        }

        return interior;
    }

    private static (float Left, float Right) Ends(Band band, float left, float right)
    {
        foreach (var item in band.Items)
        {
            left = Math.Min(left, item.Box.Right);
            right = Math.Max(right, item.Box.Left);
        }

        return (left, right);
    }
}
