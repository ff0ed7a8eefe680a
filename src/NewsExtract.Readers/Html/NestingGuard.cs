namespace NewsExtract.Readers.Html;

/// <summary>
/// Estimates what a page costs before it is parsed: the parser looks through all open elements at many a tag, and opens
/// formatting that was not closed anew in every paragraph, so that a small page can take hours. Makes one pass.
/// </summary>
internal sealed class NestingGuard
{
    /// <summary>Open elements at once; browsers close those beyond 512.</summary>
    public const int MaxDepth = 1500;

    // Elements that unclosed formatting makes; pages that forget to close some make thousands.
    private const long MaxReopened = 3_000_000;

    // Of formatting with the same attributes the parser opens three anew.
    private const int MostAlike = 3;
    private const int LongestTag = 400;

    // They close one another, or hold nothing.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_selfClosing = Set(
        "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body",
        "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "param", "source", "track", "wbr", "frame", "image", "keygen", "bgsound", "basefont");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_formatting = Set("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    // What stands in them is no markup.
    private static readonly string[] s_raw = ["script", "style", "textarea", "title"];

    private readonly string _html;
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stack<string?>> _unclosed = new(StringComparer.OrdinalIgnoreCase);
    private int _containers;
    private int _formatting;
    private int _inParagraph;
    private int _active;
    private int _drawings;
    private bool _isParagraphOpen;
    private long _reopened;

    private NestingGuard(string html)
    {
        _html = html;
    }

    public static bool IsTooDeep(string html) => new NestingGuard(html).Scan();

    private bool Scan()
    {
        for (var i = _html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < _html.Length; i = _html.IndexOf('<', i))
        {
            if (string.CompareOrdinal(_html, i, "<!--", 0, 4) == 0)
            {
                i = End("-->", i + 4);
                continue;
            }

            var closes = _html[i + 1] == '/';
            var start = closes ? i + 2 : i + 1;
            i = start;
            while (i < _html.Length && i - start < 24 && (char.IsAsciiLetterOrDigit(_html[i]) || _html[i] is '-' or ':'))
            {
                i++;
            }

            if (i == start)
            {
                continue;
            }

            var end = End(">", i);
            Count(_html.AsSpan(start, i - start), _html.AsSpan(start, Math.Min(end - start, LongestTag)), closes, selfCloses: end > start + 2 && _html[end - 2] == '/');
            if (_containers + _formatting > MaxDepth || _reopened > MaxReopened)
            {
                return true;
            }

            var raw = closes ? null : Array.Find(s_raw, raw => _html.AsSpan(start, i - start).Equals(raw, StringComparison.OrdinalIgnoreCase));
            i = raw is null ? end : End("</" + raw, end);
        }

        return false;
    }

    private void Count(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, bool closes, bool selfCloses)
    {
        if (s_formatting.Contains(name))
        {
            CountFormatting(name.ToString(), tag, closes);
            return;
        }

        _reopened += closes ? 0 : _active;
        if (_isParagraphOpen)
        {
            // A paragraph takes the formatting within it along.
            _formatting -= _inParagraph;
            _inParagraph = 0;
            _isParagraphOpen = false;
        }

        _isParagraphOpen = !closes && name.Equals("p", StringComparison.OrdinalIgnoreCase);
        if (s_selfClosing.Contains(name))
        {
            return;
        }

        // <path … />: closes itself in a drawing, and nowhere else.
        _drawings = name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? Math.Max(0, _drawings + (closes ? -1 : 1)) : _drawings;
        _containers = closes ? Math.Max(0, _containers - 1) : selfCloses && _drawings > 0 ? _containers : _containers + 1;
    }

    private void CountFormatting(string name, ReadOnlySpan<char> tag, bool closes)
    {
        if (!_unclosed.TryGetValue(name, out var unclosed))
        {
            _unclosed[name] = unclosed = [];
        }

        if (closes)
        {
            _formatting = Math.Max(0, _formatting - 1);
            _inParagraph = Math.Max(0, _inParagraph - 1);
            if (unclosed.TryPop(out var closed) && closed is not null)
            {
                _alike[closed]--;
                _active--;
            }

            return;
        }

        _formatting++;
        _inParagraph += _isParagraphOpen ? 1 : 0;
        var key = tag.ToString();
        var alike = _alike.GetValueOrDefault(key);
        var isActive = alike < MostAlike;
        unclosed.Push(isActive ? key : null);
        if (isActive)
        {
            _alike[key] = alike + 1;
            _active++;
        }
    }

    private int End(string mark, int start) =>
        _html.IndexOf(mark, Math.Min(start, _html.Length), StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found + mark.Length : _html.Length;

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
