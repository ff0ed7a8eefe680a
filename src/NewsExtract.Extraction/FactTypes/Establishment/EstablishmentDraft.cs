namespace NewsExtract.Extraction.FactTypes.Establishment;

/// <summary>An establishment before it is written as a fact.</summary>
/// <param name="Date">ISO 8601 as far as known, with the words that say it.</param>
/// <param name="Rule">Tail of the producer's id.</param>
internal sealed record EstablishmentDraft(TextSpan Organization, List<TextSpan> By, (string Iso, TextSpan Span)? Date, TextSpan? Place, TextSpan Evidence, string Rule, TextSpan Trigger);
