using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Statement;

/// <summary>One way in which a text reports what someone said; the verbs are in <c>Discourse/speech.lex.txt</c>.</summary>
internal sealed record StatementRule : Rule;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ImmutableArray<StatementRule>))]
internal sealed partial class StatementRuleContext : JsonSerializerContext;
