using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Quantities;

internal enum AmountKind
{
    /// <summary>A number without a unit.</summary>
    Number,
    Money,
    Percent,
    Measure,
    Duration,
    Count,
    WeakCount,
}

/// <summary>An amount as recognised: where its parts stand. <see cref="AmountResolver"/> says what it comes to.</summary>
internal readonly record struct Amount
{
    public required AmountKind Kind { get; init; }

    /// <summary>All of it, approximation words and a currency in front included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The first number. For 三分之一 the numerator.</summary>
    public required Numeral Number { get; init; }

    /// <summary>The upper end of a range as printed: 5 of 3至5年.</summary>
    public Numeral? UpperNumber { get; init; }

    /// <summary>The denominator of a fraction: 3 of 三分之一, 100 of 百分之十.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The denominator is a bare place word: 百分之十, 万分之一, but not 一百分之十.</summary>
    public bool IsPlainShare { get; init; }

    /// <summary>The unit as printed, without 多 or 半 inside; <c>null</c> when there is none or the unit is implied (4个亿).</summary>
    public TextSpan? UnitSpan { get; init; }

    public UnitWord? Unit { get; init; }

    /// <summary>The word before the number that names the currency, and wins over 元.</summary>
    public UnitWord? CurrencyPrefix { get; init; }

    /// <summary>Multiplies the number: 10^8 for the 亿 of 4个亿.</summary>
    public decimal Multiplier { get; init; }

    /// <summary>Added after scaling, in units: 0.5 of 两年半, 0.5 of 3元5角.</summary>
    public decimal Addend { get; init; }

    /// <summary>Likewise for the lower end of a range: 0.5 of 3元5角至4元2角.</summary>
    public decimal LowerAddend { get; init; }

    /// <summary>The sum of a length of time in several units, counted in the last one; <c>null</c> for any other amount.</summary>
    public decimal? Total { get; init; }

    /// <summary>零下 or 负 stands in front.</summary>
    public bool IsNegative { get; init; }

    /// <summary>Several measures at once (3×5米, 3天2晚): there is no one number.</summary>
    public bool IsComposite { get; init; }

    public Approximation Approximation { get; init; }
}
