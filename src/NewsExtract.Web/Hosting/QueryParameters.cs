using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Hosting;

/// <summary>What a question may say in its address, for <c>/openapi/v1.json</c>: the endpoints read it themselves.</summary>
internal sealed record QueryParameters(params QueryParameter[] All)
{
    /// <summary>The conditions that <see cref="Api.FilterParameters"/> reads.</summary>
    public static QueryParameters Filter { get; } = new(
        new("q", "Words, with blanks between them, that must all stand there."),
        new("type", "A fact type (GET /fact-types).", IsRepeated: true),
        new("role", "A role with its value, person=李明, or with a part of it, organization~商务厅.", IsRepeated: true),
        new("entity", "The name of a linked entity."),
        new("entityId", "The id of a linked entity."),
        new("entityType", "An entity type that is named: PER, ORG, …"),
        new("place", "A place that is named."),
        new("from", "The first date: 2023, 2023-12 or 2023-12-01."),
        new("to", "The last date."),
        new("source", "A part of the file's name."),
        new("minConfidence", "0 to 1.", JsonSchemaType.Number),
        new("modality", "stated, planned, expected or negated."),
        new("once", "true: what several bulletins reprint counts once.", JsonSchemaType.Boolean));

    /// <summary>Which series of figures are listed.</summary>
    public static QueryParameters Series { get; } = new(
        new("kind", "statistic, project_count, investment or target."),
        new("q", "A part of the name."),
        new("limit", "Series at most.", JsonSchemaType.Integer));

    /// <summary>Which figures of a series are shown.</summary>
    public static QueryParameters Points { get; } = new(
        new("kind", "statistic, project_count, investment or target."),
        new("name", "The series' name (GET /numbers/series)."),
        new("unit", "The unit; the most frequent unless given."),
        new("scope", "Whose figures: of which place or body."),
        new("measure", "level: figures as they stood; change: what something rose or fell by; both unless given."),
        new("from", "The first date: 2023, 2023-12 or 2023-12-01."),
        new("to", "The last date."),
        new("once", "true: what several bulletins reprint counts once.", JsonSchemaType.Boolean));

    /// <summary>What lists take.</summary>
    public static QueryParameters Parts { get; } = new(
        new("limit", "Items of a part, 1 to 200; 50 unless given.", JsonSchemaType.Integer),
        new("after", "next of the part before."));
}

/// <summary>One of them.</summary>
internal sealed record QueryParameter(string Name, string Text, JsonSchemaType Type = JsonSchemaType.String, bool IsRepeated = false)
{
    public OpenApiParameter Describe()
    {
        var one = new OpenApiSchema { Type = Type };
        return new OpenApiParameter { Name = Name, In = ParameterLocation.Query, Description = Text, Schema = IsRepeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one };
    }
}

internal static class QueryParametersMetadata
{
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, params QueryParameters[] parameters) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. parameters]);

    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, params QueryParameter[] parameters) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new QueryParameters(parameters));
}
