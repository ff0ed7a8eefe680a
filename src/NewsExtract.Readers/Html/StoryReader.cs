using AngleSharp.Dom;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>Picks the lines of an article out of a page: headline, the line that says when and where it appeared, text.</summary>
internal sealed class StoryReader
{
    private const int LongestMenuLine = 40;
    private const int LongestBoldHeading = 36;
    private const int LongestHeadline = 80;

    /// <summary>Below all levels of h1 to h6: kickers and subheads.</summary>
    private const int BesideLevel = 8;

    private static readonly WebLexicon s_lexicon = WebLexicon.Instance;

    private readonly IReadOnlyList<WebBlock> _blocks;
    private readonly WebPage _page;
    private readonly PageTitle _title;
    private readonly bool[] _inMenu;

    public StoryReader(WebPage page, PageTitle title, bool[] inMenu)
    {
        _page = page;
        _blocks = page.Blocks;
        _title = title;
        _inMenu = inMenu;
    }

    /// <summary>The lines of a page with one article or a bulletin set as one.</summary>
    public (List<DraftLine> Lines, bool KnowsArticles) ReadWhole(IElement container)
    {
        var (first, end) = _page.RangeOf(container);
        end = EndOfStory(first, end);
        var body = first;
        while (body < end && !(_blocks[body].IsProse && _blocks[body].Level == 0 && !PageLines.IsImprint(_blocks[body].Text)))
        {
            body++;
        }

        var named = FindNamedHeadline(body);
        var headline = named ?? FindHeadline(first, body);
        var lines = new List<DraftLine>();
        var header = Math.Min(headline ?? first, first);
        for (var i = first; i < headline; i++)
        {
            // 江州通讯　2024年3月5日　第2版
            if (!_inMenu[i] && !_blocks[i].IsLink && (PageLines.IsImprint(_blocks[i].Text) || FurnitureReader.Read(_blocks[i].Text, new TextSpan(0, _blocks[i].Text.Length)) is not null))
            {
                lines.Add(new DraftLine(_blocks[i].Text, LineMark.Paragraph) { BlankLines = 1 });
            }
        }

        AddKicker(lines, headline ?? first);
        if (headline is { } index)
        {
            // Without a name from the page's head it may be one of several.
            lines.Add(new DraftLine(_blocks[index].Text, LineMark.Headline) { Level = named is not null || _blocks[index].Level == 0 ? 1 : _blocks[index].Level + 1, BlankLines = 1 });
        }
        else if (_title.Titles.Count > 0 && !HasHeadings(first, end) && !HasLinesAbove(first, body) && !PageTitle.IsSite(_title.Titles[0]))
        {
            lines.Add(new DraftLine(_title.Titles[0], LineMark.Headline) { Level = 1, BlankLines = 1 });
        }

        for (var i = headline + 1 ?? header; i < end; i++)
        {
            if ((i < first ? ReadHeader(i) : ReadLine(i, i < body, first)) is { } line)
            {
                lines.Add(line);
            }
        }

        var knows = headline is not null && lines.Count(line => line.Level > 0) == 1;
        return (lines, knows);
    }

    /// <summary>The lines of one of several articles of a page.</summary>
    public List<DraftLine> ReadOne(IElement article)
    {
        var (first, end) = _page.RangeOf(article);
        var lines = new List<DraftLine>();
        var hasText = false;
        for (var i = first; i < end; i++)
        {
            if (ReadLine(i, !hasText, first) is { } line)
            {
                hasText |= _blocks[i].IsProse && line.Mark == LineMark.Paragraph;
                lines.Add(line with { OpensArticle = lines.Count == 0 });
            }
        }

        // Of the headings above the text the highest is the headline.
        var text = lines.FindIndex(line => line.Mark is LineMark.Paragraph && line.Text.Contains('。', StringComparison.Ordinal));
        var above = lines.Take(text < 0 ? lines.Count : text).Where(line => line.Level > 0).ToList();
        if (above.Count > 0)
        {
            var headline = lines.IndexOf(above.MinBy(line => line.Level)!);
            lines[headline] = lines[headline] with { Mark = LineMark.Headline };
            for (var i = 0; i < headline; i++)
            {
                lines[i] = lines[i].Level > 0 ? lines[i] with { Mark = LineMark.Kicker } : lines[i];
            }
        }

        return lines;
    }

    // The line that the page's head names.
    private int? FindNamedHeadline(int body)
    {
        foreach (var title in _title.Titles.Where(title => !PageTitle.IsSite(title)))
        {
            var wanted = PageTitle.Squeeze(title);
            int? found = null;
            for (var i = 0; i < Math.Min(body + 1, _blocks.Count); i++)
            {
                var block = _blocks[i];
                if (block.Length <= LongestHeadline && !block.IsLink && Fits(PageTitle.Squeeze(block.Text), wanted) && (found is not { } other || Rank(block) >= Rank(_blocks[other])))
                {
                    found = i;
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    // The nearest heading above the text, or the first of several there.
    private int? FindHeadline(int first, int body)
    {
        for (var level = 1; level <= 3; level++)
        {
            for (var i = Math.Min(body, _blocks.Count) - 1; i >= 0; i--)
            {
                if (_blocks[i] is { Level: > 0, IsLink: false, Length: >= 4 and <= LongestHeadline } block && block.Level == level && !_inMenu[i] && (i >= first || (level == 1 && !PageTitle.IsSite(block.Text))))
                {
                    return i;
                }
            }
        }

        for (var i = first; i < Math.Min(body, _blocks.Count); i++)
        {
            if (_blocks[i] is { IsLink: false, IsBold: true, Length: >= 4 and <= LongestBoldHeading, Kind: WebBlockKind.Text } block && !_inMenu[i] && !PageLines.IsImprint(block.Text))
            {
                return i;
            }
        }

        for (var i = Math.Min(body, _blocks.Count) - 1; i >= 0; i--)
        {
            if (_blocks[i] is { IsLink: false, Length: >= 6 and <= LongestHeadline } block && !_inMenu[i] && ZoneWords.Hold(block.Owner, s_lexicon.HeadlineZones) && !PageLines.IsImprint(block.Text))
            {
                return i;
            }
        }

        return null;
    }

    // The page's title may be cut, or the headline be shown with a blank or a kicker before it.
    private static bool Fits(string shown, string wanted) =>
        shown.Length >= 4 && wanted.Length >= 4 && (shown == wanted
            || (shown.Length * 10 >= wanted.Length * (shown.Length < 6 ? 6 : 4) && wanted.Contains(shown, StringComparison.Ordinal))
            || (wanted.Length * 10 >= shown.Length * 6 && shown.Contains(wanted, StringComparison.Ordinal)));

    private static int Rank(WebBlock block) => block.Level > 0 ? 10 - block.Level : ZoneWords.Hold(block.Owner, s_lexicon.HeadlineZones) ? 3 : 0;

    private void AddKicker(List<DraftLine> lines, int headline)
    {
        if (headline > 0 && _blocks[headline - 1] is { IsLink: false, Length: >= 4 and <= LongestHeadline } block
            && !_inMenu[headline - 1] && (block.Level > 1 || InZone(block.Owner, s_lexicon.KickerZones)))
        {
            lines.Add(new DraftLine(block.Text, LineMark.Kicker) { Level = BesideLevel, BlankLines = 1 });
        }
    }

    private bool HasLinesAbove(int first, int body)
    {
        for (var i = first; i < body; i++)
        {
            if (ReadLine(i, isHeader: true, first) is { Mark: not LineMark.Imprint })
            {
                return true;
            }
        }

        return false;
    }

    private bool HasHeadings(int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += _blocks[i].Level > 0 && !_inMenu[i] ? 1 : 0;
        }

        return count > 1;
    }

    // Between the headline and the element that holds the text.
    private DraftLine? ReadHeader(int index)
    {
        var block = _blocks[index];
        return block.IsLink ? null
            : InZone(block.Owner, s_lexicon.SubheadZones) || (block.Text.StartsWith("——", StringComparison.Ordinal) && block.Length <= LongestHeadline) ? new DraftLine(block.Text, LineMark.Subhead) { Level = BesideLevel, BlankLines = 1 }
            : PageLines.IsImprint(block.Text) ? new DraftLine(block.Text, LineMark.Imprint)
            : !_inMenu[index] && block.Length <= LongestMenuLine && PageLines.IsByline(block.Text) ? new DraftLine(block.Text, LineMark.Paragraph)
            : null;
    }

    private DraftLine? ReadLine(int index, bool isHeader, int first)
    {
        var block = _blocks[index];
        if (_inMenu[index] || PageLines.IsMenuLine(block))
        {
            return null;
        }

        var blanks = block.AfterBreak ? 0 : 1;
        if (isHeader && PageLines.IsImprint(block.Text))
        {
            return new DraftLine(block.Text, LineMark.Imprint);
        }

        if (block.IsLink)
        {
            return null;
        }

        if (isHeader && index > first && InZone(block.Owner, s_lexicon.SubheadZones))
        {
            return new DraftLine(block.Text, LineMark.Subhead) { Level = BesideLevel, BlankLines = blanks };
        }

        if (block.Level > 0)
        {
            return new DraftLine(block.Text, LineMark.Heading) { Level = block.Level + 1, BlankLines = blanks };
        }

        if (block.Kind == WebBlockKind.Caption || (block.Length <= 200 && InZone(block.Owner, s_lexicon.CaptionZones)))
        {
            return new DraftLine(block.Text, LineMark.Caption) { BlankLines = blanks };
        }

        if (block.IsBold && block is { Length: <= LongestBoldHeading, Kind: WebBlockKind.Text } && !block.Text.Contains('。', StringComparison.Ordinal))
        {
            return new DraftLine(block.Text, LineMark.Heading) { Level = MarkedOutline.BoldLevel, BlankLines = blanks };
        }

        return block.Kind switch
        {
            WebBlockKind.TableRow => new DraftLine(block.Text, LineMark.TableRow),
            WebBlockKind.ListItem => new DraftLine(block.Text, LineMark.ListItem),
            _ => new DraftLine(block.Text, LineMark.Paragraph) { BlankLines = blanks },
        };
    }

    // 相关阅读 and what follows it, notices and menus at the end are no part of the article.
    private int EndOfStory(int first, int end)
    {
        var whole = _page.Prose(first, end);
        for (var i = first; i < end; i++)
        {
            if (_blocks[i].Length <= 14 && s_lexicon.MoreHeadings.AtStart(_blocks[i].Text) > 0 && _page.Prose(first, i) * 2 >= whole)
            {
                end = i;
                break;
            }
        }

        while (end > first && (_inMenu[end - 1] || PageLines.IsMenuLine(_blocks[end - 1]) || _blocks[end - 1].IsLink || PageLines.IsNotice(_blocks[end - 1])))
        {
            end--;
        }

        return end;
    }

    private bool InZone(IElement element, WordList words) =>
        ZoneWords.Hold(element, words) || (element.ParentElement is { } parent && _page.RangeOf(parent) is var (first, end) && end - first <= 3 && ZoneWords.Hold(parent, words));
}
