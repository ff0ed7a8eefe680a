namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Boxes by the square of the page in which their centre lies, to look for neighbours.</summary>
internal sealed class GlyphGrid
{
    // Of more boxes in one square only the first are looked at: type that is printed over itself must not cost a look at each pair.
    private const int MostPerCell = 24;
    private const int MostCells = 1 << 18;
    private readonly Box[] _boxes;
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly float _left;
    private readonly float _bottom;
    private readonly float _cell;
    private readonly int _columns;
    private readonly int _rows;

    /// <param name="cell">Side of a square in points.</param>
    public GlyphGrid(Box[] boxes, float cell)
    {
        _boxes = boxes;
        float left = float.MaxValue, bottom = float.MaxValue, right = float.MinValue, top = float.MinValue;
        foreach (var box in boxes)
        {
            left = Math.Min(left, box.CenterX);
            bottom = Math.Min(bottom, box.CenterY);
            right = Math.Max(right, box.CenterX);
            top = Math.Max(top, box.CenterY);
        }

        var width = Math.Max(right - left, 1);
        var height = Math.Max(top - bottom, 1);
        _cell = Math.Max(Math.Max(cell, 1), MathF.Sqrt(width * height / MostCells));
        _cell = Math.Max(_cell, Math.Max(width, height) / MostCells);
        _left = left;
        _bottom = bottom;
        _columns = (int)(width / _cell) + 1;
        _rows = (int)(height / _cell) + 1;
        _starts = new int[(_columns * _rows) + 1];
        foreach (var box in boxes)
        {
            _starts[CellOf(box) + 1]++;
        }

        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        _items = new int[boxes.Length];
        var filled = new int[_columns * _rows];
        for (var i = 0; i < boxes.Length; i++)
        {
            var cellIndex = CellOf(boxes[i]);
            _items[_starts[cellIndex] + filled[cellIndex]++] = i;
        }
    }

    /// <summary>The box that follows <paramref name="index"/> on its line with the least gap, at most <paramref name="reach"/> points away; −1 when there is none.</summary>
    public int Right(int index, float reach, out float gap)
    {
        var box = _boxes[index];
        var best = -1;
        gap = reach;
        var half = box.Height / 2;
        for (var row = RowOf(box.CenterY - half); row <= RowOf(box.CenterY + half); row++)
        {
            // A wide neighbour's centre lies further off than its left edge.
            for (var column = ColumnOf(box.CenterX); column <= ColumnOf(box.Right + reach + (box.Height * 0.6f)); column++)
            {
                var start = _starts[(row * _columns) + column];
                var end = Math.Min(_starts[(row * _columns) + column + 1], start + MostPerCell);
                for (var i = start; i < end; i++)
                {
                    var other = _items[i];
                    if (other == index || !AreOnOneLine(box, _boxes[other]) || _boxes[other].CenterX <= box.CenterX)
                    {
                        continue;
                    }

                    var distance = _boxes[other].Left - box.Right;
                    if (distance <= gap && (best < 0 || distance < gap || other < best))
                    {
                        gap = distance;
                        best = other;
                    }
                }
            }
        }

        return best;
    }

    /// <summary>They share most of the lower one's height.</summary>
    public static bool AreOnOneLine(in Box box, in Box other) => box.OverlapY(other) > Math.Min(box.Height, other.Height) * 0.55f;

    private int CellOf(in Box box) => (RowOf(box.CenterY) * _columns) + ColumnOf(box.CenterX);

    private int RowOf(float y) => Math.Clamp((int)((y - _bottom) / _cell), 0, _rows - 1);

    private int ColumnOf(float x) => Math.Clamp((int)((x - _left) / _cell), 0, _columns - 1);
}
