using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>
/// Recognises an amount at the position of a numeral: the words before it (约, 超过, 人民币), the numeral or range,
/// the unit and the words after (以上, 左右). What it comes to is for <see cref="AmountResolver"/>.
/// </summary>
internal static class AmountReader
{
    private const int FromToReach = 15;

    private static readonly UnitLexicon s_lexicon = UnitLexicon.Default;

    /// <param name="start">Where the numeral starts.</param>
    /// <param name="floor">No word before this position is taken in.</param>
    /// <param name="next">Where to go on: after the amount, or after what is no amount.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int start, int floor, out Amount amount, out int next)
    {
        amount = default;
        if (text[start] == '半')
        {
            return TryReadHalf(text, start, floor, out amount, out next);
        }

        if (!NumeralReader.TryRead(text, start, out var number))
        {
            next = Math.Max(number.End, start + 1);
            return false;
        }

        next = number.End;
        var read = FractionReader.TryRead(text, number, out amount);
        if (!read)
        {
            amount = ReadUnitAndRange(text, number);
        }

        amount = WithWordsBefore(text, WithWordsAfter(text, amount), floor);
        if (amount.Kind == AmountKind.Number && amount.CurrencyPrefix is not null)
        {
            amount = amount with { Kind = AmountKind.Money };
        }

        next = Math.Max(next, amount.Span.End);
        return true;
    }

    // 半年 ; 半小时 ; 半个月 ; 一半 is read as a numeral with 半 after it.
    private static bool TryReadHalf(ReadOnlySpan<char> text, int start, int floor, out Amount amount, out int next)
    {
        amount = default;
        next = start + 1;

        // 半个多小时: the unit is 个小时 or 小时.
        var more = StartsWith(text, start + 1, "个多") ? 2 : 0;
        var unitStart = start + 1 + more;
        if (unitStart < text.Length && text[unitStart] is '成' or '折' && (unitStart + 1 >= text.Length || !char.IsLetter(text[unitStart + 1])))
        {
            // 半成 is 5, 半折 50 percent.
            amount = new Amount { Kind = AmountKind.Percent, Span = new TextSpan(start, unitStart + 1), Number = new Numeral(start, unitStart, 0.5m, 0.5m, NumeralForm.Positional) { Scale = 1 }, Multiplier = text[unitStart] == '成' ? 10 : 100 };
            next = amount.Span.End;
            return true;
        }

        var unit = s_lexicon.FindUnit(text, unitStart, out var length);
        if (unit is not { Kind: UnitKind.Duration or UnitKind.Measure } || unit.Word is "日" or "夜" or "晚" or "导" or "载" or "度"
            || !EndsUnit(text, unitStart, length))
        {
            return false;
        }

        var half = new Numeral(start, unitStart, 0.5m, 0.5m, NumeralForm.Positional) { Scale = 1 };
        amount = new Amount
        {
            Kind = ToKind(unit.Kind),
            Span = new TextSpan(start, unitStart + length),
            Number = half,
            Unit = unit,
            UnitSpan = new TextSpan(unitStart, unitStart + length),
            Multiplier = 1,
            Approximation = more > 0 ? Approximation.Over : Approximation.Exact,
        };
        amount = WithWordsBefore(text, WithWordsAfter(text, amount), floor);
        next = amount.Span.End;
        return true;
    }

    private static Amount ReadUnitAndRange(ReadOnlySpan<char> text, in Numeral number)
    {
        var first = UnitReader.Read(text, number);
        var sign = first.Span.End;
        if (number.IsArabic && first.Kind == AmountKind.Number && sign + 1 < text.Length && text[sign] is '×' or '*' or 'x' or 'X' && NumeralCharacters.IsArabic(text[sign + 1])
            && NumeralReader.TryRead(text, sign + 1, out var width))
        {
            // 3×5米 ; 5×80米 ; 7×24小时
            var last = UnitReader.Read(text, width);
            if (last.Kind is AmountKind.Measure or AmountKind.Duration)
            {
                return last with { Span = new TextSpan(number.Start, last.Span.End), Number = number, IsComposite = true };
            }
        }

        if (TryReadRangeSign(text, first.Span.End, out var afterSign)
            && afterSign < text.Length && text[afterSign] != '半'
            && NumeralReader.TryRead(text, afterSign, out var upper))
        {
            var second = UnitReader.Read(text, upper);
            if (IsRange(text, first, second))
            {
                return second with
                {
                    Span = new TextSpan(first.Span.Start, second.Span.End),
                    Number = number,
                    UpperNumber = upper,
                    LowerAddend = first.Addend,
                };
            }
        }

        return first;
    }

    // 3至5年 ; 2-3万元 ; 六千至九千元 ; 10%—15% ; 2米至3米 ; but 从537家到926家 is two amounts.
    private static bool IsRange(ReadOnlySpan<char> text, in Amount first, in Amount second)
    {
        if (second.Kind == AmountKind.Number && first.Kind == AmountKind.Number && first.Number.Scale > 1 && second.Number.Scale > 1
            && first.Number.Form != NumeralForm.BareScale && second.Number.Form != NumeralForm.BareScale)
        {
            // 2万至3万 ; 5k-8k
            return first.Number.Low < second.Number.High;
        }

        if (second.Kind == AmountKind.Number || second.Number.Form == NumeralForm.BareScale || second.IsComposite || first.IsComposite)
        {
            return false;
        }

        if (first.Kind != AmountKind.Number)
        {
            // 0.5个至1个百分点
            var shared = first.Unit?.Word == second.Unit?.Word ? first.Kind == second.Kind : first.Unit?.Word == "个" && second.Unit?.Word == "个百分点";
            if (!shared || LeadsFromTo(text, first.Span.Start, text[first.Span.End] == '到' ? FromToReach : 1))
            {
                return false;
            }
        }
        else if (first.Number.Form == NumeralForm.BareScale || (text[first.Span.End] is '到' && first.Number.PlainDigits > 0 && first.Number.Low > second.Number.High * second.Number.Scale))
        {
            return false;
        }

        var low = first.Number.Low;
        if (first.Number.Scale == 1 && second.Number.Scale > 1 && low <= second.Number.High / second.Number.Scale)
        {
            low *= second.Number.Scale;
        }

        return low + first.Addend < second.Number.High + second.Addend;
    }

    // 从537家到926家, 由去年的537家到926家
    private static bool LeadsFromTo(ReadOnlySpan<char> text, int start, int reach)
    {
        for (var i = start - 1; i >= 0 && i >= start - reach && text[i] is not ('，' or '。' or '；' or '\n'); i--)
        {
            if (text[i] is '从' or '由' or '自')
            {
                return true;
            }
        }

        return false;
    }

    // 至, 到, —, -, ～; a doubled dash is punctuation unless Arabic numbers stand on both sides (4——6万元). 1万（含）至5万元.
    internal static bool TryReadRangeSign(ReadOnlySpan<char> text, int position, out int after)
    {
        if (StartsWith(text, position, "（含）") || StartsWith(text, position, "(含)"))
        {
            position += 3;
        }

        after = position + 1;
        if (position + 1 >= text.Length || text[position] is not ('至' or '到' or '—' or '-' or '–' or '－' or '～' or '~' or '―' or '─'))
        {
            return false;
        }

        if (after + 1 < text.Length && text[position] is '—' or '-' && text[after] == text[position] && NumeralCharacters.IsArabic(text[after + 1]))
        {
            after++;
        }

        return NumeralCharacters.OpenerSet.Contains(text[after]);
    }

    // 以上, 左右, 多: 六百家以上 ; 1300人左右 ; 一年多, but not 三年多来 or 一米多高层.
    private static Amount WithWordsAfter(ReadOnlySpan<char> text, in Amount amount)
    {
        var end = amount.Span.End;
        if (end + 1 < text.Length && text[end] == ' ' && text[end + 1] is '以' or '左' && amount.Number.IsArabic)
        {
            end++;
        }

        // 500万元（含）以上
        if (amount.Kind != AmountKind.Number && (StartsWith(text, end, "（含）以") || StartsWith(text, end, "(含)以")))
        {
            end += 3;
        }

        if ((amount.Kind == AmountKind.Number && amount.Number is { Scale: 1, PlainDigits: < 2 }) || !s_lexicon.TryFindAfter(text, end, out var length, out var approximation))
        {
            return amount;
        }

        if (length == 2 && end + 2 < text.Length && text[end + 1] == '下' && text[end + 2] is '游' or '级' or '线' or '层')
        {
            // 11家上下游企业
            return amount;
        }

        if (text[end] is '多' or '余' && length == 1 && (amount.Kind == AmountKind.Number || amount.Kind == AmountKind.Count || NumeralReader.IsOtherWord(text, end)))
        {
            return amount;
        }

        return amount with
        {
            Span = new TextSpan(amount.Span.Start, end + length),
            Approximation = amount.Approximation == Approximation.Exact ? approximation : amount.Approximation,
        };
    }

    // 约港币2,430万元 ; 人民币七万元 ; 超过926亿元 ; 零下29摄氏度
    private static Amount WithWordsBefore(ReadOnlySpan<char> text, in Amount amount, int floor)
    {
        var start = amount.Span.Start;
        var approximation = amount.Approximation;
        var negative = amount.IsNegative;
        UnitWord? prefix = null;
        for (var turn = 0; turn < 3; turn++)
        {
            if (s_lexicon.TryFindBefore(text, start, floor, out var length, out var before) && AllowsBefore(text, start, length, amount))
            {
                start -= length;
                approximation = before;
            }
            else if (prefix is null && amount.Kind is AmountKind.Money or AmountKind.Number
                && FindCurrency(text, start, floor, out length) is { } currency)
            {
                start -= length;
                prefix = currency;
            }
            else if (!negative && start - 2 >= floor && text[start - 2] == '零' && text[start - 1] == '下')
            {
                start -= 2;
                negative = true;
            }
            else if (!negative && start > floor && ((text[start - 1] == '负' && !(start - 2 >= floor && text[start - 2] == '正') && IsSigned(amount)) || (amount.Number.IsArabic && amount.Kind is AmountKind.Measure or AmountKind.Percent && text[start - 1] is '-' or '−' && !FollowsDigit(text, start - 1))))
            {
                start--;
                negative = true;
            }
            else if (start > floor && text[start - 1] == '±' && amount.Number.IsArabic && amount.Kind is AmountKind.Measure or AmountKind.Percent)
            {
                // ±800千伏
                start--;
            }
            else
            {
                break;
            }
        }

        return amount with
        {
            Span = new TextSpan(start, amount.Span.End),
            Approximation = approximation,
            CurrencyPrefix = prefix,
            IsNegative = negative,
        };
    }

    // 人民币七万元 ; CNY 300
    private static UnitWord? FindCurrency(ReadOnlySpan<char> text, int end, int floor, out int length)
    {
        var blank = end > floor && text[end - 1] == ' ' ? 1 : 0;
        var currency = s_lexicon.FindCurrencyPrefix(text, end - blank, floor, out length);
        length += currency is null ? 0 : blank;
        return currency;
    }

    // 上百 and 过百 take bare places only, 过 also Arabic numbers; 上3楼 and 过三关 are verbs.
    private static bool AllowsBefore(ReadOnlySpan<char> text, int start, int length, in Amount amount)
    {
        if (length > 1)
        {
            return true;
        }

        var bare = amount.Number.Form == NumeralForm.BareScale;
        return text[start - 1] switch
        {
            '上' => bare,
            '过' => bare || (amount.Number.IsArabic && amount.Kind is AmountKind.Money or AmountKind.Percent),
            _ => true,
        };
    }

    // 负三场 and 自负六成 speak of defeats and burdens.
    private static bool IsSigned(in Amount amount) =>
        amount.Kind is AmountKind.Number or AmountKind.Measure or AmountKind.Money || (amount.Kind == AmountKind.Percent && (amount.Unit is not null || amount.Denominator is not null));

    private static bool FollowsDigit(ReadOnlySpan<char> text, int position) =>
        position > 0 && (char.IsAsciiLetterOrDigit(text[position - 1]) || text[position - 1] is '%' or ')' or '）' or '-' or '—');

    internal static AmountKind ToKind(UnitKind kind) => kind switch
    {
        UnitKind.Money or UnitKind.MoneyMinor => AmountKind.Money,
        UnitKind.Percent => AmountKind.Percent,
        UnitKind.Measure => AmountKind.Measure,
        UnitKind.Duration => AmountKind.Duration,
        UnitKind.Count => AmountKind.Count,
        UnitKind.WeakCount => AmountKind.WeakCount,
        _ => AmountKind.Number,
    };

    internal static bool StartsWith(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> word) =>
        position >= 0 && position <= text.Length && text[position..].StartsWith(word, StringComparison.Ordinal);

    /// <summary>A Latin unit ends where the letters end: the m of 4300mm is none.</summary>
    internal static bool EndsUnit(ReadOnlySpan<char> text, int start, int length)
    {
        var end = start + length;
        return !char.IsAsciiLetter(text[end - 1]) || end >= text.Length || !char.IsAsciiLetterOrDigit(text[end]);
    }
}
