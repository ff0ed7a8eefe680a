namespace NewsExtract.Chinese.Numerals;

/// <summary>How a numeral is written.</summary>
internal enum NumeralForm
{
    /// <summary>十二, 3.5万, 1亿2千万: places are named, or digits are Arabic.</summary>
    Positional,

    /// <summary>二〇二三, 五二五: Chinese digits one after another, no places.</summary>
    DigitRun,

    /// <summary>A bare place word: 百 in 百亿元, 亿 in 亿元以上. It counts as one only in the company of other words.</summary>
    BareScale,
}

/// <summary>
/// A numeral where it stands. <see cref="Low"/> and <see cref="High"/> differ for 五六百 (500 and 600) only.
/// </summary>
/// <param name="Start">UTF-16 units, start of the numeral.</param>
/// <param name="End">End, exclusive; a 多, 余 or 几 that belongs to the numeral lies within.</param>
internal readonly record struct Numeral(int Start, int End, decimal Low, decimal High, NumeralForm Form)
{
    /// <summary>Over for 二十多万, 十几, 百余, 数十; else exact.</summary>
    public Approximation Approximation { get; init; }

    /// <summary>What an open numeral stays below: 30 for 二十多, 20 for 十几, 100 for 数十; <c>null</c> for any other.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>Written with Arabic digits, in part at least.</summary>
    public bool IsArabic { get; init; }

    /// <summary>Digits before any decimal point, for 4-digit years and the like; 0 unless the numeral is digits alone.</summary>
    public int PlainDigits { get; init; }

    /// <summary>The largest place word (10000 for 3.5万), 1 when there is none: 2-3万 takes it to both ends.</summary>
    public decimal Scale { get; init; }

    public bool IsRange => Low != High;

    public int Length => End - Start;
}
