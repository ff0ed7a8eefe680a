using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>Resolves a value whose extent is known already, such as a gold mark's or a learned model's.</summary>
internal static class ValueResolver
{
    /// <param name="surface">Normalised characters of the mention (full width folded, Simplified).</param>
    /// <returns><c>null</c> when the words give no value; of a date only what its own words tell, since there is no article.</returns>
    public static NormalizedValue? Resolve(EntityType type, ReadOnlySpan<char> surface)
    {
        if (type == EntityType.Date && !surface.IsEmpty)
        {
            return DateReader.TryRead(surface, 0, rocYears: false, out var date) ? new DateResolver(DateReference.None).Resolve(date) : null;
        }

        if (type is not (EntityType.Money or EntityType.Percent or EntityType.Quantity))
        {
            return null;
        }

        for (var position = 0; position < surface.Length;)
        {
            var step = surface[position..].IndexOfAny(NumeralCharacters.OpenerSet);
            if (step < 0)
            {
                return null;
            }

            position += step;
            if (AmountReader.TryRead(surface, position, 0, out var amount, out var next))
            {
                if (type == EntityType.Money && amount.Kind != AmountKind.Money)
                {
                    amount = amount with { Kind = AmountKind.Money, Unit = null };
                }

                return AmountResolver.Resolve(amount, amount.UnitSpan is { } unit ? unit.Of(surface.ToString()).ToString() : "");
            }

            position = next;
        }

        return null;
    }
}
