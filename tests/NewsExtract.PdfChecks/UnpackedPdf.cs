using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsExtract.PdfChecks;

/// <summary>Files of the bulletin printer with their streams unpacked, so that damage reaches contents, fonts and maps.</summary>
internal static partial class UnpackedPdf
{
    /// <returns>The file as it is where its writer is another.</returns>
    public static byte[] Of(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        if (!text.Contains("/Producer (NewsExtract.BulletinPrinter)", StringComparison.Ordinal))
        {
            return file;
        }

        var output = new StringBuilder();
        var growths = new List<(int End, int Length)>();
        var place = 0;
        foreach (Match head in PackedStream().Matches(text))
        {
            var end = head.Index + head.Length + int.Parse(head.Groups["length"].Value, CultureInfo.InvariantCulture);
            var content = Inflate(file[(head.Index + head.Length)..end]);
            var before = output.Length + head.Index - place;
            output.Append(text, place, head.Index - place).Append(CultureInfo.InvariantCulture, $" /Length {content.Length} >>\nstream\n").Append(content);
            growths.Add((end, output.Length - before - (end - head.Index)));
            place = end;
        }

        var table = text.LastIndexOf("\nxref\n", StringComparison.Ordinal);
        output.Append(text, place, table - place);
        output.Append(Offset().Replace(text[table..], offset => Moved(offset.ValueSpan).ToString(new string('0', offset.Length), CultureInfo.InvariantCulture)));
        return Encoding.Latin1.GetBytes(output.ToString());

        int Moved(ReadOnlySpan<char> offset)
        {
            var old = int.Parse(offset, CultureInfo.InvariantCulture);
            return old + growths.Where(growth => growth.End <= old).Sum(growth => growth.Length);
        }
    }

    private static string Inflate(byte[] packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        zlib.CopyTo(content);
        return Encoding.Latin1.GetString(content.ToArray());
    }

    // << /Length1 20040 /Filter /FlateDecode /Length 446 >>
    [GeneratedRegex(@" /Filter /FlateDecode /Length (?<length>\d+) >>\nstream\n", RegexOptions.CultureInvariant)]
    private static partial Regex PackedStream();

    // 0000002602 00000 n, and the number below startxref
    [GeneratedRegex(@"\d{10}(?= 00000 n)|(?<=startxref\n)\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
