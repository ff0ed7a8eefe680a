namespace NewsExtract.Readers.Layout;

/// <summary>
/// Reads how stories open: 本报讯（记者 张三 通讯员 李四）, 本报太原3月5日电　记者张三报道：, 新华社北京1994年3月7日电（记者张三）,
/// 【本報訊】, 【記者張三／臺北報導】, 【香江時報訊】記者張三報導：, （記者張三）, 江州·临江（记者 张三）, 江东日报讯.
/// </summary>
internal static class StoryOpeningReader
{
    private const int LongestDateline = 30;
    private const int LongestCredits = 60;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <returns><c>null</c> when the paragraph opens like any other.</returns>
    public static StoryOpening? Read(LineText line)
    {
        var head = line.Head;
        if (head.Length < 4)
        {
            return null;
        }

        return head[0] switch
        {
            '【' or '[' or '〔' or '［' => ReadBracketed(line, Closing(head[0])),
            '(' => ReadBracketed(line, ')'),
            _ => ReadPlain(line),
        };
    }

    private static char Closing(char open) => open switch { '【' => '】', '[' => ']', '〔' => '〕', '(' => ')', _ => '］' };

    // 【記者張三／臺北報導】, 【本報訊】記者張三報導：, （南江訊）, （记者 张三）, （通讯员 张三）
    private static StoryOpening? ReadBracketed(LineText line, char close)
    {
        var head = line.Head;
        var end = head[..Math.Min(head.Length, LongestCredits)].IndexOf(close);
        if (end < 2 || (line.IsWhole && end == head.Length - 1))
        {
            return null;
        }

        var content = head[1..end];
        if (IsNewsWord(content[^1]) && content.IndexOfAny(",。;!?") < 0)
        {
            var (dateline, source, date) = ReadDateline(line, 1, end);
            return new StoryOpening(dateline, source, date, ReadCredits(line, end + 1));
        }

        var credits = CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(1), line.HeadOffset(end)));
        return credits is { HasRole: true } or { HasOrganization: true, Credits.Count: > 0 }
            ? new StoryOpening(null, null, null, Authors(credits))
            : null;
    }

    private static StoryOpening? ReadPlain(LineText line)
    {
        var head = line.Head;
        var limit = Math.Min(head.Length, LongestDateline);
        for (var i = 1; i < limit; i++)
        {
            var c = head[i];
            if (IsNewsWord(c))
            {
                if (IsDateline(line, i))
                {
                    var (dateline, source, date) = ReadDateline(line, 0, i + 1);
                    return new StoryOpening(dateline, source, date, ReadCredits(line, i + 1));
                }
            }
            else if (c == '(')
            {
                return ReadPlaceAndCredits(line, i);
            }
            else if (c is not '·' && !Glyphs.IsHan(c) && !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '、' or '.' or '○'))
            {
                break;
            }
        }

        return null;
    }

    // 江州·临江（记者 张三）10月12日，…
    private static StoryOpening? ReadPlaceAndCredits(LineText line, int open)
    {
        var head = line.Head;
        if (open > 12)
        {
            return null;
        }

        var close = head[open..Math.Min(head.Length, open + LongestCredits)].IndexOf(')');
        if (close < 2 || (line.IsWhole && open + close == head.Length - 1))
        {
            return null;
        }

        var credits = CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(open + 1), line.HeadOffset(open + close)));
        return credits is { HasRole: true, Credits.Count: > 0 } && credits.Credits.Exists(credit => credit.Role is CreditRole.Author or CreditRole.Correspondent)
            ? new StoryOpening(null, null, null, Authors(credits))
            : null;
    }

    private static bool IsNewsWord(char c) => c is '讯' or '訊' or '电' or '電';

    // 讯 and 电 end a dateline when a blank, a bracket or a colon follows, or when 本报 and its like open it.
    private static bool IsDateline(LineText line, int index)
    {
        var head = line.Head;
        var prefix = head[..index];
        var opened = s_lexicon.NewsOpenings.AtStart(head) > 0;
        if (index + 1 == head.Length)
        {
            return opened && line.IsWhole;
        }

        var next = head[index + 1];
        var parted = next is '(' or '【' or '[' or ':' || line.IsBlankBefore(index + 1);
        if (parted)
        {
            return opened || prefix.Length >= 2;
        }

        // 本报讯3月5日, 本报讯记者张三: nothing parts them.
        return opened && (head[index] is '讯' or '訊') && prefix.Length <= 10
            && (prefix.Length <= 4 || DateReader.ReadDay(head[(index + 1)..]) > 0 || s_lexicon.AuthorRoles.AtStart(head[(index + 1)..]) > 1);
    }

    private static (string? Dateline, string? Source, PartialDate? Date) ReadDateline(LineText line, int start, int end)
    {
        var text = line.Head[start..end];
        var date = DateReader.Find(text);
        string? source = null;
        var quoted = text[0] is '据' or '據' ? 1 : 0;
        text = text[quoted..];
        if (s_lexicon.Agencies.AtStart(text) is var agency && agency > 0)
        {
            source = text[..agency].ToString();
        }
        else if (text[0] is not ('本' or '我' or '特' or '专' or '專' or '又'))
        {
            // 江东日报讯, 江东日报临江讯: up to the last ending of a paper's name before 讯.
            for (var length = text.Length - 1; length >= 3 && source is null; length--)
            {
                var name = text[..length];
                source = s_lexicon.PaperEndings.AtEnd(name) > 0 || s_lexicon.StrongPaperEndings.AtEnd(name) > 0 || name[^1] is '社' or '台' ? name.ToString() : null;
            }
        }
        else if (text.StartsWith("本刊", StringComparison.Ordinal) && text.Length <= 3)
        {
            source = text.ToString();
        }

        var plain = text.Length <= 3;
        var printed = plain ? null : line.Source[line.HeadOffset(start)..(line.HeadOffset(end - 1) + 1)];
        return (printed, source, date);
    }

    // After the dateline: （记者 张三 通讯员 李四）, 记者张三、通讯员李四报道：, 记者 张三　2月16日，…
    private static List<TextSpan> ReadCredits(LineText line, int start)
    {
        var head = line.Head;
        if (start >= head.Length)
        {
            return [];
        }

        if (head[start] == ':')
        {
            start++;
        }

        var rest = head[start..Math.Min(head.Length, start + LongestCredits)];
        if (rest.IsEmpty)
        {
            return [];
        }

        if (rest[0] is '(' or '【' or '[')
        {
            var close = rest.IndexOf(Closing(rest[0]));
            return close < 2 ? [] : Authors(CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(start + 1), line.HeadOffset(start + close))));
        }

        if (!s_lexicon.AuthorRoles.IsWithin(rest[..Math.Min(rest.Length, 8)]) && !s_lexicon.CorrespondentRoles.IsWithin(rest[..Math.Min(rest.Length, 4)]))
        {
            return [];
        }

        var colon = rest.IndexOf(':');
        var comma = rest.IndexOfAny(",。");
        if (colon > 2 && (comma < 0 || colon < comma))
        {
            return Authors(CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(start), line.HeadOffset(start + colon))));
        }

        return ReadBlankParted(line, start, rest.Length);
    }

    // Takes the words that blanks part as long as they read as a byline; the story follows.
    private static List<TextSpan> ReadBlankParted(LineText line, int start, int length)
    {
        List<TextSpan> authors = [];
        for (var i = start + 2; i < Math.Min(start + length, line.Head.Length); i++)
        {
            if (line.IsBlankBefore(i))
            {
                var credits = CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(start), line.HeadOffset(i - 1) + 1));
                if (credits is null)
                {
                    break;
                }

                authors = Authors(credits);
            }
        }

        return authors;
    }

    private static List<TextSpan> Authors(CreditLine? credits) =>
        credits is null ? [] : [.. credits.Credits.Where(credit => credit.Role == CreditRole.Author).Select(credit => credit.Name)];
}
