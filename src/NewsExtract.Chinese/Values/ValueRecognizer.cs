namespace NewsExtract.Chinese.Values;

/// <summary>
/// Finds and resolves the numbers, money, quantities, dates and lengths of time of any Chinese text, outside the pipeline.
/// Values come in the order of the text and never overlap, but for the parts that follow one (<see cref="RecognizedValue.IsPart"/>). Equal input gives equal output: the clock is never asked.
/// Safe for concurrent use.
/// </summary>
/// <example><c>ValueRecognizer.Recognize("总投资3.5亿元", null)</c> gives one value of kind money, 350000000 CNY.</example>
public static class ValueRecognizer
{
    /// <param name="text">Any text, Simplified or Traditional, full or half width.</param>
    /// <param name="date">What relative dates (昨日, 今年) count from; without it they are found and not resolved.</param>
    public static IReadOnlyList<RecognizedValue> Recognize(string text, PartialDate? date = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var view = new ValueText(text);
        var folded = view.Folded;
        var times = new TimeScanner(folded, date, view.FollowsBlank);
        var amounts = new AmountScanner(folded, span => span.Of(view.Surface).ToString());
        var values = new List<RecognizedValue>();
        var floor = 0;
        for (var position = 0; position < folded.Length;)
        {
            if (SkipAddress(folded, position) is var address and > 0)
            {
                position = floor = address;
                continue;
            }

            if (times.TryRead(position, values, out var next) || amounts.TryRead(position, floor, values, out next))
            {
                floor = next;
            }

            position = Math.Max(next, position + 1);
        }

        ChangeReader.Mark(values, folded);
        NumberComparisons.AddTo(values, folded);
        return [.. values.Select(value => value with { Span = view.MapBack(value.Span), Change = MapBack(view, value.Change) }).OrderBy(static value => value.Span.Start)];
    }

    private static ValueChange? MapBack(ValueText view, ValueChange? change) =>
        change?.BasisSpan is { } basis ? change with { BasisSpan = view.MapBack(basis) } : change;

    // https://example.org/a?id=30%25 holds no values.
    private static int SkipAddress(string text, int position)
    {
        if (text[position] is not ('h' or 'w') || !(text.AsSpan(position).StartsWith("http://", StringComparison.Ordinal) || text.AsSpan(position).StartsWith("https://", StringComparison.Ordinal) || text.AsSpan(position).StartsWith("www.", StringComparison.Ordinal)))
        {
            return 0;
        }

        var end = position;
        while (end < text.Length && text[end] is > ' ' and <= '~')
        {
            end++;
        }

        return end;
    }
}
