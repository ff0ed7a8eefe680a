using System.Globalization;

namespace NewsExtract.Chinese.Dates;

/// <summary>The Chinese lunar calendar, after .NET's <see cref="ChineseLunisolarCalendar"/> (1901 to 2100).</summary>
internal static class LunarDates
{
    private static readonly ChineseLunisolarCalendar s_calendar = new();

    /// <param name="year">The lunar year, named by the Gregorian year in which it begins.</param>
    /// <param name="month">1 to 12, leap months not counted.</param>
    /// <returns><c>null</c> when there is no such day.</returns>
    /// <param name="isLeap">The leap month of that number is meant.</param>
    public static DateOnly? ToGregorian(int year, int month, int day, bool isLeap = false)
    {
        if (year is < 1902 or > 2099 || month is < 1 or > 12)
        {
            return null;
        }

        var leap = s_calendar.GetLeapMonth(year);
        if (isLeap && leap != month + 1)
        {
            return null;
        }

        var counted = isLeap || (leap > 0 && month >= leap) ? month + 1 : month;
        if (day < 1 || day > s_calendar.GetDaysInMonth(year, counted))
        {
            return null;
        }

        var date = s_calendar.ToDateTime(year, counted, day, 0, 0, 0, 0);
        return DateOnly.FromDateTime(date);
    }
}
