namespace NewsExtract.Chinese.Dates;

internal enum TimeUnit
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    WorkDay,
    Week,
    Month,
    Quarter,
    Year,
}

internal enum TimeStepKind
{
    /// <summary>2023年</summary>
    Year,

    /// <summary>去年: so many years from the reference date.</summary>
    YearShift,

    /// <summary>同年, 次年: from the year named before.</summary>
    YearSame,

    /// <summary>12月</summary>
    Month,

    /// <summary>上个月</summary>
    MonthShift,

    /// <summary>同月</summary>
    MonthSame,

    /// <summary>1至11月, 上半年, 三季度: first and last month, third the quarter.</summary>
    Months,

    /// <summary>本季度</summary>
    QuarterShift,

    /// <summary>A month of the lunar calendar, and a day unless it is 0; a third of 1 is a leap month.</summary>
    Lunar,

    /// <summary>A solar term, by its number from 小寒.</summary>
    SolarTerm,

    /// <summary>上周</summary>
    Week,

    /// <summary>周三, 1 to 7 from Monday.</summary>
    Weekday,

    /// <summary>周末</summary>
    Weekend,

    /// <summary>1日</summary>
    Day,

    /// <summary>昨天; in a year (去年的今天) the same day of that year.</summary>
    DayShift,

    /// <summary>当天, 次日, 前一天: from the day named before.</summary>
    DaySame,

    /// <summary>第二周, 第十天, 第8个月: number and unit. The weeks of a month or year are those whose Monday it has.</summary>
    Nth,

    /// <summary>第一个周二: number, -1 for the last, and weekday.</summary>
    NthWeekday,

    /// <summary>前五个月 of a year, 前两天 of a month: number and unit.</summary>
    Leading,

    /// <summary>最后五天: number and unit.</summary>
    Trailing,

    /// <summary>初 (0), 中 (1) and 末 (2) of a year or quarter, and the three 旬 and two halves (3, 4) of a month; third the last where several are meant.</summary>
    Part,

    /// <summary>上午: first and last hour, exclusive.</summary>
    Period,

    /// <summary>9时30分: hour, minute, second, -1 for what is not said.</summary>
    Clock,

    /// <summary>三天后: so many months, days and seconds, one of them only; from the reference date or the day before it.</summary>
    Shift,

    /// <summary>未来三年, 上两个月: number, unit, direction; see <see cref="TimeSpans"/>.</summary>
    Span,

    /// <summary>17天内, 三个半月来: so many months, days and seconds from the reference date on, or up to it where they are negative.</summary>
    Reach,

    /// <summary>18世纪; second 1 when it counts from the present one (上世纪).</summary>
    Century,

    /// <summary>岁末年初: 年底 and 年初 around the turn of the year that is nearest, or at the end of the year named.</summary>
    TurnOfYear,

    /// <summary>目前: the day itself, where a range ends with it.</summary>
    Now,
}

/// <summary>One step on the way from the coarse to the fine: 去年, then 3月, then 5日. What the numbers are, the kind says.</summary>
internal readonly record struct TimeStep(TimeStepKind Kind, int First = 0, int Second = 0, int Third = 0)
{
    /// <summary>1 for years to 5 for clock times. A step follows a coarser one.</summary>
    public int Level => Kind switch
    {
        TimeStepKind.Year or TimeStepKind.YearShift or TimeStepKind.YearSame or TimeStepKind.Century => 1,
        TimeStepKind.Month or TimeStepKind.MonthShift or TimeStepKind.MonthSame or TimeStepKind.Months or TimeStepKind.QuarterShift or TimeStepKind.Week => 2,
        TimeStepKind.Lunar when Second == 0 => 2,
        TimeStepKind.Nth or TimeStepKind.Leading or TimeStepKind.Trailing when (TimeUnit)Second is TimeUnit.Month or TimeUnit.Week => 2,
        TimeStepKind.Period => 4,
        TimeStepKind.Clock => 5,
        _ => 3,
    };
}

internal enum TimeBound
{
    Closed,

    /// <summary>以来, 起: open at the end.</summary>
    Since,

    /// <summary>以前, 前: open at the start.</summary>
    Until,
}

/// <summary>A time within another, with all steps that lead to it.</summary>
internal readonly record struct TimePart(TextSpan Span, IReadOnlyList<TimeStep> Steps, TimeBound Bound);

/// <summary>A time as recognised; <see cref="TimeResolver"/> says which one it is.</summary>
/// <param name="From">From the coarse to the fine.</param>
internal sealed record TimeExpression(TextSpan Span, IReadOnlyList<TimeStep> From)
{
    /// <summary>The other end of a range; what it leaves out is as in <see cref="From"/>.</summary>
    public IReadOnlyList<TimeStep>? To { get; init; }

    public TimeBound Bound { get; init; }

    /// <summary>Times within: the day and the time of day of a moment, and what a word such as 从 or 以后 was joined to.</summary>
    public IReadOnlyList<TimePart> Parts { get; init; } = [];
}
