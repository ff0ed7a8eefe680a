using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NewsExtract.Extraction.Rules;

/// <summary>
/// Reads a rules file: a JSON array of one rule type, embedded next to its reader and named <c>*.rules.json</c>.
/// The source-generated context of the rule type must set
/// <c>UnmappedMemberHandling = Disallow</c> and <c>PropertyNamingPolicy = CamelCase</c>.
/// </summary>
internal static class RuleFile
{
    /// <param name="name">Path below the project folder with '/', such as <c>FactTypes/Position/position.rules.json</c>.</param>
    /// <exception cref="InvalidDataException">A missing resource, an unknown key, an empty or a duplicate id.</exception>
    public static ImmutableArray<T> Load<T>(string name, JsonTypeInfo<ImmutableArray<T>> type)
        where T : Rule
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"rules file {name} is not embedded");
        ImmutableArray<T> rules;
        try
        {
            rules = JsonSerializer.Deserialize(stream, type);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{name}: {exception.Message}", exception);
        }

        var seen = new HashSet<string>();
        foreach (var rule in rules)
        {
            if (rule.Id.Length == 0 || !seen.Add(rule.Id))
            {
                throw new InvalidDataException($"{name}: rule id '{rule.Id}' is empty or stands twice");
            }
        }

        return rules;
    }
}
