using System.Collections.Immutable;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>
/// Reads columns of vertical text. The network reads rows only: the column is cut between its characters and they are laid side by
/// side. A tall strip may also be a turned row of Latin or digits; the better of both readings counts.
/// </summary>
internal static class VerticalLines
{
    public static OcrLine Read(TextRecognizer recognizer, Mat page, TextStrip strip)
    {
        var corners = strip.Corners;
        using var column = LinePictures.CutColumn(page, strip, TextRecognizer.Height);
        var upright = ReadStacked(recognizer, column);
        using var turned = new Mat();
        Cv2.Rotate(column, turned, RotateFlags.Rotate90Counterclockwise);
        var row = recognizer.Read(turned);
        if (Score(row) > Score(upright))
        {
            // Read from below: the row's top edge is the column's left one.
            return new OcrLine(Points([corners[3], corners[0], corners[1], corners[2]]), row, IsVertical: false);
        }

        return new OcrLine(Points(corners), upright, IsVertical: true);
    }

    private static ImmutableArray<PixelPoint> Points(Point2f[] corners) => [.. corners.Select(corner => new PixelPoint(corner.X, corner.Y))];

    private static float Score(ImmutableArray<OcrCharacter> characters) => characters.IsEmpty ? 0 : characters.Average(character => character.Confidence);

    private static ImmutableArray<OcrCharacter> ReadStacked(TextRecognizer recognizer, Mat column)
    {
        var cuts = ColumnCutter.Cut(Ink(column), column.Width);
        var count = cuts.Count - 1;
        var cell = Math.Max(column.Width, Enumerable.Range(0, count).Max(i => cuts[i + 1] - cuts[i]));
        using var row = new Mat(cell, count * cell, MatType.CV_8UC3, Background(column));
        for (var i = 0; i < count; i++)
        {
            using var character = new Mat(column, new Rect(0, cuts[i], column.Width, cuts[i + 1] - cuts[i]));
            using var place = new Mat(row, new Rect((i * cell) + ((cell - character.Width) / 2), (cell - character.Height) / 2, character.Width, character.Height));
            character.CopyTo(place);
        }

        using var line = LinePictures.Scale(row, TextRecognizer.Height);
        return [.. recognizer.Read(line).Where(character => character.Text != " ").Select(character => OnColumn(character, cuts))];
    }

    // Characters come from single cells, whatever the network says of their width.
    private static OcrCharacter OnColumn(OcrCharacter character, List<int> cuts)
    {
        var index = Math.Clamp((int)((character.Start + character.End) / 2 * (cuts.Count - 1)), 0, cuts.Count - 2);
        return character with { Start = (float)cuts[index] / cuts[^1], End = (float)cuts[index + 1] / cuts[^1] };
    }

    private static Scalar Background(Mat column)
    {
        using var edge = new Mat(column, new Rect(0, 0, 2, column.Height));
        return Cv2.Mean(edge);
    }

    // How far each row of pixels differs from the ground.
    private static float[] Ink(Mat column)
    {
        using var gray = new Mat();
        Cv2.CvtColor(column, gray, ColorConversionCodes.BGR2GRAY);
        var ground = Background(column);
        var level = ((float)ground.Val0 * 0.114f) + ((float)ground.Val1 * 0.587f) + ((float)ground.Val2 * 0.299f);
        var ink = new float[gray.Height];
        for (var y = 0; y < ink.Length; y++)
        {
            foreach (var pixel in gray.RowSpan<byte>(y))
            {
                ink[y] += Math.Abs(pixel - level) / 255;
            }
        }

        return ink;
    }
}
