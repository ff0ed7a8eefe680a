using System.Globalization;
using System.Text;
using NewsExtract.BulletinPrinter.Setting;

namespace NewsExtract.BulletinPrinter.Pdf;

/// <summary>What a file prints, for whoever measures its reading.</summary>
internal static class GroundTruth
{
    /// <summary>The printed lines in true reading order, a form feed between pages; running heads first and last.</summary>
    public static string Text(IReadOnlyList<Sheet> sheets) => string.Join('\f', sheets.Select(sheet => string.Concat(sheet.Lines.Select(line => line.Text + "\n"))));

    /// <summary>A row a character: page from 1, character, left, bottom, right and top of its em box in points from the page's left and bottom.</summary>
    public static string Boxes(IReadOnlyList<Sheet> sheets)
    {
        var table = new StringBuilder("page\tcharacter\tleft\tbottom\tright\ttop\n");
        foreach (var (index, sheet) in sheets.Index())
        {
            foreach (var (glyph, vertical) in sheet.Lines.SelectMany(line => line.Glyphs.Select(glyph => (glyph, line.Vertical))))
            {
                var right = glyph.X + (vertical ? glyph.Size : glyph.Advance);
                table.Append(CultureInfo.InvariantCulture, $"{index + 1}\t{glyph.Character}\t{glyph.X:0.##}\t{sheet.Height - glyph.Bottom:0.##}\t{right:0.##}\t{sheet.Height - glyph.Top:0.##}\n");
            }
        }

        return table.ToString();
    }
}
