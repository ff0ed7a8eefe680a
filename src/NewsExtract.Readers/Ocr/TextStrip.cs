using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Where a line of text stands in a picture: a rectangle turned by less than 45°.</summary>
/// <param name="Length">Pixels along the turned x axis.</param>
/// <param name="Thickness">Pixels along the turned y axis; more than <paramref name="Length"/> for a column of vertical text.</param>
/// <param name="Angle">Radians, clockwise as the picture's y axis points down.</param>
internal readonly record struct TextStrip(Point2f Center, float Length, float Thickness, float Angle)
{
    private const float Tall = 1.5f;

    /// <summary>Higher than wide: vertical text, or a single narrow character.</summary>
    public bool IsTall => Thickness > Tall * Length;

    /// <summary>The corner left and above at (0, 0), that right and below at (1, 1).</summary>
    public Point2f At(float across, float down)
    {
        var x = (across - 0.5f) * Length;
        var y = (down - 0.5f) * Thickness;
        var (sin, cos) = MathF.SinCos(Angle);
        return new Point2f(Center.X + (x * cos) - (y * sin), Center.Y + (x * sin) + (y * cos));
    }

    /// <summary>Clockwise from the upper left one.</summary>
    public Point2f[] Corners => [At(0, 0), At(1, 0), At(1, 1), At(0, 1)];

    public TextStrip Grow(float distance) => this with { Length = Length + (2 * distance), Thickness = Thickness + (2 * distance) };

    public static TextStrip Of(RotatedRect rectangle)
    {
        var (length, thickness, angle) = (rectangle.Size.Width, rectangle.Size.Height, rectangle.Angle);
        while (angle > 45)
        {
            (length, thickness, angle) = (thickness, length, angle - 90);
        }

        while (angle <= -45)
        {
            (length, thickness, angle) = (thickness, length, angle + 90);
        }

        return new TextStrip(rectangle.Center, length, thickness, angle * MathF.PI / 180);
    }

    /// <summary>The least rectangle around the points that is turned by <paramref name="angle"/>.</summary>
    public static TextStrip Around(ReadOnlySpan<Point> points, float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        float left = float.MaxValue, right = float.MinValue, top = float.MaxValue, bottom = float.MinValue;
        foreach (var point in points)
        {
            var x = (point.X * cos) + (point.Y * sin);
            var y = (point.Y * cos) - (point.X * sin);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        var (middle, height) = ((left + right) / 2, (top + bottom) / 2);
        return new TextStrip(new Point2f((middle * cos) - (height * sin), (middle * sin) + (height * cos)), right - left, bottom - top, angle);
    }
}
