using System.Globalization;

namespace NewsExtract.Core;

/// <summary>A calendar date of which the month or the day may be unknown; proleptic Gregorian, as ISO 8601.</summary>
public readonly record struct PartialDate
{
    /// <exception cref="ArgumentOutOfRangeException">No such date, or a day without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (!IsValid(year, month, day))
        {
            throw new ArgumentOutOfRangeException(nameof(year), $"{year}-{month}-{day} is not a date");
        }

        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    /// <summary>1 to 12; <c>null</c> when the source does not say.</summary>
    public int? Month { get; }

    /// <summary>1 to 31; <c>null</c> when the source does not say.</summary>
    public int? Day { get; }

    public static bool IsValid(int year, int? month, int? day) =>
        year is >= 1 and <= 9999
        && (month is null ? day is null : month is >= 1 and <= 12)
        && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)));

    /// <summary>ISO 8601 as far as known: <c>2023-12-01</c>, <c>2023-12</c>, <c>2023</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        var parts = text.Split('-');
        if (parts.Length > 3)
        {
            return false;
        }

        Span<int> numbers = [0, 0, 0];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        int? month = parts.Length > 1 ? numbers[1] : null;
        int? day = parts.Length > 2 ? numbers[2] : null;
        if (!IsValid(numbers[0], month, day))
        {
            return false;
        }

        date = new PartialDate(numbers[0], month, day);
        return true;
    }
}
