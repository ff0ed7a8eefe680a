namespace NewsExtract.Chinese.Dates;

/// <summary>
/// Spans that touch the reference date. 过去三个月 (-1) ends on the day before it, 未来三天 (1) begins with it, each exactly that
/// long; 接下来三年 (3) counts calendar years, months and weeks from the current one, 上两个月 (-3) whole ones before it.
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
            case TimeUnit.Year when direction == -3:
                return Years(reference - count, count);
            case TimeUnit.Month when direction is 3 or -3:
                return month is { } current ? TimeInterval.OfMonths(current.Year, current.Month - (direction < 0 ? count : 0), count) : null;
            case TimeUnit.Quarter when direction is 3 or -3:
                return month is { } inside ? TimeInterval.OfMonths(inside.Year, ((inside.Month - 1) / 3 * 3) + 1 - (direction < 0 ? count * 3 : 0), count * 3) : null;
            case TimeUnit.Week when direction is 3 or -3:
                return day is { } today ? TimeInterval.OfDays(TimeSteps.Monday(today).AddDays(direction < 0 ? -7 * count : 0), 7 * count) : null;
            default:
                return day is { } anchor ? Days(anchor, count, unit, direction) : null;
        }
    }

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
