using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>How the verb stands to the person and the title.</summary>
internal enum AppointmentForm
{
    /// <summary>李明任局长</summary>
    PersonVerbTitle,

    /// <summary>任命李明为局长; below 任命： also 李明为局长</summary>
    VerbPersonAs,

    /// <summary>免去李明的局长职务</summary>
    VerbPersonOf,

    /// <summary>主任由李明担任</summary>
    TitleByPerson,

    /// <summary>选举产生了主席李明</summary>
    VerbTitlePerson,

    /// <summary>总经理李明因病辞职</summary>
    PersonLeaves,

    /// <summary>秘书长：李明</summary>
    List,
}

/// <summary>Verbs of one form and outcome.</summary>
internal sealed record AppointmentRule : Rule
{
    public required AppointmentForm Form { get; init; }

    /// <summary>appointed, elected or removed.</summary>
    public required string Action { get; init; }

    public required ImmutableArray<string> Words { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<AppointmentRule>))]
internal sealed partial class AppointmentRuleContext : JsonSerializerContext;
