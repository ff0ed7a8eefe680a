using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NewsExtract.Extraction.Mentions;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>Makes fact types of declarations and notes what makes no sense in them. For one file.</summary>
internal sealed partial class DeclarationCheck(string file)
{
    private const string NoSense = "NX1212";

    // What a record or gold file writes beside the roles of a fact.
    private static readonly string[] s_reserved = ["type", "evidence", "modality", "confidence"];

    private readonly ImmutableArray<Diagnostic>.Builder _problems = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Diagnostic> Problems => _problems.ToImmutable();

    /// <returns>Of use only without <see cref="Problems"/>.</returns>
    public List<DeclaredFactType> Compile(FactTypeDeclaration[] declarations, string version)
    {
        var types = new List<DeclaredFactType>();
        var known = FactCatalog.CreateAll().Select(static extractor => extractor.Definition.Name).ToHashSet(StringComparer.Ordinal);
        if (declarations.Length == 0)
        {
            Report("the file declares no fact type — write one, or leave the file out");
        }

        foreach (var declaration in declarations)
        {
            var name = declaration.Name ?? "";
            if (!NamePattern().IsMatch(name))
            {
                Report($"the fact type '{name}' needs a name of small letters, digits and _, such as acquisition");
            }
            else if (!known.Add(name))
            {
                Report($"the name {name} is taken by another fact type, of this file or of the program — take another one");
            }

            types.Add(Compile(declaration, name, version));
        }

        return types;
    }

    private DeclaredFactType Compile(FactTypeDeclaration declaration, string name, string version)
    {
        var triggers = new TriggerCheck(name, _problems, file).Compile(declaration);
        var fillers = triggers.SelectMany(static trigger => trigger.Sets.Select(static set => set.Key).Concat(trigger.Pattern?.GetGroupNames() ?? [])).ToHashSet(StringComparer.Ordinal);
        var ids = triggers.Select(static trigger => trigger.Id).ToHashSet(StringComparer.Ordinal);
        var roles = ImmutableArray.CreateBuilder<DeclaredRole>();
        if (declaration.Roles.Length == 0)
        {
            Report($"{name} has no roles — a fact needs at least one");
        }

        foreach (var role in declaration.Roles)
        {
            var roleName = role.Name ?? "";
            if (!NamePattern().IsMatch(roleName) || s_reserved.Contains(roleName))
            {
                Report($"{name}: the role '{roleName}' needs a name of small letters, digits and _ that is none of {string.Join(", ", s_reserved)}");
            }
            else if (roles.Any(other => other.Definition.Name == roleName))
            {
                Report($"{name}: two roles have the name {roleName} — rename one");
            }

            roles.Add(Compile(role, $"{name}: role {roleName}", roleName, fillers.Contains(roleName), ids));
        }

        foreach (var role in declaration.Once.Where(role => !roles.Any(known => known.Definition.Name == role && known.Definition.Required)))
        {
            Report($"{name}: once names '{role}', which is no required role — name roles that every fact has");
        }

        CheckExamples(declaration, name, roles);
        return new DeclaredFactType(
            new FactDefinition(name, [.. roles.Select(static role => role.Definition)]) { Description = declaration.Description ?? "" },
            roles.ToImmutable(),
            triggers,
            declaration.Once.Length > 0 ? new FactIdentity([.. declaration.Once]) { Fullness = static fact => fact.Arguments.Length } : null,
            version);
    }

    private DeclaredRole Compile(RoleDeclaration role, string place, string name, bool isFilledByTrigger, HashSet<string> triggers)
    {
        if (!TryName<RoleKind>(role.Kind ?? "text", out var kind))
        {
            Report($"{place}: there is no kind '{role.Kind}' — one of text, number, choice, list, date");
        }

        var types = ImmutableArray.CreateBuilder<EntityType>();
        foreach (var label in role.Types)
        {
            if (EntityTypes.TryParse(label, out var type))
            {
                types.Add(type);
            }
            else
            {
                Report($"{place}: there is no mention type '{label}' — one of {string.Join(", ", EntityTypes.All.Select(static known => known.Label()))}");
            }
        }

        if (kind == RoleKind.Choice != role.Choices.Length > 0)
        {
            Report($"{place}: choices go with the kind choice, and it with them");
        }

        if (kind == RoleKind.Number && types.Any(static type => type is not (EntityType.Money or EntityType.Percent or EntityType.Quantity)))
        {
            Report($"{place}: a number is read of MONEY, PERCENT or QUANTITY only — take those types, or the kind text");
        }

        if (kind == RoleKind.Date && types.Any(static type => type != EntityType.Date))
        {
            Report($"{place}: a date is read of DATE only — take that type, or the kind text");
        }

        if (role.Types.Length == 0 && (kind is RoleKind.Number or RoleKind.List or RoleKind.Date || role.From.Length > 0))
        {
            Report($"{place}: it lacks the mention types that may fill it — write types, such as [\"ORG\"]");
        }

        if (kind == RoleKind.Choice && role.Types.Length > 0)
        {
            Report($"{place}: a choice is what a trigger sets, no mention — leave out types");
        }

        if (role.From.Length == 0 && !isFilledByTrigger)
        {
            Report($"{place}: nothing ever fills it — write from, or a trigger that sets it or has a group (?<{name}>…)");
        }

        return new DeclaredRole(
            new RoleDefinition(name, kind, role.Required) { EntityTypes = types.ToImmutable(), Choices = [.. role.Choices], Description = role.Description ?? "" },
            [.. role.From.Select(source => Compile(source, place, triggers))]);
    }

    private RoleSource Compile(SourceDeclaration source, string place, HashSet<string> triggers)
    {
        if (!TryName<SourcePlace>(source.Where, out var where))
        {
            Report($"{place}: there is no place '{source.Where}' to look for it — where is one of subject, before, after, inside, occasion");
        }

        if (source.Within is not (null or "clause" or "sentence"))
        {
            Report($"{place}: within is clause or sentence, not '{source.Within}'");
        }

        if (where is not (SourcePlace.Before or SourcePlace.After) && (source.Within is not null || source.Reach is not null))
        {
            Report($"{place}: within and reach go with before and after alone — leave them out");
        }

        if (source.Reach < 0)
        {
            Report($"{place}: reach counts characters, 0 or more");
        }

        var words = new[] { source.Led, source.NotLed, source.Followed, source.NotFollowed };
        if (where == SourcePlace.Occasion && words.Any(static list => list.Length > 0))
        {
            Report($"{place}: what an occasion tells stands anywhere, so no words are asked for beside it — leave them out");
        }

        if (words.Any(static list => list.Any(string.IsNullOrWhiteSpace)))
        {
            Report($"{place}: a word is empty — take it out");
        }

        foreach (var id in source.For.Where(id => !triggers.Contains(id)))
        {
            Report($"{place}: for names '{id}', which is no trigger of the type");
        }

        return new RoleSource(where, source.Within == "sentence", source.Reach, [.. source.For])
        {
            Led = Fold(source.Led),
            NotLed = Fold(source.NotLed),
            Followed = Fold(source.Followed),
            NotFollowed = Fold(source.NotFollowed),
        };
    }

    private void CheckExamples(FactTypeDeclaration declaration, string name, IEnumerable<DeclaredRole> roles)
    {
        var known = roles.Select(static role => role.Definition.Name).Append("modality").ToHashSet(StringComparer.Ordinal);
        foreach (var example in declaration.Examples)
        {
            if (string.IsNullOrWhiteSpace(example.Text))
            {
                Report($"{name}: an example has no text — write one, or take it out");
            }

            foreach (var role in example.Facts.SelectMany(static fact => fact.Keys).Where(role => !known.Contains(role)).Distinct())
            {
                Report($"{name}: an example names the role '{role}', which the type does not have");
            }
        }
    }

    // A name in small letters: Enum.TryParse takes numbers and lists too.
    private static bool TryName<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && word.All(char.IsAsciiLetterLower) && Enum.TryParse(word, ignoreCase: true, out value);
    }

    /// <summary>Words as they stand in an article's view.</summary>
    internal static ImmutableArray<string> Fold(IEnumerable<string> words) => [.. words.Select(LexiconRecognizer.Fold)];

    private void Report(string message) => _problems.Add(new Diagnostic(NoSense, Severity.Error, $"{file}: {message}"));

    // acquisition, project_count
    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
