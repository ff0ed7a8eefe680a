using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Storage.Corrections;

/// <summary>Corrections to and from JSON, one a line; docs/corrections.md describes it. Numbers of the store and places are no part of it.</summary>
internal static class CorrectionJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a statement; equal for equal statements.</summary>
    public static string Write(Statement statement) => Write(writer => Write(writer, statement));

    public static string Write(Correction correction) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("document", correction.Document);
        writer.WriteNumber("article", correction.Article);
        writer.WriteString("kind", NameOf(correction.Kind));
        writer.WriteString("action", NameOf(correction.Action));
        writer.WritePropertyName("anchor");
        Write(writer, correction.Anchor);
        if (correction.Content is { } content)
        {
            writer.WritePropertyName("content");
            Write(writer, content);
        }

        writer.WriteString("by", correction.By);
        writer.WriteString("at", correction.At);
        WriteOptional(writer, "why", correction.Why);
        WriteOptional(writer, "undoneBy", correction.UndoneBy);
        WriteOptional(writer, "undoneAt", correction.UndoneAt);
        writer.WriteEndObject();
    });

    /// <exception cref="JsonException">The text is no statement.</exception>
    public static Statement ReadStatement(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadStatement(document.RootElement);
    }

    /// <exception cref="JsonException">The element is no correction.</exception>
    public static Correction Read(JsonElement line)
    {
        var correction = new Correction
        {
            Document = Text(line, "document"),
            Article = Number(line, "article"),
            Kind = Name<CorrectedKind>(line, "kind"),
            Action = Name<CorrectionAction>(line, "action"),
            Anchor = ReadStatement(Property(line, "anchor")),
            Content = line.TryGetProperty("content", out var content) ? ReadStatement(content) : null,
            By = Text(line, "by"),
            At = Text(line, "at"),
            Why = OptionalText(line, "why"),
            UndoneBy = OptionalText(line, "undoneBy"),
            UndoneAt = OptionalText(line, "undoneAt"),
        };
        if (correction.Document.Length != 64 || !correction.Document.All(char.IsAsciiHexDigitLower))
        {
            throw new JsonException($"document '{correction.Document}' is no SHA-256 of 64 lower-case hex digits");
        }

        if (correction.Content is null == (correction.Action == CorrectionAction.Edit))
        {
            throw new JsonException("content belongs to an edit, and to nothing else");
        }

        if (correction.UndoneBy is null != correction.UndoneAt is null)
        {
            throw new JsonException("undoneBy and undoneAt go together");
        }

        return correction.Kind != CorrectedKind.Article || correction.Action == CorrectionAction.Accept
            ? correction
            : throw new JsonException("an article can only be accepted");
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <exception cref="JsonException">There is no such text.</exception>
    public static string Text(JsonElement element, string name) => OptionalText(element, name) ?? throw new JsonException($"{name} is missing");

    /// <exception cref="JsonException">It is no text.</exception>
    public static string? OptionalText(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text
        : throw new JsonException($"{name} is no text, or empty");

    /// <exception cref="JsonException">It is none of the names.</exception>
    public static T Name<T>(JsonElement element, string name)
        where T : struct, Enum
    {
        var text = Text(element, name);
        return Array.Find(Enum.GetValues<T>(), value => NameOf(value) == text) is var found && NameOf(found) == text
            ? found
            : throw new JsonException($"{name} '{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    /// <exception cref="JsonException">It is no text, number or list of texts.</exception>
    public static ArgumentValue ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new ArgumentValue.Text(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => new ArgumentValue.Number(number),
        JsonValueKind.Array when value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) => new ArgumentValue.List([.. value.EnumerateArray().Select(static item => item.GetString()!)]),
        _ => throw new JsonException($"{value.GetRawText()} is no text, number or list of texts"),
    };

    private static Statement ReadStatement(JsonElement element) => new(element.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "", ReadPassage(element))
    {
        Modality = OptionalText(element, "modality"),
        Roles = element.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Object
            ? [.. roles.EnumerateObject().Select(ReadRole).OrderBy(static role => role.Name, StringComparer.Ordinal)]
            : [],
    };

    private static StatementRole ReadRole(JsonProperty role) => new(
        role.Name,
        ReadValue(Property(role.Value, "value")),
        role.Value.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.Array ? [.. at.EnumerateArray().Select(ReadPassage)] : []);

    private static Passage ReadPassage(JsonElement element)
    {
        var spans = Property(element, "spans");
        if (spans.ValueKind != JsonValueKind.Array || spans.GetArrayLength() == 0)
        {
            throw new JsonException("spans are no list of [start, end]");
        }

        return new Passage(Text(element, "quote"), [.. spans.EnumerateArray().Select(ReadSpan)]);
    }

    /// <exception cref="JsonException">The element is no span.</exception>
    public static TextSpan ReadSpan(JsonElement span) =>
        span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 2 && span[0].TryGetInt32(out var start) && span[1].TryGetInt32(out var end) && start >= 0 && end > start
            ? new TextSpan(start, end)
            : throw new JsonException($"{span.GetRawText()} is no span [start, end]");

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : throw new JsonException($"{name} is missing");

    private static int Number(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= 0 ? number : throw new JsonException($"{name} is no number from 0");

    private static void Write(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        if (statement.Type.Length > 0)
        {
            writer.WriteString("type", statement.Type);
        }

        WriteOptional(writer, "modality", statement.Modality);
        WritePassage(writer, statement.At);
        if (!statement.Roles.IsEmpty)
        {
            writer.WriteStartObject("roles");
            foreach (var role in statement.Roles)
            {
                WriteRole(writer, role);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter writer, StatementRole role)
    {
        writer.WriteStartObject(role.Name);
        writer.WritePropertyName("value");
        RecordJson.WriteValue(writer, role.Value);
        if (!role.At.IsEmpty)
        {
            writer.WriteStartArray("at");
            foreach (var passage in role.At)
            {
                writer.WriteStartObject();
                WritePassage(writer, passage);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WritePassage(Utf8JsonWriter writer, Passage passage)
    {
        writer.WriteString("quote", passage.Quote);
        writer.WriteStartArray("spans");
        foreach (var span in passage.Spans)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(span.Start);
            writer.WriteNumberValue(span.End);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
