using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Recognises a date at a position: year, part of the year, month, day and time of day, each where it stands, a range of
/// two such, and the words behind (底前, 以来, 期间). Which date it is, is for <see cref="DateResolver"/>.
/// </summary>
internal static class DateReader
{
    private static readonly DateLexicon s_lexicon = DateLexicon.Default;

    /// <param name="rocYears">Years of three digits count from 1911: 114年 is 2025.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, bool rocYears, out DateExpression expression)
    {
        expression = null!;
        var scan = new DateScan(text, start, rocYears);
        var found = NumeralCharacters.OpenerSet.Contains(text[start])
            ? (OpensLongWord(text, start) ? ReadWord(ref scan) : null) ?? ReadNumber(ref scan) ?? ReadWord(ref scan)
            : ReadWord(ref scan) ?? ReadPlan(ref scan);
        if (found is null)
        {
            return false;
        }

        expression = found;
        return true;
    }

    // 三月三 and 五四青年节 are words, whatever their numerals say.
    private static bool OpensLongWord(ReadOnlySpan<char> text, int start) => s_lexicon.Find(text, start, out var length) is not null && length > 2;

    // A number: 2023年…, 12月1日, 1至11月, 2023-12-01, 三年内, 60年代, 17时.
    private static DateExpression? ReadNumber(ref DateScan scan)
    {
        // 第3季度 is read from its 第; G2023年 and 1.5月 are parts of something else.
        if (scan.Start > 0 && (scan.Text[scan.Start - 1] is '第' or '.' or '/' || char.IsAsciiLetter(scan.Text[scan.Start - 1])))
        {
            return null;
        }

        return scan.TryReadIsoDate() ? scan.Finish()
            : scan.TryReadDecade() is { } decade ? decade
            : scan.TryReadSpan(scan.Start, direction: 0, needsTail: true) is { } span ? span
            : scan.TryReadCalendar() ? scan.Finish()
            : TryReadPlanNumber(scan.Text, scan.Start, out var number, out var end) ? (end - scan.Start == 3 ? scan.FinishPlan(number, end, quoted: false) : null)
            : null;
    }

    private static DateExpression? ReadWord(ref DateScan scan)
    {
        var text = scan.Text;
        if (text[scan.Start] is '第')
        {
            return scan.TryReadPartOfYear() ? scan.Finish() : null;
        }

        if (text[scan.Start] is '农' or '阴' or '正' or '腊' or '初' && scan.TryReadLunar())
        {
            return scan.Finish();
        }

        if (scan.TryReadQuotedFeast())
        {
            return scan.Finish();
        }

        if (s_lexicon.Find(text, scan.Start, out var length) is not { } word)
        {
            return text[scan.Start] == '昨' || text[scan.Start] == '周' ? scan.TryReadShortDay() : null;
        }

        var next = scan.Start + length < text.Length ? text[scan.Start + length] : '\n';
        if (scan.Start > 0 && IsPartOfOtherWord(text[scan.Start - 1], word.Word, next))
        {
            return null;
        }

        scan.Position = scan.Start + length;
        switch (word.Kind)
        {
            case DateWordKind.Year or DateWordKind.YearSame:
                scan.From = scan.From with { YearAnchor = word.Kind == DateWordKind.Year ? DateAnchor.Relative : DateAnchor.Same, Year = word.First };
                scan.ReadAfterYear();
                return scan.Finish();
            case DateWordKind.Month:
                scan.From = scan.From with { MonthAnchor = DateAnchor.Relative, Month = word.First };
                scan.ReadAfterMonth();
                return scan.Finish();
            case DateWordKind.Week:
                return scan.ReadWeek(word.First);
            case DateWordKind.Weekday:
                return scan.ReadWeekday();
            case DateWordKind.Day or DateWordKind.DaySame:
                scan.From = scan.From with { DayAnchor = word.Kind == DateWordKind.Day ? DateAnchor.Relative : DateAnchor.Same, Day = word.First };
                scan.ReadTime();
                return scan.Finish();
            case DateWordKind.Half:
                scan.From = scan.From with { Month = word.First, ToMonth = word.Second, MonthAnchor = DateAnchor.Absolute };
                return scan.Finish();
            case DateWordKind.SeasonOfYear:
                scan.From = scan.From with { Season = word.First, YearAnchor = DateAnchor.Relative, Year = word.Second };
                return scan.Finish();
            case DateWordKind.Season:
                scan.From = scan.From with { Season = word.First };
                return scan.IsWordBoundaryBehind() ? scan.Finish() : null;
            case DateWordKind.Feast:
                return scan.ReadFeast(word) ? scan.Finish() : null;
            case DateWordKind.Edge:
                scan.From = scan.From with { YearAnchor = DateAnchor.Relative };
                if (word.Word[0] is '年' or '岁')
                {
                    scan.SetEdge(word.Word.EndsWith('前') ? '前' : word.Word[^1]);
                }

                return scan.Finish(word.Word[0] is '月' or '上' or '中' or '下' ? DateShape.Open : DateShape.Calendar);
            case DateWordKind.Span:
                return scan.TryReadSpan(scan.Position, word.First, needsTail: false) ?? (word.First == -1 ? scan.TryReadLeadingMonths(word) : null);
            case DateWordKind.Era:
                return scan.ReadEra(word) ? scan.Finish() : null;
            case DateWordKind.Dynasty:
                return s_lexicon.Find(text, scan.Position, out length) is { Kind: DateWordKind.Era } era && scan.SkipAndReadEra(era, length) ? scan.Finish() : null;
            case DateWordKind.Century:
                return scan.ReadDecadeOf(word.First * 100, isRelative: true);
            case DateWordKind.Time:
                return scan.ReadTimeAlone(word) ? scan.Finish(DateShape.Open) : null;
            default:
                return scan.Finish(DateShape.Open);
        }
    }

    // 三年以上年龄, 投产后年产, 相当年: the word is cut out of others.
    internal static bool IsPartOfOtherWord(char previous, string word, char next) => word[0] switch
    {
        '前' => previous is '以' or '之' or '目' or '日' or '此' or '当' or '提' or '眼' or '空' or '史' or '生' or '面' or '往' or '超' or '向' or '午' or '产' or '之' or '先' or '从',
        '上' or '下' => previous is '以' or '之' or '线' or '网' or '马' or '地' or '天' or '楼',
        '后' when word == "后天" => next is '下' or '性' or '的' or '条' or '努' or '培',
        '后' => char.IsLetter(previous) && previous is not ('到' or '至' or '在' or '自' or '从'),
        '当' => previous is '相' or '适' or '正' or '应',
        '明' => previous is '证' or '表' or '声' or '透' or '阐',
        '晚' or '夜' or '晨' => word.Length == 1 && (previous == '半' || !NumeralCharacters.OpenerSet.Contains(next)),
        '同' => previous == '不' || next is '龄' or '级' or '生',
        '是' => previous is '就' or '还' or '都' or '也' or '不' or '仅' or '只' or '但' or '于' or '而',
        '次' => previous is '本' or '此' or '每' or '历' or '首' || next == '会' || NumeralCharacters.IsChineseNumeral(previous) || NumeralCharacters.IsArabic(previous),
        '年' when word.Length > 2 => false,
        '年' => previous is '大' or '几' or '数' or '多' or '半' or '全' or '每' or '周' or '成' or '百' or '青' or '少' || NumeralCharacters.IsChineseNumeral(previous) || NumeralCharacters.IsArabic(previous),
        _ => false,
    };

    // “十四五”末 ; “七五”期间 ; “十四五”以来
    private static DateExpression? ReadPlan(ref DateScan scan)
    {
        var text = scan.Text;
        var start = scan.Start;
        if (text[start] is not ('“' or '"' or '「'))
        {
            return null;
        }

        return TryReadPlanNumber(text, start + 1, out var number, out var end) && end < text.Length && text[end] is '”' or '"' or '」'
            ? scan.FinishPlan(number, end + 1, quoted: true)
            : null;
    }
}
