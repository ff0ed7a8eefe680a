using System.Globalization;
using NewsExtract.Chinese.Numerals;
using static NewsExtract.Chinese.Dates.DateNumbers;

namespace NewsExtract.Chinese.Dates;

/// <summary>Dates written with signs: 2023-12-01, 2023.12.1, 20231201.</summary>
internal ref partial struct TimeScan
{
    // 2023-12-01 ; 2023/12/1 ; 2023.12.1 ; 20231201 ; 2023 12 01 ; 2023-05
    private bool TryReadIso()
    {
        var end = Position;
        while (end < Text.Length && end - Position < 9 && NumeralCharacters.IsArabic(Text[end]))
        {
            end++;
        }

        var digits = end - Position;
        if (digits == 8 && int.Parse(Text.Slice(Position, 8), CultureInfo.InvariantCulture) is var number && number / 10000 is >= 1900 and < 2100
            && PartialDate.IsValid(number / 10000, number / 100 % 100, number % 100))
        {
            return AddDate(number / 10000, number / 100 % 100, number % 100, end);
        }

        if (digits == 2 && (Text[Position] == '0' || IsOtherEnd) && At(end) is '-' or '/' && At(end + 3) != At(end) && (IsOtherEnd || !IsWordCharacter(Previous)) && !IsWordCharacter(At(end + 3)) && TryReadSmall(Text, end + 1, 31, out var shortDay, out var shortEnd)
            && shortEnd == end + 3 && TryReadSmall(Text, Position, 12, out var shortMonth, out _) && shortMonth > 0 && shortDay > 0)
        {
            // 09-01, in full with its zero
            return AddMonthAndDay(shortMonth, shortDay, shortEnd);
        }

        // 9.4号
        if (digits <= 2 && At(end) == '.' && TryReadSmall(Text, Position, 12, out shortMonth, out _) && shortMonth > 0 && TryReadSmall(Text, end + 1, 31, out shortDay, out shortEnd) && shortDay > 0
            && At(shortEnd) is '号' or '日' && IsDayAlone(shortEnd))
        {
            return AddMonthAndDay(shortMonth, shortDay, shortEnd + 1);
        }

        if (digits != 4 || !DateNumbers.TryReadYear(Text, Position, false, out var year, out _, out _) || At(end) is not ('-' or '/' or '.' or ' ' or '年'))
        {
            return false;
        }

        var sign = At(end);
        if (!TryReadSmall(Text, end + 1, 12, out var month, out var monthEnd) || month == 0)
        {
            return false;
        }

        // 2013.03 and 2023-05 alone; else it is a number, or two
        if (sign != ' ' && monthEnd == end + 3 && (Text[end + 1] == '0' || sign == '.') && !IsWordCharacter(Previous) && (!IsWordCharacter(At(monthEnd)) || At(monthEnd) == '年')
            && !(At(monthEnd) is '-' && sign == '.' && TryReadSmall(Text, monthEnd + 1, 31, out _, out _)) && At(monthEnd) is not ('-' or '/') | (sign == '.' && At(monthEnd) == '-'))
        {
            Steps.Add(new TimeStep(TimeStepKind.Year, year));
            return Add(new TimeStep(TimeStepKind.Month, month), monthEnd);
        }

        var second = At(monthEnd);
        if ((second != sign && !(sign == '.' && second == '-') && !(sign == '年' && second == '-')) || !TryReadDayOfIso(monthEnd + 1, out var day, out var dayEnd) || day == 0
            || (sign == ' ' && !IsAlone(dayEnd)) || At(dayEnd) == sign && sign != ' ' && !HasClock(dayEnd + 1))
        {
            return false;
        }

        AddDate(year, month, day, At(dayEnd) == '日' && sign == '年' ? dayEnd + 1 : dayEnd);
        if (Current is 'T' or '-' && HasClock(Position + 1))
        {
            Position++;
        }

        return true;
    }

    // 15 of 2022-07-1508:40, whose blank was lost
    private readonly bool TryReadDayOfIso(int start, out int day, out int end)
    {
        if (TryReadSmall(Text, start, 31, out day, out end))
        {
            return true;
        }

        end = start + 2;
        return NumeralCharacters.IsArabic(At(start)) && NumeralCharacters.IsArabic(At(start + 1)) && HasClock(end)
            && (day = ((Text[start] - '0') * 10) + Text[start + 1] - '0') <= 31;
    }

    private readonly bool HasClock(int position) =>
        NumeralCharacters.IsArabic(At(position)) && NumeralCharacters.IsArabic(At(position + 1)) && At(position + 2) is ':' or '：' && NumeralCharacters.IsArabic(At(position + 3));

    private bool AddDate(int year, int month, int day, int end)
    {
        Steps.Add(new TimeStep(TimeStepKind.Year, year));
        return AddMonthAndDay(month, day, end);
    }

    private bool AddMonthAndDay(int month, int day, int end)
    {
        Steps.Add(new TimeStep(TimeStepKind.Month, month));
        return Add(new TimeStep(TimeStepKind.Day, day), end);
    }

    // 8.20 behind 去年
    private bool TryReadDotted()
    {
        if (!NumeralCharacters.IsArabic(Current) || !TryReadSmall(Text, Position, 12, out var month, out var end) || month == 0 || At(end) != (Steps[^1].Kind == TimeStepKind.Year ? '-' : '.')
            || !TryReadSmall(Text, end + 1, 31, out var day, out end) || day == 0 || At(end) is '%' or '亿' or '万')
        {
            return false;
        }

        return AddMonthAndDay(month, day, end);
    }
}
