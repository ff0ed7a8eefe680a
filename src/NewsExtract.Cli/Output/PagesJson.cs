using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Cli.Output;

/// <summary>A document's pages as one line of JSON.</summary>
internal static class PagesJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(Document document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            Write(writer, document);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, Document document)
    {
        writer.WriteStartObject();
        writer.WriteString("file", document.SourceName);
        writer.WriteString("sha256", document.Id);
        WriteInformation(writer, document.Information);
        writer.WriteStartArray("pages");
        var views = PageView.Of(document);
        foreach (var view in views)
        {
            WritePage(writer, document, view);
        }

        if (views.IsEmpty)
        {
            WriteUnpaged(writer, document.Text);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in document.Diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            writer.WriteString("message", diagnostic.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteInformation(Utf8JsonWriter writer, DocumentInformation? information)
    {
        if (information is null)
        {
            return;
        }

        writer.WriteStartObject("information");
        (string Name, string? Value)[] values =
        [
            ("title", information.Title), ("author", information.Author), ("subject", information.Subject),
            ("keywords", information.Keywords), ("creator", information.Creator), ("producer", information.Producer),
        ];
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }

        writer.WriteStartArray("outline");
        foreach (var entry in information.Outline)
        {
            writer.WriteStartObject();
            writer.WriteString("title", entry.Title);
            writer.WriteNumber("level", entry.Level);
            if (entry.Page is { } page)
            {
                writer.WriteNumber("page", page);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePage(Utf8JsonWriter writer, Document document, PageView view)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", view.Page.Number);
        writer.WriteNumber("width", RecordWriter.Points(view.Page.Width));
        writer.WriteNumber("height", RecordWriter.Points(view.Page.Height));
        writer.WriteString("textSource", view.IsRead ? "ocr" : "file");
        writer.WriteStartArray("lines");
        foreach (var line in view.Lines)
        {
            writer.WriteStartObject();
            WriteText(writer, document.Text, line.Span);
            RecordWriter.WriteBoxes(writer, "boxes"u8, line.Boxes);
            writer.WriteNumber("size", RecordWriter.Points(line.Size));
            writer.WriteBoolean("bold", line.IsBold);
            writer.WriteBoolean("vertical", line.IsVertical);
            writer.WriteString("role", line.Role);
            writer.WriteNumber("region", line.Region);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        RecordWriter.WriteBoxes(writer, "pictures"u8, view.Pictures);
        writer.WriteEndObject();
    }

    // Text, HTML and Word files: one entry without number, size and pictures; their lines have no place.
    private static void WriteUnpaged(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("textSource", "file");
        writer.WriteStartArray("lines");
        foreach (var range in text.AsSpan().SplitAny('\r', '\n'))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            if (!text.AsSpan(start, length).IsWhiteSpace())
            {
                writer.WriteStartObject();
                WriteText(writer, text, new TextSpan(start, start + length));
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string text, TextSpan span)
    {
        writer.WriteString("text", span.Of(text));
        writer.WritePropertyName("span");
        RecordWriter.WriteSpan(writer, span);
    }
}
