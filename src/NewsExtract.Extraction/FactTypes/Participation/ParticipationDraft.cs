namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>A participation before it is written as a fact.</summary>
/// <param name="Person">The name.</param>
/// <param name="Event">The event's phrase.</param>
internal sealed record ParticipationDraft(ParticipationRule Rule, string Action, TextSpan Person, TextSpan Event, Mention? Date, TextSpan? Place, TextSpan Verb, TextSpan Evidence);
