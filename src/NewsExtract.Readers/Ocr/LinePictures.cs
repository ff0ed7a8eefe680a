using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Cuts lines out of the picture of a page and straightens them.</summary>
internal static class LinePictures
{
    private const int LeastWidth = 8;

    /// <summary>The strip as a picture of the given height, upright and squeezed.</summary>
    public static Mat Cut(Mat page, TextStrip strip, int height)
    {
        var native = new Size(Math.Max(1, (int)MathF.Round(strip.Length)), Math.Max(1, (int)MathF.Round(strip.Thickness)));
        Point2f[] target = [new(0, 0), new(native.Width, 0), new(native.Width, native.Height), new(0, native.Height)];
        using var transform = Cv2.GetPerspectiveTransform(strip.Corners, target);
        using var cut = new Mat();
        Cv2.WarpPerspective(page, cut, transform, native, InterpolationFlags.Linear, BorderTypes.Replicate);
        return Scale(cut, height);
    }

    /// <summary>The strip as a picture of the given width, upright: a column.</summary>
    public static Mat CutColumn(Mat page, TextStrip strip, int width)
    {
        var size = new Size(width, Math.Max(1, (int)MathF.Round(strip.Thickness * width / Math.Max(1, strip.Length))));
        Point2f[] target = [new(0, 0), new(size.Width, 0), new(size.Width, size.Height), new(0, size.Height)];
        using var transform = Cv2.GetPerspectiveTransform(strip.Corners, target);
        var cut = new Mat();
        Cv2.WarpPerspective(page, cut, transform, size, InterpolationFlags.Linear, BorderTypes.Replicate);
        return cut;
    }

    /// <summary>As the network takes it: of the given height and squeezed.</summary>
    public static Mat Scale(Mat picture, int height)
    {
        var line = new Mat();
        var width = Math.Max(LeastWidth, (int)MathF.Round(TextRecognizer.Squeeze * picture.Width * height / picture.Height));
        Cv2.Resize(picture, line, new Size(width, height), interpolation: picture.Height > height ? InterpolationFlags.Area : InterpolationFlags.Cubic);
        return line;
    }
}
