using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Where a rule's event comes from.</summary>
internal enum EventSource
{
    /// <summary>What the verb governs (出席签约仪式), else the occasion.</summary>
    Object,

    /// <summary>The occasion the text speaks of.</summary>
    Occasion,

    /// <summary>The event the text speaks of, no mere act: 介绍园区政策.</summary>
    Gathering,

    /// <summary>The verb is the event: 会见.</summary>
    Meeting,

    /// <summary>The verb is the activity, its object the place: 考察.</summary>
    Visit,

    /// <summary>The visit told of before: 陪同.</summary>
    Company,
}

/// <summary>Verbs that make the subject a participant in one way.</summary>
internal sealed record ParticipationRule : Rule
{
    public required string Action { get; init; }

    public required EventSource Event { get; init; }

    public required ImmutableArray<string> Words { get; init; }

    /// <summary>What must not follow the verb: 参加工作, 主持研制.</summary>
    public ImmutableArray<string> NotBefore { get => field.IsDefault ? [] : field; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<ParticipationRule>))]
internal sealed partial class ParticipationRuleContext : JsonSerializerContext;
