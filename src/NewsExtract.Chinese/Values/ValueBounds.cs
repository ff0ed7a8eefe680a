using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>Between which values an approximate amount lies.</summary>
/// <param name="Min"><c>null</c> when it is open below.</param>
/// <param name="Max"><c>null</c> when it is open above.</param>
public sealed record ValueBounds(decimal? Min, decimal? Max)
{
    internal static ValueBounds? Of(in Amount amount, NumberValue? value)
    {
        if (value?.Value is not { } number)
        {
            return null;
        }

        if (amount.Number.Approximation == Approximation.Over && amount.Number.Low != 0 && amount.UpperNumber is null && amount.Denominator is null)
        {
            // 3000多万元: the unit's factor goes for both ends.
            var factor = number / amount.Number.Low;
            return Of(amount.Number) is { Max: { } max } ? new ValueBounds(number, max * factor) : null;
        }

        return amount.Approximation switch
        {
            Approximation.Over => new ValueBounds(number, null),
            Approximation.Under => new ValueBounds(null, number),
            _ => null,
        };
    }

    /// <summary>3000多 is below 4000, 三十几 below 40, 数十 below 100.</summary>
    internal static ValueBounds? Of(in Numeral number) => number.Ceiling is { } ceiling ? new ValueBounds(number.Low, ceiling) : null;
}
