using System.Globalization;
using System.Text;
using NewsExtract.BulletinPrinter.Setting;

namespace NewsExtract.BulletinPrinter.Pdf;

/// <summary>What a file prints, for whoever measures its reading.</summary>
internal static class GroundTruth
{
    /// <summary>The printed lines in true reading order, a form feed between pages; running heads first and last.</summary>
    public static string Text(IReadOnlyList<Sheet> sheets) => string.Join('\f', sheets.Select(sheet => string.Concat(sheet.Lines.Select(line => line.Text + "\n"))));

    /// <summary>Every character and its em box, in the order of <see cref="Text"/>.</summary>
    public static IEnumerable<PrintedPlace> Places(IReadOnlyList<Sheet> sheets) =>
        from page in sheets.Index()
        from line in page.Item.Lines
        from glyph in line.Glyphs
        select new PrintedPlace(page.Index + 1, glyph.Character.ToString(), glyph.X, page.Item.Height - glyph.Bottom, glyph.X + (line.Vertical ? glyph.Size : glyph.Advance), page.Item.Height - glyph.Top);

    /// <summary>A row a character.</summary>
    public static string Boxes(IReadOnlyList<Sheet> sheets)
    {
        var table = new StringBuilder("page\tcharacter\tleft\tbottom\tright\ttop\n");
        foreach (var place in Places(sheets))
        {
            table.Append(CultureInfo.InvariantCulture, $"{place.Page}\t{place.Character}\t{place.Left:0.##}\t{place.Bottom:0.##}\t{place.Right:0.##}\t{place.Top:0.##}\n");
        }

        return table.ToString();
    }
}

/// <summary>A printed character and its em box, in points from the page's left and bottom.</summary>
/// <param name="Page">1-based.</param>
internal readonly record struct PrintedPlace(int Page, string Character, double Left, double Bottom, double Right, double Top)
{
    /// <summary>Whether all sides lie within a point.</summary>
    public bool IsNear(double left, double bottom, double right, double top) =>
        Math.Abs(left - Left) <= 1 && Math.Abs(bottom - Bottom) <= 1 && Math.Abs(right - Right) <= 1 && Math.Abs(top - Top) <= 1;
}
