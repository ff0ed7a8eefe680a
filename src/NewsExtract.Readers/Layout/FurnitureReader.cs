using System.Buffers;

namespace NewsExtract.Readers.Layout;

internal enum FurnitureKind
{
    /// <summary>A running head or foot, an issue line, an imprint.</summary>
    Head,

    /// <summary>Nothing but a page number.</summary>
    PageNumber,

    /// <summary>Nothing but a date: a running head, or the signature of a notice.</summary>
    DateLine,

    /// <summary>Nothing but what could be a paper's name.</summary>
    Masthead,
}

/// <summary>What a line of page furniture says.</summary>
internal sealed record Furniture(FurnitureKind Kind, string? Source, PartialDate? Date);

/// <summary>
/// Reads running heads, issue lines and page numbers:
/// 江东新报　　2009年1月18日　　第2版·综合 / 第03版　要闻　　2023年9月28日 / 2016-08-05　江东日报　第１版 / - 3 - / 总第128期.
/// </summary>
internal static class FurnitureReader
{
    private const int MostCharacters = 90;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    private static readonly SearchValues<char> s_sentenceMarks = SearchValues.Create(",。;!?、“”");

    private enum Part
    {
        Other,
        Date,
        Page,
        WeakPage,
        Issue,
        Weekday,
        Paper,
        Section,
        Editor,
        Imprint,
    }

    public static Furniture? Read(string source, TextSpan span)
    {
        if (span.Length > MostCharacters * 2)
        {
            return null;
        }

        var segments = Segments.Read(source, span);
        if (segments.Count is 0 or > 14 || segments.Sum(segment => segment.Length) > MostCharacters)
        {
            return null;
        }

        PartialDate? date = null;
        string? paper = null;
        string? named = null;
        int pages = 0, weakPages = 0, issues = 0, imprints = 0, others = 0, sections = 0, papers = 0, weekdays = 0, days = 0, editors = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            switch (Classify(segments[i], out var found))
            {
                case Part.Date:
                    date ??= found;
                    days++;
                    break;
                case Part.Page:
                    pages++;
                    break;
                case Part.WeakPage:
                    weakPages++;
                    break;
                case Part.Issue:
                    issues++;
                    break;
                case Part.Weekday:
                    weekdays++;
                    break;
                case Part.Imprint:
                    imprints++;
                    break;
                case Part.Editor:
                    editors++;
                    break;
                case Part.Paper:
                    papers++;
                    paper ??= segments[i];
                    break;
                case Part.Section:
                    sections++;
                    named ??= i == 0 && !s_lexicon.SectionWords.Contains(segments[i]) ? segments[i] : null;
                    break;
                default:
                    others++;
                    break;
            }
        }

        // 责编：何亮 stands in a head beside its date or page; alone it is a byline.
        if (others > 0 || (editors > 0 && days + pages + issues == 0))
        {
            return null;
        }

        var named2 = paper ?? (days + issues > 0 && pages == 0 ? named : null);
        if (days + pages + issues + imprints == 0)
        {
            return papers == 1 && sections + weakPages + weekdays == 0 && s_lexicon.StrongPaperEndings.AtEnd(paper) > 0 && paper!.Length <= 10
                ? new Furniture(FurnitureKind.Masthead, paper, null)
                : weakPages > 0 && sections + papers + weekdays == 0 ? new Furniture(FurnitureKind.PageNumber, null, null)
                : weakPages > 0 && papers > 0 ? new Furniture(FurnitureKind.Head, paper, null)
                : null;
        }

        if (days > 0 && pages + issues + imprints + weakPages + sections + papers + editors == 0)
        {
            return new Furniture(FurnitureKind.DateLine, null, date);
        }

        if (pages > 0 && days + issues + imprints + papers + sections + weekdays + editors == 0)
        {
            return new Furniture(FurnitureKind.PageNumber, null, null);
        }

        return new Furniture(FurnitureKind.Head, named2, date);
    }

    /// <summary>The name of a paper that makes up a line; <c>null</c> when the line is something else.</summary>
    public static string? ReadPaper(string source, TextSpan span) =>
        Segments.Read(source, span) is [var name] && Classify(name, out _) == Part.Paper ? name : null;

    /// <summary>Reads one word of an imprint line: a date, a page, a paper's name, 来源：….</summary>
    public static bool ReadWord(string source, TextSpan span, ref string? paper, ref PartialDate? date)
    {
        if (span.Length > MostCharacters)
        {
            return false;
        }

        var text = string.Create(span.Length, (source, span.Start), static (folded, state) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = Glyphs.Fold(state.source[state.Start + i]);
            }
        });
        var labelled = text.StartsWith("来源:", StringComparison.Ordinal) || text.StartsWith("來源:", StringComparison.Ordinal) || text.StartsWith("日期:", StringComparison.Ordinal);
        text = labelled ? text[3..] : text;
        if (text.Length == 0)
        {
            return labelled;
        }

        switch (Classify(text, out var found))
        {
            case Part.Date:
                date ??= found;
                return true;
            case Part.Page or Part.Issue or Part.Weekday:
                return true;
            case Part.Paper:
                paper ??= text;
                return true;
            case Part.Section when labelled:
                paper ??= text;
                return true;
            default:
                return false;
        }
    }

    private static Part Classify(string segment, out PartialDate? date)
    {
        date = null;
        ReadOnlySpan<char> text = segment.AsSpan().Trim("()[]【】-—–·•~.|_<>");
        if (text.IsEmpty)
        {
            return Part.WeakPage;
        }

        text = Unconfuse(text);
        var length = DateReader.Read(text, out var read);
        if (length > 0)
        {
            var rest = text[length..].Trim("()第,:;·");
            if (rest.IsEmpty || s_lexicon.Weekdays.AtStart(rest) == rest.Length || IsClock(rest) || rest is "号" or "號" or "刊" or "号刊" or "出版" or "讯" or "刊行")
            {
                date = read;
                return Part.Date;
            }

            if (IsIssue(rest) || IsPage(rest) || s_lexicon.Weekdays.AtStart(rest) > 0)
            {
                date = read;
                return Part.Date;
            }

            return Part.Other;
        }

        if (s_lexicon.Weekdays.Contains(text))
        {
            return Part.Weekday;
        }

        if (IsClock(text) || (DateReader.ReadDay(text) is var day && day > 0 && day == text.Length))
        {
            return Part.Weekday;
        }

        if (IsPage(text))
        {
            return Part.Page;
        }

        if (IsIssue(text))
        {
            return Part.Issue;
        }

        if (IsWeakPage(text))
        {
            return Part.WeakPage;
        }

        if (s_lexicon.FurnitureOpenings.AtStart(text) is var opening && opening > 0 && (text[0] != '第' || opening > 1) && text.Length <= 40 && IsImprint(text[opening..]))
        {
            return Part.Imprint;
        }

        if (IsEditor(text))
        {
            return Part.Editor;
        }

        if (text.Length is > 4 and <= 20 && CountHan(text) == text.Length && s_lexicon.FurnitureEndings.AtEnd(text) > 0)
        {
            return Part.Imprint;
        }

        if (s_lexicon.PersonRoles.IsWithin(text) || CountHan(text) < text.Length - 2 || text.ContainsAny(s_sentenceMarks))
        {
            return Part.Other;
        }

        if (text.Length <= 14 && text.Length >= 2 && s_lexicon.PaperEndings.AtEnd(text.TrimEnd("》")) > 0)
        {
            return Part.Paper;
        }

        return text.Length <= 8 && !text.Contains(':') ? Part.Section : Part.Other;
    }

    // 责编:何亮
    private static bool IsEditor(ReadOnlySpan<char> text) => text.IndexOf(':') is > 0 and var colon && text.Length - colon is > 2 and <= 5 && s_lexicon.EditorRoles.Contains(text[..colon]);

    // 1993年8月l2日: what scans make of digits.
    private static ReadOnlySpan<char> Unconfuse(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny("lIOo") < 0 || text.IndexOfAnyInRange('0', '9') < 0)
        {
            return text;
        }

        var mended = text.ToArray();
        for (var i = 1; i < mended.Length; i++)
        {
            if (mended[i] is 'l' or 'I' or 'O' or 'o' && (char.IsAsciiDigit(mended[i - 1]) || mended[i - 1] is '年' or '月'))
            {
                mended[i] = mended[i] is 'l' or 'I' ? '1' : '0';
            }
        }

        return mended;
    }

    private static bool IsImprint(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        return rest[0] == ':' ? rest.Length <= 24 : rest.IndexOfAnyInRange('0', '9') >= 0 || Glyphs.Digit(rest[0]) is not null;
    }

    // 第2版, 第A03版, 第四版, 02版, A6版, 二版, 第3页, 第2版(经济), 版次
    private static bool IsPage(ReadOnlySpan<char> text)
    {
        var position = text[0] == '第' ? 1 : 0;
        var numeral = position;
        if (position < text.Length && text[position] is >= 'A' and <= 'Z')
        {
            position++;
        }

        while (position < text.Length && (Glyphs.Digit(text[position]) is not null || text[position] == '十'))
        {
            position++;
        }

        if (position == numeral || position - numeral > 4 || position == text.Length || text[position] is not ('版' or '页' or '頁' or '叠' or '疊'))
        {
            return position - numeral is 2 or 3 && position == text.Length && numeral == 0 && text[0] is >= 'A' and <= 'Z' && char.IsAsciiDigit(text[1]);
        }

        var rest = text[(position + 1)..].Trim("():|·-");
        return rest.IsEmpty || (rest.Length <= 8 && CountHan(rest) == rest.Length) || IsPage(rest);
    }

    // 第128期, 总第128期, 第12期(总第128期), 2022年第6期, 第3卷第2期, No.12
    private static bool IsIssue(ReadOnlySpan<char> text)
    {
        var position = 0;
        if (text.StartsWith("No", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Vol", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length <= 12 && text.IndexOfAnyInRange('0', '9') > 0;
        }

        var hasNumeral = false;
        while (position < text.Length)
        {
            var c = text[position];
            if (Glyphs.Digit(c) is not null || c is '十' or '百' or '千')
            {
                hasNumeral = true;
            }
            else if (c is not ('第' or '总' or '總' or '期' or '号' or '號' or '卷' or '年' or '月' or '(' or ')' or '旬' or '上' or '下' or '创' or '刊' or '增' or '合'))
            {
                return false;
            }

            position++;
        }

        return hasNumeral && text.Length <= 20 && text.IndexOfAny("期卷") > 0;
    }

    private static bool IsWeakPage(ReadOnlySpan<char> text)
    {
        if (text.Length > 7)
        {
            return false;
        }

        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('/' or '-' or 'P' or 'p'))
            {
                return false;
            }
        }

        return digits is >= 1 and <= 4 && (digits < 4 || text.Contains('/'));
    }

    private static bool IsClock(ReadOnlySpan<char> text)
    {
        var colons = 0;
        foreach (var c in text)
        {
            if (c == ':')
            {
                colons++;
            }
            else if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return colons is 1 or 2 && text.Length is >= 4 and <= 8;
    }

    private static int CountHan(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += Glyphs.IsHan(c) || c is '·' or '《' or '》' ? 1 : 0;
        }

        return count;
    }
}
