using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsExtract.Extraction.FactTypes.Declared;

/// <summary>A fact type as a file of the user's declares it; docs/add-a-fact-type.md tells what each key means. What is left out is <c>null</c> or empty.</summary>
internal sealed record FactTypeDeclaration
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Roles that make two facts of an article the same; empty where each stands for itself.</summary>
    public string[] Once { get => field ?? []; init; }

    public RoleDeclaration[] Roles { get => field ?? []; init; }

    public TriggerDeclaration[] Triggers { get => field ?? []; init; }

    public ExampleDeclaration[] Examples { get => field ?? []; init; }
}

internal sealed record RoleDeclaration
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Kind { get; init; }

    public bool Required { get; init; }

    /// <summary>Labels of mention types.</summary>
    public string[] Types { get => field ?? []; init; }

    public string[] Choices { get => field ?? []; init; }

    public SourceDeclaration[] From { get => field ?? []; init; }
}

/// <summary>One place where a role's mention is looked for.</summary>
internal sealed record SourceDeclaration
{
    public string? Where { get; init; }

    public string? Within { get; init; }

    public string[] Led { get => field ?? []; init; }

    public string[] NotLed { get => field ?? []; init; }

    public string[] Followed { get => field ?? []; init; }

    public string[] NotFollowed { get => field ?? []; init; }

    public int? Reach { get; init; }

    public string[] For { get => field ?? []; init; }
}

internal sealed record TriggerDeclaration
{
    public string? Id { get; init; }

    public string[] Words { get => field ?? []; init; }

    public string? Pattern { get; init; }

    public string[] NotLed { get => field ?? []; init; }

    public string[] NotFollowed { get => field ?? []; init; }

    public string[] BlockedBy { get => field ?? []; init; }

    public Dictionary<string, string> Sets { get => field ?? []; init; }

    public string? Example { get; init; }

    public string? CounterExample { get; init; }
}

/// <summary>A text and the facts of the type that it states: none for a counter-example.</summary>
internal sealed record ExampleDeclaration
{
    public string? Text { get; init; }

    public Dictionary<string, JsonElement>[] Facts { get => field ?? []; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FactTypeDeclaration[]))]
internal sealed partial class FactTypeDeclarationContext : JsonSerializerContext;
