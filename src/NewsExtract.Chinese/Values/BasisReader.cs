using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Values;

/// <summary>Finds what a change is measured against, in the clause before its verb: 同比, 比上年同期, 较2019年, 与上月相比，.</summary>
internal static class BasisReader
{
    private static readonly ChangeWords s_words = ChangeWords.Default;

    /// <param name="values">Of the text so far, in order; those before <paramref name="index"/> may be the time compared with.</param>
    /// <param name="verb">May be empty.</param>
    /// <param name="floor">No word before this position is taken in.</param>
    public static (ComparisonBasis Basis, TextSpan Span)? Find(List<RecognizedValue> values, int index, string text, TextSpan verb, int floor)
    {
        floor = Math.Max(floor, verb.Start - ChangeReader.Reach);
        for (var start = verb.End - 1; start >= floor; start--)
        {
            if (text[start] is '。' or '；' or '！' or '？' or '\n' || (text[start] == '，' && !text.AsSpan(floor, start - floor).EndsWith("比") && !text.AsSpan(floor, start - floor).EndsWith("来看")))
            {
                return null;
            }

            if (At(values, index, text, start, verb) is { } found)
            {
                return found;
            }

            // 同比增长的企业利润|下降: the basis is the other verb's.
            if (start < verb.Start && s_words.At(text, start, verb.Start, ChangeWord.Up | ChangeWord.Down, out var word) > 1 && (word & (ChangeWord.Rate | ChangeWord.Than)) == 0)
            {
                return null;
            }
        }

        return null;
    }

    private static (ComparisonBasis Basis, TextSpan Span)? At(List<RecognizedValue> values, int index, string text, int start, TextSpan verb)
    {
        var end = verb.End;
        var length = s_words.At(text, start, end, ChangeWord.YearOnYear | ChangeWord.PreviousPeriod | ChangeWord.YearlyAverage, out var word);
        if (length > 0)
        {
            // 年增3%; but not 2019年增3% and 去年|增长3%
            if (start + length > verb.Start && (start + length != end || (start > 0 && NumeralCharacters.IsArabic(text[start - 1]))))
            {
                return null;
            }

            return (Basis(word), new TextSpan(start, start + length));
        }

        length = s_words.At(text, start, end, ChangeWord.Comparison, out _);
        if (length == 0)
        {
            return null;
        }

        var time = start + length;
        var words = s_words.At(text, time, end, ChangeWord.LastYear | ChangeWord.LastPeriod | ChangeWord.YearStart, out word);
        ComparisonBasis? basis = words > 0 ? Basis(word) : null;
        var stop = time + words;
        for (var i = index - 1; i >= 0 && values[i].Span.Start >= time; i--)
        {
            // 较2019年|同期 ; 比“十三五”末
            if (values[i].Kind == ValueKind.Time && values[i].Span.Start <= time + 1 && values[i].Span.End > stop && values[i].Span.End <= end)
            {
                basis ??= ComparisonBasis.NamedTime;
                stop = values[i].Span.End;
            }
        }

        if (basis is null)
        {
            return null;
        }

        stop += text.AsSpan(stop, end - stop).StartsWith("同期") ? 2 : 0;
        var isClosed = text.AsSpan(stop, end - stop).StartsWith("相比");

        // 收入和去年利润: a list unless it goes on with 相比.
        return text[start] is '与' or '同' or '和' && !isClosed ? null : (basis.Value, new TextSpan(start, stop + (isClosed ? 2 : 0)));
    }

    private static ComparisonBasis Basis(ChangeWord word) => (word & (ChangeWord.YearOnYear | ChangeWord.LastYear)) != 0 ? ComparisonBasis.YearOnYear
        : (word & (ChangeWord.PreviousPeriod | ChangeWord.LastPeriod)) != 0 ? ComparisonBasis.PreviousPeriod
        : (word & ChangeWord.YearStart) != 0 ? ComparisonBasis.YearStart : ComparisonBasis.YearlyAverage;
}
