using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Chinese.Values;

/// <summary>
/// Finds and resolves the numbers, money, quantities, dates and lengths of time of any Chinese text, outside the pipeline.
/// Values never overlap and come in the order of the text. Equal input gives equal output: the clock is never asked.
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
        var folded = Fold(text);
        var times = new TimeScanner(folded, date);
        var amounts = new AmountScanner(folded, text);
        var values = new List<RecognizedValue>();
        var floor = 0;
        for (var position = 0; position < folded.Length;)
        {
            if (times.TryRead(position, out var value, out var next) || amounts.TryRead(position, floor, out value, out next))
            {
                values.Add(value!);
                floor = value!.Span.End;
            }

            position = Math.Max(next, position + 1);
        }

        return values;
    }

    private static string Fold(string text)
    {
        var view = text.ToCharArray();
        var isTraditional = Array.Exists(view, CharacterFolds.Default.IsTraditional);
        ViewFolding.Fold(view, isTraditional);
        return new string(view);
    }
}
