namespace NewsExtract.BulletinPrinter.Fonts;

internal static class CffSubset
{
    public static byte[] Create(FontFile font, IReadOnlyList<int> glyphs, string name) => throw new NotSupportedException(name + font.UnitsPerEm + glyphs.Count);
}
