using System.Collections.Immutable;
using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>Finds dates, money, percentages and quantities in one pass over the text, led by the characters that can open one.</summary>
internal sealed class ValueMentionRecognizer : IMentionRecognizer
{
    private static readonly Producer s_money = new("rule:mention.money", "1");
    private static readonly Producer s_percent = new("rule:mention.percent", "1");
    private static readonly Producer s_quantity = new("rule:mention.quantity", "1");

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new List<Mention>();
        var view = text.Text.AsSpan();
        var taiwanese = text.Text.Contains("新台币", StringComparison.Ordinal);
        var floor = 0;
        var position = 0;
        while (position < view.Length)
        {
            var step = view[position..].IndexOfAny(NumeralCharacters.OpenerSet);
            if (step < 0)
            {
                break;
            }

            position += step;
            if (AmountReader.TryRead(view, position, floor, out var amount, out var next) && QuantityPolicy.IsMention(view, amount, out var type))
            {
                mentions.Add(new Mention(type, amount.Span, ProducerOf(type)) { Value = Resolve(text, amount, taiwanese) });
                floor = amount.Span.End;
            }

            position = next;
        }

        return mentions;
    }

    private static Producer ProducerOf(EntityType type) => type switch
    {
        EntityType.Money => s_money,
        EntityType.Percent => s_percent,
        _ => s_quantity,
    };

    private static NumberValue? Resolve(ArticleText text, in Amount amount, bool taiwanese)
    {
        var value = AmountResolver.Resolve(amount, amount.UnitSpan is { } unit ? text.Surface(unit) : "");

        // A paper that counts in 新台币 leaves the words out after the first time.
        return taiwanese && value is { Currency: "CNY" } && amount.CurrencyPrefix is null && amount.Unit is null or { Word: "元" }
            ? value with { Currency = "TWD" }
            : value;
    }
}
