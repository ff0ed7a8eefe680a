namespace NewsExtract.Readers.Layout;

/// <summary>
/// The widths at which the lines of a document were wrapped. A width counts when several lines that end in mid-sentence
/// and have a next line right below share it. A text of one line a paragraph has none.
/// </summary>
internal sealed class ColumnWidths
{
    /// <summary>Narrower columns are not told from lists.</summary>
    private const int Narrowest = 14;
    private const int Widest = 400;

    /// <summary>How far short of the width a full line may fall: a wide character and a mark that may not begin a line.</summary>
    private const int Slack = 4;
    private const int FewestLines = 3;

    // For each width of a line the width of its column; 0 when none.
    private readonly int[] _columnOf = new int[Widest + 1];

    private ColumnWidths()
    {
    }

    public bool IsEmpty { get; private set; } = true;

    /// <summary>Lines that end exactly at the width of their column.</summary>
    public int Agreement { get; private set; }

    /// <param name="candidates">Width of each open-ended line with a line right below, and whether it has a mark of punctuation and ends within a word.</param>
    public static ColumnWidths Measure(IEnumerable<(int Columns, bool HasMarks, bool EndsInWord)> candidates)
    {
        var widths = new ColumnWidths();
        var count = new int[Widest + Slack + 2];
        var marked = new int[Widest + Slack + 2];
        var inWord = new int[Widest + Slack + 2];
        var total = 0;
        foreach (var (columns, hasMarks, endsInWord) in candidates)
        {
            if (columns is >= Narrowest and <= Widest)
            {
                count[columns]++;
                marked[columns] += hasMarks ? 1 : 0;
                inWord[columns] += endsInWord ? 1 : 0;
                total++;
            }
        }

        while (total > 0)
        {
            int best = 0, most = 0;
            for (var width = Narrowest; width <= Widest; width++)
            {
                var within = Sum(count, width);
                if (within > most || (within == most && within > 0 && count[width] > count[best]))
                {
                    (best, most) = (width, within);
                }
            }

            if (most < FewestLines)
            {
                break;
            }

            if (Sum(marked, best) * 10 >= most * 3 && Sum(inWord, best) * 2 >= most)
            {
                var mode = Mode(count, best);
                widths.Agreement += count[mode];
                widths.Add(mode);
            }

            for (var width = Math.Max(0, best - Slack); width <= best; width++)
            {
                total -= count[width];
                count[width] = marked[width] = inWord[width] = 0;
            }
        }

        return widths;
    }

    /// <summary>Whether a line fills its column: the first characters of the next line (<paramref name="next"/> columns) would not have fitted.</summary>
    public bool IsFull(int columns, int next) =>
        columns is > 0 and <= Widest && _columnOf[columns] is var width && width > 0 && columns + Math.Min(next, 12) > width - 1;

    // Marks that hang over the edge make some lines wider than the column.
    private static int Mode(int[] counts, int upper)
    {
        var mode = upper;
        for (var i = Math.Max(0, upper - Slack); i <= upper; i++)
        {
            mode = counts[i] >= counts[mode] ? i : mode;
        }

        return mode;
    }

    private static int Sum(int[] counts, int width)
    {
        var sum = 0;
        for (var i = Math.Max(0, width - Slack); i <= width; i++)
        {
            sum += counts[i];
        }

        return sum;
    }

    private void Add(int width)
    {
        IsEmpty = false;
        for (var i = Math.Max(0, width - 14); i <= Math.Min(Widest, width + Slack); i++)
        {
            // A mark may hang over the edge; a long number or Latin word may leave a wide gap.
            if (_columnOf[i] == 0 || Math.Abs(_columnOf[i] - i) > Math.Abs(width - i))
            {
                _columnOf[i] = width;
            }
        }
    }
}
