using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>Ranges of measures whose lower end is negative: -15℃至-10℃, -5～3℃, 零下20℃到零下15℃.</summary>
internal static class NegativeRanges
{
    /// <param name="position">Where the first numeral starts, behind its sign.</param>
    /// <param name="floor">No word before this position is taken in.</param>
    public static bool TryRead(string text, int position, int floor, out RecognizedValue value)
    {
        value = null!;
        var sign = SignLength(text, floor, position);
        if (sign == 0 || !NumeralReader.TryRead(text, position, out var low) || low.IsRange || low.Approximation != Approximation.Exact)
        {
            return false;
        }

        // The unit may stand at both ends or at the upper one alone.
        var first = UnitLexicon.Default.FindUnit(text, low.End, out var length);
        var at = low.End + (first is null ? 0 : length);
        if (at + 1 >= text.Length || text[at] is not ('至' or '到' or '～' or '~' or '—'))
        {
            return false;
        }

        var isNegative = text[at + 1] is '-' or '−' || text.AsSpan(at + 1).StartsWith("零下", StringComparison.Ordinal);
        var upper = at + 1 + (!isNegative ? 0 : text[at + 1] == '零' ? 2 : 1);
        if (upper >= text.Length || !NumeralCharacters.OpenerSet.Contains(text[upper]) || !AmountReader.TryRead(text, upper, at + 1, out var amount, out _)
            || amount is not { Kind: AmountKind.Measure, UpperNumber: null, Unit: { } unit, UnitSpan: { } printed } || (first is not null && first.Word != unit.Word) || amount.IsNegative != isNegative
            || amount.Number.IsRange)
        {
            return false;
        }

        var min = -low.Low;
        var max = isNegative ? -amount.Number.Low : amount.Number.Low;
        value = new RecognizedValue(ValueKind.Quantity, new TextSpan(position - sign, amount.Span.End), new NumberValue { Min = Math.Min(min, max), Max = Math.Max(min, max), Unit = printed.Of(text).ToString() }) { Unit = unit.Measure };
        return true;
    }

    private static int SignLength(string text, int floor, int position) =>
        position - 2 >= floor && text[position - 2] == '零' && text[position - 1] == '下' ? 2
        : position - 1 >= floor && text[position - 1] is '-' or '−' && (position == 1 || !(char.IsAsciiLetterOrDigit(text[position - 2]) || text[position - 2] is '%' or '℃' or ')' or '）' or '-')) ? 1 : 0;
}
