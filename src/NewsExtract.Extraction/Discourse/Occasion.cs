namespace NewsExtract.Extraction.Discourse;

/// <summary>What the text tells of at some point: the event, when and where it takes place.</summary>
/// <param name="Event">An EVENT mention or a generic phrase (签约仪式); <c>null</c> for an act without a named event (签署协议).</param>
/// <param name="Act">The verb that tells of it when no event is named: 奠基, 签署.</param>
/// <param name="IsNamed">The event is an EVENT mention.</param>
/// <param name="Date">A DATE mention; <c>null</c> when none is given.</param>
/// <param name="Place">A mention of a place, zone or building.</param>
/// <param name="Sentence">Index of the sentence that sets it.</param>
internal sealed record Occasion(TextSpan? Event, TextSpan? Act, bool IsNamed, Mention? Date, Mention? Place, int Sentence)
{
    /// <summary>ISO 8601 as far as known, the first day of a span of days; <c>null</c> when the text leaves it open.</summary>
    public string? IsoDate => Date is null ? null : IsoDateOf(Date);

    /// <summary>
    /// ISO 8601 as far as known of a DATE mention: the first day of a span of days, the year of a cumulative period
    /// (1至11月, 上半年) or a season; <c>null</c> when it has no value.
    /// </summary>
    public static string? IsoDateOf(Mention date)
    {
        if (date.Value is not DateValue { Edtf: { Length: > 0 } edtf })
        {
            return null;
        }

        var slash = edtf.IndexOf('/', StringComparison.Ordinal);
        var first = (slash < 0 ? edtf : edtf[..slash]).TrimEnd('~', '?', '%');
        if (first.Length == 7 && first[5] != 'Q' && (slash >= 0 || first[5] == '2'))
        {
            return first[..4];
        }

        return first.Length >= 4 && char.IsAsciiDigit(first[0]) && !first.Contains('X', StringComparison.Ordinal) ? first : null;
    }
}
