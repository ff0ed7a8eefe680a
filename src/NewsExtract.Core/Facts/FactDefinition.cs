using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>What a role's value is in the record.</summary>
public enum RoleKind
{
    /// <summary>The surface string.</summary>
    Text,

    /// <summary>A JSON number in base units.</summary>
    Number,

    /// <summary>One of <see cref="RoleDefinition.Choices"/>.</summary>
    Choice,

    /// <summary>A list of surface strings.</summary>
    List,

    /// <summary>ISO 8601 as far as known.</summary>
    Date,
}

/// <summary>A role of a fact type.</summary>
public sealed record RoleDefinition(string Name, RoleKind Kind, bool Required = false)
{
    /// <summary>The mention types that fill it; empty when any text may.</summary>
    public ImmutableArray<EntityType> EntityTypes { get; init; } = [];

    /// <summary>The values of a <see cref="RoleKind.Choice"/>; empty for other kinds.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>One line for the schema and the help.</summary>
    public string Description { get; init; } = "";
}

/// <summary>A fact type: its name in records and its roles, in the order they are written.</summary>
public sealed record FactDefinition(string Name, ImmutableArray<RoleDefinition> Roles)
{
    public string Description { get; init; } = "";

    public RoleDefinition? FindRole(string name) => Roles.FirstOrDefault(role => role.Name == name);
}
