namespace NewsExtract.Chinese.Dates;

/// <summary>Parts of a year, quarter or month: 初, 下旬, 第二周, 最后五天.</summary>
internal static class TimeParts
{
    public static TimeInterval? Of(TimeInterval whole, TimeStep step)
    {
        var unit = (TimeUnit)step.Second;
        TimeInterval? part = step.Kind switch
        {
            TimeStepKind.Part => PartOf(whole, step),
            TimeStepKind.NthWeekday => NthWeekday(whole, step.First, step.Second),
            TimeStepKind.Nth when unit == TimeUnit.Week => TimeInterval.OfDays(FirstOn(whole.Start, 1).AddDays(7 * (step.First - 1)), 7),
            TimeStepKind.Nth when unit == TimeUnit.Month => TimeInterval.OfMonths(whole.Start.Year, whole.Start.Month + step.First - 1, 1),
            TimeStepKind.Nth => TimeInterval.OfDays(whole.Start.AddDays(step.First - 1), 1),
            TimeStepKind.Leading when unit == TimeUnit.Month => TimeInterval.OfMonths(whole.Start.Year, whole.Start.Month, step.First),
            TimeStepKind.Leading => TimeInterval.OfDays(whole.Start, unit == TimeUnit.Week ? step.First * 7 : step.First),
            TimeStepKind.Trailing when unit == TimeUnit.Month => TimeInterval.OfMonths(whole.End.Year, whole.End.Month - step.First, step.First),
            TimeStepKind.Trailing => TimeInterval.OfDays(whole.End.AddDays(-(unit == TimeUnit.Week ? step.First * 7 : step.First)), unit == TimeUnit.Week ? step.First * 7 : step.First),
            _ => null,
        };

        // No thirteenth month, no 第六个周二; 明后天 and a week may reach over the edge.
        return part is { } found && (found.Start < whole.End || step.Kind == TimeStepKind.Leading) && found.Start >= whole.Start ? found : null;
    }

    private static TimeInterval? PartOf(TimeInterval whole, TimeStep step)
    {
        var year = whole.Start.Year;
        var month = whole.Start.Month;
        if (whole.Unit == TimeUnit.Year && whole.Name is not null)
        {
            // 世纪初 and 世纪末: twenty years
            return step.First == 1 ? null : new TimeInterval(new DateTime(step.First == 0 ? year : year + 80, 1, 1), new DateTime(step.First == 0 ? year + 20 : year + 100, 1, 1), TimeUnit.Year);
        }

        if (whole.Unit == TimeUnit.Year)
        {
            return step.First switch { 0 => TimeInterval.OfMonths(year, 1, 2), 1 => TimeInterval.OfMonths(year, 6, 2), _ => TimeInterval.OfMonths(year, 11, 2) };
        }

        if ((whole.End - whole.Start).Days > 31)
        {
            // 一季度末
            var last = whole.End.AddDays(-1);
            return step.First == 0 ? TimeInterval.OfMonths(year, month, 1) : TimeInterval.OfMonths(last.Year, last.Month, 1);
        }

        if (step.First >= 3)
        {
            // 上半月 ; 下半月
            return step.First == 3 ? TimeInterval.OfDays(whole.Start, 15) : TimeInterval.OfDays(whole.Start.AddDays(15), (whole.End - whole.Start).Days - 15);
        }

        // The three 旬; 月初 and 月底 are the first and the last of them.
        var from = whole.Start.AddDays(step.First * 10);
        var until = Math.Max(step.First, step.Third) == 2 ? whole.End : whole.Start.AddDays((Math.Max(step.First, step.Third) + 1) * 10);
        return TimeInterval.OfDays(from, (until - from).Days);
    }

    private static TimeInterval NthWeekday(TimeInterval whole, int number, int weekday) => TimeInterval.OfDays(
        number > 0 ? FirstOn(whole.Start, weekday).AddDays(7 * (number - 1)) : FirstOn(whole.End.AddDays(-7), weekday), 1);

    private static DateTime FirstOn(DateTime start, int weekday) => start.AddDays((weekday - (((int)start.DayOfWeek + 6) % 7) - 1 + 7) % 7);
}
