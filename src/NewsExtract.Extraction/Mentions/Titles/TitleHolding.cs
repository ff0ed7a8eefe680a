using System.Buffers;
using NewsExtract.Extraction.Mentions.Persons;

namespace NewsExtract.Extraction.Mentions.Titles;

/// <summary>Tells the titles that somebody holds from posts spoken of in general.</summary>
internal static class TitleHolding
{
    private const int MaxOrganizationLength = 32;

    private static readonly SearchValues<char> s_breaks = SearchValues.Create("，。；：、！？\n（”“》");

    // 任命李明为市教育局局长, 历任…: verbs whose object is a post.
    private static readonly EndingTrie s_verbs = new(
        ["任", "为", "当选", "担任", "出任", "兼任", "兼", "历任", "曾任", "现任", "时任", "拟任", "代理", "当上", "当", "连任", "升任", "转任", "调任", "接任", "改任", "继任", "聘为", "选为", "不再担任", "辞去", "成长为", "当过", "是", "系", "原", "任首任", "首任", "委任为", "提名为", "的"]);

    /// <returns>By position.</returns>
    public static List<TitleCandidate> Held(string text, ReversedText reversed, List<TitleCandidate> titles, IReadOnlyList<PersonCandidate> persons)
    {
        var personStarts = new bool[text.Length + 1];
        var personEnds = new bool[text.Length + 1];
        foreach (var person in persons)
        {
            personStarts[person.Span.Start] = true;
            personEnds[person.Span.End] = true;
        }

        var held = new bool[titles.Count];
        for (var i = titles.Count - 1; i >= 0; i--)
        {
            held[i] = IsBeforeName(text, titles[i].End, personStarts)
                || (personEnds[titles[i].CoreStart] && !IsAct(text, titles[i]))
                || (i + 1 < titles.Count && held[i + 1] && IsJoined(text, titles[i].End, titles[i + 1].Start));
        }

        if (persons.Count > 0)
        {
            for (var i = 0; i < titles.Count; i++)
            {
                held[i] |= IsGiven(text, reversed, titles[i])
                    || (i > 0 && held[i - 1] && IsCareer(text, titles[i - 1].End, titles[i].Start) && EndsClause(text, titles[i].End))
                    || (i > 0 && held[i - 1] && IsJoined(text, titles[i - 1].End, titles[i].Start) && EndsClause(text, titles[i].End));
            }
        }

        var result = new List<TitleCandidate>();
        for (var i = 0; i < titles.Count; i++)
        {
            if (held[i])
            {
                result.Add(titles[i]);
            }
        }

        return result;
    }

    // 主任 字汝, 会长：植树
    private static bool IsBeforeName(string text, int end, bool[] personStarts)
    {
        while (end < text.Length && text[end] is ' ' or '：' or ':')
        {
            end++;
        }

        // 首任主任由李明担任
        if (end + 1 < text.Length && text[end] == '由')
        {
            return personStarts[end + 1];
        }

        if (end < text.Length && text[end] is '（' or '(')
        {
            // 副州长（挂职）李明
            var close = text.AsSpan(end, Math.Min(16, text.Length - end)).IndexOfAny('）', ')');
            return close > 0 && personStarts[end + close + 1];
        }

        return personStarts[end];
    }

    // 副市长、北山经开区党工委书记: another post of the same person follows, its organisation between.
    private static bool IsJoined(string text, int end, int nextStart)
    {
        if (nextStart - end is < 1 or > MaxOrganizationLength)
        {
            return false;
        }

        var gap = text.AsSpan(end, nextStart - end);
        if (gap[0] == ' ' && gap.Length > 1)
        {
            gap = gap[1..];
        }

        return gap[0] is '、' or '兼' or '和' && !gap[1..].ContainsAny(s_breaks);
    }

    // 历任岭河市教育局局长，岭河县副县长，…: a career goes on over commas.
    private static bool IsCareer(string text, int end, int nextStart)
    {
        if (nextStart - end is < 1 or > MaxOrganizationLength || text[end] is not '，' || text.AsSpan(end + 1, nextStart - end - 1).ContainsAny(s_breaks))
        {
            return false;
        }

        var start = end;
        while (start > 0 && end - start < 200 && text[start - 1] is not ('。' or '\n'))
        {
            start--;
        }

        return text.AsSpan(start, end - start).Contains("历任", StringComparison.Ordinal) || text.AsSpan(start, end - start).Contains("先后任", StringComparison.Ordinal);
    }

    // 由李明编剧、王强导演: what a person does.
    private static bool IsAct(string text, TitleCandidate title) =>
        text.AsSpan(title.Start, title.End - title.Start) is "导演" or "编剧" or "翻译" or "指挥" or "主管" or "监理" or "编导" or "主编" or "总编" or "顾问" or "代办" or "督办" or "监制" or "领队";

    private static bool IsGiven(string text, ReversedText reversed, TitleCandidate title)
    {
        if (!EndsClause(text, title.End))
        {
            return false;
        }

        for (var i = title.Start; i > 0 && title.Start - i <= MaxOrganizationLength; i--)
        {
            var length = s_verbs.Longest(reversed, i, out _);
            if (length > 0 && IsVerb(text, i - length, length, title.Start - i))
            {
                return true;
            }

            if (text[i - 1] is '，' or '。' or '；' or '：' or '、' or '\n' or '“' or '”' or '！' or '？' or '》')
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsVerb(string text, int start, int length, int gap)
    {
        var word = text.AsSpan(start, length);
        return word switch
        {
            "的" => text.AsSpan(Math.Max(0, start - 14), Math.Min(14, start)).Contains("免去", StringComparison.Ordinal)
                || text.AsSpan(Math.Max(0, start - 14), Math.Min(14, start)).Contains("同志", StringComparison.Ordinal),
            "是" or "系" or "原" => gap > 1,
            "任" or "当" or "兼" or "为" => start == 0 || text[start - 1] is not ('责' or '信' or '委' or '因' or '以' or '认' or '作' or '主' or '应' or '相'),
            _ => true,
        };
    }

    private static bool EndsClause(string text, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var rest = text.AsSpan(end);
        return text[end] is '，' or '。' or '；' or '、' or '\n' or '（' or ' ' or '兼' or '！' or '：'
            || rest.StartsWith("职务", StringComparison.Ordinal)
            || rest.StartsWith("人选", StringComparison.Ordinal)
            || rest.StartsWith("的", StringComparison.Ordinal);
    }
}
