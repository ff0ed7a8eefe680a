namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>A credit before it is written as a fact.</summary>
/// <param name="Word">The word of credit; <c>null</c> where a name alone is one.</param>
internal sealed record CreditDraft(CreditRule Rule, TextSpan? Word, TextSpan Person, TextSpan Evidence);
