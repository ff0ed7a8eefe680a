namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>An appointment before it is written as a fact.</summary>
/// <param name="Verb">Where its verb stands, in the heading of a list perhaps; <c>null</c> for a list that a headline announces.</param>
internal sealed record AppointmentDraft(AppointmentRule Rule, TextSpan? Verb, TextSpan Person, TextSpan Title, TextSpan? Organization, TextSpan Evidence)
{
    // 任命市教育局李明同志|为: what may stand between verb and evidence; further off it is the verb of another or of a heading
    private const int NearVerb = 12;

    /// <summary>The evidence with the verb where that stands beside it: what a trace points at.</summary>
    public TextSpan Whole => Verb is { } verb && verb.Start < Evidence.End && Evidence.Start - verb.End <= NearVerb ? Evidence.Cover(verb) : Evidence;
}
