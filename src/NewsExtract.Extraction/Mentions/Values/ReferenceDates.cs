using System.Buffers;
using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>
/// Finds what an article's relative dates count from: its day of issue, else the day its dateline or first paragraph
/// gives, else the year in the name of the event it reports (2023年第四次…活动, 2024世界…大会).
/// </summary>
internal static class ReferenceDates
{
    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create("，。；！？\n");

    private const int OpeningBlocks = 4;
    private const int OpeningLength = 400;
    private const int LongestOpening = 4000;
    private const int ClauseLength = 40;

    // What the name of an event ends with.
    private static readonly string[] s_eventHeads =
    [
        "大会", "会议", "年会", "展会", "交易会", "博览会", "推介会", "洽谈会", "座谈会", "发布会", "对接会", "招聘会", "研讨会", "运动会", "活动", "仪式", "论坛", "峰会", "大赛", "比赛",
        "竞赛", "联赛", "锦标赛", "公开赛", "艺术节", "文化节", "美食节", "旅游节", "电影节", "宣传周", "活动周", "培训班", "典礼", "晚会", "博览", "展览", "开工", "签约", "全会", "对抗赛", "马拉松",
    ];

    public static DateReference Find(ArticleText text, List<DateExpression> dates)
    {
        if (text.Article.PublicationDate is { } issue)
        {
            return new DateReference(issue, IsIssue: true);
        }

        var opening = OpeningEnd(text);
        foreach (var date in dates)
        {
            if (date is { Shape: DateShape.Calendar, From: { YearAnchor: DateAnchor.Absolute, MonthAnchor: DateAnchor.Absolute, DayAnchor: DateAnchor.Absolute, IsLunar: false } from }
                && (date.Span.Start < opening || IsAlone(text, date.Span))
                && PartialDate.IsValid(from.Year, from.Month, from.Day))
            {
                return new DateReference(new PartialDate(from.Year, from.Month, from.Day), IsIssue: true);
            }
        }

        // 6月18日 in the first paragraphs with the year of the event: the day of the report.
        var day = dates.Find(date => date.Span.Start < opening
            && date is { Shape: DateShape.Calendar, From: { YearAnchor: DateAnchor.None, MonthAnchor: DateAnchor.Absolute, DayAnchor: DateAnchor.Absolute, IsLunar: false, HasFeast: false } });
        if (EventYear(text, opening, LastOpeningDay(dates, day)) is not { } year)
        {
            return DateReference.None;
        }

        return day is not null && PartialDate.IsValid(year, day.From.Month, day.From.Day)
            ? new DateReference(new PartialDate(year, day.From.Month, day.From.Day), IsIssue: true)
            : new DateReference(new PartialDate(year), IsIssue: false);
    }

    // The dateline's day is said again where the story begins: 本报南昌11月18日讯 … 11月18日，…公布2021年….
    private static int LastOpeningDay(List<DateExpression> dates, DateExpression? first)
    {
        if (first is null)
        {
            return -1;
        }

        var again = dates.FindLast(date => date.From == first.From && date.Span.Start < first.Span.End + ClauseLength);
        return (again ?? first).Span.Start;
    }

    private static int OpeningEnd(ArticleText text)
    {
        var body = 0;
        foreach (var block in text.Blocks)
        {
            if (block.Kind == BlockKind.Body && ++body == OpeningBlocks)
            {
                return Math.Max(block.Span.Start, Math.Min(OpeningLength, text.Text.Length));
            }
        }

        return Math.Min(LongestOpening, text.Text.Length);
    }

    // A line that is a date and nothing else, such as the one under a signature.
    private static bool IsAlone(ArticleText text, TextSpan span)
    {
        var block = text.Blocks[text.BlockAt(span.Start)].Span;
        return block.Length <= span.Length + 4;
    }

    // 2023年第四次 ; 2024世界 ; 2016年工作会议 ; but neither 到2025年, nor 2019年底, nor 2020年，.
    private static int? EventYear(ArticleText text, int opening, int dayStart)
    {
        var view = text.Text.AsSpan(0, opening);
        var daySentence = dayStart < 0 ? default : text.Sentences[text.SentenceAt(dayStart)].Span;
        for (var i = 0; i + 5 < view.Length; i++)
        {
            if (view[i] is not ('1' or '2') || (i > 0 && char.IsAsciiLetterOrDigit(view[i - 1])))
            {
                continue;
            }

            var end = i;
            while (end < view.Length && NumeralCharacters.IsArabic(view[end]))
            {
                end++;
            }

            var length = end - i;
            if (length == 4 && int.Parse(view.Slice(i, 4), System.Globalization.CultureInfo.InvariantCulture) is >= 1949 and <= 2100 and var year && OpensEventName(view, i, end) && (NamesEvent(view[end..]) || (daySentence.Contains(i) && i > dayStart)))
            {
                return year;
            }

            i = end;
        }

        return null;
    }

    // An event's head word stands in the same clause.
    private static bool NamesEvent(ReadOnlySpan<char> rest)
    {
        var clause = rest[..Math.Min(ClauseLength, rest.Length)];
        var end = clause.IndexOfAny(s_clauseEnds);
        clause = end < 0 ? clause : clause[..end];
        foreach (var head in s_eventHeads)
        {
            if (clause.Contains(head, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool OpensEventName(ReadOnlySpan<char> view, int start, int end)
    {
        var previous = start > 0 ? view[start - 1] : '\n';
        if (previous is '到' or '至' or '比' or '较' or '自' or '从' or '于' or '以' or '前' or '后' or '-' or '—' or '.' or '建' or '截')
        {
            return false;
        }

        var next = view[end];
        if (next == '年')
        {
            next = end + 1 < view.Length ? view[end + 1] : '\n';
            return char.IsLetter(next) && next is not ('底' or '初' or '末' or '以' or '起' or '来' or '前' or '后' or '上' or '下' or '同' or '实' or '建' or '至' or '到' or '的' or '内' or '春' or '被' or '完' or '成' or '获' or '出' or '入' or '毕')
                && !NumeralCharacters.IsArabic(next) && !(NumeralCharacters.ChineseDigit(next) > 0 && end + 2 < view.Length && view[end + 2] == '月');
        }

        return char.IsLetter(next) && !char.IsAsciiLetter(next) && NumeralCharacters.ChineseDigit(next) < 0 && next is '中' or '世' or '全' or '国' or '重' or '第' or '亚' or '年' or '春' or '长' or '粤' or '上' or '北' or '广' or '深' or '智' or '海' or '东' or '西' or '南' or '湖' or '河' or '山' or '江' or '浙' or '安' or '福' or '云' or '贵' or '四' or '陕' or '甘' or '青' or '宁' or '新' or '内' or '黑' or '吉' or '辽' or '天';
    }
}
