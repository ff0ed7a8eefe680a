using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Values;

/// <summary>Reads and resolves numbers, ordinals, percentages, money and quantities at the places of one text.</summary>
/// <param name="text">Folded.</param>
/// <param name="source">As given, of the same length: units are shown as printed.</param>
internal sealed class AmountScanner(string text, string source)
{
    /// <param name="floor">No word before this position is taken in.</param>
    /// <param name="next">Where to go on.</param>
    public bool TryRead(int position, int floor, out RecognizedValue? value, out int next)
    {
        value = null;
        next = position + 1;
        if (!NumeralCharacters.OpenerSet.Contains(text[position]) || !AmountReader.TryRead(text, position, floor, out var amount, out next))
        {
            return false;
        }

        var unit = amount.UnitSpan is { IsEmpty: false } span ? span.Of(source).ToString() : "";
        var number = AmountResolver.Resolve(amount, unit);
        var kind = KindOf(amount.Kind);
        var whole = amount.Span;
        if (kind == ValueKind.Number && position > 0 && text[position - 1] == '第' && position - 1 >= floor)
        {
            kind = ValueKind.Ordinal;
            whole = new TextSpan(position - 1, whole.End);
        }

        value = new RecognizedValue(kind, whole, kind == ValueKind.Duration ? new DurationValue(null) { Approximation = amount.Approximation } : number);
        return true;
    }

    private static ValueKind KindOf(AmountKind kind) => kind switch
    {
        AmountKind.Money => ValueKind.Money,
        AmountKind.Percent => ValueKind.Percentage,
        AmountKind.Measure or AmountKind.Count or AmountKind.WeakCount => ValueKind.Quantity,
        AmountKind.Duration => ValueKind.Duration,
        _ => ValueKind.Number,
    };
}
