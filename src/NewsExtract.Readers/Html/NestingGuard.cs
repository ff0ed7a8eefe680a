namespace NewsExtract.Readers.Html;

/// <summary>
/// Estimates how deep a page nests before it is parsed: the parser looks through all open elements at many a tag, so that its time
/// grows with their number.
/// </summary>
internal static class NestingGuard
{
    /// <summary>Open elements at once; browsers close those beyond 512.</summary>
    public const int MaxDepth = 1500;

    // They close one another, or hold nothing.
    private static readonly HashSet<string> s_selfClosing = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body",
        "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "param", "source", "track", "wbr", "frame", "image", "keygen", "bgsound", "basefont",
    };

    // What stands in them is no markup.
    private static readonly string[] s_raw = ["script", "style", "textarea", "title"];

    public static bool IsTooDeep(string html)
    {
        var names = s_selfClosing.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, drawings = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i))
        {
            if (string.CompareOrdinal(html, i, "<!--", 0, 4) == 0)
            {
                i = End(html, "-->", i + 4);
                continue;
            }

            var closes = html[i + 1] == '/';
            var start = closes ? i + 2 : i + 1;
            i = start;
            while (i < html.Length && i - start < 24 && (char.IsAsciiLetterOrDigit(html[i]) || html[i] is '-' or ':'))
            {
                i++;
            }

            var name = html.AsSpan(start, i - start);
            if (name.IsEmpty || names.Contains(name))
            {
                continue;
            }

            if (!closes && Array.Find(s_raw, raw => html.AsSpan(start, i - start).Equals(raw, StringComparison.OrdinalIgnoreCase)) is { } raw)
            {
                i = End(html, "</" + raw, i);
                continue;
            }

            // <path … />: closes itself in a drawing, and nowhere else.
            drawings = name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? Math.Max(0, drawings + (closes ? -1 : 1)) : drawings;
            i = End(html, ">", i);
            depth = closes ? Math.Max(0, depth - 1) : drawings > 0 && html[Math.Min(i, html.Length) - 2] == '/' ? depth : depth + 1;
            if (depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static int End(string html, string mark, int start) =>
        html.IndexOf(mark, Math.Min(start, html.Length), StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found + mark.Length : html.Length;
}
