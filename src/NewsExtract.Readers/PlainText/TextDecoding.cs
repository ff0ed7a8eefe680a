using System.Text;
using UtfUnknown;

namespace NewsExtract.Readers.PlainText;

/// <summary>Bytes to characters: a byte order mark, then strict UTF-8, then UTF-16 without a mark, then what UTF.Unknown says.</summary>
internal static class TextDecoding
{
    // Fewer bytes than this in ten thousand may be damaged before another encoding is likelier.
    private const int MaxDamagePerTenThousand = 100;

    // What the detector reads; it slows down on large files and learns nothing more.
    private const int DetectionLength = 64 * 1024;

    private static readonly string[] s_legacy = ["gb18030", "big5"];

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="DocumentReadException">NX1003 for a name that is no encoding, NX1004 for bytes that it can't be.</exception>
    public static (string Text, string Encoding) DecodeAs(ReadOnlySpan<byte> bytes, string name)
    {
        Encoding encoding;
        try
        {
            encoding = Encoding.GetEncoding(Canonical(name));
        }
        catch (ArgumentException exception)
        {
            throw PlainTextReader.Fail("NX1003", $"'{name}' is no known encoding; try utf-8, utf-16, gb18030, gbk or big5", exception);
        }

        var body = SkipMark(bytes, encoding);
        var text = Decode(body, encoding, strict: false);
        var damage = CountReplaced(text);
        return damage * 10_000L <= (long)MaxDamagePerTenThousand * text.Length
            ? (text, encoding.WebName)
            : throw PlainTextReader.Fail("NX1004", $"{damage} of {text.Length} characters can't be {encoding.WebName}; name another encoding or leave it to detection");
    }

    /// <exception cref="DocumentReadException">NX1002 or NX1004 when nothing fits.</exception>
    public static (string Text, string Encoding) Detect(ReadOnlySpan<byte> bytes)
    {
        if (FindMark(bytes) is { } marked)
        {
            return DecodeAs(bytes, marked);
        }

        if (TryDecode(bytes, Encoding.UTF8) is { } utf8 && !utf8.Contains('\0', StringComparison.Ordinal))
        {
            return (utf8, "utf-8");
        }

        if (FindUnmarkedUtf16(bytes) is { } utf16)
        {
            return DecodeAs(bytes, utf16);
        }

        if (bytes.Contains((byte)0))
        {
            throw PlainTextReader.Fail("NX1002", "zero bytes: this is binary data, not text; give a text file");
        }

        foreach (var name in LegacyCandidates(bytes))
        {
            if (TryDecode(bytes, Encoding.GetEncoding(name)) is { } text)
            {
                return (text, name);
            }
        }

        // Damaged text: the encoding that loses least, if it loses little.
        var damaged = bytes.ToArray();
        var best = s_legacy.Prepend("utf-8")
            .Select(name => (Text: Decode(damaged, Encoding.GetEncoding(name), strict: false), Encoding: name))
            .MinBy(candidate => CountReplaced(candidate.Text));
        return CountReplaced(best.Text) * 10_000L <= (long)MaxDamagePerTenThousand * best.Text.Length
            ? best
            : throw PlainTextReader.Fail("NX1004", "the bytes fit no encoding of Chinese text (UTF-8, UTF-16, GB 18030, Big5); this is binary data, or name its encoding");
    }

    // The detector's answer first; GB 18030 accepts nearly all that is Big5, so a wrong answer there would go unnoticed.
    private static IEnumerable<string> LegacyCandidates(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, DetectionLength)].ToArray();
        var detected = CharsetDetector.DetectFromBytes(sample).Details?
            .Select(detail => Canonical(detail.EncodingName))
            .FirstOrDefault(name => s_legacy.Contains(name));
        var first = detected ?? MoreCommonCharacters(sample);
        return s_legacy.OrderBy(name => name == first ? 0 : 1);
    }

    // Too short for the detector: the reading with more of the everyday characters (的是在和国年...) is the right one.
    private static string MoreCommonCharacters(ReadOnlySpan<byte> sample)
    {
        const string Common = "的一是在和有了人中大国國年月日不为為上会會个個市省县縣区區发發業业企工业项項目本报報刊讯訊记者記，。、：";
        var best = s_legacy[0];
        var most = -1;
        foreach (var name in s_legacy)
        {
            var text = Decode(sample, Encoding.GetEncoding(name), strict: false);
            var count = text.Count(character => Common.Contains(character, StringComparison.Ordinal)) - (2 * CountReplaced(text));
            if (count > most)
            {
                (best, most) = (name, count);
            }
        }

        return best;
    }

    private static string Canonical(string name) => name.ToLowerInvariant() switch
    {
        "gbk" or "gb2312" or "gb-18030" or "gb18030" or "cp936" or "hz-gb-2312" or "x-cp20936" => "gb18030",
        "big5" or "big-5" or "cp950" or "big5-hkscs" => "big5",
        "utf8" => "utf-8",
        "utf16" or "utf-16le" => "utf-16",
        "utf-16be" => "utf-16BE",
        var other => other,
    };

    private static string? FindMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => "utf-8",
        [0xFF, 0xFE, 0x00, 0x00, ..] => "utf-32",
        [0x00, 0x00, 0xFE, 0xFF, ..] => "utf-32BE",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        _ => null,
    };

    private static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        encoding.Preamble.Length > 0 && bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes;

    // Chinese UTF-16 has its line ends and digits as 0A 00 or 00 0A, and its characters at 4E to 9F in one half.
    private static string? FindUnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }

        int little = 0, big = 0, units = 0;
        for (var i = 0; i + 1 < Math.Min(bytes.Length, DetectionLength); i += 2)
        {
            units++;
            little += IsLikely(bytes[i + 1], bytes[i]) ? 1 : 0;
            big += IsLikely(bytes[i], bytes[i + 1]) ? 1 : 0;
        }

        return (little, big) switch
        {
            _ when little * 10 >= units * 9 && little > big => "utf-16",
            _ when big * 10 >= units * 9 && big > little => "utf-16BE",
            _ => null,
        };
    }

    private static bool IsLikely(byte high, byte low) =>
        high is (>= 0x4E and <= 0x9F) or 0x30 or 0xFF or 0x20 || (high == 0 && low is >= 0x20 and < 0x7F or 0x0A or 0x0D or 0x09);

    private static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return Decode(bytes, encoding, strict: true);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding, bool strict) =>
        Encoding.GetEncoding(
            encoding.CodePage,
            EncoderFallback.ExceptionFallback,
            strict ? DecoderFallback.ExceptionFallback : new DecoderReplacementFallback("\uFFFD")).GetString(bytes);

    private static int CountReplaced(string text) => text.Count(character => character == '\uFFFD');
}
