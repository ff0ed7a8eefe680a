using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Readers.Ocr;

/// <summary>Maps places in a picture to points on its page, as they are and with the page's skew taken out.</summary>
/// <param name="Skew">Radians, clockwise.</param>
internal readonly record struct PictureFrame(ScannedPage Scan, float Skew)
{
    /// <summary>Of the line's box, in points.</summary>
    public float Thickness(OcrLine line) => line.IsVertical
        ? Distance(line.Corners[0], line.Corners[1]) * ScaleX
        : Distance(line.Corners[0], line.Corners[3]) * ScaleY;

    /// <summary>Along the line, in points.</summary>
    public float Length(OcrLine line) => line.IsVertical
        ? Distance(line.Corners[0], line.Corners[3]) * ScaleY
        : Distance(line.Corners[0], line.Corners[1]) * ScaleX;

    /// <param name="cell">Where the character starts and ends, as shares of the line's length.</param>
    /// <param name="share">Of the line's thickness that the character takes, in its middle.</param>
    public (Box Straight, Box Place) Place(OcrLine line, (float Start, float End) cell, float share)
    {
        var (near, far) = ((1 - share) / 2, (1 + share) / 2);
        var (start, end) = cell;
        ReadOnlySpan<PixelPoint> corners = line.IsVertical
            ? [At(line, near, start), At(line, far, start), At(line, far, end), At(line, near, end)]
            : [At(line, start, near), At(line, end, near), At(line, end, far), At(line, start, far)];
        var place = BoxOf(corners, 0);
        return (Skew == 0 ? place : BoxOf(corners, Skew), place);
    }

    /// <summary>Around points of the picture, with the page's skew taken out.</summary>
    public Box Straighten(ReadOnlySpan<PixelPoint> points) => BoxOf(points, Skew);

    private float ScaleX => Scan.Place.Width / Scan.Picture.Width;

    private float ScaleY => Scan.Place.Height / Scan.Picture.Height;

    private static float Distance(PixelPoint a, PixelPoint b) => MathF.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    // Between the corners: across from the left edge, down from the top.
    private static PixelPoint At(OcrLine line, float across, float down)
    {
        var c = line.Corners;
        return new PixelPoint(
            Mix(Mix(c[0].X, c[1].X, across), Mix(c[3].X, c[2].X, across), down),
            Mix(Mix(c[0].Y, c[1].Y, across), Mix(c[3].Y, c[2].Y, across), down));
    }

    private static float Mix(float a, float b, float share) => a + ((b - a) * share);

    private Box BoxOf(ReadOnlySpan<PixelPoint> corners, float skew)
    {
        var (sin, cos) = MathF.SinCos(-skew);
        var (middleX, middleY) = (Scan.Picture.Width / 2f, Scan.Picture.Height / 2f);
        Box? box = null;
        foreach (var corner in corners)
        {
            var (x, y) = (corner.X - middleX, corner.Y - middleY);
            var left = Scan.Place.Left + (((x * cos) - (y * sin) + middleX) * ScaleX);
            var top = Scan.Place.Top - (((x * sin) + (y * cos) + middleY) * ScaleY);
            var point = new Box(left, top, left, top);
            box = box?.Union(point) ?? point;
        }

        return box!.Value;
    }
}
