using System.Collections.Immutable;
using NewsExtract.Readers.Pages;
using UglyToad.PdfPig.Content;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>Turns the pages of one document into their contents. Not safe for concurrent use.</summary>
internal sealed class PdfPageReader
{
    /// <summary>Most characters of a page that are read; a newspaper's page has some 10,000.</summary>
    public const int MaxGlyphs = 200_000;

    /// <summary>Type below this size, in points, is there for machines.</summary>
    private const float LeastSize = 0.5f;

    private readonly FontTable _fonts = new();

    public PageContent Read(PdfPage page, FormFields form)
    {
        var visible = new Box(0, 0, (float)page.Width, (float)page.Height);
        var (letters, quarters) = ReadLetters(page, visible);
        var (fields, fieldFailure) = ReadFields(page, form);
        // A field that was printed on the page as well is there once.
        var glyphs = DuplicateFilter.Filter([.. GbkRepair.Repair(letters), .. fields.Where(field => IsOn(visible, field.Box))]);
        var printed = MoveBlanks(glyphs);
        // A scan with a typed note on it is a scan.
        var isBare = letters.TrueForAll(letter => IsBlank(letter.Text));
        var readable = printed.Length == 0 || TextQuality.IsReadable(printed);
        var turn = new PageTurn(quarters, visible.Right, visible.Top);
        var (pictures, rules, failure) = ReadDrawings(page, visible);
        return new PageContent
        {
            Number = page.Number,
            Width = turn.IsSideways ? visible.Top : visible.Right,
            Height = turn.IsSideways ? visible.Right : visible.Top,
            Turn = turn,
            Glyphs = Turn(printed, turn),
            Pictures = Turn(pictures, turn),
            Rules = Turn(rules, turn),
            TextSource = printed.Length > 0 ? PageTextSource.Embedded : PageTextSource.None,
            Defect = !readable ? PageTextDefect.Unreadable : isBare && (pictures.Length > 0 || (printed.Length == 0 && (page.Paths.Count > 0 || failure is not null))) ? PageTextDefect.Missing : PageTextDefect.None,
            Diagnostics =
            [
                .. page.Letters.Count > MaxGlyphs ? [PdfDiagnostics.TooManyGlyphs(page.Number, page.Letters.Count, MaxGlyphs)] : ImmutableArray<Diagnostic>.Empty,
                .. failure is null ? ImmutableArray<Diagnostic>.Empty : [failure],
                .. fieldFailure is null ? ImmutableArray<Diagnostic>.Empty : [fieldFailure],
            ],
        };
    }

    private static (List<Glyph> Fields, Diagnostic? Failure) ReadFields(PdfPage page, FormFields form)
    {
        try
        {
            return (form.Read(page), null);
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            return ([], PdfDiagnostics.FailedFields(page.Number, exception));
        }
    }

    // What is drawn helps to order the text; a broken picture must not cost it.
    private static (Box[] Pictures, Box[] Rules, Diagnostic? Failure) ReadDrawings(PdfPage page, Box visible)
    {
        try
        {
            return (PageDrawings.Pictures(page, visible), PageDrawings.Rules(page, visible), null);
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            return ([], [], PdfDiagnostics.FailedDrawings(page.Number, exception));
        }
    }

    // Blanks stay for now: the repair of GBK bytes needs them.
    private (List<Glyph> Letters, int Quarters) ReadLetters(PdfPage page, Box visible)
    {
        var letters = page.Letters;
        var count = Math.Min(letters.Count, MaxGlyphs);
        var glyphs = new List<Glyph>(count);
        Span<int> turns = stackalloc int[4];
        for (var i = 0; i < count; i++)
        {
            var letter = letters[i];
            var size = GlyphGeometry.Size(letter);
            if (size < LeastSize || string.IsNullOrEmpty(letter.Value))
            {
                continue;
            }

            var face = _fonts.Find(letter);
            var isVertical = (face.Traits & GlyphTraits.Vertical) != 0;
            var box = isVertical ? GlyphGeometry.VerticalEmBox(letter, size) : GlyphGeometry.EmBox(letter, size);
            if (!IsOn(visible, box))
            {
                continue;
            }

            var isBlank = IsBlank(letter.Value);
            var text = isBlank ? letter.Value : IdeographRepair.Repair(letter.Value.Trim());
            turns[isVertical || isBlank ? 0 : GlyphGeometry.QuarterTurns(letter)] += isBlank ? 0 : 1;
            var traits = face.Traits | (letter.RenderingMode is UglyToad.PdfPig.Core.TextRenderingMode.FillThenStroke ? GlyphTraits.Bold : 0);
            glyphs.Add(new Glyph(text, box, size, traits, face.Number));
        }

        var most = 0;
        for (var quarters = 1; quarters < 4; quarters++)
        {
            most = turns[quarters] > turns[most] ? quarters : most;
        }

        return (glyphs, most);
    }

    // NaN compares false and is off the page.
    private static bool IsOn(Box visible, Box box) =>
        box.CenterX >= visible.Left && box.CenterX <= visible.Right && box.CenterY >= visible.Bottom && box.CenterY <= visible.Top
        && float.IsFinite(box.Width) && float.IsFinite(box.Height);

    private static bool IsBlank(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character) && character is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                return false;
            }
        }

        return true;
    }

    private static Glyph[] MoveBlanks(List<Glyph> glyphs)
    {
        var printed = new List<Glyph>(glyphs.Count);
        var blank = GlyphTraits.None;
        foreach (var glyph in glyphs)
        {
            if (IsBlank(glyph.Text))
            {
                blank = GlyphTraits.SpaceBefore;
                continue;
            }

            printed.Add(blank == 0 ? glyph : glyph with { Traits = glyph.Traits | blank });
            blank = GlyphTraits.None;
        }

        return [.. printed];
    }

    private static Glyph[] Turn(Glyph[] glyphs, PageTurn turn)
    {
        if (turn.Quarters != 0)
        {
            for (var i = 0; i < glyphs.Length; i++)
            {
                glyphs[i] = glyphs[i] with { Box = turn.Turn(glyphs[i].Box) };
            }
        }

        return glyphs;
    }

    private static Box[] Turn(Box[] boxes, PageTurn turn) => turn.Quarters == 0 ? boxes : Array.ConvertAll(boxes, turn.Turn);
}
