using System.Text;
using System.Text.RegularExpressions;
using NewsExtract.Readers.PlainText;

namespace NewsExtract.Readers.Html;

/// <summary>
/// Bytes of a page to characters: a byte order mark, strict UTF-8, what a meta element states, then the detection of plain text.
/// UTF-8 goes before the meta element because pages saved anew keep the old one.
/// </summary>
internal static partial class HtmlDecoding
{
    private const int MetaLimit = 8 * 1024;

    /// <exception cref="DocumentReadException">NX1002 to NX1004, as for text.</exception>
    public static (string Text, string Encoding) Decode(DocumentSource source)
    {
        var bytes = source.Bytes.Span;
        if (source.Encoding is { } name)
        {
            return TextDecoding.DecodeAs(bytes, name);
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..] || IsUtf8(bytes))
        {
            return TextDecoding.Detect(bytes);
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaLimit)]);
        if (Charset().Match(head) is { Success: true } charset && !charset.Groups[1].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                return TextDecoding.DecodeAs(bytes, charset.Groups[1].Value);
            }
            catch (DocumentReadException)
            {
                // The page is not what it states, or states what nobody knows; its bytes tell.
            }
        }

        return TextDecoding.Detect(bytes);
    }

    // <meta charset="gb2312">, <meta http-equiv=Content-Type content="text/html; charset=gbk">, <?xml version="1.0" encoding="big5"?>
    [GeneratedRegex("""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
