using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Readers.Ocr;

/// <summary>Makes a page's glyphs of what an OCR engine reads off its picture.</summary>
internal static class PageRecognizer
{
    /// <summary>A page whose characters reach less on the average gets a warning.</summary>
    private const float LowConfidence = 0.85f;

    /// <summary>Of a page in radians; what is turned further was meant so.</summary>
    private const float MostSkew = 6 * MathF.PI / 180;

    /// <summary>Of an em, between a rule and the middle of what is read off it.</summary>
    private const float OnRule = 0.35f;

    /// <returns>The page without glyphs and with a line of information when nothing was found.</returns>
    public static PageContent Read(IOcrEngine engine, ScannedPage scan, PageContent page, CancellationToken cancellation)
    {
        var lines = engine.Recognize(scan.Picture, cancellation);
        var turn = new PageTurn(UprightPage.FindTurn(engine, scan.Picture, lines, cancellation), page.Width, page.Height);
        if (turn.Quarters != 0)
        {
            scan = UprightPage.Turn(scan, turn);
            lines = engine.Recognize(scan.Picture, cancellation);
        }

        var frame = new PictureFrame(scan, Skew(lines));
        var glyphs = new List<Glyph>();
        var places = new List<Box>();
        var graphics = PageGraphics.Find(scan.Picture, lines, frame);
        var sizes = TypeSizes.Measure(lines, frame);
        lines = PrintedMarks.Correct(lines, sizes, frame);
        for (var i = 0; i < lines.Length; i++)
        {
            Add(glyphs, places, frame, lines[i], sizes[i], graphics.Rules);
        }

        return page with
        {
            Width = turn.IsSideways ? page.Height : page.Width,
            Height = turn.IsSideways ? page.Width : page.Height,
            Turn = turn.Quarters == 0 ? default : turn,
            Glyphs = [.. glyphs],
            Pictures = graphics.Photos,
            Rules = page.Rules.Length > 0 ? [.. page.Rules.Select(turn.Turn)] : graphics.Rules,
            GlyphPlaces = frame.Skew == 0 ? null : [.. places.Select(turn.TurnBack)],
            TextSource = glyphs.Count > 0 ? PageTextSource.Ocr : PageTextSource.None,
            Defect = PageTextDefect.None,
            Diagnostics = [.. page.Diagnostics, .. Diagnose(engine, page.Number, glyphs)],
        };
    }

    private static ImmutableArray<Diagnostic> Diagnose(IOcrEngine engine, int number, List<Glyph> glyphs)
    {
        if (glyphs.Count == 0)
        {
            return [new Diagnostic(OcrDiagnostics.NothingFound, Severity.Info, string.Create(CultureInfo.InvariantCulture, $"page {number} was read by OCR ({engine.Id}), which found no text"))];
        }

        var mean = glyphs.Average(glyph => glyph.Confidence);
        var read = new Diagnostic(OcrDiagnostics.ReadByOcr, Severity.Info, string.Create(CultureInfo.InvariantCulture, $"page {number} was read by OCR ({engine.Id}), mean confidence {mean:0.00}"));
        return mean >= LowConfidence
            ? [read]
            : [read, new Diagnostic(OcrDiagnostics.LowConfidence, Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"page {number} is hard to read (mean confidence {mean:0.00}): check its text, or scan it again at 300 dots an inch"))];
    }

    private static void Add(List<Glyph> glyphs, List<Box> places, PictureFrame frame, OcrLine line, float size, Box[] rules)
    {
        var (length, thickness) = (frame.Length(line), frame.Thickness(line));
        if (length <= 0 || thickness <= 0)
        {
            return;
        }

        var cells = CharacterCells.Place(line.Characters, size / length);
        var traits = line.IsVertical ? GlyphTraits.Vertical : GlyphTraits.None;
        var blank = GlyphTraits.None;
        foreach (var (i, character) in line.Characters.Index())
        {
            if (string.IsNullOrWhiteSpace(character.Text))
            {
                blank = GlyphTraits.SpaceBefore;
                continue;
            }

            var (straight, place) = frame.Place(line, cells[i], size / thickness);
            if (!line.IsVertical && Array.Exists(rules, rule => IsOn(rule, straight)))
            {
                continue;
            }

            glyphs.Add(new Glyph(character.Text, straight, size, traits | blank, Font: 0, character.Confidence));
            places.Add(place);
            blank = GlyphTraits.None;
        }
    }

    // 16丨研: the rule between two columns, read as a character.
    private static bool IsOn(Box rule, Box character) =>
        Math.Abs(rule.CenterX - character.CenterX) < character.Height * OnRule && character.CenterY > rule.Bottom && character.CenterY < rule.Top;

    // The angle in the middle, each line counted by its length.
    internal static float Skew(ImmutableArray<OcrLine> lines)
    {
        var angles = lines.Where(line => !line.IsVertical && line.Characters.Length >= 5)
            .Select(line => (Angle: MathF.Atan2(line.Corners[1].Y - line.Corners[0].Y, line.Corners[1].X - line.Corners[0].X), Weight: line.Characters.Length))
            .Where(line => MathF.Abs(line.Angle) <= MostSkew)
            .OrderBy(line => line.Angle)
            .ToList();
        var half = angles.Sum(line => line.Weight) / 2f;
        foreach (var (angle, weight) in angles)
        {
            half -= weight;
            if (half <= 0)
            {
                // Less than half a pixel over a short line: straight.
                return MathF.Abs(angle) < 0.001f ? 0 : angle;
            }
        }

        return 0;
    }
}
