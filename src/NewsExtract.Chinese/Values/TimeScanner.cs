using NewsExtract.Chinese.Dates;

namespace NewsExtract.Chinese.Values;

/// <summary>Reads and resolves dates, times of day and lengths of time at the places of one text. Not safe for concurrent use.</summary>
/// <param name="text">Folded.</param>
internal sealed class TimeScanner(string text, PartialDate? date)
{
    private readonly DateResolver _resolver = new(new DateReference(date, IsIssue: date is not null));

    /// <param name="found">Takes the value, and behind it its parts.</param>
    /// <param name="next">Where to go on when nothing is found.</param>
    public bool TryRead(int position, List<RecognizedValue> found, out int next)
    {
        next = position + 1;
        var lexicon = DateLexicon.Default;
        if (!lexicon.OpenerSet.Contains(text[position]) || !lexicon.MayOpen(text, position) || !DateReader.TryRead(text, position, rocYears: false, out var expression))
        {
            return false;
        }

        next = expression.Span.End;
        var resolved = _resolver.Resolve(expression);
        found.Add(new RecognizedValue(ValueKind.Time, expression.Span, new TimeValue
        {
            Edtf = resolved.Edtf,
            Start = resolved.Start?.ToDateTime(TimeOnly.MinValue),
            End = resolved.End?.ToDateTime(TimeOnly.MinValue),
        }));
        return true;
    }
}
