namespace NewsExtract.Chinese.Values;

/// <summary>Which way an amount went, by the words around it.</summary>
public enum ChangeDirection
{
    /// <summary>增长, 提高, 净增.</summary>
    Up,

    /// <summary>下降, 减少, 收窄.</summary>
    Down,
}

/// <summary>What an amount is to the change that its words tell of.</summary>
public enum ChangeRole
{
    /// <summary>It is the change itself: 增长12%, 减少5亿元, 增速5.2%.</summary>
    By,

    /// <summary>The level that the change ends at: 增至35万户, 下降到3%.</summary>
    To,

    /// <summary>The level that it starts from: the first of 由30%提高到35%.</summary>
    From,
}

/// <summary>What a change is measured against.</summary>
public enum ComparisonBasis
{
    /// <summary>The same period of the year before: 同比, 比上年, 较去年同期.</summary>
    YearOnYear,

    /// <summary>The period before: 环比, 比上月, 较前一日.</summary>
    PreviousPeriod,

    /// <summary>The end of the year before: 较年初, 比上年末.</summary>
    YearStart,

    /// <summary>Each year, on average: 年均.</summary>
    YearlyAverage,

    /// <summary>A time that the text names: 较2019年.</summary>
    NamedTime,
}

/// <summary>A change that an amount measures, or an end of one.</summary>
/// <param name="Direction">
/// Of what is named in front: 下降 is down, and 降幅收窄3个百分点 is down, too, for it is the 降幅 that went down. A negative number turns it
/// (增长-2.3% is down).
/// </param>
/// <param name="Basis"><c>null</c> when none is printed in the clause.</param>
/// <param name="BasisSpan">UTF-16 units of the text given: 同比, 比上年同期; <c>null</c> like <paramref name="Basis"/>.</param>
public sealed record ValueChange(ChangeDirection Direction, ChangeRole Role, ComparisonBasis? Basis, TextSpan? BasisSpan);
