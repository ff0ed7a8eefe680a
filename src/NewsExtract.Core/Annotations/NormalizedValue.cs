namespace NewsExtract.Core;

/// <summary>How an amount relates to the number given.</summary>
public enum Approximation
{
    Exact,

    /// <summary>约, 左右, 近</summary>
    About,

    /// <summary>余, 多, 以上, 超, 逾</summary>
    Over,

    /// <summary>不足, 以下</summary>
    Under,
}

public abstract record NormalizedValue;

/// <summary>
/// An amount, percentage or quantity in base units (3.5万 is 35000, 三成 is 30 %). Either <see cref="Value"/> or both
/// <see cref="Min"/> and <see cref="Max"/> are given.
/// </summary>
public sealed record NumberValue : NormalizedValue
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>The unit as printed (家, 吨, %), 元 or 美元 and so on for money; empty when there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>ISO 4217 for money, CNY included; <c>null</c> for anything else.</summary>
    public string? Currency { get; init; }

    public Approximation Approximation { get; init; }
}

/// <summary>A calendar date or period.</summary>
public sealed record DateValue : NormalizedValue
{
    /// <summary>EDTF (ISO 8601-2), as far as known: 2023-12-01, 2023-12, 2023-Q4 …; <c>null</c> when the text leaves it open (近日).</summary>
    public string? Edtf { get; init; }

    /// <summary>First day; <c>null</c> when unknown.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Last day, inclusive; <c>null</c> when unknown or open.</summary>
    public DateOnly? End { get; init; }
}
