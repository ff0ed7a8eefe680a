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

    /// <summary>The rule that 任 makes way for where the sentence tells of an election.</summary>
    public static AppointmentRule Election => s_rules.Value.First(static rule => rule.Id == "fact.appointment.win-election");

    /// <summary>The rule of whoever leaves the post that he has beside his name.</summary>
    public static AppointmentRule Departure => s_rules.Value.First(static rule => rule.Form == AppointmentForm.PersonLeaves);

    /// <summary>The longest word of the form that ends <paramref name="text"/>, or <c>null</c>.</summary>
    public static (AppointmentRule Rule, string Word)? LastOf(AppointmentForm form, ReadOnlySpan<char> text)
    {
        (AppointmentRule Rule, string Word)? found = null;
        foreach (var verb in Verbs(form))
        {
            if (text.EndsWith(verb.Word, StringComparison.Ordinal) && verb.Word.Length > (found?.Word.Length ?? 0))
            {
                found = verb;
            }
        }

        return found;
    }

    public static ImmutableArray<(AppointmentRule Rule, string Word)> Verbs(AppointmentForm form) => s_verbs.Value[(int)form];
}
