namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Spans that touch the reference date. 过去三个月 (-1) ends on the day before it, 未来三天 (1) begins with it, each exactly that
/// long; 接下来三年 (3) counts calendar years, months and weeks from the current one, 下三年 (4)
/// from the one behind it, 上两个月 (-3) whole ones before it.
/// </summary>
internal static class TimeSpans
{
    public static TimeInterval? Resolve(TimeStep step, int? year, (int Year, int Month)? month, DateTime? day)
    {
        var (count, unit, direction) = (step.First, (TimeUnit)step.Second, step.Third);
        if (count is <= 0 or > 5000 || year is not { } reference || reference + (Math.Sign(direction) * YearsOf(count, unit)) is < 10 or > 9900)
        {
            return null;
        }

        switch (unit)
        {
            case TimeUnit.Year when direction == 3:
                return Years(reference, count);
            case TimeUnit.Year when direction == 4:
                return Years(reference + 1, count);
            case TimeUnit.Year when direction == -3:
                return Years(reference - count, count);
            case TimeUnit.Month when direction is 3 or 4 or -3:
                return month is { } current ? TimeInterval.OfMonths(current.Year, current.Month + UnitsOff(direction, count), count) : null;
            case TimeUnit.Quarter when direction is 3 or 4 or -3:
                return month is { } inside ? TimeInterval.OfMonths(inside.Year, ((inside.Month - 1) / 3 * 3) + 1 + (UnitsOff(direction, count) * 3), count * 3) : null;
            case TimeUnit.Week when direction is 3 or 4 or -3:
                return day is { } today ? TimeInterval.OfDays(TimeSteps.Monday(today).AddDays(7 * UnitsOff(direction, count)), 7 * count) : null;
            case TimeUnit.Day when direction == 4:
                return day is { } before ? TimeInterval.OfDays(before.AddDays(1), count) : null;
            default:
                return day is { } anchor ? Days(anchor, count, unit, direction) : null;
        }
    }

    // Where the span starts, in units from the one that runs: 上三周, 接下来三周, 下三周.
    private static int UnitsOff(int direction, int count) => direction switch { < 0 => -count, 4 => 1, _ => 0 };

    private static int YearsOf(int count, TimeUnit unit) => unit switch { TimeUnit.Year => count, TimeUnit.Quarter => count / 4, TimeUnit.Month => count / 12, _ => count * 7 / 365 };

    private static TimeInterval? Years(int first, int count) => TimeInterval.OfYear(first) is { } start && TimeInterval.OfYear(first + count - 1) is { } last
        ? new TimeInterval(start.Start, last.End, TimeUnit.Year)
        : null;

    private static TimeInterval? Days(DateTime anchor, int count, TimeUnit unit, int direction)
    {
        var distance = direction > 0 ? count : -count;
        DateTime? other = unit switch
        {
            TimeUnit.Year => anchor.AddYears(distance),
            TimeUnit.Quarter => anchor.AddMonths(distance * 3),
            TimeUnit.Month => anchor.AddMonths(distance),
            TimeUnit.Week => anchor.AddDays(distance * 7),
            TimeUnit.Day => anchor.AddDays(distance),
            _ => null,
        };
        return other is not { } end ? null
            : direction < 0 ? new TimeInterval(end, anchor, TimeUnit.Day)
            : new TimeInterval(anchor, end, TimeUnit.Day);
    }
}
