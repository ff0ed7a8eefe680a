namespace NewsExtract.Chinese.Values;

/// <summary>What a recognised value is.</summary>
public enum ValueKind
{
    /// <summary>三百二十一, 3.5万, 三分之一; a <see cref="NumberValue"/>.</summary>
    Number,

    /// <summary>第三, 第2; a <see cref="NumberValue"/>.</summary>
    Ordinal,

    /// <summary>12.5%, 百分之三, 三成, and points (3个百分点); a <see cref="NumberValue"/> in percent.</summary>
    Percentage,

    /// <summary>3.5亿元, 人民币七万元; a <see cref="NumberValue"/> with its currency.</summary>
    Money,

    /// <summary>600MW, 45亩, 3名; a <see cref="NumberValue"/> in the unit printed.</summary>
    Quantity,

    /// <summary>2023年12月1日, 去年, 上午9时, 1至11月; a <see cref="TimeValue"/>.</summary>
    Time,

    /// <summary>三年, 两个半小时; a <see cref="DurationValue"/>.</summary>
    Duration,
}
