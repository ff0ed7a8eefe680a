using System.Collections.Immutable;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>The verbs of <c>appointment.rules.json</c>, read once.</summary>
internal static class AppointmentRules
{
    private static readonly Lazy<ImmutableArray<AppointmentRule>> s_rules = new(() =>
        RuleFile.Load("FactTypes/Appointment/appointment.rules.json", AppointmentRuleContext.Default.ImmutableArrayAppointmentRule));

    private static readonly Lazy<ImmutableArray<ImmutableArray<(AppointmentRule Rule, string Word)>>> s_verbs = new(() =>
    [
        .. Enum.GetValues<AppointmentForm>().Select(form => s_rules.Value
            .Where(rule => rule.Form == form)
            .SelectMany(rule => rule.Words.Select(word => (rule, word)))
            .ToImmutableArray()),
    ]);

    public static AppointmentRule List => s_rules.Value.First(static rule => rule.Form == AppointmentForm.List);

    public static AppointmentRule Removal => s_rules.Value.First(static rule => rule.Form == AppointmentForm.VerbPersonOf);

    public static ImmutableArray<(AppointmentRule Rule, string Word)> Verbs(AppointmentForm form) => s_verbs.Value[(int)form];
}
