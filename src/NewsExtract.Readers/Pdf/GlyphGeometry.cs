using NewsExtract.Readers.Pages;
using UglyToad.PdfPig.Content;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// The em box of a letter from its base line, advance and size. The library's own boxes are the ink's, the font's bounding box where
/// the font is not embedded, and flat or upside down for Type 3 fonts.
/// </summary>
internal static class GlyphGeometry
{
    /// <summary>How far the em box reaches below the base line, as CJK fonts have it.</summary>
    private const double Descent = 0.12;
    private const double Ascent = 1 - Descent;

    public static float Size(Letter letter)
    {
        var size = Math.Abs(letter.PointSize);
        if (double.IsFinite(size) && size > 0)
        {
            return (float)size;
        }

        var height = letter.BoundingBox.Height;
        return double.IsFinite(height) && height > 0 ? (float)height : 0;
    }

    /// <summary>The quarter turns, counter-clockwise, that make the letter's base line run to the right.</summary>
    public static int QuarterTurns(Letter letter)
    {
        var x = letter.EndBaseLine.X - letter.StartBaseLine.X;
        var y = letter.EndBaseLine.Y - letter.StartBaseLine.Y;
        return Math.Abs(x) >= Math.Abs(y) ? (x < 0 ? 2 : 0) : y < 0 ? 1 : 3;
    }

    public static Box EmBox(Letter letter, float size)
    {
        var start = letter.StartBaseLine;
        double x = letter.EndBaseLine.X - start.X, y = letter.EndBaseLine.Y - start.Y;
        var length = Math.Sqrt((x * x) + (y * y));
        var (unitX, unitY) = length > 0 ? (x / length, y / length) : (1, 0);
        // The normal of the base line points to the letter's top.
        double upX = -unitY * size, upY = unitX * size;
        return Bound(
            start.X - (upX * Descent), start.Y - (upY * Descent), start.X + (upX * Ascent), start.Y + (upY * Ascent),
            letter.EndBaseLine.X - (upX * Descent), letter.EndBaseLine.Y - (upY * Descent), letter.EndBaseLine.X + (upX * Ascent), letter.EndBaseLine.Y + (upY * Ascent));
    }

    /// <summary>
    /// The em box of a letter set vertically. The library moves the letter by the font's position vector (half an em to the left, 0.88
    /// down) without scaling it by the size; the letter hangs centred from where it stood before.
    /// </summary>
    public static Box VerticalEmBox(Letter letter, float size)
    {
        // The vector is in text space: where the size stands in the text matrix (1 Tf, 12 0 0 12 Tm) it has been scaled by that.
        var scale = letter.FontSize > 0 ? size / letter.FontSize : 1;
        var centre = letter.StartBaseLine.X + (0.5 * scale);
        var top = letter.StartBaseLine.Y + (0.88 * scale);
        return new Box((float)(centre - (size / 2)), (float)(top - size), (float)(centre + (size / 2)), (float)top);
    }

    private static Box Bound(params ReadOnlySpan<double> points)
    {
        double left = points[0], right = left, bottom = points[1], top = bottom;
        for (var i = 2; i < points.Length; i += 2)
        {
            left = Math.Min(left, points[i]);
            right = Math.Max(right, points[i]);
            bottom = Math.Min(bottom, points[i + 1]);
            top = Math.Max(top, points[i + 1]);
        }

        return new Box((float)left, (float)bottom, (float)right, (float)top);
    }
}
