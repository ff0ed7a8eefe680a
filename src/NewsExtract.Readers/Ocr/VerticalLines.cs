using System.Collections.Immutable;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>
/// Reads columns of vertical text. The network reads rows: the column is cut between its characters and they are laid side by
/// side (<see cref="StackedColumn"/>). A tall strip may also be a row that was turned by a quarter, clockwise.
/// </summary>
internal static class VerticalLines
{
    /// <summary>Upright characters that are read this surely are no turned row: it need not be tried.</summary>
    private const float Sure = 0.95f;

    /// <summary>Turned columns are readable as well, but less surely than upright; turned rows are no text at all when cut.</summary>
    private const float TurnedLead = 0.1f;

    /// <summary>Figures that are read less surely are none.</summary>
    private const float Doubtful = 0.7f;

    public static OcrLine Read(TextRecognizer recognizer, Mat page, TextStrip strip)
    {
        var corners = strip.Corners;
        using var column = LinePictures.CutColumn(page, strip, TextRecognizer.Height * 4 / 3);
        var (upright, isWhole) = StackedColumn.Read(recognizer, column);
        if (!isWhole || Score(upright) < Sure)
        {
            using var turned = new Mat();
            Cv2.Rotate(column, turned, RotateFlags.Rotate90Counterclockwise);
            using var line = LinePictures.Scale(turned, TextRecognizer.Height);
            var row = recognizer.Read(line);
            var lead = Score(row) - Score(upright);
            if (lead > TurnedLead || (lead > 0 && !row.Any(IsWide)))
            {
                // The heads of the row's characters point to the right: its top edge is the column's right one.
                return new OcrLine(Points([corners[1], corners[2], corners[3], corners[0]]), row, IsVertical: false);
            }

            upright = WithTurnedFigures(upright, row);
        }

        return new OcrLine(Points(corners), upright, IsVertical: true);
    }

    /// <summary>
    /// Figures lie on their side in many columns (8.4% in 增长8.4%), where cut they are no characters or others: 8 is ∞. Those of the turned
    /// row are taken where nothing was read that is surer, and no figure: turned, an upright 3 may be read too.
    /// </summary>
    internal static ImmutableArray<OcrCharacter> WithTurnedFigures(ImmutableArray<OcrCharacter> upright, ImmutableArray<OcrCharacter> row)
    {
        var merged = upright.ToList();
        for (var start = 0; start < row.Length; start++)
        {
            var end = start;
            while (end < row.Length && IsFigure(row[end]))
            {
                end++;
            }

            if (end > start)
            {
                var (run, top, bottom) = (row[start..end], row[start].Start, row[end - 1].End);
                var there = merged.Where(character => (character.Start + character.End) / 2 is var middle && middle > top && middle < bottom).ToList();
                if (!there.Any(IsFigure) && Score(run) > Math.Max(Doubtful, Score([.. there])))
                {
                    merged.RemoveAll(there.Contains);
                    merged.InsertRange(merged.TakeWhile(character => character.Start < top).Count(), run);
                }

                start = end;
            }
        }

        return [.. merged];
    }

    private static bool IsFigure(OcrCharacter character) => character.Text[0] is (>= '0' and <= '9') or (>= '０' and <= '９') or '%' or '％' or '.';

    private static bool IsWide(OcrCharacter character) => character.Text[0] >= 0x2E80;

    private static ImmutableArray<PixelPoint> Points(Point2f[] corners) => [.. corners.Select(corner => new PixelPoint(corner.X, corner.Y))];

    private static float Score(ImmutableArray<OcrCharacter> characters) => characters.IsEmpty ? 0 : characters.Average(character => character.Confidence);
}
