namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>The event of a participation, with its date and place, before persons are put to it.</summary>
/// <param name="Sentence">Index of the sentence that tells of it.</param>
internal sealed record ParticipationSetting(ParticipationRule Rule, TextSpan Event, Mention? Date, TextSpan? Place, int Sentence, TextSpan Verb);
