using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>
/// Recognises an amount at the position of a numeral: the words before it (约, 超过, 人民币), the numeral or range,
/// the unit and the words after (以上, 左右). What it comes to is for <see cref="AmountResolver"/>.
/// </summary>
internal static class AmountReader
{
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
        var read = TryReadFraction(text, number, out amount) || TryReadTenths(text, number, out amount);
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

    // 三分之一 ; 百分之十二点五 ; 百分之十至百分之十五 ; 百分之百
    private static bool TryReadFraction(ReadOnlySpan<char> text, in Numeral denominator, out Amount amount)
    {
        amount = default;
        var start = denominator.End + 2;
        if (TryReadSlash(text, denominator, out amount))
        {
            return true;
        }

        if (!StartsWith(text, denominator.End, "分之") || denominator.Low <= 0 || denominator.IsRange
            || !NumeralReader.TryRead(text, start, out var numerator))
        {
            return false;
        }

        Numeral? upper = null;
        var end = numerator.End;
        if (TryReadRangeSign(text, end, out var afterSign))
        {
            var second = afterSign;
            if (NumeralReader.TryRead(text, second, out var other))
            {
                if (StartsWith(text, other.End, "分之") && other.Low == denominator.Low && NumeralReader.TryRead(text, other.End + 2, out var repeated))
                {
                    other = repeated;
                }

                if (other.Low > numerator.High)
                {
                    upper = other;
                    end = other.End;
                }
            }
        }

        amount = new Amount
        {
            Kind = AmountKind.Percent,
            Span = new TextSpan(denominator.Start, end),
            Number = numerator,
            UpperNumber = upper,
            Denominator = denominator.Low,
            Multiplier = 1,
            Approximation = numerator.Approximation,
        };
        return true;
    }

    // 1/3 ; but neither 1/4决赛 nor 2023/12/1
    private static bool TryReadSlash(ReadOnlySpan<char> text, in Numeral numerator, out Amount amount)
    {
        amount = default;
        var start = numerator.End + 1;
        if (numerator.PlainDigits is < 1 or > 2 || start >= text.Length || text[start - 1] != '/' || !NumeralCharacters.IsArabic(text[start])
            || (numerator.Start > 0 && (char.IsAsciiLetterOrDigit(text[numerator.Start - 1]) || text[numerator.Start - 1] is '/' or '-' or '.'))
            || !NumeralReader.TryRead(text, start, out var denominator)
            || denominator.PlainDigits is < 1 or > 3 || denominator.Low <= numerator.Low
            || (denominator.End < text.Length && (text[denominator.End] is '/' or '-' or '决' or '赛' or ':' || char.IsAsciiLetter(text[denominator.End]))))
        {
            return false;
        }

        amount = new Amount
        {
            Kind = AmountKind.Percent,
            Span = new TextSpan(numerator.Start, denominator.End),
            Number = numerator,
            Denominator = denominator.Low,
            Multiplier = 1,
        };
        return true;
    }

    // 三成 ; 三成五 ; 一成半 ; 六成多 ; 三到四成 ; 八折 ; not 三成员
    private static bool TryReadTenths(ReadOnlySpan<char> text, in Numeral number, out Amount amount)
    {
        amount = default;
        var last = number;
        Numeral? upper = null;
        if (TryReadRangeSign(text, number.End, out var afterSign) && NumeralReader.TryRead(text, afterSign, out var second) && second.Low > number.High)
        {
            upper = second;
            last = second;
        }

        var position = last.End;
        if (position >= text.Length || text[position] is not ('成' or '折') || last.High > 10 || last.Form == NumeralForm.BareScale
            || (text[position] == '成' && position + 1 < text.Length && OpensWordWithTenths(text[position + 1]))
            || (text[position] == '折' && position + 1 < text.Length && text[position + 1] is '叠' or '射' or '腾' or '线' or '页'))
        {
            return false;
        }

        var end = position + 1;
        var addend = 0m;
        if (upper is null && end < text.Length && text[position] == '成')
        {
            if (NumeralCharacters.ChineseDigit(text[end]) is var digit and > 0 && text[end] != '两' && !FollowsAsNumeral(text, end + 1))
            {
                addend = digit;
                end++;
            }
            else if (text[end] == '半')
            {
                addend = 5;
                end++;
            }
        }

        amount = new Amount
        {
            Kind = AmountKind.Percent,
            Span = new TextSpan(number.Start, end),
            Number = number,
            UpperNumber = upper,
            Multiplier = 10,
            Addend = addend,
            Approximation = number.Approximation,
        };
        return true;
    }

    private static bool OpensWordWithTenths(char next) =>
        next is '立' or '员' or '果' or '功' or '绩' or '本' or '品' or '都' or '交' or '了' or '就' or '长' or '效' or '分' or '型' or '套' or '群' or '批' or '堆' or '人' or '语' or '因' or '材' or '形' or '像' or '婚';

    private static bool FollowsAsNumeral(ReadOnlySpan<char> text, int position) =>
        position < text.Length && (NumeralCharacters.IsChineseNumeral(text[position]) || text[position] is '个' or '家' or '名' or '点');

    // 半年 ; 半小时 ; 半个月 ; 一半 is read as a numeral with 半 after it.
    private static bool TryReadHalf(ReadOnlySpan<char> text, int start, int floor, out Amount amount, out int next)
    {
        amount = default;
        next = start + 1;
        var unitStart = start + 1;
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
        };
        amount = WithWordsBefore(text, WithWordsAfter(text, amount), floor);
        next = amount.Span.End;
        return true;
    }

    private static Amount ReadUnitAndRange(ReadOnlySpan<char> text, in Numeral number)
    {
        var first = UnitReader.Read(text, number);
        var sign = first.Span.End;
        if (number.IsArabic && first.Kind == AmountKind.Number && sign + 1 < text.Length && text[sign] is '×' or '*' && NumeralCharacters.IsArabic(text[sign + 1])
            && NumeralReader.TryRead(text, sign + 1, out var width))
        {
            // 3×5米 ; 4×100米
            var last = UnitReader.Read(text, width);
            if (last.Kind is AmountKind.Measure)
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
                };
            }
        }

        return first;
    }

    // 3至5年 ; 2-3万元 ; 七千至八千元 ; 10%—15% ; 2米至3米 ; but 从419家到815家 is two amounts.
    private static bool IsRange(ReadOnlySpan<char> text, in Amount first, in Amount second)
    {
        if (second.Kind == AmountKind.Number || second.Number.Form == NumeralForm.BareScale || second.IsComposite || first.IsComposite)
        {
            return false;
        }

        if (first.Kind != AmountKind.Number)
        {
            if (first.Kind != second.Kind || first.Unit?.Word != second.Unit?.Word || text[first.Span.End] is '到'
                || (first.Span.Start > 0 && text[first.Span.Start - 1] is '从' or '由' or '自'))
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

        return low < second.Number.High;
    }

    // 至, 到, —, -, ～; a doubled dash is punctuation.
    private static bool TryReadRangeSign(ReadOnlySpan<char> text, int position, out int after)
    {
        after = position + 1;
        return position + 1 < text.Length && text[position] is '至' or '到' or '—' or '-' or '–' or '－' or '～' or '~' or '―' or '─'
            && NumeralCharacters.OpenerSet.Contains(text[after]);
    }

    // 以上, 左右, 多: 三百家以上 ; 1200人左右 ; 一年多, but not 三年多来 or 一米多高层.
    private static Amount WithWordsAfter(ReadOnlySpan<char> text, in Amount amount)
    {
        var end = amount.Span.End;
        if (end + 1 < text.Length && text[end] == ' ' && text[end + 1] is '以' or '左' && amount.Number.IsArabic)
        {
            end++;
        }

        if ((amount.Kind == AmountKind.Number && amount.Number.Scale == 1) || !s_lexicon.TryFindAfter(text, end, out var length, out var approximation))
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

    // 约港币1,850万元 ; 人民币五万元 ; 超过815亿元 ; 零下37摄氏度
    private static Amount WithWordsBefore(ReadOnlySpan<char> text, in Amount amount, int floor)
    {
        var start = amount.Span.Start;
        var approximation = amount.Approximation;
        var negative = false;
        UnitWord? prefix = null;
        for (var turn = 0; turn < 3; turn++)
        {
            if (s_lexicon.TryFindBefore(text, start, floor, out var length, out var before) && AllowsBefore(text, start, length, amount))
            {
                start -= length;
                approximation = before;
            }
            else if (prefix is null && amount.Kind is AmountKind.Money or AmountKind.Number
                && s_lexicon.FindCurrencyPrefix(text, start, floor, out length) is { } currency)
            {
                start -= length;
                prefix = currency;
            }
            else if (!negative && start - 2 >= floor && text[start - 2] == '零' && text[start - 1] == '下')
            {
                start -= 2;
                negative = true;
            }
            else if (!negative && amount.Kind == AmountKind.Measure && start > floor && (text[start - 1] == '负' || (text[start - 1] is '-' or '−' && !FollowsDigit(text, start - 1))))
            {
                start--;
                negative = true;
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

    private static bool FollowsDigit(ReadOnlySpan<char> text, int position) =>
        position > 0 && (char.IsAsciiLetterOrDigit(text[position - 1]) || text[position - 1] is '%' or ')' or '）');

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
