namespace NewsExtract.Readers.Layout;

/// <summary>
/// Tells lines that only name who wrote, took or edited: □ 本报记者 张三, 文／张三　图／李四, （张三　李四）, 责编：张三,
/// 2024-08-21　中城時報　記者張三／臺中報導.
/// </summary>
internal static class BylineReader
{
    private const int LongestByline = 70;

    /// <summary>（护理部）: an office alone signs with so many characters.</summary>
    private const int LongestOffice = 8;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <summary>Sets kind, authors, source and date of a line that is a byline.</summary>
    public static bool TryRead(TextUnit unit, LineText line)
    {
        var head = line.Head;
        if (!line.IsWhole || head.Length is < 2 or > LongestByline || unit.Profile.Stops > 0 || unit.Profile.Questions > 0)
        {
            return false;
        }

        var span = unit.Pieces[0];
        if (head[0] == '(' && head[^1] == ')' && head[1..^1].IndexOf('(') < 0)
        {
            return TryReadBracketed(unit, line);
        }

        if (OpensStory(head))
        {
            return false;
        }

        var mark = s_lexicon.BylineMarks.AtStart(head);
        if (mark > 0 && mark < head.Length)
        {
            var marked = CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(mark), span.End));
            return marked is not null && ((marked.HasRole && IsTrusted(marked, line, new TextSpan(line.HeadOffset(mark), span.End))) || (!marked.HasRole && marked.Credits.Count > 0 && head.Length <= 24)) && Accept(unit, marked, UnitKind.Byline);
        }

        if (IsEnglishByline(line, span))
        {
            unit.Kind = UnitKind.Byline;
            unit.Authors = [new TextSpan(line.HeadOffset(2), span.End)];
            return true;
        }

        if (IsPictureNote(head))
        {
            unit.Kind = UnitKind.EditorLine;
            return true;
        }

        var credits = CreditReader.Read(line.Source, span);
        if (credits is not null)
        {
            return credits.HasRole && IsTrusted(credits, line, span) && Accept(unit, credits, credits.IsEditorial ? UnitKind.EditorLine : UnitKind.Byline);
        }

        return TryReadWithImprint(unit, line);
    }

    /// <summary>The names of a line that holds two- to four-character names and nothing else; empty when it holds anything else.</summary>
    public static List<TextSpan> ReadNames(LineText line, TextSpan span, in TextProfile profile)
    {
        if (!line.IsWhole || profile.Visible is < 2 or > 16 || profile.Stops + profile.Questions > 0)
        {
            return [];
        }

        var credits = CreditReader.Read(line.Source, span);
        if (credits is null || credits.HasRole || credits.Credits.Count is 0 or > 4)
        {
            return [];
        }

        // 石桥公社广播站　何亮: an office before the name, parted from it.
        if (credits.HasOrganization && (profile.Gaps == 0 || !credits.Credits.TrueForAll(credit => CreditReader.HasSurname(credit.Name.Of(line.Source)) && credit.Name.Length <= 5)))
        {
            return [];
        }

        return [.. credits.Credits.Select(credit => credit.Name)];
    }

    // 【記者張三／臺北報導】昨日…, 本报江州3月5日电　记者…报道：…: the story goes on in the same line.
    private static bool OpensStory(ReadOnlySpan<char> head)
    {
        if (head[0] is '【' or '(' or '[')
        {
            return head.IndexOfAny("】)]") < head.Length - 1;
        }

        if (s_lexicon.NewsOpenings.AtStart(head) > 0)
        {
            for (var i = 2; i < Math.Min(head.Length, 20); i++)
            {
                if (head[i] is '电' or '電' || (head[i] is '讯' or '訊' && head[i - 1] is not ('通' or '资')))
                {
                    return true;
                }
            }
        }

        return head.IndexOf("报道:", StringComparison.Ordinal) > 0 || head.IndexOf("報導:", StringComparison.Ordinal) > 0;
    }

    // By Li Ming
    private static bool IsEnglishByline(LineText line, TextSpan span)
    {
        var head = line.Head;
        if (head.Length is < 5 or > 40 || !head.StartsWith("By", StringComparison.OrdinalIgnoreCase) || !line.IsBlankBefore(2) || !char.IsAsciiLetterUpper(head[2]))
        {
            return false;
        }

        foreach (var c in span.Of(line.Source))
        {
            if (!char.IsAsciiLetter(c) && c is not (' ' or '.' or '-' or '\'' or ','))
            {
                return false;
            }
        }

        return true;
    }

    // 图片由本报记者张三摄, 本版图片除署名外均由张三摄, 本版摄影 张三
    private static bool IsPictureNote(ReadOnlySpan<char> head) =>
        head.StartsWith("本版", StringComparison.Ordinal) && (head.IndexOf('摄') > 0 || head.IndexOf("图片", StringComparison.Ordinal) > 0 || head.IndexOf("供图", StringComparison.Ordinal) > 0);

    // （张三　李四）, （文/张三）, （记者 张三 通讯员 李四）, （摄影报道）
    private static bool TryReadBracketed(TextUnit unit, LineText line)
    {
        var content = line.Head[1..^1];
        if (s_lexicon.Fillers.Contains(content))
        {
            unit.Kind = UnitKind.Byline;
            return true;
        }

        var credits = CreditReader.Read(line.Source, new TextSpan(line.HeadOffset(1), line.HeadOffset(line.Head.Length - 1)));
        if (credits is null || (credits.Credits.Count == 0 && !credits.HasRole && content.Length > LongestOffice) || s_lexicon.NotBylines.Contains(content))
        {
            return false;
        }

        return Accept(unit, credits, credits.IsEditorial ? UnitKind.EditorLine : UnitKind.ClosingByline);
    }

    // The words of a byline must be parted by blanks or marks, follow a paper's name, or stand before a family name.
    private static bool IsTrusted(CreditLine credits, LineText line, TextSpan span)
    {
        if (credits.Credits.Count == 0)
        {
            return credits.HasOrganization || line.Head.StartsWith("本", StringComparison.Ordinal);
        }

        var parted = false;
        for (var i = span.Start; i < span.End && !parted; i++)
        {
            parted = Glyphs.IsBlank(line.Source[i]) || Glyphs.Fold(line.Source[i]) is ':' or '/' or '|' or '、';
        }

        return parted || credits.HasOrganization || credits.Credits.TrueForAll(credit => CreditReader.HasSurname(credit.Name.Of(line.Source)));
    }

    // 2024-08-21　中城時報　記者張三／臺中報導; 来源：江东日报　作者：张三
    private static bool TryReadWithImprint(TextUnit unit, LineText line)
    {
        var span = unit.Pieces[0];
        var start = span.Start;
        string? source = null;
        PartialDate? date = null;
        var taken = 0;
        while (start < span.End)
        {
            var end = start;
            while (end < span.End && !Glyphs.IsBlank(line.Source[end]))
            {
                end++;
            }

            var word = new TextSpan(start, end);
            var imprint = FurnitureReader.ReadWord(line.Source, word, ref source, ref date);
            if (!imprint)
            {
                break;
            }

            taken++;
            start = end;
            while (start < span.End && Glyphs.IsBlank(line.Source[start]))
            {
                start++;
            }
        }

        if (taken == 0 || start >= span.End)
        {
            return false;
        }

        var credits = CreditReader.Read(line.Source, new TextSpan(start, span.End));
        if (credits is not { HasRole: true })
        {
            return false;
        }

        Accept(unit, credits, UnitKind.Byline);
        unit.Source = source ?? unit.Source;
        unit.Date = date;
        return true;
    }

    private static bool Accept(TextUnit unit, CreditLine credits, UnitKind kind)
    {
        unit.Kind = kind;
        unit.Authors = [.. credits.Credits.Where(credit => credit.Role == CreditRole.Author).Select(credit => credit.Name)];
        unit.Source = credits.Organization is { } paper && s_lexicon.PaperEndings.AtEnd(paper) > 0 && paper[0] is not ('本' or '我') ? paper : null;
        return true;
    }
}
