using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Dates;

/// <summary>Reads the small numbers of dates.</summary>
internal static class DateNumbers
{
    /// <summary>1 to 2 Arabic digits, or Chinese up to 三十一; no digit may follow.</summary>
    public static bool TryReadSmall(ReadOnlySpan<char> text, int start, int max, out int value, out int end)
    {
        value = 0;
        end = start;
        while (end < text.Length && NumeralCharacters.IsArabic(text[end]) && end - start < 3)
        {
            value = (value * 10) + (text[end] - '0');
            end++;
        }

        if (end > start)
        {
            return end - start <= 2 && value <= max && value >= 0;
        }

        if (end + 1 < text.Length && NumeralCharacters.IsZero(text[end]) && NumeralCharacters.ChineseDigit(text[end + 1]) > 0)
        {
            // 七点零八分
            end++;
        }

        while (end < text.Length && end - start < 3 && Tens(text[end]) is var digit and > 0)
        {
            if (digit == 10)
            {
                if (value >= 10)
                {
                    return false;
                }

                value = Math.Max(value, 1) * 10;
            }
            else if (digit > 10)
            {
                if (value > 0)
                {
                    return false;
                }

                value = digit;
            }
            else
            {
                if (value > 0 && value % 10 != 0)
                {
                    return false;
                }

                value += digit;
            }

            end++;
        }

        if (end == start && end < text.Length && NumeralCharacters.IsZero(text[end]))
        {
            end++;
            return true;
        }

        return end > start && value <= max && (end >= text.Length || (Tens(text[end]) == 0 && NumeralCharacters.SmallPlace(text[end]) == 0));
    }

    /// <summary>The Common Era year at <paramref name="start"/>: 2023, 二〇二三, 八五 (short), 114 of the Republic.</summary>
    public static bool TryReadYear(ReadOnlySpan<char> text, int start, bool rocYears, out int year, out bool isShort, out int end)
    {
        year = 0;
        isShort = false;
        end = start;
        var arabic = start < text.Length && NumeralCharacters.IsArabic(text[start]);
        while (end < text.Length && end - start < 5 && Digit(text[end], arabic) is var digit and >= 0)
        {
            year = (year * 10) + digit;
            end++;
        }

        switch (end - start)
        {
            case 4:
                return year is >= 1000 and <= 2200;
            case 3 when arabic && year is >= 90 and <= 150 && (rocYears || (end + 1 < text.Length && text[end] == '年' && text[end + 1] is '度' or '底')):
                year += 1911;
                return true;
            case 2:
                // 七八年 may be seven or eight years; 98年 stands for 1998 with a month behind, which the caller looks at.
                isShort = true;
                return true;
            default:
                return false;
        }
    }

    /// <summary>五六年 and 三五年 are five to six and three to five years as much as 1956 and 1935; 八五年 can be a year only.</summary>
    /// <param name="year">Two digits.</param>
    public static bool MayCountYears(int year) => year % 10 == (year / 10) + 1 || year == 35;

    /// <summary>The century of a short year that a full one leads: 1900 for the 三五 of 一九三四、三五年; <c>null</c> for any other.</summary>
    public static int? CenturyInList(ReadOnlySpan<char> text, int start)
    {
        var end = start - 1;
        if (end < 2 || NumeralCharacters.ChineseDigit(text[start]) < 0 || text[end] is not ('、' or '和' or '与' or '及' or '至' or '到'))
        {
            return null;
        }

        end -= text[end - 1] == '年' ? 1 : 0;
        if (end >= 4 && TryReadYear(text, end - 4, rocYears: false, out var year, out var isShort, out var yearEnd) && yearEnd == end && !isShort)
        {
            return year / 100 * 100;
        }

        // 一九三三、三四、三五年
        return end >= 2 && TryReadYear(text, end - 2, rocYears: false, out _, out isShort, out yearEnd) && yearEnd == end && isShort ? CenturyInList(text, end - 2) : null;
    }

    /// <summary>1 to 20 for 一五 to 二十五.</summary>
    public static bool TryReadPlanNumber(ReadOnlySpan<char> text, int start, out int number, out int end)
    {
        number = 0;
        end = start;
        while (end < text.Length && end - start < 4 && Tens(text[end]) > 0)
        {
            end++;
        }

        if (end - start is < 2 or > 3 || text[end - 1] != '五')
        {
            return false;
        }

        var tens = text[start] == '十';
        number = end - start == 2 ? (tens ? 10 : Tens(text[start])) : (tens ? 10 + Tens(text[start + 1]) : 0);
        return number is >= 1 and <= 19;
    }

    private static int Digit(char character, bool arabic) => arabic
        ? (NumeralCharacters.IsArabic(character) ? character - '0' : -1)
        : character == '两' ? -1 : NumeralCharacters.ChineseDigit(character);

    // 1 to 9, 10, 20 and 30; 0 for anything else.
    private static int Tens(char character) => character switch
    {
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        '零' or '〇' or '○' or '两' => 0,
        _ => Math.Max(NumeralCharacters.ChineseDigit(character), 0),
    };
}
