using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>
/// Finds lines of text: differentiable binarization (Liao et al. 2020). The network marks shrunken lines; each mark is grown back
/// by its area and perimeter. Unlike PaddleOCR, marks that are too short to show their own direction take the page's.
/// </summary>
internal sealed class TextDetector(InferenceSession session)
{
    /// <summary>Pixels of the longer side that the network sees at most.</summary>
    private const int LongSide = 1536;

    private const int Multiple = 32;
    private const float Threshold = 0.3f;
    private const float BoxThreshold = 0.6f;
    private const float GrowRatio = 1.5f;

    /// <summary>Pixels of the network's map; less is noise.</summary>
    private const float LeastSide = 3;

    /// <summary>A mark this many times as long as thick shows its direction.</summary>
    private const float LongAspect = 4;

    private const int MostStrips = 5000;

    // Means and deviations of ImageNet, applied to blue, green, red as PaddleOCR does.
    private static readonly float[] s_means = [0.485f, 0.456f, 0.406f];
    private static readonly float[] s_deviations = [0.229f, 0.224f, 0.225f];

    /// <returns>From the top, in the picture's pixels.</returns>
    public List<TextStrip> Find(Mat picture)
    {
        var shrink = Math.Min(1, (float)LongSide / Math.Max(picture.Width, picture.Height));
        var size = new Size(Round(picture.Width * shrink), Round(picture.Height * shrink));
        using var shrunk = new Mat();
        Cv2.Resize(picture, shrunk, size, interpolation: shrink < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);
        using var map = Run(shrunk);
        var strips = FindMarks(map);
        var (scaleX, scaleY) = ((float)picture.Width / size.Width, (float)picture.Height / size.Height);
        return [.. strips.Select(strip => strip with
        {
            Center = new Point2f(strip.Center.X * scaleX, strip.Center.Y * scaleY),
            Length = strip.Length * scaleX,
            Thickness = strip.Thickness * scaleY,
        })];
    }

    private static int Round(float length) => Math.Max(Multiple, (int)MathF.Round(length / Multiple) * Multiple);

    private Mat Run(Mat picture)
    {
        var input = Tensors.FromPicture(picture, picture.Width, s_means, s_deviations);
        using var value = OrtValue.CreateTensorValueFromMemory(input, [1, 3, picture.Height, picture.Width]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, [session.InputNames[0]], [value], [session.OutputNames[0]]);
        var map = new Mat(picture.Height, picture.Width, MatType.CV_32FC1);
        outputs[0].GetTensorDataAsSpan<float>().CopyTo(map.AsSpan<float>());
        return map;
    }

    private static List<TextStrip> FindMarks(Mat map)
    {
        using var marks = new Mat();
        Cv2.Compare(map, Threshold, marks, CmpTypes.GT);
        Cv2.FindContours(marks, out var contours, out _, RetrievalModes.External, ContourApproximationModes.ApproxSimple);
        var candidates = new List<(Point[] Contour, TextStrip Strip)>();
        foreach (var contour in contours)
        {
            if (contour.Length < 3 || candidates.Count == MostStrips)
            {
                continue;
            }

            var strip = TextStrip.Of(Cv2.MinAreaRect(contour));
            if (Math.Min(strip.Length, strip.Thickness) >= LeastSide && Mean(map, contour) >= BoxThreshold)
            {
                candidates.Add((contour, strip));
            }
        }

        var skew = Skew([.. candidates.Select(candidate => candidate.Strip)]);
        return [.. candidates
            .Select(candidate => IsLong(candidate.Strip) ? candidate.Strip : TextStrip.Around(candidate.Contour, skew))
            .Select(strip => strip.Grow(strip.Length * strip.Thickness * GrowRatio / (2 * (strip.Length + strip.Thickness))))
            .OrderBy(strip => strip.Center.Y).ThenBy(strip => strip.Center.X)];
    }

    private static bool IsLong(TextStrip strip) => strip.Length > LongAspect * strip.Thickness || strip.Thickness > LongAspect * strip.Length;

    /// <summary>The angle at which half of the length of all long lines stands lower and half higher; 0 when there are none.</summary>
    internal static float Skew(IReadOnlyCollection<TextStrip> strips)
    {
        var lines = strips.Where(IsLong).OrderBy(strip => strip.Angle).ToList();
        var half = lines.Sum(strip => Math.Max(strip.Length, strip.Thickness)) / 2;
        foreach (var line in lines)
        {
            half -= Math.Max(line.Length, line.Thickness);
            if (half <= 0)
            {
                return line.Angle;
            }
        }

        return 0;
    }

    private static double Mean(Mat map, Point[] contour)
    {
        var bounds = Cv2.BoundingRect(contour);
        using var region = new Mat(map, bounds);
        using var mask = new Mat(bounds.Height, bounds.Width, MatType.CV_8UC1, Scalar.Black);
        Cv2.FillPoly(mask, [contour.Select(point => new Point(point.X - bounds.X, point.Y - bounds.Y))], Scalar.White);
        return Cv2.Mean(region, mask).Val0;
    }
}
