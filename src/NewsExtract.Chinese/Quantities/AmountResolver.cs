namespace NewsExtract.Chinese.Quantities;

/// <summary>What an amount comes to, in base units: 3.5万 is 35000, 三成 is 30 %, 4个亿 is 400000000 元.</summary>
internal static class AmountResolver
{
    /// <param name="unit">The unit as the source prints it; empty when there is none.</param>
    /// <returns><c>null</c> when there is no one number (3×5米), or when it overflows.</returns>
    public static NumberValue? Resolve(in Amount amount, string unit)
    {
        if (amount.IsComposite)
        {
            return null;
        }

        try
        {
            var (low, high) = Bounds(amount);
            var exact = low == high;
            return new NumberValue
            {
                Value = exact ? low : null,
                Min = exact ? null : low,
                Max = exact ? null : high,
                Unit = UnitOf(amount, unit),
                Currency = CurrencyOf(amount),
                Approximation = amount.Approximation,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (decimal Low, decimal High) Bounds(in Amount amount)
    {
        if (amount.Total is { } total)
        {
            return (Trim(total), Trim(total));
        }

        var low = amount.Number.Low;
        var high = amount.Number.High;
        if (amount.UpperNumber is { } upper)
        {
            high = upper.High;

            // 2-3万: the place word of the upper end goes for both, unless the lower end has its own or is larger than the bare upper one.
            var shared = SharedScale(amount.Number.Scale, upper.Scale);
            if (low <= upper.Low / shared)
            {
                low *= shared;
            }
        }

        var factor = amount.Multiplier;
        if (amount.Denominator is { } denominator)
        {
            low = Round(low * 100 / denominator);
            high = Round(high * 100 / denominator);
        }
        else if (amount.Kind is AmountKind.Percent or AmountKind.Money)
        {
            factor *= amount.Unit?.Factor ?? 1;
        }

        low = (low * factor) + (amount.UpperNumber is null ? amount.Addend : amount.LowerAddend);
        high = (high * factor) + amount.Addend;
        return amount.IsNegative ? (Trim(-high), Trim(-low)) : (Trim(low), Trim(high));
    }

    // 万 and 亿 of the upper end go to a lower one without them (十六至二十四万, 三千到五千万), 百 and 千 to bare digits only (2至3千).
    private static decimal SharedScale(decimal lower, decimal upper) =>
        upper >= 10_000 && lower < 10_000 ? upper : lower == 1 && upper >= 100 ? upper : 1;

    private static string UnitOf(in Amount amount, string unit) => amount.Kind switch
    {
        AmountKind.Money when amount.CurrencyPrefix is { } prefix && amount.Unit is null or { Currency: "CNY" } => prefix.Unit,
        AmountKind.Money => amount.Unit?.Kind == UnitKind.Money ? amount.Unit.Unit : "元",
        AmountKind.Percent when amount.Unit is not { } word || word.Factor != 1 || word.Word is "%" or "％" => "%",
        AmountKind.Duration when unit == "月" => "个月",
        _ => unit,
    };

    private static string? CurrencyOf(in Amount amount) => amount.Kind != AmountKind.Money
        ? null
        : amount.CurrencyPrefix?.Currency ?? amount.Unit?.Currency ?? "CNY";

    // Two decimals where there is no end of them: 三分之二 is 66.67 %, 百万分之三 is 0.0003 %.
    private static decimal Round(decimal value) =>
        decimal.Round(value, 8) == value ? value : decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    // 1.50 and 1.5 are one value; decimals keep trailing zeros apart otherwise.
    private static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;
}
