using System.Text;
using NewsExtract.BulletinPrinter.Fonts;

namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>A character on a page. In points from the page's left and top.</summary>
/// <param name="Baseline">Of horizontal type; of vertical type the em box's bottom is Size below its top.</param>
internal readonly record struct PlacedGlyph(Rune Character, FontFace Face, double X, double Baseline, double Size, double Advance)
{
    public double Top => Baseline - 0.88 * Size;

    public double Bottom => Baseline + 0.12 * Size;
}

/// <summary>A printed line, its glyphs in reading order.</summary>
/// <param name="Furniture">A running head or foot.</param>
internal sealed record PlacedLine(IReadOnlyList<PlacedGlyph> Glyphs, bool Furniture = false, bool Vertical = false)
{
    public double Top => Glyphs.Min(glyph => glyph.Top);

    public double Left => Glyphs.Min(glyph => glyph.X);

    public string Text => string.Concat(Glyphs.Select(glyph => glyph.Character.ToString()));
}

/// <summary>A rectangle in points from the page's left and top; a rule or the place of a picture.</summary>
internal readonly record struct Area(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}

/// <summary>A printed page.</summary>
internal sealed class Sheet(double width, double height)
{
    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>In true reading order.</summary>
    public List<PlacedLine> Lines { get; } = [];

    public List<Area> Pictures { get; } = [];

    /// <summary>Thin filled areas.</summary>
    public List<Area> Rules { get; } = [];

    public void AddFrame(Area area)
    {
        const double Thickness = 0.6;
        Rules.Add(area with { Height = Thickness });
        Rules.Add(area with { Top = area.Bottom - Thickness, Height = Thickness });
        Rules.Add(area with { Width = Thickness });
        Rules.Add(area with { Left = area.Right - Thickness, Width = Thickness });
    }
}
