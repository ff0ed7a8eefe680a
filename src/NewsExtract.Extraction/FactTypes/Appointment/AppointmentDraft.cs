namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>An appointment before it is written as a fact.</summary>
internal sealed record AppointmentDraft(AppointmentRule Rule, TextSpan Person, TextSpan Title, TextSpan? Organization, TextSpan Evidence);
