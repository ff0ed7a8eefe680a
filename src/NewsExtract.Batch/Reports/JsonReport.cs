using System.Text.Encodings.Web;
using System.Text.Json;
using NewsExtract.Storage;

namespace NewsExtract.Batch.Reports;

internal static class JsonReport
{
    public static void Write(Stream output, NewsStore store, long run)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var summary = store.FindRunSummary(run);
        writer.WriteStartObject();
        writer.WriteNumber("run", run);
        writer.WriteString("version", summary.Version);
        writer.WriteString("started", summary.Started);
        writer.WriteString("finished", summary.Finished);
        writer.WriteString("readingSettings", summary.ReadingKey);
        writer.WriteString("extractionSettings", summary.ExtractionKey);
        writer.WriteStartArray("inputs");
        foreach (var entry in store.FindRun(run))
        {
            writer.WriteStartObject();
            writer.WriteString("path", entry.Path);
            writer.WriteString("status", entry.Outcome.ToString().ToLowerInvariant());
            writer.WriteNumber("seconds", entry.Seconds);
            writer.WriteNumber("articles", entry.Articles);
            writer.WriteNumber("facts", entry.Facts);
            writer.WriteStartArray("diagnostics");
            foreach (var diagnostic in entry.Diagnostics)
            {
                writer.WriteStartObject();
                writer.WriteString("code", diagnostic.Code);
                writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
                writer.WriteString("message", diagnostic.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            if (writer.BytesPending > 1 << 16)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
