using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

/// <summary>Reads shares of a whole: 三分之一, 百分之十二点五, 1/3, 三成五, 八折.</summary>
internal static class FractionReader
{
    /// <param name="number">The numeral that was read at the start.</param>
    public static bool TryRead(ReadOnlySpan<char> text, in Numeral number, out Amount amount) =>
        TryReadFraction(text, number, out amount) || TryReadTenths(text, number, out amount);

    // 三分之一 ; 百分之十二点五 ; 百分之十至百分之十五 ; 百分之百
    private static bool TryReadFraction(ReadOnlySpan<char> text, in Numeral denominator, out Amount amount)
    {
        amount = default;
        var start = denominator.End + 2;
        if (TryReadSlash(text, denominator, out amount))
        {
            return true;
        }

        // 百分百 ; 百分三十
        if (denominator is { Low: 100, Length: 1 } && AmountReader.StartsWith(text, denominator.End, "分") && NumeralReader.TryRead(text, start - 1, out var percent) && !percent.IsArabic && percent.Low <= 100)
        {
            amount = new Amount { Kind = AmountKind.Percent, Span = new TextSpan(denominator.Start, percent.End), Number = percent, Multiplier = 1 };
            return true;
        }

        if (!AmountReader.StartsWith(text, denominator.End, "分之") || denominator.Low <= 0 || denominator.IsRange
            || !NumeralReader.TryRead(text, start < text.Length && text[start] == '负' ? ++start : start, out var numerator))
        {
            return false;
        }

        Numeral? upper = null;
        var end = numerator.End;
        if (AmountReader.TryReadRangeSign(text, end, out var afterSign))
        {
            var second = afterSign;
            if (NumeralReader.TryRead(text, second, out var other))
            {
                if (AmountReader.StartsWith(text, other.End, "分之") && other.Low == denominator.Low && NumeralReader.TryRead(text, other.End + 2, out var repeated))
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

            // 百分之负三
            IsNegative = text[start - 1] == '负',
            IsPlainShare = denominator.Form == NumeralForm.BareScale,
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
        if (AmountReader.TryReadRangeSign(text, number.End, out var afterSign) && NumeralReader.TryRead(text, afterSign, out var second) && second.Low > number.High)
        {
            upper = second;
            last = second;
        }

        var position = last.End;
        if (position >= text.Length || text[position] is not ('成' or '折') || (last.High > 10 && (text[position] == '成' || upper is not null || last.PlainDigits != 2)) || last.Form == NumeralForm.BareScale || (text[position] == '折' && last.High == 10)
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

        // 五六折 is a range of two, 三八折 and 五五折 are 38 and 55 percent.
        var isPair = text[position] == '折' && number.PlainDigits == 2 && !number.IsArabic && !number.IsRange;
        amount = new Amount
        {
            Kind = AmountKind.Percent,
            Span = new TextSpan(number.Start, end),
            Number = number,
            UpperNumber = upper,

            // 五五折 and 75折 have two digits
            Multiplier = last.High > 10 || isPair ? 1 : 10,
            Addend = addend,
            Approximation = number.Approximation,
        };
        return true;
    }

    private static bool OpensWordWithTenths(char next) =>
        next is '立' or '员' or '果' or '功' or '绩' or '本' or '品' or '都' or '交' or '了' or '就' or '长' or '效' or '分' or '型' or '套' or '群' or '批' or '堆' or '人' or '语' or '因' or '材' or '形' or '像' or '婚';

    private static bool FollowsAsNumeral(ReadOnlySpan<char> text, int position) =>
        position < text.Length && (NumeralCharacters.IsChineseNumeral(text[position]) || text[position] is '个' or '家' or '名' or '点');
}
