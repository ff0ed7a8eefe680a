using System.Globalization;
using System.Text;
using NewsExtract.BulletinPrinter.Fonts;

namespace NewsExtract.BulletinPrinter.Pdf;

/// <summary>A font of a PDF file: the glyphs used get codes from 1 as they come; written as Type0, Identity-H or -V, subset, with ToUnicode.</summary>
internal sealed class EmbeddedFont(FontFace face)
{
    private readonly Dictionary<(int Glyph, Rune Character), int> _codes = [];
    private readonly List<(int Glyph, Rune Character)> _used = [];

    public FontFace Face { get; } = face;

    public int Code(Rune character)
    {
        var key = (Face.Outlines.Glyph(character), character);
        if (!_codes.TryGetValue(key, out var code))
        {
            _used.Add(key);
            _codes[key] = code = _used.Count;
        }

        return code;
    }

    /// <returns>The number of the Type0 font's object.</returns>
    public int Write(PdfFile file, bool vertical)
    {
        var glyphs = _used.ConvertAll(used => used.Glyph);
        var name = $"{Tag()}+{Face.Name}";
        var isCff = Face.Outlines.IsCff;
        var program = isCff
            ? file.AddStream("/Subtype /CIDFontType0C", CffSubset.Create(Face.Outlines, glyphs, name))
            : AddTrueType(file, TrueTypeSubset.Create(Face.Outlines, glyphs));
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [-100 -200 1100 950] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV {(Face.Name.Contains("Bold", StringComparison.Ordinal) ? 140 : 80)} /{(isCff ? "FontFile3" : "FontFile2")} {program} 0 R >>");
        var widths = string.Join(' ', glyphs.Select(glyph => Face.Outlines.Advance(glyph).ToString("0.##", CultureInfo.InvariantCulture)));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /{(isCff ? "CIDFontType0" : "CIDFontType2")} /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [1 [{widths}]]{(isCff ? "" : " /CIDToGIDMap /Identity")} >>");
        var toUnicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-{(vertical ? 'V' : 'H')} /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>");
    }

    private static int AddTrueType(PdfFile file, byte[] program) => file.AddStream($"/Length1 {program.Length}", program);

    // Six capitals that tell this subset of the face from another, PDF 32000-1, 9.6.4.
    private string Tag()
    {
        uint hash = 2166136261;
        foreach (var (glyph, _) in _used)
        {
            hash = (hash ^ (uint)glyph) * 16777619;
        }

        return string.Create(6, hash, static (tag, value) =>
        {
            for (var i = 0; i < tag.Length; i++, value /= 26)
            {
                tag[i] = (char)('A' + value % 26);
            }
        });
    }

    private string ToUnicode()
    {
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (var start = 0; start < _used.Count; start += 100)
        {
            var part = _used.Skip(start).Take(100).ToList();
            text.Append(CultureInfo.InvariantCulture, $"{part.Count} beginbfchar\n");
            for (var i = 0; i < part.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"<{start + i + 1:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(part[i].Character.ToString()))}>\n");
            }

            text.Append("endbfchar\n");
        }

        return text.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
