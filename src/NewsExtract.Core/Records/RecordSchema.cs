using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace NewsExtract.Core;

/// <summary>The JSON Schema (draft 2020-12) of <see cref="ArticleRecord"/>, made from the record types and the fact types' definitions.</summary>
public static class RecordSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <param name="definitions">The fact types that records may hold, in the order in which they are described.</param>
    /// <returns>Indented JSON, lines ended by '\n'.</returns>
    public static string Create(ImmutableArray<FactDefinition> definitions)
    {
        var exporter = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transform(context.TypeInfo.Type, node, definitions),
        };
        var root = RecordJson.Schema(exporter).AsObject();
        root.Insert(0, "$schema", Dialect);
        root.Insert(1, "title", "NewsExtract article record");
        root.Insert(2, "description", "One article of a bulletin. Spans are [start, end) in UTF-16 units of the source's text; boxes are [page, left, bottom, right, top] in PDF points from the page's lower left corner, one for each line touched; a property that the source does not give is left out.");
        var properties = root["properties"]!.AsObject();
        properties["schemaVersion"] = new JsonObject { ["const"] = ArticleRecord.CurrentSchemaVersion };
        properties["offsetUnit"] = new JsonObject { ["const"] = "utf16" };
        properties["status"] = Choice(["complete", "partial"]);
        root.Add("$defs", new JsonObject { ["span"] = Span(), ["box"] = Box() });
        return root.ToJsonString(RecordJson.Indented) + "\n";
    }

    private static JsonNode Transform(Type type, JsonNode node, ImmutableArray<FactDefinition> definitions)
    {
        // The exporter knows nothing of what a converter writes.
        if (type == typeof(ImmutableArray<TextSpan>))
        {
            return Spans();
        }

        if (type == typeof(ImmutableArray<PageBox>?))
        {
            return new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/$defs/box" }, ["x-optional"] = true };
        }

        if (type == typeof(FactRecord))
        {
            return new JsonObject { ["oneOf"] = new JsonArray([.. definitions.Select(definition => Fact(definition, node.AsObject()))]) };
        }

        if (node is not JsonObject { } schema)
        {
            return node;
        }

        // Null is never written: the property is left out instead.
        if (schema["type"] is JsonArray types)
        {
            var kinds = types.Select(item => item!.GetValue<string>()).Where(item => item != "null").ToList();
            schema["type"] = kinds.Count == 1 ? JsonValue.Create(kinds[0]) : new JsonArray([.. kinds.Select(kind => JsonValue.Create(kind))]);
            schema.Remove("pattern");
            schema.Add("x-optional", true);
        }

        if (schema["properties"] is JsonObject properties)
        {
            var required = properties.Where(property => property.Value is not JsonObject value || !value.Remove("x-optional")).Select(property => property.Key);
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
            schema["additionalProperties"] = false;
            if (type == typeof(MentionRecord) || type == typeof(EntityRecord))
            {
                properties["type"] = Choice(EntityTypes.All.Select(entityType => entityType.Label()));
                if (properties.ContainsKey("review"))
                {
                    properties["review"] = Review();
                }
            }
            else if (type == typeof(ParagraphRecord))
            {
                properties["kind"] = Choice(Enum.GetNames<BlockKind>().Select(name => name.ToLowerInvariant()));
            }
            else if (type == typeof(SourceRecord))
            {
                properties["sha256"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9a-f]{64}$" };
            }
            else if (type == typeof(DiagnosticRecord))
            {
                properties["code"] = new JsonObject { ["type"] = "string", ["pattern"] = "^NX[0-9]{4}$" };
                properties["severity"] = Choice(Enum.GetNames<Severity>().Select(name => name.ToLowerInvariant()));
            }
        }

        return schema;
    }

    /// <summary>The schema of a fact of one type: the general one with the type's own roles.</summary>
    private static JsonObject Fact(FactDefinition definition, JsonObject general)
    {
        var schema = general.DeepClone().AsObject();
        schema.Remove("x-optional");
        schema.Insert(0, "title", definition.Name);
        if (definition.Description.Length > 0)
        {
            schema.Insert(1, "description", definition.Description);
        }

        var roles = new JsonObject();
        var spans = new JsonObject();
        foreach (var role in definition.Roles)
        {
            roles.Add(role.Name, Role(role));
            spans.Add(role.Name, Spans());
        }

        var properties = schema["properties"]!.AsObject();
        properties["type"] = new JsonObject { ["const"] = definition.Name };
        properties["modality"] = Choice(Enum.GetNames<Modality>().Select(name => name.ToLowerInvariant()));
        properties["modality"]!.AsObject().Add("x-optional", true);
        properties["review"] = Review();
        properties["review"]!.AsObject().Add("x-optional", true);
        properties["roles"] = Object(roles, definition.Roles.Where(role => role.Required).Select(role => role.Name));
        properties["roleSpans"] = Object(spans, []);
        var required = properties.Where(property => property.Value is not JsonObject value || !value.Remove("x-optional")).Select(property => property.Key);
        schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Object(JsonObject properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Role(RoleDefinition role)
    {
        var schema = role.Kind switch
        {
            RoleKind.Number => new JsonObject { ["type"] = "number" },
            RoleKind.Choice => Choice(role.Choices),
            RoleKind.List => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["minItems"] = 1 },
            RoleKind.Date => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}" },
            _ => new JsonObject { ["type"] = "string", ["minLength"] = 1 },
        };
        if (role.Description.Length > 0)
        {
            schema.Insert(0, "description", role.Description);
        }

        return schema;
    }

    private static JsonObject Review() => Choice([ReviewMark.Accepted, ReviewMark.Edited, ReviewMark.Added]);

    private static JsonObject Choice(IEnumerable<string> values) => new() { ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject Spans() => new() { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/$defs/span" } };

    private static JsonObject Box() => new()
    {
        ["type"] = "array",
        ["prefixItems"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            new JsonObject { ["type"] = "number" },
            new JsonObject { ["type"] = "number" },
            new JsonObject { ["type"] = "number" },
            new JsonObject { ["type"] = "number" }),
        ["minItems"] = 5,
        ["maxItems"] = 5,
    };

    private static JsonObject Span() => new()
    {
        ["description"] = "[start, end): UTF-16 units of the source's decoded text.",
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        ["minItems"] = 2,
        ["maxItems"] = 2,
    };
}
