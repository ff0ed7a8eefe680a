using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Cli.Output;

/// <summary>One indented JSON array of all records.</summary>
internal sealed class JsonArrayFormat : RecordFormat
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string? Extension => ".json";

    public override string Opening => "[\n";

    public override string Separator => ",\n";

    public override string Closing => "\n]\n";

    public override string Render(ExtractionResult result) => string.Join(Separator, result.ToRecords().Select(Indent));

    private static string Indent(ArticleRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_indented))
        using (var document = JsonDocument.Parse(RecordJson.Serialize(record)))
        {
            document.RootElement.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
