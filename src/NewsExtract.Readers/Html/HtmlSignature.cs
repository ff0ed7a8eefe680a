using System.Text;

namespace NewsExtract.Readers.Html;

/// <summary>Tells HTML by what it begins with, in any encoding of Chinese text.</summary>
internal static class HtmlSignature
{
    private const int ProbeLength = 16 * 1024;

    // These begin nothing but HTML; the others stand in a fragment of it and may stand in text.
    private static readonly HashSet<string> s_documents = new(StringComparer.OrdinalIgnoreCase) { "html", "head", "body", "meta", "title", "link", "script", "style", "base" };

    private static readonly HashSet<string> s_fragments = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "table", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "center", "font", "span", "br", "hr", "ul", "ol", "b", "strong", "a", "img", "figure", "form", "dl", "tr", "td", "blockquote", "pre", "iframe", "nav",
    };

    public static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Probe(bytes);
        var text = head.AsSpan();
        while (true)
        {
            text = text.TrimStart().TrimStart('\uFEFF').TrimStart();
            if (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("-->", StringComparison.Ordinal) is > 0 and var comment)
            {
                text = text[(comment + 3)..];
            }
            else if (text.StartsWith("<?", StringComparison.Ordinal) && text.IndexOf('>') is > 0 and var instruction)
            {
                text = text[(instruction + 1)..];
            }
            else
            {
                break;
            }
        }

        if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            return text[9..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase);
        }

        if (TagName(text) is not { Length: > 0 } name)
        {
            return false;
        }

        return s_documents.Contains(name) || (s_fragments.Contains(name) && HasOtherTag(text[(name.Length + 1)..]));
    }

    /// <summary>Whether it is XML of another kind; ask after <see cref="IsHtml"/>.</summary>
    public static bool IsXml(ReadOnlySpan<byte> bytes) =>
        Probe(bytes).AsSpan().TrimStart().TrimStart('\uFEFF') is var text && text.StartsWith("<?xml ", StringComparison.Ordinal) && text.IndexOf("?>", StringComparison.Ordinal) > 0;

    // The marks are ASCII, so that Latin 1 will do for what is not UTF-16.
    private static string Probe(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, ProbeLength)];
        return head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.Latin1.GetString(head[3..]),
            [(byte)'<', 0, ..] or [(byte)'\r' or (byte)'\n' or (byte)' ', 0, ..] => Encoding.Unicode.GetString(head),
            [0, (byte)'<', ..] or [0, (byte)'\r' or (byte)'\n' or (byte)' ', ..] => Encoding.BigEndianUnicode.GetString(head),
            _ => Encoding.Latin1.GetString(head),
        };
    }

    // <p> and <p class=…>, but not <编者按> or <p的值>
    private static string TagName(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<')
        {
            return "";
        }

        var end = 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end < text.Length && (text[end] is '>' or '/' || char.IsWhiteSpace(text[end])) ? text[1..end].ToString() : "";
    }

    private static bool HasOtherTag(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('<'); i >= 0;)
        {
            var rest = text[i..];
            if (rest.StartsWith("</", StringComparison.Ordinal) ? TagName(string.Concat("<", rest[2..Math.Min(rest.Length, 40)])) is { Length: > 0 } : s_fragments.Contains(TagName(rest)))
            {
                return true;
            }

            var next = text[(i + 1)..].IndexOf('<');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }
}
