using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace NewsExtract.Core;

/// <summary>Records to and from JSON: one line a record, Chinese as it is, properties in a fixed order.</summary>
public static class RecordJson
{
    private static readonly RecordJsonContext s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TextSpanConverter(), new PageBoxConverter(), new ArgumentValueConverter() },
    });

    internal static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonNode Schema(JsonSchemaExporterOptions options) => JsonSchemaExporter.GetJsonSchemaAsNode(s_context.ArticleRecord, options);

    public static string Serialize(ArticleRecord record) => Encoding.UTF8.GetString(Write(record).WrittenSpan);

    /// <summary>Writes UTF-8 without a line end.</summary>
    public static void Serialize(Stream output, ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Write(record).WrittenSpan);
    }

    /// <summary>Writes a role's value as records have it: a string, a number, or a list of strings.</summary>
    public static void WriteValue(Utf8JsonWriter writer, ArgumentValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RecordWriter.WriteArgument(writer, value);
    }

    /// <summary>What <see cref="RecordWriter"/> must write.</summary>
    internal static string SerializeByContract(ArticleRecord record) => JsonSerializer.Serialize(record, s_context.ArticleRecord);

    /// <exception cref="JsonException">The text is no record.</exception>
    public static ArticleRecord Deserialize(string json) =>
        JsonSerializer.Deserialize(json, s_context.ArticleRecord) ?? throw new JsonException("null where a record was expected");

    /// <summary>A span is written as [start, end].</summary>
    private sealed class TextSpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException($"{reader.TokenType} where [start, end] was expected");
            }

            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            return reader.TokenType == JsonTokenType.EndArray && start >= 0 && start <= end
                ? new TextSpan(start, end)
                : throw new JsonException($"[{start}, {end} is no span");
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) => RecordWriter.WriteSpan(writer, value);
    }

    /// <summary>A box is written as [page, left, bottom, right, top].</summary>
    private sealed class PageBoxConverter : JsonConverter<PageBox>
    {
        public override PageBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException($"{reader.TokenType} where [page, left, bottom, right, top] was expected");
            }

            reader.Read();
            var page = reader.GetInt32();
            Span<double> sides = stackalloc double[4];
            foreach (ref var side in sides)
            {
                reader.Read();
                side = reader.GetDouble();
            }

            reader.Read();
            return reader.TokenType == JsonTokenType.EndArray
                ? new PageBox(page, sides[0], sides[1], sides[2], sides[3])
                : throw new JsonException("a box has five numbers: [page, left, bottom, right, top]");
        }

        public override void Write(Utf8JsonWriter writer, PageBox value, JsonSerializerOptions options) => RecordWriter.WriteBox(writer, value);
    }

    private sealed class ArgumentValueConverter : JsonConverter<ArgumentValue>
    {
        public override ArgumentValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return new ArgumentValue.Text(reader.GetString()!);
                case JsonTokenType.Number:
                    return new ArgumentValue.Number(reader.GetDecimal());
                case JsonTokenType.StartArray:
                    var values = ImmutableArray.CreateBuilder<string>();
                    while (reader.Read() && reader.TokenType == JsonTokenType.String)
                    {
                        values.Add(reader.GetString()!);
                    }

                    return reader.TokenType == JsonTokenType.EndArray
                        ? new ArgumentValue.List(values.ToImmutable())
                        : throw new JsonException($"{reader.TokenType} in a list of strings");
                default:
                    throw new JsonException($"{reader.TokenType} where a string, number or list was expected");
            }
        }

        public override void Write(Utf8JsonWriter writer, ArgumentValue value, JsonSerializerOptions options) => RecordWriter.WriteArgument(writer, value);
    }

    private static ArrayBufferWriter<byte> Write(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        RecordWriter.Write(buffer, record);
        return buffer;
    }
}

[JsonSerializable(typeof(ArticleRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
