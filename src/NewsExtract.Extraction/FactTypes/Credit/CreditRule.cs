using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>Where the word of credit stands.</summary>
internal enum CreditForm
{
    /// <summary>记者 李明, 责任编辑：李明; anywhere</summary>
    WordName,

    /// <summary>文/李明, 图/王芳; in bylines and captions alone</summary>
    LineWordName,

    /// <summary>李明摄, 李明 摄影报道</summary>
    NameWord,

    /// <summary>（李明） at the end of the story; a byline of names alone</summary>
    NamesAlone,
}

/// <summary>Words that credit a name with one or more roles.</summary>
internal sealed record CreditRule : Rule
{
    public required CreditForm Form { get; init; }

    public required ImmutableArray<string> Roles { get; init; }

    public ImmutableArray<string> Words { get => field.IsDefault ? [] : field; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<CreditRule>))]
internal sealed partial class CreditRuleContext : JsonSerializerContext;
