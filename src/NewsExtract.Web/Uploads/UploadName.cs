using System.Globalization;
using System.Text;

namespace NewsExtract.Web.Uploads;

/// <summary>What of a name that a browser sends is kept: a name for people, which leads nowhere.</summary>
internal static class UploadName
{
    /// <summary>UTF-8 bytes; file systems take 255.</summary>
    private const int MostBytes = 180;

    /// <summary><c>../../etc/签约.PDF</c> becomes <c>签约.PDF</c>; an ending that is none of the format's is followed by one that is.</summary>
    public static string Clean(string? name, UploadFormat format)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(static rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)))
        {
            kept.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
        }

        var text = kept.ToString().Trim(' ', '.');
        var ending = Array.Find(format.Endings, one => text.EndsWith(one, StringComparison.OrdinalIgnoreCase)) is { } known ? text[^known.Length..] : null;
        var stem = ending is null ? text : text[..^ending.Length].TrimEnd(' ', '.');
        while (Encoding.UTF8.GetByteCount(stem) > MostBytes)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return (stem.Length > 0 ? stem : "bulletin") + (ending ?? format.Endings[0]);
    }
}
