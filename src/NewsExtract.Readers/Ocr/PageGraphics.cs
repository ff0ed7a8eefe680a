using System.Collections.Immutable;
using NewsExtract.Readers.Pages;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>What is printed on the picture of a page and is no text, in points on the page with its skew taken out.</summary>
/// <param name="Photos">Wide areas that are no paper and no text, from the top.</param>
/// <param name="Rules">Upright lines, as they part columns.</param>
internal sealed record PageGraphics(Box[] Photos, Box[] Rules)
{
    /// <summary>Pixels of the longer side of the copy that is looked at.</summary>
    private const int LongSide = 600;

    /// <summary>So much darker than paper, of 255.</summary>
    private const int Darker = 22;

    /// <summary>White within a photograph that does not part it, in pixels of the copy.</summary>
    private const int Bridge = 5;

    /// <summary>Lines of a frame or a table are broken by so many pixels, before bridging.</summary>
    private const int Thin = 3;

    /// <summary>Pixels of the copy: more than the stroke of a letter.</summary>
    private const int LeastRule = 40;

    /// <summary>Pixels of the copy that are looked at beside a rule.</summary>
    private const int Beside = 2;

    /// <summary>Of the picture's sides.</summary>
    private const float LeastSide = 0.05f;
    private const float MostArea = 0.85f;

    /// <summary>Of the area around it that a photograph fills.</summary>
    private const float LeastFill = 0.6f;

    public static PageGraphics Find(PagePicture picture, ImmutableArray<OcrLine> lines, PictureFrame frame)
    {
        using var page = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC3, picture.Pixels);
        var shrink = Math.Min(1, (float)LongSide / Math.Max(picture.Width, picture.Height));
        var size = new Size(Math.Max(1, (int)(picture.Width * shrink)), Math.Max(1, (int)(picture.Height * shrink)));
        using var small = new Mat();
        Cv2.Resize(page, small, size, interpolation: InterpolationFlags.Area);
        using var gray = new Mat();
        Cv2.CvtColor(small, gray, ColorConversionCodes.BGR2GRAY);
        var paper = Paper(gray);
        var rules = Contours(gray, paper, (MorphTypes.Open, 1, LeastRule)).Where(contour => IsRule(gray, contour, paper - Darker));
        var straightRules = rules.Select(Straighten).OrderBy(box => box.Left).ThenByDescending(box => box.Top).ToArray();
        Erase(gray, lines, shrink, paper);
        var photos = Contours(gray, paper, (MorphTypes.Open, Thin, Thin), (MorphTypes.Close, Bridge, Bridge)).Where(contour => IsPhoto(contour, size));
        return new PageGraphics([.. photos.Select(Straighten).OrderByDescending(box => box.Top).ThenBy(box => box.Left)], straightRules);

        Box Straighten(Point[] contour) => frame.Straighten([.. contour.Select(point => new PixelPoint((point.X + 0.5f) / shrink, (point.Y + 0.5f) / shrink))]);
    }

    private static Point[][] Contours(Mat gray, int paper, params (MorphTypes Operation, int Width, int Height)[] steps)
    {
        using var dark = new Mat();
        Cv2.Threshold(gray, dark, paper - Darker, 255, ThresholdTypes.BinaryInv);
        foreach (var (operation, width, height) in steps)
        {
            using var kernel = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(width, height));
            Cv2.MorphologyEx(dark, dark, operation, kernel);
        }

        Cv2.FindContours(dark, out var contours, out _, RetrievalModes.External, ContourApproximationModes.ApproxSimple);
        return contours;
    }

    // Thin, with paper at both sides: no edge of a photograph.
    private static bool IsRule(Mat gray, Point[] contour, int darkest)
    {
        var bounds = Cv2.BoundingRect(contour);
        return bounds.Width <= Thin && IsPaper(bounds.Left - Beside) && IsPaper(bounds.Right);

        bool IsPaper(int left)
        {
            var beside = new Rect(left, bounds.Top, Beside, bounds.Height).Intersect(new Rect(0, 0, gray.Width, gray.Height));
            if (beside.Width < Beside)
            {
                return false;
            }

            using var region = new Mat(gray, beside);
            return Cv2.Mean(region).Val0 > darkest;
        }
    }

    private static bool IsPhoto(Point[] contour, Size size)
    {
        var bounds = Cv2.BoundingRect(contour);
        return bounds.Width >= LeastSide * size.Width && bounds.Height >= LeastSide * size.Height
            && (long)bounds.Width * bounds.Height <= MostArea * size.Width * size.Height
            && Cv2.ContourArea(contour) >= LeastFill * bounds.Width * bounds.Height;
    }

    // The shade that is most frequent in the lighter half.
    private static int Paper(Mat gray)
    {
        var counts = new int[256];
        var height = gray.Height;
        for (var y = 0; y < height; y++)
        {
            foreach (var shade in gray.RowSpan<byte>(y))
            {
                counts[shade]++;
            }
        }

        return Enumerable.Range(128, 128).MaxBy(shade => counts[shade]);
    }

    private static void Erase(Mat gray, ImmutableArray<OcrLine> lines, float shrink, int paper)
    {
        foreach (var line in lines)
        {
            Point[] corners = [.. line.Corners.Select(corner => new Point(corner.X * shrink, corner.Y * shrink))];
            Cv2.FillConvexPoly(gray, corners, new Scalar(paper));
            Cv2.Polylines(gray, [corners], isClosed: true, new Scalar(paper), thickness: 2);
        }
    }
}
