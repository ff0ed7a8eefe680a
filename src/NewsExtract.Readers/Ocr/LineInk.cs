namespace NewsExtract.Readers.Ocr;

/// <summary>Which places of a line are printed, by the picture.</summary>
internal readonly struct LineInk
{
    /// <summary>Of the way from the darkest place of a line to its paper.</summary>
    private const float Light = 0.6f;

    private readonly PagePicture _picture;
    private readonly OcrLine _line;
    private readonly int _darkest;

    public LineInk(PagePicture picture, OcrLine line)
    {
        _picture = picture;
        _line = line;
        int darkest = 255, lightest = 0;
        for (var across = 0.005f; across < 1; across += 0.01f)
        {
            for (var down = 0f; down <= 1; down += 0.1f)
            {
                var shade = ShadeAt(across, down);
                (darkest, lightest) = (Math.Min(darkest, shade), Math.Max(lightest, shade));
            }
        }

        _darkest = darkest + (int)((lightest - darkest) * Light);
    }

    /// <summary>Pixels between the outermost printed places of a part of the line, both ways, and whether nothing is printed amid them; 0 when nothing is printed at all.</summary>
    /// <param name="start">Share of the line's length.</param>
    /// <param name="end">Share of the line's length.</param>
    public (float Width, float Height, bool IsHollow) Extent(float start, float end)
    {
        var (length, thickness) = (Length, Distance(0, 3));
        var (left, right, top, bottom) = (float.MaxValue, float.MinValue, float.MaxValue, float.MinValue);
        for (var y = 0f; y < thickness; y++)
        {
            for (var x = start * length; x <= end * length; x++)
            {
                if (ShadeAt(x / length, y / thickness) <= _darkest)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                }
            }
        }

        return right < left ? default : (right - left + 1, bottom - top + 1, ShadeAt((left + right) / 2 / length, (top + bottom) / 2 / thickness) > _darkest);
    }

    /// <summary>Of the line, in pixels.</summary>
    public float Length => Distance(0, 1);

    private float Distance(int from, int to)
    {
        var (a, b) = (_line.Corners[from], _line.Corners[to]);
        return MathF.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
    }

    private int ShadeAt(float across, float down)
    {
        var (a, b, d) = (_line.Corners[0], _line.Corners[1], _line.Corners[3]);
        var x = (int)(a.X + (across * (b.X - a.X)) + (down * (d.X - a.X)));
        var y = (int)(a.Y + (across * (b.Y - a.Y)) + (down * (d.Y - a.Y)));
        return x < 0 || y < 0 || x >= _picture.Width || y >= _picture.Height ? 255 : _picture.Pixels[(((y * _picture.Width) + x) * 3) + 1];
    }
}
