using System.Collections.Immutable;
using NewsExtract.Chinese.Dates;
using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Extraction.Mentions.Values;

/// <summary>
/// Finds dates, money, percentages and quantities in one pass over the text, led by the characters that can open one.
/// Dates go first: 3月 is never three of something.
/// </summary>
internal sealed class ValueMentionRecognizer : IMentionRecognizer
{
    private static readonly Producer s_date = new("rule:mention.date", "1");
    private static readonly Producer s_money = new("rule:mention.money", "1");
    private static readonly Producer s_percent = new("rule:mention.percent", "1");
    private static readonly Producer s_quantity = new("rule:mention.quantity", "1");

    // How far back, in UTF-16 units, 当年 looks for its year.
    private const int MemoryLength = 250;

    public IReadOnlyList<Mention> Recognize(ArticleText text, ImmutableArray<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new List<Mention>();
        var dates = new List<(int Index, DateExpression Expression)>();
        var compact = CompactText.Of(text.Text);
        var view = compact.Text.AsSpan();
        var lexicon = DateLexicon.Default;
        var openers = lexicon.OpenerSet;
        var taiwanese = IsTaiwanese(text.Text);
        var floor = 0;
        var position = 0;
        while (position < view.Length)
        {
            var step = view[position..].IndexOfAny(openers);
            if (step < 0)
            {
                break;
            }

            position += step;
            if (lexicon.MayOpen(view, position) && DateReader.TryRead(view, position, taiwanese, out var date) && !IsOfOld(view, date, dates.Count == 0 ? null : dates[^1].Expression))
            {
                floor = position = date.Span.End;
                var previous = mentions.Count > 0 && mentions[^1].Type == EntityType.Date ? mentions[^1].Span.End : -1;
                date = date with { Span = compact.MapBack(date.Span) };
                if (date.From is { Weekday: > 0, Week: null } && date.Span.Start - previous is >= 0 and <= 2)
                {
                    // 2016年11月8日 星期二: the weekday says the date again.
                    continue;
                }

                dates.Add((mentions.Count, date));
                mentions.Add(new Mention(EntityType.Date, date.Span, s_date));
                continue;
            }

            if (!NumeralCharacters.OpenerSet.Contains(view[position]))
            {
                position++;
                continue;
            }

            if (AmountReader.TryRead(view, position, floor, out var amount, out var next) && QuantityPolicy.IsMention(view, amount, out var type))
            {
                mentions.Add(new Mention(type, compact.MapBack(amount.Span), ProducerOf(type)) { Value = Resolve(text, compact, type == EntityType.Money ? amount with { Kind = AmountKind.Money } : amount, taiwanese) });
                floor = amount.Span.End;
            }

            position = next;
        }

        ResolveDates(text, mentions, dates);
        return mentions;
    }

    private static void ResolveDates(ArticleText text, List<Mention> mentions, List<(int Index, DateExpression Expression)> dates)
    {
        if (dates.Count == 0)
        {
            return;
        }

        var resolver = new DateResolver(ReferenceDates.Find(text, dates.ConvertAll(date => date.Expression)));
        var sentence = -1;
        foreach (var (index, expression) in dates)
        {
            var here = text.SentenceAt(expression.Span.Start);
            if (here != sentence)
            {
                resolver.StartSentence();
                sentence = here;
            }

            mentions[index] = mentions[index] with { Value = resolver.Resolve(expression, DateOutlook.IsReport(text.Text, expression.Span)) };
        }
    }

    // 当年 of a tale (“当年我…”) is no date; behind one it is that year.
    private static bool IsOfOld(ReadOnlySpan<char> text, DateExpression date, DateExpression? previous)
    {
        if (date.From.YearAnchor != DateAnchor.Same || date.Span.Length != 2 || text[date.Span.Start] != '当')
        {
            return false;
        }

        var next = date.Span.End < text.Length ? text[date.Span.End] : '\n';
        return previous is null || date.Span.Start - previous.Span.End > MemoryLength || next is '我' or '你' or '他' or '她' or '咱' or '家';
    }

    private static Producer ProducerOf(EntityType type) => type switch
    {
        EntityType.Money => s_money,
        EntityType.Percent => s_percent,
        _ => s_quantity,
    };

    // Such a paper counts years from 1911 and its money in 新台币, often without saying so again.
    private static bool IsTaiwanese(string text) =>
        text.Contains("新台币", StringComparison.Ordinal) || HasRepublicanYear(text);

    // 民国112年, but not the 民国二十年 of a history.
    private static bool HasRepublicanYear(string text)
    {
        for (var at = text.IndexOf("民国1", StringComparison.Ordinal); at >= 0; at = text.IndexOf("民国1", at + 1, StringComparison.Ordinal))
        {
            if (at + 5 < text.Length && char.IsAsciiDigit(text[at + 3]) && char.IsAsciiDigit(text[at + 4]) && text[at + 5] == '年')
            {
                return true;
            }
        }

        return false;
    }

    private static NumberValue? Resolve(ArticleText text, CompactText compact, in Amount amount, bool taiwanese)
    {
        var value = AmountResolver.Resolve(amount, amount.UnitSpan is { IsEmpty: false } unit ? text.Surface(compact.MapBack(unit)) : "");
        return taiwanese && value is { Currency: "CNY" } && amount.CurrencyPrefix is null && amount.Unit is null or { Word: "元" }
            ? value with { Currency = "TWD" }
            : value;
    }
}
