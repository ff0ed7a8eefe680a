using NewsExtract.Chinese.Normalization;

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
        var compact = CompactText.Of(Fold(text));
        var folded = compact.Text;
        var times = new TimeScanner(folded, date);
        var amounts = new AmountScanner(folded, span => compact.MapBack(span).Of(text).ToString());
        var values = new List<RecognizedValue>();
        var floor = 0;
        for (var position = 0; position < folded.Length;)
        {
            if (times.TryRead(position, values, out var next) || amounts.TryRead(position, floor, values, out next))
            {
                floor = next;
            }

            position = Math.Max(next, position + 1);
        }

        NumberComparisons.AddTo(values, folded);
        return [.. values.Select(value => value with { Span = compact.MapBack(value.Span) }).OrderBy(static value => value.Span.Start)];
    }

    private static string Fold(string text)
    {
        var view = text.ToCharArray();
        var isTraditional = Array.Exists(view, CharacterFolds.Default.IsTraditional);
        ViewFolding.Fold(view, isTraditional);
        // 後天 alone does not show that a text is Traditional.
        view.AsSpan().Replace('後', '后');
        FoldThousands(text, view);
        return new string(view);
    }

    // ４，５６５ and 82，225.00: a full-width comma groups digits when these are full-width, too, or decimals follow.
    private static void FoldThousands(string text, char[] view)
    {
        for (var i = text.IndexOf('，', StringComparison.Ordinal); i > 0; i = text.IndexOf('，', i + 1))
        {
            if (i + 3 < view.Length && char.IsAsciiDigit(view[i - 1]) && char.IsAsciiDigit(view[i + 1]) && char.IsAsciiDigit(view[i + 2]) && char.IsAsciiDigit(view[i + 3])
                && (i + 4 >= view.Length || !char.IsAsciiDigit(view[i + 4]))
                && (text[i - 1] > 'z' || (i + 5 < view.Length && view[i + 4] == '.' && char.IsAsciiDigit(view[i + 5]))))
            {
                view[i] = ',';
            }
        }
    }
}
