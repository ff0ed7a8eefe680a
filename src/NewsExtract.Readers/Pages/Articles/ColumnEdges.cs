namespace NewsExtract.Readers.Pages.Articles;

/// <summary>The edges of the columns that lines stand in, along the line, in points.</summary>
internal sealed class ColumnEdges
{
    /// <summary>A first line may stand in by so many ems.</summary>
    private const float WidestIndent = 3.2f;
    private const float LeastIndent = 1.2f;
    private const float WidestGap = 3f;

    /// <summary>A mark may hang over the edge by so many ems.</summary>
    private const float Overhang = 1.2f;
    private const float SameSize = 0.92f;

    /// <summary>Columns side by side are equally wide to so many ems.</summary>
    private const float SameWidth = 0.2f;

    /// <summary>Of a headline's size: what stands below it.</summary>
    private const float LeastText = 0.3f;

    /// <summary>So many lines show how wide their column is.</summary>
    private const int FewestLines = 3;

    private readonly Run[] _runOf;

    public ColumnEdges(PrintedLine[] lines)
    {
        var runs = new List<Run>();
        _runOf = new Run[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var place = LinePlace.Of(lines[i]);
            var run = i > 0 && GoesOn(_runOf[i - 1], lines[i - 1], lines[i], place) ? _runOf[i - 1] : null;
            if (run is null)
            {
                run = new Run(lines[i], place.Start);
                runs.Add(run);
            }

            run.Add(place);
            _runOf[i] = run;
        }

        var sound = runs.FindAll(run => run.Lines >= FewestLines);
        var onPage = sound.ToLookup(run => run.Page);
        foreach (var run in runs)
        {
            run.Column = run.Lines >= FewestLines ? Wider(run, onPage[run.Page])
                : onPage[run.Page].Any(run.IsBeside) ? run
                : Container(run, onPage[run.Page]) ?? Container(run, sound) ?? run;
        }
    }

    /// <summary>The column of a line.</summary>
    public (float Start, float End) Of(int line) => (_runOf[line].Column!.Start, _runOf[line].Column!.End);

    /// <summary>Whether other text shows how wide the column of a line is.</summary>
    public bool IsMeasured(int line) => _runOf[line].Column != _runOf[line];

    private static bool GoesOn(Run run, PrintedLine before, PrintedLine line, in LinePlace place) =>
        line.Page == before.Page && line.Role == before.Role && line.IsVertical == before.IsVertical
        && Math.Min(line.Size, before.Size) >= Math.Max(line.Size, before.Size) * SameSize
        && Math.Abs(place.Start - run.First) <= line.Size * WidestIndent
        && LinePlace.Of(before) is var last && place.Near > last.Near && place.Near - last.Far < line.Size * WidestGap;

    // A line or two alone, at the head of a column or between headings, are as wide as the text above or below.
    private static Run? Container(Run run, IEnumerable<Run> others)
    {
        Run? best = null;
        foreach (var other in others)
        {
            if (other.IsVertical == run.IsVertical && other.Start <= run.Start + (run.Size * 0.6f) && other.End >= run.End - (run.Size * Overhang)
                && other.Size >= run.Size * LeastText && (best is null || other.End - other.Start < best.End - best.Start))
            {
                best = other;
            }
        }

        return best;
    }

    // 任命： / 　　王勇为…； / 　　李梅为…: lines that all stand in are told from the text in the same column.
    private static Run Wider(Run run, IEnumerable<Run> others)
    {
        var best = run;
        foreach (var other in others)
        {
            if (other.IsVertical == run.IsVertical && other.Lines > best.Lines && other.Size >= run.Size * SameSize
                && other.Start < run.Start - (run.Size * LeastIndent) && other.Start > run.Start - (run.Size * WidestIndent)
                && other.End > run.End - (run.Size * Overhang) && other.End < run.End + (run.Size * WidestIndent))
            {
                best = other;
            }
        }

        return best;
    }

    /// <summary>Lines of one size right below one another.</summary>
    private sealed class Run(PrintedLine first, float start)
    {
        private float _near = float.PositiveInfinity;

        public int Page { get; } = first.Page;

        public bool IsVertical { get; } = first.IsVertical;

        public float Size { get; } = first.Size;

        /// <summary>Where its first line begins.</summary>
        public float First { get; } = start;

        public float Start { get; private set; } = float.PositiveInfinity;

        public float End { get; private set; } = float.NegativeInfinity;

        public int Lines { get; private set; }

        public Run? Column { get; set; }

        /// <summary>Whether the two are columns of one band: a last column of two lines is as wide as those before it.</summary>
        public bool IsBeside(Run other) =>
            other.IsVertical == IsVertical && Math.Min(Size, other.Size) >= Math.Max(Size, other.Size) * SameSize
            && Math.Abs(End - Start - (other.End - other.Start)) <= Size * SameWidth
            && Math.Abs(_near - other._near) < Size && (Start >= other.End || End <= other.Start);

        public void Add(in LinePlace place)
        {
            _near = Math.Min(_near, place.Near);
            Start = Math.Min(Start, place.Start);
            End = Math.Max(End, place.End);
            Lines++;
        }
    }
}
