using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary>The fact types that the server knows.</summary>
internal sealed record FactTypes(ImmutableArray<FactDefinition> Definitions);

/// <summary><c>GET /fact-types</c>: names, roles and allowed values, from the definitions.</summary>
internal static class FactTypesApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/fact-types", static (FactTypes types) => TypedResults.Ok(types.Definitions.Select(ToItem).ToList())).WithName("ListFactTypes").WithSummary("The types of facts with their roles.");

    private static FactTypeItem ToItem(FactDefinition definition) =>
        new(definition.Name, definition.Description, [.. definition.Roles.Select(static role => new RoleItem(role.Name, role.Kind, role.Required, role.Choices.IsEmpty ? null : role.Choices))]);
}

/// <summary>A fact type with its roles.</summary>
internal sealed record FactTypeItem(string Name, string Description, ImmutableArray<RoleItem> Roles);

/// <summary>A role of a fact type.</summary>
/// <param name="Choices">What may fill it; <c>null</c> for free text.</param>
internal sealed record RoleItem(string Name, RoleKind Kind, bool Required, IEnumerable<string>? Choices);
