namespace NewsExtract.Chinese.Values;

/// <summary>A value and where it stands.</summary>
/// <param name="Span">UTF-16 units of the text given, end exclusive.</param>
/// <param name="Value">What it comes to, by kind; <c>null</c> when the text leaves it open (近日, 3×5米).</param>
public sealed record RecognizedValue(ValueKind Kind, TextSpan Span, NormalizedValue? Value)
{
    /// <summary>Of a quantity: what its unit measures, where it is a unit of measurement; else <c>null</c>.</summary>
    public UnitOfMeasure? Unit { get; init; }

    /// <summary>Of an approximate amount: between which values it lies (3000多, 不低于5%); else <c>null</c>.</summary>
    public ValueBounds? Bounds { get; init; }

    /// <summary>Of an amount that the words around it make a rise or a fall, or an end of one (同比增长12%, 增至35万户); <c>null</c> for a plain level, and for parts.</summary>
    public ValueChange? Change { get; init; }

    /// <summary>It stands within the value before it: the numeral of a quantity, an amount without the words around it.</summary>
    public bool IsPart { get; init; }
}

/// <summary>A unit of measurement.</summary>
/// <param name="Dimension">length, area, volume, mass, energy, power, speed, data, temperature …</param>
/// <param name="SiFactor">How many of the SI unit one of it is (亩: 666.67 m²); <c>null</c> where a factor does not do (华氏度).</param>
/// <param name="SiUnit">The SI unit or coherent combination: m, m², m³, kg, J, W, m/s, bit, K.</param>
public sealed record UnitOfMeasure(string Dimension, decimal? SiFactor, string SiUnit);

/// <summary>A moment or period of the calendar, as local time without a zone; closed at both ends.</summary>
public sealed record TimeValue : NormalizedValue
{
    /// <summary>EDTF (ISO 8601-2), as far as known: 2023-12-01, 2023-12, 2023-01/2023-11, 2023-12-01T09:00:00, 199X; <c>null</c> when the text leaves it open.</summary>
    public string? Edtf { get; init; }

    /// <summary>First day or second; <c>null</c> when unknown or open.</summary>
    public DateTime? Start { get; init; }

    /// <summary>Last day (at 00:00) or second; <c>null</c> when unknown or open.</summary>
    public DateTime? End { get; init; }

    /// <summary><see cref="Start"/> and <see cref="End"/> are seconds; else whole days.</summary>
    public bool HasTimeOfDay { get; init; }
}

/// <summary>A length of time.</summary>
/// <param name="Iso">ISO 8601: P3Y, PT2H30M; <c>null</c> when it has no one length (几天).</param>
public sealed record DurationValue(string? Iso) : NormalizedValue
{
    /// <summary>The shorter end of a range, ISO 8601: P3Y of 3至5年; else <c>null</c>.</summary>
    public string? MinIso { get; init; }

    /// <summary>The longer end of a range: P5Y of 3至5年; else <c>null</c>.</summary>
    public string? MaxIso { get; init; }

    public Approximation Approximation { get; init; }
}
