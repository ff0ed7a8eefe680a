using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>
/// The visible lines of a page, in order, and what each element holds. Iterative throughout: the depth of a page is no depth of the
/// stack.
/// </summary>
internal sealed class WebPage
{
    private readonly List<WebBlock> _blocks = [];
    private readonly Dictionary<IElement, (int First, int End)> _ranges = [];
    private readonly DataTables _tables = new();
    private readonly Stack<(bool IsLink, bool IsBold)> _open = [];
    private readonly StringBuilder _text = new();
    private int[] _length = [];
    private int[] _prose = [];
    private int _links;
    private int _bolds;
    private int _linkLength;
    private int _boldLength;
    private bool _afterBreak;

    private WebPage()
    {
    }

    public IReadOnlyList<WebBlock> Blocks => _blocks;

    public static WebPage Read(IHtmlDocument document, CancellationToken cancellation)
    {
        var page = new WebPage();
        if (document.Body is { } body)
        {
            page.Walk(body, cancellation);
        }

        page.SumUp();

        return page;
    }

    /// <summary>The block elements that show, outer before inner.</summary>
    public IEnumerable<IElement> Elements => _ranges.Keys;

    /// <summary>The lines within an element, as indices of <see cref="Blocks"/>.</summary>
    public (int First, int End) RangeOf(IElement element) => _ranges.GetValueOrDefault(element);

    /// <summary>Characters that print from one line to before another.</summary>
    public int Length(int first, int end) => _length[end] - _length[first];

    /// <summary>Characters of lines that read like an article.</summary>
    public int Prose(int first, int end) => _prose[end] - _prose[first];

    // By index: a node finds its next sibling by a search.
    private void Walk(IElement root, CancellationToken cancellation)
    {
        var path = new Stack<(INode Node, int Next)>();
        Enter(root);
        Open(root);
        path.Push((root, 0));
        for (var steps = 0; path.TryPop(out var top); steps++)
        {
            if (steps % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (top.Next >= top.Node.ChildNodes.Length)
            {
                Leave((IElement)top.Node);
                continue;
            }

            path.Push((top.Node, top.Next + 1));
            switch (top.Node.ChildNodes[top.Next])
            {
                case IElement element when Enter(element):
                    Open(element);
                    path.Push((element, 0));
                    break;
                case IText text:
                    Append(text);
                    break;
            }
        }
    }

    /// <returns>Whether its children show.</returns>
    private bool Enter(IElement element)
    {
        var name = element.LocalName;
        if (ElementNames.Unseen.Contains(name) || IsHidden(element))
        {
            return false;
        }

        if (name == "br")
        {
            if (IsWithinHeading(element) || _tables.HoldInCell(element.ParentElement))
            {
                _text.Append(' ');
            }
            else
            {
                Flush(element.ParentElement ?? element);
                _afterBreak = true;
            }

            return true;
        }

        if (IsBlock(element))
        {
            Flush(element.ParentElement ?? element);
            _ranges[element] = (_blocks.Count, _blocks.Count);
        }

        return true;
    }

    private void Open(IElement element)
    {
        var style = element.GetAttribute("style");
        var open = (element.LocalName == "a" && element.HasAttribute("href"),
            element.LocalName is "b" or "strong" || (style is not null && Squeeze(style) is var squeezed && (squeezed.Contains("font-weight:bold", StringComparison.Ordinal) || squeezed.Contains("font-weight:7", StringComparison.Ordinal))));
        _open.Push(open);
        _links += open.Item1 ? 1 : 0;
        _bolds += open.Item2 ? 1 : 0;
    }

    private void Leave(IElement element)
    {
        var (isLink, isBold) = _open.Pop();
        if (_ranges.TryGetValue(element, out var range))
        {
            Flush(element);
            _afterBreak = false;
            _ranges[element] = (range.First, _blocks.Count);
        }
        else if (element.LocalName is "td" or "th")
        {
            _text.Append('\t');
        }
        else if (ElementNames.Blocks.Contains(element.LocalName) && _text.Length > 0)
        {
            _text.Append(' ');
        }

        _links -= isLink ? 1 : 0;
        _bolds -= isBold ? 1 : 0;
    }

    private void SumUp()
    {
        _length = new int[_blocks.Count + 1];
        _prose = new int[_blocks.Count + 1];
        for (var i = 0; i < _blocks.Count; i++)
        {
            _length[i + 1] = _length[i] + _blocks[i].Length;
            _prose[i + 1] = _prose[i] + (_blocks[i].IsProse ? _blocks[i].Length : 0);
        }
    }

    private void Append(IText text)
    {
        var parent = text.ParentElement;
        var keepsBlanks = parent?.LocalName is "pre" or "listing";
        var length = _text.Length;
        foreach (var c in text.Data)
        {
            if (keepsBlanks && c == '\n')
            {
                AddShares(_text.Length - length);
                Flush(parent!);
                length = 0;
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (_text.Length > 0 && _text[^1] is not (' ' or '\t'))
                {
                    _text.Append(c is '\n' or '\r' ? '\n' : ' ');
                }
            }
            else
            {
                _text.Append(c);
            }
        }

        AddShares(_text.Length - length);
    }

    private void AddShares(int length)
    {
        _linkLength += _links > 0 ? length : 0;
        _boldLength += _bolds > 0 ? length : 0;
    }

    private void Flush(IElement owner)
    {
        var isIndented = _text.Length > 0 && _text[0] is '\u3000' or '\u00A0';
        var text = Clean(_text);
        _text.Clear();
        var (links, bold) = (_linkLength, _boldLength);
        (_linkLength, _boldLength) = (0, 0);
        if (text.Length == 0)
        {
            return;
        }

        var (kind, level) = KindOf(owner, text);
        if (_afterBreak && !isIndented && _blocks.Count > 0 && _blocks[^1] is { Kind: WebBlockKind.Text } before && before.Owner == owner && MarkedText.GoesOn(before.Text, text))
        {
            _blocks[^1] = new WebBlock(owner, before.Text + text, kind, level, before.LinkLength + Math.Min(links, text.Length), before.BoldLength + bold, before.AfterBreak);
            _afterBreak = false;
            return;
        }

        _blocks.Add(new WebBlock(owner, text, kind, level, Math.Min(links, text.Length), bold, _afterBreak));
        _afterBreak = false;
    }

    // A line end between two ideographs is the author's wrapping; a browser shows a blank there that means nothing.
    private static string Clean(StringBuilder text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c != '\n')
            {
                clean.Append(c);
            }
            else if (i > 0 && i + 1 < text.Length && !(IsWide(text[i - 1]) && IsWide(text[i + 1])))
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().Trim(' ', '\t', '\u00A0', '\u3000', '\u200B', '\uFEFF');
    }

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uFFEF' or >= '\u2014' and <= '\u2026';

    private static (WebBlockKind Kind, int Level) KindOf(IElement owner, string text)
    {
        for (var (element, depth) = (owner, 0); element is not null && depth < 6; element = element.ParentElement, depth++)
        {
            switch (element.LocalName)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    return (WebBlockKind.Text, element.LocalName[1] - '0');
                case "li" or "dt" or "dd":
                    return (WebBlockKind.ListItem, 0);
                case "figcaption":
                    return (WebBlockKind.Caption, 0);
                case "tr":
                    return (WebBlockKind.TableRow, 0);
                case "td" or "th" or "div" or "section" or "article" or "body":
                    return (text.Contains('\t', StringComparison.Ordinal) ? WebBlockKind.TableRow : WebBlockKind.Text, 0);
            }
        }

        return (WebBlockKind.Text, 0);
    }

    private static bool IsWithinHeading(IElement element)
    {
        for (var (parent, depth) = (element.ParentElement, 0); parent is not null && depth < 6; parent = parent.ParentElement, depth++)
        {
            if (parent.LocalName is ['h', >= '1' and <= '6'])
            {
                return true;
            }
        }

        return false;
    }

    // Cells of a data table stand in one line; those of a table that only lays out the page are blocks.
    private bool IsBlock(IElement element)
    {
        if (!ElementNames.Blocks.Contains(element.LocalName))
        {
            return false;
        }

        if (element.LocalName is "table" or "tr" or "tbody" or "thead" or "tfoot")
        {
            return true;
        }

        return !_tables.HoldInCell(element);
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return true;
        }

        if (element.GetAttribute("style") is not { } style)
        {
            return false;
        }

        var squeezed = Squeeze(style);
        return squeezed.Contains("display:none", StringComparison.Ordinal) || squeezed.Contains("visibility:hidden", StringComparison.Ordinal);
    }

    private static string Squeeze(string style) => string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLower(CultureInfo.InvariantCulture);
}
