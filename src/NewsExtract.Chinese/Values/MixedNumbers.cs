using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>Numbers of several numerals: 三又五分之一, 3又1/5, 2e5, 10k, .5. The rest is for <see cref="NumeralReader"/>.</summary>
internal static class MixedNumbers
{
    public static bool TryRead(string text, int start, out TextSpan span, out decimal value)
    {
        span = default;
        value = 0;
        return NumeralReader.TryRead(text, start, out var first) && !first.IsRange && first.Approximation == Approximation.Exact
            && (TryReadMixed(text, first, out span, out value) || (first.IsArabic && (TryReadPoint(text, first, out span, out value) || TryReadPower(text, first, out span, out value))));
    }

    // 三又五分之一 ; 3又1/5 ; 负一又二分之一
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

    // 2e5 ; 1.2E-3 ; 10k
    private static bool TryReadPower(string text, in Numeral mantissa, out TextSpan span, out decimal value)
    {
        span = default;
        value = mantissa.Low;
        var end = mantissa.End;
        if (mantissa.Scale != 1 || end >= text.Length || (mantissa.Start > 0 && (char.IsAsciiLetterOrDigit(text[mantissa.Start - 1]) || text[mantissa.Start - 1] is '-' or '.')))
        {
            return false;
        }

        if (text[end] is 'k' or 'K' && (end + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])) && value < 1e20m)
        {
            span = new TextSpan(mantissa.Start, end + 1);
            value *= 1000;
            return true;
        }

        if (text[end] is not ('e' or 'E'))
        {
            return false;
        }

        var digits = end + 1;
        var negative = digits < text.Length && text[digits] == '-';
        digits += digits < text.Length && text[digits] is '-' or '+' ? 1 : 0;
        if (digits >= text.Length || !NumeralCharacters.IsArabic(text[digits]) || !NumeralReader.TryRead(text, digits, out var exponent) || exponent.PlainDigits is 0 or > 2 || exponent.Low > 20 || value > 1e7m)
        {
            return false;
        }

        for (var i = 0; i < exponent.Low; i++)
        {
            value = negative ? value / 10 : value * 10;
        }

        span = new TextSpan(mantissa.Start, exponent.End);
        return true;
    }
}
