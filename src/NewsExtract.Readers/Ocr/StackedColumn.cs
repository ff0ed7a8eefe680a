using System.Collections.Immutable;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Lays the characters of a vertical column side by side, as the network reads them.</summary>
internal static class StackedColumn
{
    /// <summary>Of the ink that the column's darkest line of pixels holds; less is dust.</summary>
    private const float Dust = 0.04f;

    /// <summary>Em of a column as a share of the width of its ink.</summary>
    private const float EmShare = 1.06f;

    /// <summary>Of the strip's width; columns of digits alone are narrower than their type.</summary>
    private const float LeastEm = 0.5f;

    /// <summary>Side of a cell in em.</summary>
    private const float Side = 1.1f;

    /// <summary>Ink of a mark in em, at most.</summary>
    private const float Mark = 0.5f;

    /// <returns>What was read, and whether each cell with ink gave a character.</returns>
    public static (ImmutableArray<OcrCharacter> Characters, bool IsWhole) Read(TextRecognizer recognizer, Mat column)
    {
        using var row = Lay(column, out var cuts, out var inked);
        using var line = LinePictures.Scale(row, TextRecognizer.Height);
        var characters = recognizer.Read(line).Where(character => !string.IsNullOrWhiteSpace(character.Text)).Select(character => OnColumn(character, cuts, column.Height)).ToArray();
        WriteRounds(characters);
        return ([.. characters], characters.Length >= inked);
    }

    /// <summary>
    /// Rounds that stand alone in their cells, by what stands beside them: the 0 of 2〇18 (〇 is never printed among such digits) and the
    /// 。 of 下降° (a degree follows a figure).
    /// </summary>
    internal static void WriteRounds(Span<OcrCharacter> characters)
    {
        for (var start = 0; start < characters.Length;)
        {
            if (characters[start].Text == "°" && (start == 0 || !IsDigit(characters[start - 1])))
            {
                characters[start] = characters[start] with { Text = "。" };
            }

            var end = start;
            var hasDigits = false;
            while (end < characters.Length && (IsRound(characters[end]) || IsDigit(characters[end])))
            {
                hasDigits |= IsDigit(characters[end]);
                end++;
            }

            for (; start < end; start++)
            {
                characters[start] = hasDigits && IsRound(characters[start]) ? characters[start] with { Text = "0" } : characters[start];
            }

            start++;
        }
    }

    private static bool IsRound(OcrCharacter character) => character.Text is "〇" or "○" or "O" or "o";

    private static bool IsDigit(OcrCharacter character) => character.Text[0] is (>= '0' and <= '9') or (>= '０' and <= '９');

    /// <summary>One cell a character, square, from the top.</summary>
    /// <param name="inked">How many cells are not empty.</param>
    internal static Mat Lay(Mat column, out List<int> cuts, out int inked)
    {
        inked = 0;
        var ground = Background(column);
        using var ink = Ink(column, ground);
        var across = Extent(Profile(ink, ReduceDimension.Row));
        var em = Math.Max(EmShare * across.Length, LeastEm * column.Width);
        cuts = ColumnCutter.Cut(Profile(ink, ReduceDimension.Column), em);
        var side = (int)MathF.Ceiling(Side * em);
        var row = new Mat(side, (cuts.Count - 1) * side, MatType.CV_8UC3, ground);
        for (var i = 0; i < cuts.Count - 1; i++)
        {
            using var cell = new Mat(row, new Rect(i * side, 0, side, side));
            using var ofCell = ink.RowRange(cuts[i], Math.Min(cuts[i + 1], ink.Height));
            var x = Extent(Profile(ofCell, ReduceDimension.Row));
            var y = Extent(Profile(ofCell, ReduceDimension.Column));
            if (x.Length == 0 || y.Length == 0)
            {
                continue;
            }

            inked++;
            var center = Place(x.Center - across.Center, y.Center - (Math.Min(em, cuts[i + 1] - cuts[i]) / 2), Math.Max(x.Length, y.Length), em);
            using var character = new Mat(column, new Rect(x.Start, cuts[i] + y.Start, Math.Min(x.Length, side), Math.Min(y.Length, side)));
            using var target = new Mat(cell, new Rect(Fit(center.X, character.Width, side), Fit(center.Y, character.Height, side), character.Width, character.Height));
            character.CopyTo(target);
        }

        return row;
    }

    /// <summary>
    /// Where the middle of a cell's ink goes, from the middle of the cell. ，。、 stand in the upper right of a column's cell and in the lower
    /// left of a row's.
    /// </summary>
    private static Point2f Place(float x, float y, int extent, float em)
    {
        var isMark = extent < Mark * em && x > 0.15f * em && y < -0.1f * em;
        return isMark ? new Point2f(x - (0.6f * em), y + (0.6f * em)) : new Point2f(x, y);
    }

    private static int Fit(float center, int length, int side) => Math.Clamp((int)MathF.Round((side / 2f) + center - (length / 2f)), 0, side - length);

    // Characters come from single cells, whatever the network says of their width.
    private static OcrCharacter OnColumn(OcrCharacter character, List<int> cuts, float height)
    {
        var index = Math.Clamp((int)((character.Start + character.End) / 2 * (cuts.Count - 1)), 0, cuts.Count - 2);
        return character with { Start = cuts[index] / height, End = Math.Min(1, cuts[index + 1] / height) };
    }

    private static Scalar Background(Mat column)
    {
        using var edge = new Mat(column, new Rect(0, 0, 2, column.Height));
        return Cv2.Mean(edge);
    }

    // How far each pixel differs from the ground; grain and what JPEG adds left out.
    private static Mat Ink(Mat column, Scalar ground)
    {
        using var difference = new Mat();
        Cv2.Absdiff(column, ground, difference);
        using var gray = new Mat();
        Cv2.CvtColor(difference, gray, ColorConversionCodes.BGR2GRAY);
        var ink = new Mat();
        Cv2.Threshold(gray, ink, 48, 0, ThresholdTypes.Tozero);
        return ink;
    }

    // Ink of each row of pixels (Column: what is left is one column) or of each column of pixels.
    private static float[] Profile(Mat ink, ReduceDimension dimension)
    {
        using var sums = new Mat();
        Cv2.Reduce(ink, sums, dimension, ReduceTypes.Sum, MatType.CV_32F);
        var profile = new float[sums.Width * sums.Height];
        for (var i = 0; i < profile.Length; i++)
        {
            profile[i] = (dimension == ReduceDimension.Row ? sums.At<float>(0, i) : sums.At<float>(i, 0)) / 255;
        }

        return profile;
    }

    private static InkExtent Extent(float[] profile)
    {
        var least = Math.Max(0.2f, Dust * profile.Max());
        var first = Array.FindIndex(profile, value => value >= least);
        return first < 0 ? default : new InkExtent(first, Array.FindLastIndex(profile, value => value >= least) + 1);
    }

    private readonly record struct InkExtent(int Start, int End)
    {
        public int Length => End - Start;

        public float Center => (Start + End) / 2f;
    }
}
