namespace NewsExtract.Chinese.Values;

/// <summary>
/// Reads the words around amounts that make them a rise or a fall (同比增长12%), the level where one arrives (增至35万户) or starts (由30%提高到35%).
/// Looks no further than <see cref="Reach"/> characters from an amount.
/// </summary>
internal static class ChangeReader
{
    /// <summary>In UTF-16 units, from the verb back to the start of its basis.</summary>
    internal const int Reach = 24;

    private const int FromReach = 12;

    private static readonly ChangeWords s_words = ChangeWords.Default;

    /// <summary>Sets <see cref="RecognizedValue.Change"/> of the amounts among <paramref name="values"/>, which are in the order of <paramref name="text"/>.</summary>
    public static void Mark(List<RecognizedValue> values, string text)
    {
        var last = -1;
        var before = -1;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { IsPart: true } or { Kind: ValueKind.Time or ValueKind.Ordinal })
            {
                continue;
            }

            var previous = last < 0 ? null : values[last];
            if (Read(values, i, previous, text) is { } change)
            {
                values[i] = values[i] with { Change = change };
                if (change.Role == ChangeRole.To && before >= 0 && values[before] is { Change: null } start && StartsChange(start, values[i], text))
                {
                    values[before] = start with { Change = change with { Role = ChangeRole.From } };
                }
            }

            // 两年|平均增长4%: a length of time only frames the next number.
            before = i;
            last = values[i] is { Kind: ValueKind.Duration, Change: null } ? last : i;
        }
    }

    private static ValueChange? Read(List<RecognizedValue> values, int index, RecognizedValue? previous, string text)
    {
        var value = values[index];
        var floor = previous?.Span.End ?? 0;
        if (text[value.Span.Start] == '翻')
        {
            // 翻一番 is twice what it was.
            return WithBasis(values, index, text, new ValueChange(ChangeDirection.Up, ChangeRole.To, null, null), new TextSpan(value.Span.Start, value.Span.Start), floor);
        }

        if (text.AsSpan(value.Span.Start, value.Span.Length) is "减半")
        {
            return WithBasis(values, index, text, new ValueChange(ChangeDirection.Down, ChangeRole.By, null, null), new TextSpan(value.Span.Start, value.Span.Start), floor);
        }

        if (Governing(value, text, floor, out var verb, out var needsTime) is { } change)
        {
            change = WithBasis(values, index, text, change, verb, floor);
            if (change.Basis is null && previous?.Change is { Role: ChangeRole.By, Basis: not null } before && IsJoint(text.AsSpan(floor, verb.Start - floor)))
            {
                // 同比分别增长3%和|下降2%
                change = change with { Basis = before.Basis, BasisSpan = before.BasisSpan };
            }

            // 高于, 多3个: of a change only beside a time.
            return needsTime && change.Basis is (null or ComparisonBasis.YearlyAverage) ? null : change;
        }

        return Following(values, index, text, floor) ?? Chained(value, previous, text);
    }

    // 增长|12% ; 增加到|3.2万户 ; 增速为|5.2% ; 比上年高|0.3个百分点
    private static ValueChange? Governing(RecognizedValue value, string text, int floor, out TextSpan verb, out bool needsTime)
    {
        verb = default;
        needsTime = false;
        var at = SkipBetween(text, floor, value.Span.Start, out var arrives);
        var no = s_words.Before(text, floor, at, ChangeWord.Not, out _);
        var length = s_words.Before(text, floor, at, ChangeWord.Up | ChangeWord.Down, out var word);
        if (length == 0)
        {
            return Net(text, floor, value.Span.Start, out verb);
        }

        if (no >= length)
        {
            return null;
        }

        verb = new TextSpan(at - length, at);
        var isRate = (word & ChangeWord.Rate) != 0;
        needsTime = (word & ChangeWord.Than) != 0;
        if ((length == 1 && !needsTime && !arrives && !StandsAlone(value, text, floor, verb.Start)) || !Takes(word, value, text, arrives) || (isRate && value.Kind != ValueKind.Percentage) || (needsTime && arrives))
        {
            return null;
        }

        var direction = (word & ChangeWord.Up) != 0 && !(value.Value is NumberValue { Value: < 0 }) ? ChangeDirection.Up : ChangeDirection.Down;
        return new ValueChange(direction, arrives && !isRate ? ChangeRole.To : ChangeRole.By, null, null);
    }

    // 净增|经营主体|3.2万户: only these verbs are of the number behind their object, too (增加投资的项目30个).
    private static ValueChange? Net(string text, int floor, int end, out TextSpan verb)
    {
        for (var at = end - 1; at >= Math.Max(floor, end - FromReach) && char.IsLetter(text[at]); at--)
        {
            if (text[at] == '净' && at + 1 < end && text[at + 1] is '增' or '减')
            {
                verb = new TextSpan(at, at + 2);
                return new ValueChange(text[at + 1] == '增' ? ChangeDirection.Up : ChangeDirection.Down, ChangeRole.By, null, null);
            }
        }

        verb = default;
        return null;
    }

    // 增长|了近 ; 提高|到 ; 降|为
    private static int SkipBetween(string text, int floor, int at, out bool arrives)
    {
        arrives = false;
        while (at > floor)
        {
            var length = text[at - 1] == ' ' ? 1 : s_words.Before(text, floor, at, ChangeWord.Between, out _);
            if (length == 0 && text[at - 1] is '到' or '至' or '为')
            {
                arrives = true;
                length = 1;
            }

            if (length == 0)
            {
                break;
            }

            at -= length;
        }

        return at;
    }

    // 股价|涨3%, 油价|降0.3元, 同比|增3万吨, ，|减5人; but not 晋|升2人
    private static bool StandsAlone(RecognizedValue value, string text, int floor, int start) =>
        value.Kind == ValueKind.Percentage || start == 0 || !char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '年' or '月' or '季' or '价' or '费' or '额' or '量' or '率' or '数' or '温'
            || s_words.Before(text, floor, start, ChangeWord.Adverb | ChangeWord.YearOnYear | ChangeWord.PreviousPeriod | ChangeWord.YearlyAverage | ChangeWord.LastYear | ChangeWord.LastPeriod | ChangeWord.YearStart, out _) > 0;

    private static bool Takes(ChangeWord word, RecognizedValue value, string text, bool arrives)
    {
        // 缩短3天, 增加2次; but 连续上涨3天 and 上调2次 say how long and how often.
        if (value.Kind == ValueKind.Duration || (value.Kind == ValueKind.Quantity && value.Value is NumberValue { Unit: "次" or "轮" or "回" or "届" or "场" or "岁" }))
        {
            return arrives || (word & ChangeWord.AnyAmount) != 0;
        }

        // 提升30个|小区
        return arrives || (word & ChangeWord.MeasureOnly) == 0 || value.Kind != ValueKind.Quantity || value.Unit is not null || value.Value is NumberValue { Unit: "倍" or "点" or "位" }
            || value.Span.End >= text.Length || !char.IsLetter(text[value.Span.End]);
    }

    // 实现8%|的增长 ; 以12%|的增速增长 ; 以每年5%|的速度递增
    private static ValueChange? Following(List<RecognizedValue> values, int index, string text, int floor)
    {
        var value = values[index];
        var at = value.Span.End;
        if (value.Kind == ValueKind.Duration || at >= text.Length || text[at] != '的')
        {
            return null;
        }

        at += text.AsSpan(at + 1).StartsWith("速度", StringComparison.Ordinal) ? 3 : 1;
        while (s_words.At(text, at, text.Length, ChangeWord.Adverb, out _) is > 0 and var adverb)
        {
            at += adverb;
        }

        var length = s_words.At(text, at, text.Length, ChangeWord.Up | ChangeWord.Down, out var word);
        var end = at + length;
        if (length < 2 || (word & ChangeWord.Than) != 0 || (end < text.Length && char.IsLetter(text[end]) && ((word & ChangeWord.Rate) == 0 || s_words.At(text, end, text.Length, ChangeWord.Up | ChangeWord.Down, out _) == 0)))
        {
            return null;
        }

        var change = new ValueChange((word & ChangeWord.Up) != 0 ? ChangeDirection.Up : ChangeDirection.Down, ChangeRole.By, null, null);
        return WithBasis(values, index, text, change, new TextSpan(value.Span.Start, value.Span.Start), floor);
    }

    // 分别增长3.2%、|4.5%和|5.1% ; 下降0.2个百分点至|5.1%
    private static ValueChange? Chained(RecognizedValue value, RecognizedValue? previous, string text)
    {
        if (previous?.Change is not { Role: ChangeRole.By } change || value.Kind == ValueKind.Duration)
        {
            return null;
        }

        var gap = text.AsSpan(previous.Span.End, value.Span.Start - previous.Span.End);
        return gap is "至" or "到" or "，至" ? change with { Role = ChangeRole.To } : gap.Length > 0 && IsJoint(gap) && value.Kind == previous.Kind ? change : null;
    }

    private static bool IsJoint(ReadOnlySpan<char> gap) => gap is "、" or "和" or "与" or "及" or "以及";

    // 由|30%|提高到35% ; 从去年的|419家|，增至815家
    private static bool StartsChange(RecognizedValue first, RecognizedValue second, string text)
    {
        var gap = text.AsSpan(first.Span.End, second.Span.Start - first.Span.End);
        if (gap.Length > Reach || gap.IndexOfAny("。；！？\n") >= 0 || (first.Kind != second.Kind && first.Kind != ValueKind.Number))
        {
            return false;
        }

        for (var i = first.Span.Start - 1; i >= Math.Max(0, first.Span.Start - FromReach) && text[i] is not ('，' or '。' or '；' or '、' or '！' or '？' or '\n'); i--)
        {
            if (text[i] is '由' or '从' or '自')
            {
                return true;
            }
        }

        return false;
    }

    private static ValueChange WithBasis(List<RecognizedValue> values, int index, string text, ValueChange change, TextSpan verb, int floor) =>
        BasisReader.Find(values, index, text, verb, floor) is { } found ? change with { Basis = found.Basis, BasisSpan = found.Span } : change;
}
