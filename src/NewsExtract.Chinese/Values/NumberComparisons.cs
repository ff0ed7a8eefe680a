namespace NewsExtract.Chinese.Values;

/// <summary>
/// Numbers bounded by the words around them, as values of their own: 不低于30, 大于5且小于9, 1000以上, 40与60之间.
/// Closed or open ends are not told apart.
/// </summary>
internal static class NumberComparisons
{
    // Longest first, so that 大于等于 is not taken for 等于.
    private static readonly (string Word, bool Lower, bool Upper)[] s_before =
    [
        ("大于或者等于", true, false), ("小于或者等于", false, true), ("大于或等于", true, false), ("小于或等于", false, true), ("大于等于", true, false), ("小于等于", false, true),
        ("不小于", true, false), ("不少于", true, false), ("不低于", true, false), ("不大于", false, true), ("不多于", false, true), ("不高于", false, true), ("不超过", false, true),
        ("大于", true, false), ("多于", true, false), ("高于", true, false), ("超过", true, false), ("超出", true, false), ("至少", true, false), ("最少", true, false),
        ("小于", false, true), ("少于", false, true), ("低于", false, true), ("至多", false, true), ("最多", false, true), ("等于", true, true),
        ("<=", false, true), (">=", true, false), ("≥", true, false), ("≤", false, true), (">", true, false), ("<", false, true),
    ];

    private static readonly (string Word, bool Lower)[] s_after =
    [
        ("或者以上", true), ("或者以下", false), ("或者更多", true), ("或者更少", false), ("及以上", true), ("及以下", false), ("或以上", true), ("或以下", false), ("以上", true), ("以下", false), ("之上", true), ("之下", false), ("以内", false), ("之内", false),
    ];

    private static readonly string[] s_links = ["", "且", "并且", "并", "而", "同时", "的同时", "，", ",", "但"];

    private sealed record Comparison(int Start, int End, decimal? Low, decimal? High);

    /// <summary>Adds what the numbers and amounts among <paramref name="values"/> are bounded by.</summary>
    public static void AddTo(List<RecognizedValue> values, string text)
    {
        var numbers = new List<RecognizedValue>();
        foreach (var value in values)
        {
            // -10 and 第10 hold a 10 that is no value of its own here.
            if (value.Kind is ValueKind.Number or ValueKind.Ordinal && value.Value is NumberValue { Value: not null } && !(value.IsPart && numbers.Count > 0 && value.Span.Start < numbers[^1].Span.End && text[numbers[^1].Span.Start] is '-' or '−' or '第' or '前'))
            {
                numbers.Add(value);
            }
        }

        var comparisons = new List<Comparison>();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i + 1 < numbers.Count && Between(text, numbers[i], numbers[i + 1]) is { } between)
            {
                comparisons.Add(between);
                i++;
            }
            else if (Compare(text, numbers[i]) is { } comparison)
            {
                comparisons.Add(comparison);
            }
        }

        var known = values.Select(static value => value.Span).ToHashSet();
        AddAmounts(values, text, known);
        foreach (var comparison in Merge(text, comparisons))
        {
            var span = new TextSpan(comparison.Start, comparison.End);
            if (known.Add(span))
            {
                values.Add(new RecognizedValue(ValueKind.Number, span, comparison.Low == comparison.High ? new NumberValue { Value = comparison.Low } : new NumberValue { Min = comparison.Low, Max = comparison.High })
                {
                    IsPart = true,
                    Bounds = comparison.Low == comparison.High ? new ValueBounds(comparison.Low, comparison.High) : null,
                });
            }
        }
    }

    // 增速高于5% ; 低于30万元 ; 超过了百分之八
    private static void AddAmounts(List<RecognizedValue> values, string text, HashSet<TextSpan> known)
    {
        var count = values.Count;
        for (var i = 0; i < count; i++)
        {
            if (values[i] is { IsPart: false, Kind: ValueKind.Percentage or ValueKind.Money or ValueKind.Quantity, Value: NumberValue { Value: not null } } amount
                && Compare(text, amount) is { } comparison && known.Add(new TextSpan(comparison.Start, comparison.End)))
            {
                values.Add(amount with { Span = new TextSpan(comparison.Start, comparison.End), IsPart = true, Bounds = new ValueBounds(comparison.Low, comparison.High) });
            }
        }
    }

    // 位于40和60之间 ; 300与500间
    private static Comparison? Between(string text, RecognizedValue first, RecognizedValue second)
    {
        var gap = Gap(text, first.Span.End, second.Span.Start);
        var low = ((NumberValue)first.Value!).Value;
        var high = ((NumberValue)second.Value!).Value;
        if (gap is not ("和" or "与" or "到" or "至") || low > high)
        {
            return null;
        }

        var end = second.Span.End;
        end += StartsWith(text, end, "之间") ? 2 : StartsWith(text, end, "间") ? 1 : 0;
        if (end == second.Span.End)
        {
            return gap is "到" or "至" ? new Comparison(first.Span.Start, end, low, high) : null;
        }

        var start = first.Span.Start;
        start -= EndsWith(text, start, "介于") || EndsWith(text, start, "位于") ? 2 : EndsWith(text, start, "在") ? 1 : 0;
        return new Comparison(start, end, low, high);
    }

    private static Comparison? Compare(string text, RecognizedValue number)
    {
        var value = ((NumberValue)number.Value!).Value;
        var start = number.Span.Start;
        var end = number.Span.End;
        var before = SkipBlanksBack(text, start);
        foreach (var mark in "了有为是")
        {
            if (before > 0 && text[before - 1] == mark)
            {
                before--;
                break;
            }
        }

        foreach (var (word, lower, upper) in s_before)
        {
            if (FindBefore(text, before, word) is var from and >= 0)
            {
                return new Comparison(from, end, lower ? value : null, upper ? value : null);
            }
        }

        var after = end;
        while (after < text.Length && text[after] == ' ')
        {
            after++;
        }

        foreach (var (word, lower) in s_after)
        {
            if (StartsWith(text, after, word))
            {
                return new Comparison(start, after + word.Length, lower ? value : null, lower ? null : value);
            }
        }

        // 比五十大 ; 比180低
        var than = SkipBlanksBack(text, start);
        return EndsWith(text, than, "比") && after < text.Length && text[after] is '大' or '高' or '多' or '小' or '低' or '少'
            ? new Comparison(than - 1, after + 1, text[after] is '大' or '高' or '多' ? value : null, text[after] is '小' or '低' or '少' ? value : null)
            : null;
    }

    // 大于5且小于9 is one range, 大于60小于15 two.
    private static IEnumerable<Comparison> Merge(string text, List<Comparison> comparisons)
    {
        for (var i = 0; i < comparisons.Count; i++)
        {
            var one = comparisons[i];
            if (i + 1 < comparisons.Count && comparisons[i + 1] is var two && Array.IndexOf(s_links, Gap(text, one.End, two.Start)) >= 0
                && (one.Low ?? two.Low) is { } low && (one.High ?? two.High) is { } high && low <= high && (one.Low is null || two.Low is null) && (one.High is null || two.High is null))
            {
                yield return new Comparison(one.Start, two.End, low, high);
                i++;
            }
            else
            {
                yield return one;
            }
        }
    }

    private static string Gap(string text, int start, int end) => end < start ? "\n" : text[start..end].Trim(' ');

    private static int SkipBlanksBack(string text, int position)
    {
        while (position > 0 && text[position - 1] == ' ')
        {
            position--;
        }

        return position;
    }

    // 小于 或 等于 ; the start, or -1
    private static int FindBefore(string text, int end, string word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
        {
            end = SkipBlanksBack(text, end);
            if (end == 0 || text[end - 1] != word[i])
            {
                return -1;
            }

            end--;
        }

        return end;
    }

    private static bool EndsWith(string text, int end, string word) => text.AsSpan(0, end).EndsWith(word, StringComparison.Ordinal);

    private static bool StartsWith(string text, int start, string word) => text.AsSpan(start).StartsWith(word, StringComparison.Ordinal);
}
