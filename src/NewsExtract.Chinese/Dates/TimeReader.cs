using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Recognises times for <see cref="Values.ValueRecognizer"/>: a chain of steps from the coarse to the fine (明年, 3月, 第二个周日,
/// 上午9时), a range of two, and a bound (以来, 之前). Wider than <see cref="DateReader"/>, which reads what news text calls a
/// date; what that alone knows (plans, decades, reigns, seasons) is left to it.
/// </summary>
internal static class TimeReader
{
    private const string MoreOpeners = "截纪芒惊谷立处白寒霜雨新公情国消愚世护医烈万记光宪感圣八六上下这该同自从约大再过周现此之往本近最首头早半闰节目眼Q";

    private static readonly System.Buffers.SearchValues<char> s_openers = System.Buffers.SearchValues.Create(MoreOpeners);

    public static bool MayOpen(char character) =>
        NumeralCharacters.OpenerSet.Contains(character) || DateLexicon.Default.OpenerSet.Contains(character) || s_openers.Contains(character);

    public static bool TryRead(ReadOnlySpan<char> text, int start, out TimeExpression expression)
    {
        expression = null!;
        var opener = PrefixLength(text, start);
        var scan = new TimeScan(text, start, start + opener);
        if (!scan.TryReadChain())
        {
            return false;
        }

        var from = scan.Steps;
        var end = scan.Position;
        var daysEnd = scan.DaysEnd;
        var to = scan.TryReadOtherEnd(from);
        var bound = TimeBound.Closed;
        if (to is [{ Kind: TimeStepKind.Now }])
        {
            // 去年到现在
            to = null;
            bound = TimeBound.Since;
        }
        else if (text[start] == '截')
        {
            // 截至去年底
            bound = TimeBound.Until;
        }

        scan.ReadBound(to is not null, ref bound);

        // 从 and 自 belong to a range or a bound only, 大约 to a clock time.
        var from0 = text[start] is '从' or '自' or '在';
        if (opener > 0 && text[start] is '公' or '纪')
        {
            // 公元1995年2月
            if (from[0].Kind != TimeStepKind.Year)
            {
                return false;
            }
        }
        else if (opener > 0 && text[start] != '截' && (from0 ? to is null && bound != TimeBound.Since : from[^1].Kind != TimeStepKind.Clock))
        {
            return false;
        }

        if (to is null && bound == TimeBound.Closed && from is [{ Kind: TimeStepKind.Now }])
        {
            return false;
        }

        var whole = new TextSpan(start, Math.Max(end, scan.Position));
        expression = new TimeExpression(whole, from) { To = to, Bound = bound, Parts = to is null ? PartsOf(whole, from, start + opener, daysEnd, end, bound, until: text[start] == '截') : [] };
        return true;
    }

    private static List<TimePart> PartsOf(TextSpan whole, List<TimeStep> from, int start, int daysEnd, int end, TimeBound bound, bool until)
    {
        var parts = new List<TimePart>();
        if (bound != TimeBound.Closed && start > whole.Start)
        {
            // 2015年起 of 从2015年起, 去年底 of 截至去年底
            parts.Add(new TimePart(new TextSpan(start, whole.End), from, until ? TimeBound.Closed : bound));
        }

        if (end < whole.End)
        {
            // 大约十点 of 大约十点以后
            parts.Add(new TimePart(new TextSpan(bound == TimeBound.Closed || from[^1].Kind == TimeStepKind.Clock ? whole.Start : start, end), from, TimeBound.Closed));
        }

        if (daysEnd > start && daysEnd < end)
        {
            // 今天 and 晚上9:30 of 今天晚上9:30
            parts.Add(new TimePart(new TextSpan(start, daysEnd), from.FindAll(step => step.Level <= 3), TimeBound.Closed));
            if (from[^1].Kind == TimeStepKind.Clock)
            {
                parts.Add(new TimePart(new TextSpan(daysEnd, end), from, TimeBound.Closed));
            }
        }

        return parts;
    }

    private static int PrefixLength(ReadOnlySpan<char> text, int start) => text[start] switch
    {
        '从' or '自' => 1,
        '截' when start + 2 < text.Length && text[start + 1] is '至' or '止' => text[start + 1] == '止' && text[start + 2] is '到' or '至' ? 3 : 2,
        '约' => 1,
        '公' or '纪' when start + 2 < text.Length && text[start + 1] == '元' && text[start + 2] != '前' => 2,
        '大' when start + 1 < text.Length && text[start + 1] is '约' or '概' => 2,
        _ => 0,
    };
}
