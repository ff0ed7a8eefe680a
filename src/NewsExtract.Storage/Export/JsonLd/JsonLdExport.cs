using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Storage.Export.JsonLd;

/// <summary>
/// JSON-LD 1.1 in the streaming form (W3C, Streaming JSON-LD): the context first, then one graph with a node a line: the terms of this
/// program's own, then each document before its articles. Any JSON-LD processor reads it whole; a reader of lines takes off the comma
/// that begins a line.
/// </summary>
internal sealed class JsonLdExport(ExportOptions options) : IStoreExport
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? FolderOf => null;

    public void Write(StoreSnapshot snapshot, FactTables tables, string path, CancellationToken cancellation)
    {
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16) { NewLine = "\n" };
        output.WriteLine($"{{\"@context\":{JsonLdTerms.Context},\"@graph\":[");
        output.Write(' ');
        output.WriteLine(Line(writer => JsonLdTerms.WriteVocabulary(writer, tables)));
        var programs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in snapshot.Documents())
        {
            cancellation.ThrowIfCancellationRequested();
            WriteDocument(snapshot, document, programs, new JsonLdArticle(tables), line =>
            {
                output.Write(',');
                output.WriteLine(Line(line));
            });
        }

        output.WriteLine("]}");
    }

    private void WriteDocument(StoreSnapshot snapshot, StoredDocument document, HashSet<string> programs, JsonLdArticle articles, Action<Action<Utf8JsonWriter>> line)
    {
        var records = snapshot.Records(document);
        if (records.Count == 0)
        {
            return;
        }

        var reading = options.TextOf is null ? null : snapshot.Reading(document);
        var source = new SourceText(reading is null ? null : options.TextOf!(reading), snapshot.Pages(document));
        line(writer => JsonLdArticle.WriteDocument(writer, document));
        foreach (var record in records)
        {
            if (programs.Add(record.Generator.Version))
            {
                line(writer => JsonLdArticle.WriteProgram(writer, record.Generator));
            }

            line(writer => articles.Write(writer, record, source));
        }
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_json))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
