using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>Numbers of several numerals: 三又五分之一, 3又1/5, 2 3/4, 7/2, .5, 10^6, 半百. The rest is for <see cref="NumeralReader"/>.</summary>
internal static class MixedNumbers
{
    public static bool TryRead(string text, int start, out TextSpan span, out decimal value)
    {
        span = default;
        value = 0;
        if (text[start] == '半')
        {
            // 年过半百 ; but not 半百分点
            span = new TextSpan(start, start + 2);
            value = 50;
            return text.AsSpan(start).StartsWith("半百", StringComparison.Ordinal) && (start + 2 >= text.Length || text[start + 2] != '分');
        }

        return NumeralReader.TryRead(text, start, out var first) && !first.IsRange && first.Approximation == Approximation.Exact
            && (TryReadMixed(text, first, out span, out value) || (first.IsArabic && (TryReadPoint(text, first, out span, out value) || TryReadSlash(text, first, out span, out value) || TryReadPower(text, first, out span, out value))));
    }

    // 三又五分之一 ; 3又1/5 ; 负二又四分之三
    private static bool TryReadMixed(string text, in Numeral whole, out TextSpan span, out decimal value)
    {
        span = default;
        value = 0;
        if (whole.End + 1 >= text.Length || text[whole.End] != '又' || !NumeralReader.TryRead(text, whole.End + 1, out var first) || first.Low == 0)
        {
            return false;
        }

        Numeral second;
        decimal part;
        if (text.AsSpan(first.End).StartsWith("分之", StringComparison.Ordinal) && NumeralReader.TryRead(text, first.End + 2, out second))
        {
            part = second.Low / first.Low;
        }
        else if (first.End < text.Length && text[first.End] == '/' && NumeralReader.TryRead(text, first.End + 1, out second) && second.Low != 0)
        {
            part = first.Low / second.Low;
        }
        else
        {
            return false;
        }

        var negative = whole.Start > 0 && text[whole.Start - 1] == '负';
        span = new TextSpan(negative ? whole.Start - 1 : whole.Start, second.End);
        value = negative ? -(whole.Low + part) : whole.Low + part;
        return true;
    }

    // 2 3/4 ; 7/2 where nothing else stands beside it, for 7/2会议 may be a day
    private static bool TryReadSlash(string text, in Numeral first, out TextSpan span, out decimal value)
    {
        span = default;
        value = 0;
        var whole = 0m;
        var upper = first;
        var negative = IsNegative(text, first.Start);
        if (first.PlainDigits is 0 or > 3 || (first.Start > 0 && (char.IsLetterOrDigit(text[first.Start - 1]) || text[first.Start - 1] is '/' or '.')))
        {
            return false;
        }

        if (first.End + 1 < text.Length && text[first.End] == ' ' && NumeralCharacters.IsArabic(text[first.End + 1]) && NumeralReader.TryRead(text, first.End + 1, out upper))
        {
            whole = first.Low;
        }

        if (upper.PlainDigits is 0 or > 3 || upper.End + 1 >= text.Length || text[upper.End] != '/' || !NumeralReader.TryRead(text, upper.End + 1, out var lower) || lower.PlainDigits is 0 or > 3 || lower.Low == 0
            || (lower.End < text.Length && (text[lower.End] is '/' or '.' || char.IsAsciiLetterOrDigit(text[lower.End]) || (whole == 0 && char.IsLetter(text[lower.End]) && text[lower.End] is not ('是' or '的')))) || (whole == 0 && upper.Low < lower.Low && !negative))
        {
            return false;
        }

        span = new TextSpan(first.Start - (negative ? 1 : 0), lower.End);
        value = (whole + (upper.Low / lower.Low)) * (negative ? -1 : 1);
        return true;
    }

    // 10^6 ; 4^-2
    private static bool TryReadPower(string text, in Numeral number, out TextSpan span, out decimal value)
    {
        span = default;
        value = 1;
        var digits = number.End + 1;
        if (digits >= text.Length || text[digits - 1] != '^' || number.Low == 0 || number.Low > 1000)
        {
            return false;
        }

        var inverse = text[digits] == '-';
        digits += text[digits] is '-' or '+' ? 1 : 0;
        if (digits >= text.Length || !NumeralCharacters.IsArabic(text[digits]) || !NumeralReader.TryRead(text, digits, out var exponent) || exponent.PlainDigits is 0 or > 2)
        {
            return false;
        }

        for (var i = 0; i < exponent.Low; i++)
        {
            if (value > 1e24m)
            {
                return false;
            }

            value *= number.Low;
        }

        var negative = IsNegative(text, number.Start);
        value = (inverse ? 1 / value : value) * (negative ? -1 : 1);
        span = new TextSpan(number.Start - (negative ? 1 : 0), exponent.End);
        return true;
    }

    private static bool IsNegative(string text, int start) => start > 0 && text[start - 1] is '-' or '−' && (start == 1 || text[start - 2] is ' ' or '是' or '为' or '和' or '至' or '到');

    // .5 ; but v.5 and 1.2.5 are names
    private static bool TryReadPoint(string text, in Numeral digits, out TextSpan span, out decimal value)
    {
        span = default;
        value = digits.Low;
        if (digits.PlainDigits is 0 or > 20 || digits.Start == 0 || text[digits.Start - 1] != '.' || (digits.Start > 1 && text[digits.Start - 2] is not (' ' or '-' or '（' or '(')))
        {
            return false;
        }

        for (var i = 0; i < digits.PlainDigits; i++)
        {
            value /= 10;
        }

        var negative = digits.Start > 1 && text[digits.Start - 2] == '-';
        span = new TextSpan(digits.Start - (negative ? 2 : 1), digits.End);
        value = negative ? -value : value;
        return true;
    }
}
