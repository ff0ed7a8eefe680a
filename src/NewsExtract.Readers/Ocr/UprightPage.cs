using System.Collections.Immutable;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pdf;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Rights pages that lie on their side or upside down in the scanner.</summary>
internal static class UprightPage
{
    /// <summary>A page whose characters reach more on the average, in rows that run to the right, is upright.</summary>
    private const float SureConfidence = 0.8f;

    /// <summary>An engine is as sure as this of characters that are none.</summary>
    private const float Guessed = 0.5f;

    /// <summary>Another turn has to be so much better.</summary>
    private const float Better = 1.5f;

    /// <param name="lines">What was read off the page as it lies.</param>
    /// <returns>Quarter turns, counter-clockwise, after which the page is upright.</returns>
    public static int FindTurn(IOcrEngine engine, PagePicture picture, ImmutableArray<OcrLine> lines, CancellationToken cancellation)
    {
        if (IsUpright(lines))
        {
            return 0;
        }

        // The middle of the page tells, for a quarter of the time.
        using var page = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC3, picture.Pixels);
        using var middle = new Mat(page, new Rect(picture.Width / 4, picture.Height / 4, Math.Max(1, picture.Width / 2), Math.Max(1, picture.Height / 2)));
        var best = 0;
        var most = 0f;
        for (var quarters = 0; quarters < 4; quarters++)
        {
            var score = Score(engine.Recognize(Turn(middle, quarters), cancellation));
            if (score > most * Better)
            {
                (best, most) = (quarters, score);
            }
        }

        return best;
    }

    public static ScannedPage Turn(ScannedPage scan, PageTurn turn)
    {
        using var picture = Mat.FromPixelData(scan.Picture.Height, scan.Picture.Width, MatType.CV_8UC3, scan.Picture.Pixels);
        return new ScannedPage(Turn(picture, turn.Quarters), turn.Turn(scan.Place));
    }

    private static bool IsUpright(ImmutableArray<OcrLine> lines)
    {
        var (all, across, vertical, sum, starts, ends) = (0, 0, 0, 0f, 0, 0);
        foreach (var line in lines)
        {
            all += line.Characters.Length;
            across += !line.IsVertical && Math.Abs(line.Corners[1].Y - line.Corners[0].Y) > Math.Abs(line.Corners[1].X - line.Corners[0].X) ? line.Characters.Length : 0;
            sum += line.Characters.Sum(character => character.Confidence);
            if (line.IsVertical)
            {
                vertical += line.Characters.Length;
                starts += IsClosingMark(line.Characters[0]) ? 1 : 0;
                ends += IsClosingMark(line.Characters[^1]) ? 1 : 0;
            }
        }

        // 。表代席出: columns that begin with marks are rows read from their ends.
        var isBackward = vertical * 2 > all && starts > ends;
        return all > 0 && across * 2 < all && !isBackward && sum >= SureConfidence * all;
    }

    private static bool IsClosingMark(OcrCharacter character) => character.Text[0] is '，' or '。' or '、' or '；' or '：' or '”' or '）' or '》';

    private static float Score(ImmutableArray<OcrLine> lines) => lines
        .Where(line => line.IsVertical || line.Corners[1].X > line.Corners[0].X + Math.Abs(line.Corners[1].Y - line.Corners[0].Y))
        .Sum(line => line.Characters.Sum(character => Math.Max(0, character.Confidence - Guessed)));

    private static PagePicture Turn(Mat picture, int quarters)
    {
        if (quarters == 0)
        {
            using var copy = picture.Clone();
            return PagePictures.Of(copy);
        }

        using var turned = new Mat();
        Cv2.Rotate(picture, turned, quarters switch { 1 => RotateFlags.Rotate90Counterclockwise, 2 => RotateFlags.Rotate180, _ => RotateFlags.Rotate90Clockwise });
        return PagePictures.Of(turned);
    }
}
