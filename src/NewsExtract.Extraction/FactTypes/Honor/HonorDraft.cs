namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>An honour and who received it, before it is written as a fact.</summary>
/// <param name="Date">ISO 8601 as far as known, with the words that say it.</param>
/// <param name="Rule">Tail of the producer's id.</param>
internal sealed record HonorDraft(TextSpan Recipient, TextSpan Honor, TextSpan? By, (string Iso, TextSpan Span)? Date, TextSpan Evidence, string Rule, TextSpan Trigger);
