using System.Globalization;
using System.Text;

namespace NewsExtract.Readers.Tests.Pdf;

/// <summary>Writes small PDF files by hand, for what no writing library makes: odd fonts, encodings and boxes.</summary>
internal static class PdfBytes
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>A font that is not embedded, with a predefined CMap such as GBK-EUC-H.</summary>
    public static string ChineseFont(string encoding) =>
        $"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>";

    public const string WesternFont = "<< /Type /Font /Subtype /TrueType /BaseFont /SimSun /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [WIDTHS] /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 32 /FontBBox [0 -200 1000 860] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 860 /StemV 80 >> >>";

    /// <summary>12 pt text at a place, in GBK: <c>Show("通讯", 72, 700)</c>.</summary>
    public static string Show(string text, double x, double y, double size = 12) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{Convert.ToHexString(Gbk.GetBytes(text))}> Tj ET\n");

    /// <param name="contents">The content stream of each page.</param>
    /// <param name="page">More entries of every page, such as /Rotate 90.</param>
    /// <param name="information">The entries of the information dictionary, in Latin-1.</param>
    public static byte[] Write(string font, IReadOnlyList<string> contents, string page = "", string information = "")
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {contents.Count} /Kids [{string.Join(' ', contents.Select((_, index) => $"{5 + (index * 2)} 0 R"))}] >>",
            font.Replace("WIDTHS", string.Join(' ', Enumerable.Repeat("500", 256)), StringComparison.Ordinal),
            $"<< {information} >>",
        ];
        for (var i = 0; i < contents.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + (i * 2)} 0 R >>");
            objects.Add($"<< /Length {contents[i].Length} >>\nstream\n{contents[i]}\nendstream");
        }

        return Assemble(objects, "/Info 4 0 R");
    }

    /// <param name="objects">1 to n, in Latin-1; the first is the catalog.</param>
    /// <param name="trailer">More entries of the trailer.</param>
    public static byte[] Assemble(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        foreach (var body in objects)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
