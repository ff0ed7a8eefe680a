using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Position;

/// <summary>One way in which a text gives a person a post.</summary>
internal sealed record PositionRule : Rule
{
    /// <summary>Verbs of holding a post (历任); empty where the title stands beside the name.</summary>
    public ImmutableArray<string> Words { get => field.IsDefault ? [] : field; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ImmutableArray<PositionRule>))]
internal sealed partial class PositionRuleContext : JsonSerializerContext;
