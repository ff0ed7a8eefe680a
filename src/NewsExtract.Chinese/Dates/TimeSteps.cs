namespace NewsExtract.Chinese.Dates;

/// <summary>Follows the steps of a time to its interval.</summary>
internal sealed class TimeSteps
{
    private readonly int? _year;
    private readonly (int Year, int Month)? _month;
    private readonly DateTime? _day;

    private TimeInterval? _last;
    private int? _sentenceYear;

    /// <summary>What is resolved now stands among words that tell of something that was.</summary>
    public bool IsReport { get; set; }

    /// <summary>The steps lead to a leap month of a year without it.</summary>
    public bool IsImpossible { get; set; }

    /// <summary>The month that a range resolved now ends with: 11 for 1月至11月; else 0.</summary>
    public int LastMonth { get; set; }

    public TimeSteps(PartialDate? reference)
    {
        if (Usable(reference) is not { } date)
        {
            return;
        }

        _year = date.Year;
        _month = date.Month is { } month ? (date.Year, month) : null;
        _day = date is { Month: int monthOfDay, Day: int day } ? new DateTime(date.Year, monthOfDay, day) : null;
    }

    /// <returns><c>null</c> for a year that leaves no room on both sides.</returns>
    public static PartialDate? Usable(PartialDate? reference) => reference is { Year: > 110 and < 9800 } ? reference : null;

    public void StartSentence() => _sentenceYear = null;

    public void Remember(TimeInterval named)
    {
        if (!named.HasTimeOfDay)
        {
            _last = named;
        }
    }

    /// <returns><c>null</c> when a step has nothing to count from, or leads to no day there is.</returns>
    public TimeInterval? Apply(TimeInterval? context, IReadOnlyList<TimeStep> steps)
    {
        foreach (var step in steps)
        {
            context = Apply(context, step);
            if (context is null || context.Value.End.Year > 9990 || context.Value.Start.Year < 2)
            {
                return null;
            }
        }

        if (steps[0].Kind is TimeStepKind.Year or TimeStepKind.YearShift)
        {
            _sentenceYear = context?.Start.Year;
        }

        return context;
    }

    private TimeInterval? Apply(TimeInterval? context, TimeStep step) => step.Kind switch
    {
        TimeStepKind.Year => TimeInterval.OfYear(step.First),
        TimeStepKind.YearShift => _year is { } year ? TimeInterval.OfYear(year + step.First) : null,
        TimeStepKind.YearSame => (_last?.Start.Year ?? _year) is { } year ? TimeInterval.OfYear(year + step.First) : null,
        TimeStepKind.Month => YearOf(context, step.First, Math.Max(step.First, LastMonth)) is { } year ? TimeInterval.OfMonths(year, step.First, 1) : null,
        TimeStepKind.MonthShift => _month is { } month ? TimeInterval.OfMonths(context?.Start.Year ?? month.Year, month.Month + step.First, 1) : null,
        TimeStepKind.MonthSame => MonthNamed() is { } month ? TimeInterval.OfMonths(context?.Start.Year ?? month.Year, month.Month, 1) : null,
        TimeStepKind.Months when step.Third > 0 => YearOf(context, step.First, step.Second) is { } year ? TimeInterval.OfQuarter(year, step.Third) : null,
        TimeStepKind.Months => YearOf(context, step.First, step.Second) is { } year ? TimeInterval.OfMonths(year, step.First, step.Second - step.First + 1) : null,
        TimeStepKind.QuarterShift => _month is { } month ? TimeInterval.OfQuarter(month.Year, ((month.Month + 2) / 3) + step.First) : null,
        TimeStepKind.Century => step.Second == 0 ? TimeInterval.OfCentury(step.First) : _year is { } year ? TimeInterval.OfCentury((year / 100) + 1 + step.First) : null,
        TimeStepKind.Lunar => YearOfLunar(context, step) is { } year ? Lunar(year, step) : null,
        TimeStepKind.SolarTerm => YearOf(context) is { } year && SolarTerms.DayOf(year, step.First) is { } day ? TimeInterval.OfDays(day, 1) : null,
        TimeStepKind.Week => _day is { } day ? TimeInterval.OfDays(Monday(day).AddDays(7 * step.First), 7) : null,
        TimeStepKind.Weekday => (context?.Start ?? (_day is { } day ? Monday(day) : null)) is { } monday ? TimeInterval.OfDays(monday.AddDays(step.First - 1), 1) : null,
        TimeStepKind.Weekend => context is { } week ? TimeInterval.OfDays(week.Start.AddDays(5), 2) : null,
        TimeStepKind.Day => MonthOfDay(context, step.First) is { } month && PartialDate.IsValid(month.Year, month.Month, step.First) ? TimeInterval.OfDays(new DateTime(month.Year, month.Month, step.First), 1) : null,
        TimeStepKind.DayShift => DayShift(context, step.First),
        TimeStepKind.DaySame => (context?.Start ?? (_last is { Unit: TimeUnit.Day } last ? last.Start : _day)) is { } day ? TimeInterval.OfDays(day.AddDays(step.First), 1) : null,
        TimeStepKind.Period => (context?.Start ?? _day) is { } day ? new TimeInterval(day.Date.AddHours(step.First), day.Date.AddHours(step.Second), TimeUnit.Hour) : null,
        TimeStepKind.Clock => (context?.Start ?? _day) is { } day ? Clock(day.Date, step) : null,
        TimeStepKind.Shift => Shift(context, step),
        TimeStepKind.Span => TimeSpans.Resolve(step, _year, _month, _day),
        TimeStepKind.Reach => Reach(step),
        TimeStepKind.TurnOfYear => (context?.Start.Year ?? (_month is not { } month ? null : month.Month <= 6 ? month.Year - 1 : month.Year)) is { } year ? TimeInterval.OfMonths(year, 11, 4) : null,
        TimeStepKind.Now => _day is { } day ? TimeInterval.OfDays(day, 1) : null,
        _ => (context ?? (_year is { } year ? TimeInterval.OfYear(year) : null)) is { } whole ? TimeParts.Of(whole, step) : null,
    };

    private int? YearOf(TimeInterval? context) => context?.Start.Year ?? _sentenceYear ?? _year;

    // The months are of the year named, or of the one that their distance tells.
    private int? YearOf(TimeInterval? context, int first, int last) =>
        context?.Start.Year ?? _sentenceYear ?? (_year is { } year ? DateOutlook.YearOf(year, _month?.Month, first, last, IsReport) : null);

    private (int Year, int Month)? MonthNamed() => _last is { Unit: not TimeUnit.Year } last ? (last.Start.Year, last.Start.Month) : _month;

    // 19日 behind 9月18日 is of September; in a paper of the 2nd, 30日 is of the month before.
    private (int Year, int Month)? MonthOfDay(TimeInterval? context, int day)
    {
        if ((context ?? (_last is { Unit: TimeUnit.Day } last ? last : null)) is { } named)
        {
            return (named.Start.Year, named.Start.Month);
        }

        if (_month is not { } month || !(_day?.Day + 7 < day))
        {
            return _month;
        }

        // In March, 30日 is of March all the same.
        var before = month.Month == 1 ? (month.Year - 1, 12) : (month.Year, month.Month - 1);
        return PartialDate.IsValid(before.Item1, before.Item2, day) ? before : month;
    }

    // 昨天 ; 今天 of 去年的今天
    private TimeInterval? DayShift(TimeInterval? context, int days)
    {
        if (_day is not { } day)
        {
            return null;
        }

        var moved = day.AddDays(days);
        if (context is { } year)
        {
            return PartialDate.IsValid(year.Start.Year, moved.Month, moved.Day) ? TimeInterval.OfDays(new DateTime(year.Start.Year, moved.Month, moved.Day), 1) : null;
        }

        return TimeInterval.OfDays(moved, 1);
    }

    private TimeInterval? Lunar(int year, TimeStep step)
    {
        if (step.First == 13)
        {
            // 除夕: the day before the next lunar year
            return LunarDates.ToGregorian(year + 1, 1, 1) is { } newYear ? TimeInterval.OfDays(newYear.AddDays(-1).ToDateTime(TimeOnly.MinValue), 1) : null;
        }

        var isLeap = step.Third == 1;
        if (LunarDates.ToGregorian(year, step.First, Math.Max(step.Second, 1), isLeap) is not { } found)
        {
            IsImpossible = isLeap && year is > 1901 and < 2100;
            return null;
        }

        var first = found.ToDateTime(TimeOnly.MinValue);
        return TimeInterval.OfDays(first, step.Second > 0 ? 1 : LunarDates.ToGregorian(year, step.First, 30, isLeap) is null ? 29 : 30);
    }

    // 腊月十八 without a year is the nearest.
    private int? YearOfLunar(TimeInterval? context, TimeStep step)
    {
        if (context is not null || _day is not { } day || step.Third == 1)
        {
            return YearOf(context);
        }

        return LunarDates.ToGregorian(day.Year - 1, Math.Min(step.First, 12), 1) is { } before && LunarDates.ToGregorian(day.Year, Math.Min(step.First, 12), 1) is { } after
            && day - before.ToDateTime(TimeOnly.MinValue) < after.ToDateTime(TimeOnly.MinValue) - day ? day.Year - 1 : day.Year;
    }

    // Up to yesterday, or from today to the last day.
    private TimeInterval? Reach(TimeStep step)
    {
        if (_day is not { } day || Shift(null, step) is not { } other)
        {
            return null;
        }

        return step.First < 0 || step.Second < 0 ? new TimeInterval(other.Start, day, TimeUnit.Day) : new TimeInterval(day, other.End, TimeUnit.Day);
    }

    private static TimeInterval Clock(DateTime day, TimeStep step)
    {
        var (unit, length) = step.Third >= 0 ? (TimeUnit.Second, 1) : step.Second >= 0 ? (TimeUnit.Minute, 60) : (TimeUnit.Hour, 3600);
        var start = day.AddHours(step.First).AddMinutes(Math.Max(step.Second, 0)).AddSeconds(Math.Max(step.Third, 0));
        return new TimeInterval(start, start.AddSeconds(length), unit) { IsMoment = true };
    }

    private TimeInterval? Shift(TimeInterval? context, TimeStep step)
    {
        // Without the time of day, hours and minutes count from nothing.
        if ((context?.Start ?? _day) is not { } day || step.Third != 0 || Math.Abs(step.First) > 60_000 || Math.Abs(step.Second) > 1_000_000
            || day.Year + (step.First / 12) + (step.Second / 365) is < 3 or > 9900)
        {
            return null;
        }

        return TimeInterval.OfDays(day.AddMonths(step.First).AddDays(step.Second), 1);
    }

    public static DateTime Monday(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
