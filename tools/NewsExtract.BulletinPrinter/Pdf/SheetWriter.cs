using System.Globalization;
using System.Text;
using NewsExtract.BulletinPrinter.Fonts;
using NewsExtract.BulletinPrinter.Setting;

namespace NewsExtract.BulletinPrinter.Pdf;

/// <summary>In which order a page's content stream shows its text.</summary>
internal enum StreamOrder
{
    /// <summary>Article by article, column by column.</summary>
    Natural,

    /// <summary>From the page's top to its bottom, left to right through all columns.</summary>
    Row,

    /// <summary>Character by character, shuffled with a fixed seed.</summary>
    Random,
}

/// <summary>Writes sheets as a PDF file.</summary>
internal static class SheetWriter
{
    public static byte[] Write(IReadOnlyList<Sheet> sheets, StreamOrder order, string title)
    {
        var file = new PdfFile();
        var fonts = new SortedDictionary<string, (EmbeddedFont Font, bool Vertical, int Number)>(StringComparer.Ordinal);
        var pages = file.Reserve();
        var resources = file.Reserve();
        var picture = sheets.Any(sheet => sheet.Pictures.Count > 0) ? file.AddStream("/Type /XObject /Subtype /Image /Width 48 /Height 32 /ColorSpace /DeviceGray /BitsPerComponent 8", Shade()) : 0;
        var kids = new List<int>();
        var random = new Random(20240101);
        foreach (var sheet in sheets)
        {
            var content = file.AddStream("", Encoding.ASCII.GetBytes(Content(sheet, order, fonts, random)));
            kids.Add(file.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {sheet.Width:0.##} {sheet.Height:0.##}] /Resources {resources} 0 R /Contents {content} 0 R >>")));
        }

        var fontEntries = string.Join(' ', fonts.Values.ToList().Select(entry => $"/F{entry.Number} {entry.Font.Write(file, entry.Vertical)} 0 R"));
        file.Set(resources, $"<< /Font << {fontEntries} >>{(picture == 0 ? "" : $" /XObject << /Im1 {picture} 0 R >>")} >>");
        file.Set(pages, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        return file.ToBytes(file.Add($"<< /Type /Catalog /Pages {pages} 0 R >>"), title);
    }

    private static string Content(Sheet sheet, StreamOrder order, SortedDictionary<string, (EmbeddedFont Font, bool Vertical, int Number)> fonts, Random random)
    {
        var content = new StringBuilder();
        foreach (var rule in sheet.Rules)
        {
            content.Append(CultureInfo.InvariantCulture, $"0.35 g {rule.Left:0.##} {sheet.Height - rule.Bottom:0.##} {rule.Width:0.##} {rule.Height:0.##} re f\n");
        }

        foreach (var area in sheet.Pictures)
        {
            content.Append(CultureInfo.InvariantCulture, $"q {area.Width:0.##} 0 0 {area.Height:0.##} {area.Left:0.##} {sheet.Height - area.Bottom:0.##} cm /Im1 Do Q\n");
        }

        content.Append("0 g\nBT\n");
        foreach (var (glyphs, vertical) in Runs(sheet, order, random))
        {
            Append(content, sheet.Height, glyphs, vertical, fonts);
        }

        return content.Append("ET\n").ToString();
    }

    private static IEnumerable<(IReadOnlyList<PlacedGlyph> Glyphs, bool Vertical)> Runs(Sheet sheet, StreamOrder order, Random random)
    {
        switch (order)
        {
            case StreamOrder.Natural:
                return sheet.Lines.Select(line => (line.Glyphs, line.Vertical));
            case StreamOrder.Row:
                return sheet.Lines.OrderBy(line => Math.Round(line.Top)).ThenBy(line => line.Left).Select(line => (line.Glyphs, line.Vertical));
            case StreamOrder.Random:
                var single = sheet.Lines.SelectMany(line => line.Glyphs.Select(glyph => ((IReadOnlyList<PlacedGlyph>)[glyph], line.Vertical))).ToArray();
                random.Shuffle(single);
                return single;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order, "unknown order");
        }
    }

    // Each run of one face is one TJ; the numbers in it are what justification added, in thousandths of an em.
    private static void Append(StringBuilder content, double height, IReadOnlyList<PlacedGlyph> glyphs, bool vertical, SortedDictionary<string, (EmbeddedFont Font, bool Vertical, int Number)> fonts)
    {
        for (var start = 0; start < glyphs.Count;)
        {
            var first = glyphs[start];
            var (font, _, number) = Find(fonts, first.Face, vertical);
            var (x, y) = vertical ? (first.X + first.Size / 2, height - first.Top) : (first.X, height - first.Baseline);
            content.Append(CultureInfo.InvariantCulture, $"/F{number} {first.Size:0.##} Tf 1 0 0 1 {x:0.##} {y:0.##} Tm [<");
            var end = start;
            var pen = vertical ? first.Top : first.X;
            while (end < glyphs.Count && glyphs[end].Face == first.Face && glyphs[end].Size == first.Size)
            {
                var glyph = glyphs[end++];
                var gap = Math.Round(((vertical ? glyph.Top : glyph.X) - pen) / glyph.Size * 1000);
                if (gap != 0)
                {
                    content.Append(CultureInfo.InvariantCulture, $"> {(vertical ? gap : -gap):0} <");
                    pen += gap * glyph.Size / 1000;
                }

                content.Append(CultureInfo.InvariantCulture, $"{font.Code(glyph.Character):X4}");
                pen += vertical ? glyph.Size : glyph.Advance;
            }

            content.Append(">] TJ\n");
            start = end;
        }
    }

    private static (EmbeddedFont Font, bool Vertical, int Number) Find(SortedDictionary<string, (EmbeddedFont Font, bool Vertical, int Number)> fonts, FontFace face, bool vertical)
    {
        var key = face.Name + (vertical ? "-V" : "");
        if (!fonts.TryGetValue(key, out var entry))
        {
            fonts[key] = entry = (new EmbeddedFont(face), vertical, fonts.Count + 1);
        }

        return entry;
    }

    // A hill under a sky: any grey picture would do.
    private static byte[] Shade()
    {
        var pixels = new byte[48 * 32];
        for (var y = 0; y < 32; y++)
        {
            for (var x = 0; x < 48; x++)
            {
                var hill = 18 + 6 * Math.Sin(x / 7.0);
                pixels[48 * y + x] = (byte)(y > hill ? 110 - 2 * (y - hill) : 215 - y);
            }
        }

        return pixels;
    }
}
