using static NewsExtract.Chinese.Numerals.NumeralCharacters;

namespace NewsExtract.Chinese.Numerals;

/// <summary>Reads a numeral that opens with an Arabic digit: thousands commas, a decimal point, places in Chinese (3.5万, 1亿2千万), an exponent.</summary>
internal static class ArabicNumerals
{
    private const int MaxDigits = 24;
    private const decimal Overflow = 1e27m;

    // 2,386,410 ; 3.5万 ; 350多万 ; 8亿3,000万 ; 2万5
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        var end = ReadDigits(text, start, out var value, out var plain);
        ReadExponent(text, start, ref end, ref value, ref plain);
        if (value < 0)
        {
            numeral = new Numeral(start, end, 0, 0, NumeralForm.Positional);
            return false;
        }

        var total = 0m;
        var scale = 1m;
        var previous = decimal.MaxValue;
        var approximation = Approximation.Exact;
        var step = 0m;
        while (true)
        {
            var next = ReadMarker(text, end, ref approximation, value >= 10 || scale > 1);
            if (approximation != Approximation.Exact)
            {
                step = LastPlace(value);
            }

            var place = ReadPlace(text, ref next);
            if (place == 0)
            {
                end = approximation == Approximation.Exact ? end : next;
                break;
            }

            plain = 0;
            if (value > Overflow / place)
            {
                numeral = new Numeral(start, next, 0, 0, NumeralForm.Positional);
                return false;
            }

            if (place >= previous)
            {
                // 2千5百万, 3千零50万: the 万 multiplies all before it.
                if (place % 10_000 == 0 && place / 10_000 < previous && previous < 10_000)
                {
                    total = (total + (value * (place / 10_000))) * 10_000;
                    value = 0;
                    scale = 10_000 * previous;
                    end = next;
                }

                break;
            }

            end = next;
            scale = Math.Max(scale, place);
            previous = place;
            total += value * place;
            var last = LastPlace(value) * place;
            value = 0;
            end = ReadMarker(text, end, ref approximation, allowed: true);
            step = approximation == Approximation.Exact ? 0 : last;
            if (approximation == Approximation.Over && place == 10_000 && end < text.Length && text[end] == '亿')
            {
                // 700万余亿
                total *= 100_000_000;
                scale *= 100_000_000;
                step *= 100_000_000;
                end++;
                break;
            }

            // 3.5万 takes no part behind it.
            if (approximation != Approximation.Exact || total % place != 0 || !TryReadPart(text, end, place, out var part, out var partEnd))
            {
                break;
            }

            // 1亿2千万: the part goes round again for its own place; 2万5 ends here.
            value = part;
            end = partEnd;
            if (end >= text.Length || (LargePlace(text[end]) == 0 && SmallPlace(text[end]) == 0))
            {
                break;
            }
        }

        total += value;
        numeral = new Numeral(start, end, total, total, NumeralForm.Positional)
        {
            IsArabic = true,
            Approximation = approximation,
            Ceiling = approximation == Approximation.Over ? total + step : null,
            PlainDigits = plain,
            Scale = scale,
        };
        return true;
    }

    // 3e4, 1.2E+14 ; but not the E of a code or a shape (A3E4, 3E)
    private static void ReadExponent(ReadOnlySpan<char> text, int start, ref int end, ref decimal value, ref int plain)
    {
        if (end >= text.Length || text[end] is not ('e' or 'E') || value < 0 || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
        {
            return;
        }

        var at = end + 1;
        var sign = at < text.Length && text[at] is '+' or '-' ? text[at++] : '+';
        var exponent = 0;
        var digits = at;
        while (at < text.Length && IsArabic(text[at]) && at - digits < 3)
        {
            exponent = (exponent * 10) + (text[at++] - '0');
        }

        if (at == digits || at - digits > 2 || (at < text.Length && char.IsAsciiLetterOrDigit(text[at])))
        {
            return;
        }

        var scaled = value;
        for (; exponent > 0 && scaled < Overflow / 10; exponent--)
        {
            scaled = sign == '-' ? scaled / 10 : scaled * 10;
        }

        if (exponent == 0)
        {
            value = scaled;
            end = at;
            plain = 0;
        }
    }

    // 10 for 350, 1000 for 3000, 0.1 for 1.4: what 多 behind it stays below
    private static decimal LastPlace(decimal value)
    {
        var place = 1m;
        for (; value % place != 0; place /= 10)
        {
        }

        for (; place >= 1 && value > place && value % (place * 10) == 0; place *= 10)
        {
        }

        return place;
    }

    // What follows a place word: 2千(万) or 2,000(万) as a number of its own, 5 in 2万5 as 5000, 零35 in 6千零35.
    private static bool TryReadPart(ReadOnlySpan<char> text, int start, decimal place, out decimal value, out int end)
    {
        value = 0;
        end = start;
        var zero = start + 1 < text.Length && text[start] == '零' && IsArabic(text[start + 1]);
        if (start >= text.Length || (place < 10_000 && !zero && !(IsArabic(text[start]) && start + 1 < text.Length && SmallPlace(text[start + 1]) > 0)))
        {
            return false;
        }

        if (zero || IsArabic(text[start]))
        {
            end = ReadDigits(text, zero ? start + 1 : start, out value, out var plain);
            if (value < 0)
            {
                return false;
            }

            var probe = end;
            var next = ReadPlace(text, ref probe);
            if (next > 0)
            {
                return value * next < place || (place < 10_000 && next % 10_000 == 0 && value * (next / 10_000) < place);
            }

            if (zero)
            {
                return value < place && plain > 0 && !IsLatin(text, end);
            }

            // 4万7,200 and 4万7200: all the digits below the place; 1万800.
            if (value * (plain == 3 && place == 10_000 && !IsLatin(text, end) ? 100 : 10) >= place && value < place)
            {
                return true;
            }

            // 2万5, but neither 5万2026 nor 3万5G.
            if (plain == 1 && !IsLatin(text, end))
            {
                value *= place / 10;
                return true;
            }

            return false;
        }

        var rest = start + 1 < text.Length && text[start] == '零' ? start + 1 : start;
        if (ChineseDigit(text[rest]) > 0 && new ChineseNumeralParser(text, rest).TryParse(out var part)
            && part.Form == NumeralForm.Positional && !part.IsRange && part.Scale > 1 && part.Scale < place
            && part.Approximation == Approximation.Exact)
        {
            value = part.Low;
            end = part.End;
            return true;
        }

        return false;
    }

    /// <returns>The end; <paramref name="value"/> is negative when the run is too long for a number.</returns>
    private static int ReadDigits(ReadOnlySpan<char> text, int start, out decimal value, out int plain)
    {
        value = 0;
        var digits = 0;
        var end = start;
        var groups = false;
        while (end < text.Length)
        {
            if (IsArabic(text[end]))
            {
                digits++;
                if (digits <= MaxDigits)
                {
                    value = (value * 10) + (text[end] - '0');
                }

                end++;
            }
            else if (text[end] is ',' && digits is > 0 and <= MaxDigits && IsGroup(text, end + 1) && (groups || end - start <= 3))
            {
                groups = true;
                end++;
            }
            else
            {
                break;
            }
        }

        plain = groups ? 0 : digits;
        // 2.3.1 and 192.0.2.1 hold no decimal number.
        var isChained = start > 1 && text[start - 1] == '.' && IsArabic(text[start - 2]);
        if (!isChained && end + 1 < text.Length && (text[end] is '.' or '．' || (text[end] == '·' && IsDottedDecimal(text, end + 1))) && IsArabic(text[end + 1]))
        {
            var fraction = end + 1;
            var unit = 0.1m;
            while (fraction < text.Length && IsArabic(text[fraction]))
            {
                digits++;
                if (digits <= MaxDigits)
                {
                    value += (text[fraction] - '0') * unit;
                    unit /= 10;
                }

                fraction++;
            }

            // 2024.7.12 is no decimal number; the caller sees the digits before the first point.
            if (fraction + 1 < text.Length && text[fraction] is '.' && IsArabic(text[fraction + 1]))
            {
                value = decimal.Truncate(value);
                return end;
            }

            end = fraction;
            plain = 0;
        }

        if (digits > MaxDigits)
        {
            value = -1;
        }

        return end;
    }

    // 2·37万: older papers set the decimal point at mid-height; 5·12 without a place or unit behind is a date.
    private static bool IsDottedDecimal(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsArabic(text[end]) && end - start < 5)
        {
            end++;
        }

        return end > start && end < text.Length
            && text[end] is '万' or '亿' or '多' or '余' or '%' or '元' or '美' or '吨' or '公' or '平' or '倍' or '个' or '米' or '千' or '厘' or '岁' or '亩' or '升' or '立';
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int start) =>
        start + 2 < text.Length && IsArabic(text[start]) && IsArabic(text[start + 1]) && IsArabic(text[start + 2])
        && (start + 3 >= text.Length || !IsArabic(text[start + 3]));

    // 万, 亿, 万亿, 百万, 千万, 百亿, 千; the 千 of 千瓦 and 千米 is the unit's.
    private static decimal ReadPlace(ReadOnlySpan<char> text, ref int position)
    {
        var place = 1m;
        var end = position;
        while (end < text.Length)
        {
            var step = (decimal)SmallPlace(text[end]);
            if (step >= 100 && place == 1 && !NumeralReader.OpensUnit(text, end))
            {
                place = step;
            }
            else if (LargePlace(text[end]) is var large && large > 0 && (place < large || place == 10_000))
            {
                place *= large;
            }
            else if (text[end] == 'k' && place == 1 && (end + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])))
            {
                // 35k ; but not 35km
                place = 1000;
            }
            else if (text[end] == '兆' && place == 1 && NumeralReader.IsTrillion(text, end))
            {
                // 2兆7,191亿元, in papers of Taiwan
                place = 1e12m;
            }
            else
            {
                break;
            }

            end++;
        }

        position = end;
        return end > 0 && place > 1 ? place : 0;
    }

    // 余, 多: 350多万, 1万余; after a number below ten only with a place word (3多个 is not said).
    private static int ReadMarker(ReadOnlySpan<char> text, int position, ref Approximation approximation, bool allowed)
    {
        if (allowed && position < text.Length && text[position] is '多' or '余' or '来' or '几' && !NumeralReader.IsOtherWord(text, position))
        {
            // 万来 and 十来 are spoken; after Arabic digits 来 is the verb or the 来 of 三年来.
            if (text[position] == '来' || (text[position] == '几' && approximation == Approximation.Exact && !FollowsPlace(text, position) && text[position - 1] != '0'))
            {
                return position;
            }

            approximation = Approximation.Over;
            return position + 1;
        }

        return position;
    }

    private static bool FollowsPlace(ReadOnlySpan<char> text, int position) =>
        position > 0 && (SmallPlace(text[position - 1]) > 0 || LargePlace(text[position - 1]) > 0);

    private static bool IsLatin(ReadOnlySpan<char> text, int position) =>
        position < text.Length && (char.IsAsciiLetter(text[position]) || text[position] is '%' or '-' or '.' or '年' or '月' or '号');
}
