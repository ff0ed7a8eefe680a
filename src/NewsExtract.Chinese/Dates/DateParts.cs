namespace NewsExtract.Chinese.Dates;

/// <summary>How a year, month or day is given.</summary>
internal enum DateAnchor
{
    None,

    /// <summary>By number: 2023年, 三月, 5日.</summary>
    Absolute,

    /// <summary>By distance from the reference date: 去年 is -1.</summary>
    Relative,

    /// <summary>As the date named before: 当年, 同日; the number is the distance from it.</summary>
    Same,
}

/// <summary>The parts of one calendar date as printed.</summary>
internal readonly record struct DateParts
{
    public DateAnchor YearAnchor { get; init; }

    /// <summary>The year (of the Common Era), or a distance in years.</summary>
    public int Year { get; init; }

    /// <summary>Two digits were printed: 85 of 八五年. The century is open.</summary>
    public bool IsShortYear { get; init; }

    public DateAnchor MonthAnchor { get; init; }

    public int Month { get; init; }

    /// <summary>The last month of a part of the year (6 of 上半年, 11 of 1至11月); 0 when one month or none is meant.</summary>
    public int ToMonth { get; init; }

    /// <summary>1 to 4 when the part of the year is one quarter.</summary>
    public int Quarter { get; init; }

    public DateAnchor DayAnchor { get; init; }

    public int Day { get; init; }

    /// <summary>Distance in weeks; <c>null</c> when no week is named.</summary>
    public int? Week { get; init; }

    /// <summary>1 (Monday) to 7; 0 when none is named.</summary>
    public int Weekday { get; init; }

    /// <summary>21 (spring) to 24 (winter), as EDTF numbers them; 0 when none is named.</summary>
    public int Season { get; init; }

    /// <summary>A feast without a fixed day, so that no more than the year is known.</summary>
    public bool HasFeast { get; init; }

    /// <summary>Month and day are of the lunar calendar.</summary>
    public bool IsLunar { get; init; }

    public bool IsEmpty => this == default;
}

internal enum DateShape
{
    Calendar,

    /// <summary>“十四五”: a five-year plan.</summary>
    Plan,

    /// <summary>上世纪六十年代</summary>
    Decade,

    /// <summary>未来三年, 近十年来: so many years, months or days from the reference date.</summary>
    Span,

    /// <summary>近日, 目前, 清晨: no date to be had from it.</summary>
    Open,
}

/// <summary>A date as recognised; <see cref="DateResolver"/> says which one it is.</summary>
internal sealed record DateExpression(DateShape Shape, TextSpan Span)
{
    public DateParts From { get; init; }

    /// <summary>The other end of a range: 16日 of 4月11日至13日.</summary>
    public DateParts? To { get; init; }

    /// <summary>以来: open at the end.</summary>
    public bool IsSince { get; init; }

    /// <summary>The end of the plan period is meant: “十四五”末.</summary>
    public bool IsPlanEnd { get; init; }

    /// <summary>Number of a plan, first year of a decade, or length of a span.</summary>
    public int Number { get; init; }

    /// <summary>Of a span: 年, 月, 周 or 日.</summary>
    public char Unit { get; init; }

    /// <summary>
    /// Of a span: 1 for the future, -1 for the past, 0 when the words leave it open (三年内). Of a decade the distance of
    /// its century from the reference date's, <c>null</c> when the century is given.
    /// </summary>
    public int? Direction { get; init; }
}
