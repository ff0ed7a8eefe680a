namespace NewsExtract.Readers.Layout;

/// <summary>
/// Reads the dates of mastheads, imprints and datelines in folded text without blanks:
/// 2009年1月18日, 一九八八年四月十六日, 2022年8月, 2025-03-09, 2016/8/5, 2023.12.1, 民國112年3月8日, 114-07-02.
/// </summary>
internal static class DateReader
{
    private const int FirstRepublicYear = 1911;

    /// <summary>Reads a date that has a year at the beginning of a text.</summary>
    /// <returns>The characters that it takes; 0 when there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        var republic = ReadEra(text);
        var position = republic;
        var yearStart = position;
        var year = ReadNumber(text, ref position, 4);
        var digits = position - yearStart;
        if (year is null || position == text.Length)
        {
            return 0;
        }

        if (republic > 0 || (digits == 3 && year is >= 80 and < 200))
        {
            year += FirstRepublicYear;
        }
        else if (digits != 4 || year is < 1800 or > 2199)
        {
            return 0;
        }

        var mark = text[position++];
        return mark switch
        {
            '年' => ReadRest(text, position, year.Value, '月', "日号曰號", optionalDay: true, out date),
            '-' or '/' or '.' or '·' => ReadRest(text, position, year.Value, mark, "", optionalDay: digits == 4, out date),
            _ => 0,
        };
    }

    /// <summary>The first date with a year in a short text; <c>null</c> when there is none.</summary>
    public static PartialDate? Find(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || Glyphs.Digit(text[i - 1]) is null) && Read(text[i..], out var date) > 0)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Length of a month and day (5月15日, 四月八日, 15日) at the beginning; 0 when there is none.</summary>
    public static int ReadDay(ReadOnlySpan<char> text)
    {
        var position = 0;
        if (ReadSmall(text, ref position) is not { } number || position == text.Length)
        {
            return 0;
        }

        if (text[position] is '日' or '曰')
        {
            return number is >= 1 and <= 31 ? position + 1 : 0;
        }

        if (text[position] != '月' || number is < 1 or > 12)
        {
            return 0;
        }

        var month = ++position;
        return ReadSmall(text, ref position) is >= 1 and <= 31 && position < text.Length && text[position] is '日' or '曰' ? position + 1 : month;
    }

    private static int ReadEra(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<string> eras = ["中華民國", "中华民国", "民國", "民国"];
        foreach (var era in eras)
        {
            if (text.StartsWith(era, StringComparison.Ordinal))
            {
                return era.Length;
            }
        }

        return 0;
    }

    private static int ReadRest(ReadOnlySpan<char> text, int position, int year, char monthMark, string dayMarks, bool optionalDay, out PartialDate date)
    {
        date = default;
        var month = ReadSmall(text, ref position);
        if (month is not (>= 1 and <= 12))
        {
            return 0;
        }

        var named = dayMarks.Length > 0;
        if (named && (position == text.Length || text[position] != monthMark))
        {
            return 0;
        }

        var afterMonth = named ? position + 1 : position;
        if (afterMonth < text.Length && (named || text[afterMonth] == monthMark))
        {
            position = named ? afterMonth : afterMonth + 1;
            var day = ReadSmall(text, ref position);
            var ends = named ? position < text.Length && dayMarks.Contains(text[position], StringComparison.Ordinal) : position == text.Length || Glyphs.Digit(text[position]) is null;
            if (day is not null && ends && PartialDate.IsValid(year, month, day))
            {
                date = new PartialDate(year, month, day);
                return named ? position + 1 : position;
            }
        }

        if (!optionalDay || !PartialDate.IsValid(year, month, null) || (!named && afterMonth < text.Length && Glyphs.Digit(text[afterMonth]) is not null))
        {
            return 0;
        }

        date = new PartialDate(year, month);
        return afterMonth;
    }

    // 2009, 二〇〇九, 二零零九
    private static int? ReadNumber(ReadOnlySpan<char> text, ref int position, int most)
    {
        var start = position;
        var value = 0;
        while (position < text.Length && position - start < most && Glyphs.Digit(text[position]) is { } digit)
        {
            value = (value * 10) + digit;
            position++;
        }

        return position > start && (position == text.Length || Glyphs.Digit(text[position]) is null) ? value : null;
    }

    // 8, 08, 八, 十, 十六, 二十, 二十一, 廿一
    private static int? ReadSmall(ReadOnlySpan<char> text, ref int position)
    {
        var start = position;
        var value = 0;
        var ten = false;
        for (; position < text.Length && position - start < 3; position++)
        {
            var c = text[position];
            if (c == '十' && !ten)
            {
                value = value == 0 ? 10 : value * 10;
                ten = true;
            }
            else if (c is '廿' or '卅' && position == start)
            {
                value = c == '廿' ? 20 : 30;
                ten = true;
            }
            else if (Glyphs.Digit(c) is { } digit)
            {
                if (!ten && position - start == 2)
                {
                    break;
                }

                value = ten ? value + digit : (value * 10) + digit;
            }
            else
            {
                break;
            }
        }

        return position > start ? value : null;
    }
}
