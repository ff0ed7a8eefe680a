using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>What stands around the unit of an amount and belongs to it: 元/斤, 公里每小时, 每小时三十公里, 华氏98.6度.</summary>
/// <param name="Span">Of the whole amount.</param>
/// <param name="Unit">As a reader would write it: 公里/小时, 华氏度.</param>
internal readonly record struct CompoundUnit(TextSpan Span, string Unit, UnitOfMeasure? Measure);

internal static class CompoundUnits
{
    // Where a rate stands in front: 每小时 and its divisor.
    private static readonly string[] s_times = ["小时", "秒", "分钟", "分", "秒钟"];

    private static readonly UnitLexicon s_lexicon = UnitLexicon.Default;

    /// <param name="unit">The amount's unit as printed.</param>
    /// <param name="floor">No word before this position is taken in.</param>
    /// <returns><c>null</c> when the unit stands alone.</returns>
    public static CompoundUnit? Read(string text, in Amount amount, string unit, int floor)
    {
        if (amount.Kind is not (AmountKind.Measure or AmountKind.Money or AmountKind.Count or AmountKind.WeakCount) || unit.Length == 0)
        {
            return null;
        }

        return Divided(text, amount, unit) ?? Led(text, amount, unit, floor);
    }

    // 12.5元/斤 ; 300吨／天 ; 三十公里每小时 ; but not 3人每小时
    private static CompoundUnit? Divided(string text, in Amount amount, string unit)
    {
        var end = amount.Span.End;
        if (end + 1 >= text.Length || text[end] is not ('/' or '／' or '每') || s_lexicon.FindUnit(text, end + 1, out var length) is not { } divisor
            || !AmountReader.EndsUnit(text, end + 1, length) || (text[end] == '每' && (amount.Kind != AmountKind.Measure || (divisor.Measure is not { Dimension: "volume" or "mass" or "area" } && Array.IndexOf(s_times, divisor.Word) < 0))))
        {
            return null;
        }

        return new CompoundUnit(new TextSpan(amount.Span.Start, end + 1 + length), $"{unit}/{divisor.Word}", Quotient(amount.Unit?.Measure, divisor.Measure));
    }

    // 每小时三十公里 ; 每秒1米 ; 华氏98.6度 ; 摄氏温度37°
    private static CompoundUnit? Led(string text, in Amount amount, string unit, int floor)
    {
        var before = text.AsSpan(floor, Math.Max(0, amount.Span.Start - floor));
        if (unit is "度" or "°")
        {
            foreach (var scale in (ReadOnlySpan<string>)["华氏温度", "摄氏温度", "华氏", "摄氏"])
            {
                if (before.EndsWith(scale, StringComparison.Ordinal))
                {
                    return new CompoundUnit(new TextSpan(amount.Span.Start - scale.Length, amount.Span.End), scale[..2] + "度", new UnitOfMeasure("temperature", null, "K"));
                }
            }
        }

        if (amount.Unit?.Measure is not { Dimension: "length" } length)
        {
            return null;
        }

        foreach (var time in s_times)
        {
            if (before.EndsWith(time, StringComparison.Ordinal) && before[..^time.Length].EndsWith("每") && s_lexicon.FindUnit(time, 0, out _) is { } divisor)
            {
                return new CompoundUnit(new TextSpan(amount.Span.Start - time.Length - 1, amount.Span.End), $"{unit}/{time}", Quotient(length, divisor.Measure));
            }
        }

        return null;
    }

    private static UnitOfMeasure? Quotient(UnitOfMeasure? upper, UnitOfMeasure? lower)
    {
        if (upper?.SiFactor is not { } one || lower?.SiFactor is not { } other)
        {
            return null;
        }

        var dimension = (upper.Dimension, lower.Dimension) switch
        {
            ("length", "time") => "speed",
            ("data", "time") => "data rate",
            ("mass", "volume") => "concentration",
            _ => $"{upper.Dimension} per {lower.Dimension}",
        };
        return new UnitOfMeasure(dimension, one / other, $"{upper.SiUnit}/{lower.SiUnit}");
    }
}
