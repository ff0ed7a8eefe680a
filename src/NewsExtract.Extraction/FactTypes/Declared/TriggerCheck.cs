using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsExtract.Chinese.Normalization;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>Makes the triggers of one declared type and notes what makes no sense in them.</summary>
internal sealed partial class TriggerCheck(string type, ImmutableArray<Diagnostic>.Builder problems, string file)
{
    private const string NoSense = "NX1212";
    private const string BadPattern = "NX1213";

    public ImmutableArray<DeclaredTrigger> Compile(FactTypeDeclaration declaration)
    {
        var triggers = ImmutableArray.CreateBuilder<DeclaredTrigger>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (declaration.Triggers.Length == 0)
        {
            Report(NoSense, $"{type} has no triggers — write the words that state it");
        }

        foreach (var trigger in declaration.Triggers)
        {
            var id = trigger.Id ?? "";
            if (!IdPattern().IsMatch(id))
            {
                Report(NoSense, $"{type}: the trigger '{id}' needs an id of small letters, digits and -, such as bought");
            }
            else if (triggers.Any(other => other.Id == id))
            {
                Report(NoSense, $"{type}: two triggers have the id {id} — rename one");
            }

            var place = $"{type}: trigger {id}";
            if (trigger.Words.Length > 0 == trigger.Pattern is not null)
            {
                Report(NoSense, $"{place} needs either words or a pattern");
            }

            var folded = DeclarationCheck.Fold(trigger.Words);
            foreach (var word in folded.Where(word => word.Length == 0 || !words.Add(word)))
            {
                Report(NoSense, $"{place}: the word '{word}' is empty or stands twice — take it out");
            }

            if (trigger.NotLed.Concat(trigger.NotFollowed).Concat(trigger.BlockedBy).Any(string.IsNullOrWhiteSpace))
            {
                Report(NoSense, $"{place}: a word is empty — take it out");
            }

            if (string.IsNullOrWhiteSpace(trigger.Example) || string.IsNullOrWhiteSpace(trigger.CounterExample))
            {
                Report(NoSense, $"{place} needs an example that it fires in and a counterExample that looks alike");
            }

            CheckSets(trigger, declaration.Roles, place);
            triggers.Add(new DeclaredTrigger(id, folded, trigger.Pattern is { } pattern ? Compile(pattern, declaration.Roles, place) : null)
            {
                NotLed = DeclarationCheck.Fold(trigger.NotLed),
                NotFollowed = DeclarationCheck.Fold(trigger.NotFollowed),
                BlockedBy = DeclarationCheck.Fold(trigger.BlockedBy),
                Sets = [.. trigger.Sets.OrderBy(static set => set.Key, StringComparer.Ordinal)],
            });
        }

        return triggers.ToImmutable();
    }

    private void CheckSets(TriggerDeclaration trigger, RoleDeclaration[] roles, string place)
    {
        foreach (var (name, value) in trigger.Sets)
        {
            var role = Array.Find(roles, role => role.Name == name);
            if (role is null || role.Kind is not (null or "text" or "choice"))
            {
                Report(NoSense, $"{place} sets '{name}', which is no role of the kind text or choice");
            }
            else if (string.IsNullOrEmpty(value) || (role.Choices.Length > 0 && !role.Choices.Contains(value)))
            {
                Report(NoSense, $"{place} sets {name} to '{value}', which is none of its choices");
            }
        }
    }

    /// <summary>A pattern takes time in proportion to the text whatever it is: NonBacktracking refuses what could take longer.</summary>
    private Regex? Compile(string pattern, RoleDeclaration[] roles, string place)
    {
        if (pattern.FirstOrDefault(CharacterFolds.Default.IsTraditional) is not '\0' and var traditional)
        {
            Report(BadPattern, $"{place}: patterns are matched on Simplified text, which has no {traditional} — write {CharacterFolds.Default.FoldTraditional(traditional)}");
            return null;
        }

        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
            if (regex.IsMatch(""))
            {
                Report(BadPattern, $"{place}: the pattern {pattern} matches where nothing stands — ask for at least one character");
            }

            foreach (var group in regex.GetGroupNames().Where(group => group != "0" && !Array.Exists(roles, role => role.Name == group && role.Kind != "choice")))
            {
                Report(NoSense, $"{place}: the group {group} of the pattern is no role of the type, or a choice, which triggers set");
            }

            return regex;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            Report(BadPattern, $"{place}: the pattern {pattern} can't be taken ({exception.Message}) — mend it; look-arounds and back references are not for patterns here");
            return null;
        }
    }

    private void Report(string code, string message) => problems.Add(new Diagnostic(code, Severity.Error, $"{file}: {message}"));

    // bought, stake-raised
    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
