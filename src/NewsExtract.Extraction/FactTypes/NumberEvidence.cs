using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>The clause that states a number.</summary>
internal static class NumberEvidence
{
    /// <summary>From the clause's start, or from <paramref name="argument"/> where it lies before in the paragraph, to the end of the number or of what follows it.</summary>
    public static TextSpan Of(FactContext context, NumberReading reading, TextSpan? argument)
    {
        var text = context.Text.Text;
        var clause = reading.Clause;
        var start = clause.Start;
        while (start < reading.Mention.Span.Start && text[start] is ' ' or '　' or '、' or '和' or '”' or '，')
        {
            start++;
        }

        var evidence = new TextSpan(start, clause.End);
        return argument is { } span && context.Text.BlockAt(span.Start) == context.Text.BlockAt(clause.Start) && Math.Abs(span.Start - start) < 120 ? evidence.Cover(span) : evidence;
    }
}
