namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>How text with white strips through it is read.</summary>
internal enum Reading
{
    /// <summary>Each column from top to bottom.</summary>
    Columns,

    /// <summary>Line after line: the strips are blanks inside lines.</summary>
    Rows,

    /// <summary>Line after line, and each is a row of cells.</summary>
    Table,
}

/// <summary>Tells columns of text, whose lines fill their measure, from cells of a table, which are short.</summary>
internal static class TableTest
{
    private const int LeastCells = 3;
    private const int MostRowsOfWideCells = 4;
    private const float MostCellWidth = 10;

    public static Reading Read(Segment segment, float em)
    {
        var columns = segment.Columns();
        var lines = segment.Lines.Count;
        var widest = 0f;
        foreach (var gutter in segment.Gutters)
        {
            widest = Math.Max(widest, gutter.Width);
        }

        if (lines == 1 && IsOneRow(segment.Lines[0]))
        {
            return Reading.Rows;
        }

        var shortColumns = 0;
        var fullColumns = 0;
        var most = 0;
        var widestColumn = 0f;
        foreach (var column in columns)
        {
            var measure = Measure.Of(column);
            most = Math.Max(most, measure.Rows);
            if (measure.Width < em * 4.5f || (measure.GlyphsPerRow < 6 && measure.Rows > 1))
            {
                shortColumns++;
            }

            widestColumn = Math.Max(widestColumn, measure.Width);
            if (measure.GlyphsPerRow >= 8 && measure.Fill >= 0.6f)
            {
                fullColumns++;
            }
        }

        // Columns that are not set on one grid have more lines than there are rows through all of them.
        if (most > lines * 1.3f)
        {
            return Reading.Columns;
        }

        var rowsWithCells = 0;
        foreach (var band in segment.Lines)
        {
            rowsWithCells += band.Items.Count > 1 ? 1 : 0;
        }

        // Few rows of three cells and more, each narrower than any column of text.
        if (columns.Count >= LeastCells && lines is >= 2 and <= MostRowsOfWideCells && rowsWithCells == lines && widestColumn < em * MostCellWidth)
        {
            return Reading.Table;
        }

        if (shortColumns * 2 >= columns.Count && rowsWithCells * 2 >= lines)
        {
            return lines >= 2 && rowsWithCells >= 2 ? Reading.Table : Reading.Rows;
        }

        return lines == 2 && fullColumns == 0 && widest < em * 2 ? Reading.Rows : Reading.Columns;
    }

    private static bool IsOneRow(Band band)
    {
        float top = float.MaxValue, bottom = float.MinValue;
        foreach (var item in band.Items)
        {
            top = Math.Min(top, item.Box.Top);
            bottom = Math.Max(bottom, item.Box.Bottom);
            if (item.Run is null)
            {
                return false;
            }
        }

        return top > bottom;
    }
}

/// <summary>How the lines of a column are set.</summary>
/// <param name="Width">Points.</param>
/// <param name="Fill">Mean share of the width that a line fills.</param>
internal readonly record struct Measure(int Rows, float Width, float Fill, float GlyphsPerRow)
{
    public static Measure Of(List<Item> column)
    {
        float left = float.MaxValue, right = float.MinValue, sum = 0;
        var glyphs = 0;
        var rows = 0;
        var bottom = float.MaxValue;
        foreach (var item in column)
        {
            left = Math.Min(left, item.Box.Left);
            right = Math.Max(right, item.Box.Right);
            sum += item.Box.Width;
            glyphs += item.Weight;
            if (item.Box.CenterY < bottom)
            {
                rows++;
                bottom = item.Box.Bottom;
            }
        }

        var width = Math.Max(right - left, 0.1f);
        return new Measure(rows, width, sum / (width * Math.Max(rows, 1)), (float)glyphs / Math.Max(rows, 1));
    }
}
