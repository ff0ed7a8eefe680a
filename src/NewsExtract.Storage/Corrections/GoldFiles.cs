using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Storage.Corrections;

/// <summary>What was written as gold files.</summary>
/// <param name="LeftOut">NX3218, one an article.</param>
public sealed record GoldSummary(int Articles, int Mentions, int Facts, ImmutableArray<Diagnostic> LeftOut);

/// <summary>
/// Writes an article that a person reviewed as a bulletin of its own: NAME.txt, NAME.ann and NAME.json, as corpus/README.md has them.
/// Only what was accepted, edited or added is gold: what a later extraction finds besides nobody has seen.
/// </summary>
internal sealed class GoldFiles(string folder)
{
    private const string Furniture = "furniture";
    private const string Jump = "jump";

    private static readonly JsonWriterOptions s_json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Articles { get; private set; }

    public int Mentions { get; private set; }

    public int Facts { get; private set; }

    /// <returns>Why it can't be written; <c>null</c> when it was.</returns>
    public string? Write(ArticleRecord record)
    {
        // What is printed on every page, and 下转第3版, is no part of the bulletin.
        var kept = record with { Paragraphs = [.. record.Paragraphs.Where(static paragraph => paragraph.Kind is not (Furniture or Jump))] };
        var text = LocatedText.Of(kept);
        if (text.Text.AsSpan().IndexOfAny('{', '}', '|') >= 0)
        {
            return "its text has {, } or |, which gold files keep for marks";
        }

        var facts = record.Facts.Where(static fact => fact.Review is not null).ToList();
        if (facts.Find(fact => text.Find(fact.Evidence.Spans) is null || fact.RoleSpans.Values.Any(spans => spans.Any(span => text.Range(span) is null))) is { } lost)
        {
            return $"{lost.Id} rests on text outside its paragraphs";
        }

        var name = NameOf(record);
        File.WriteAllText(Path.Combine(folder, name + ".txt"), Lines(text.Text));
        File.WriteAllText(Path.Combine(folder, name + ".ann"), Lines(Marked(record, text)));
        File.WriteAllBytes(Path.Combine(folder, name + ".json"), Json(kept, facts));
        Articles++;
        Facts += facts.Count;
        return null;
    }

    // 青禾日报-3f2a9c01-2: the second article of a document.
    private static string NameOf(ArticleRecord record)
    {
        var stem = new string([.. Path.GetFileNameWithoutExtension(record.Source.File).Select(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_')]);
        return string.Create(CultureInfo.InvariantCulture, $"{stem}-{record.Source.Sha256[..8]}-{record.Article.Index + 1}");
    }

    private static string Lines(string text) => text.Replace("\n", "\n\n", StringComparison.Ordinal) + "\n";

    private string Marked(ArticleRecord record, LocatedText text)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var (type, range) in record.Mentions
            .Where(static mention => mention.Review is not null)
            .Select(mention => (mention.Type, Range: text.Find(mention.Spans)))
            .Where(static mark => mark.Range is not null)
            .Select(static mark => (mark.Type, mark.Range!.Value))
            .OrderBy(static mark => mark.Value))
        {
            // Marks never nest.
            if (range.Start < at)
            {
                continue;
            }

            marked.Append(text.Text, at, range.Start - at).Append('{').Append(type).Append('|').Append(range.Of(text.Text)).Append('}');
            at = range.End;
            Mentions++;
        }

        return marked.Append(text.Text, at, text.Text.Length - at).ToString();
    }

    private static byte[] Json(ArticleRecord record, IEnumerable<FactRecord> facts)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_json))
        {
            var header = record.Article;
            writer.WriteStartObject();
            writer.WriteStartArray("articles");
            writer.WriteStartObject();
            foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("headline", header.Headline), ("kicker", header.Kicker), ("subhead", header.Subhead), ("author", header.Author), ("source", header.Source), ("date", header.Date)])
            {
                if (value is not null)
                {
                    writer.WriteString(name, value);
                }
            }

            writer.WriteStartArray("paragraphs");
            foreach (var paragraph in record.Paragraphs.Where(static paragraph => paragraph.Kind is "body" or "heading"))
            {
                writer.WriteStringValue(paragraph.Kind == "heading" ? "#" + paragraph.Text : paragraph.Text);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("facts");
            foreach (var fact in facts)
            {
                Write(writer, fact);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter writer, FactRecord fact)
    {
        writer.WriteStartObject();
        writer.WriteString("type", fact.Type);
        foreach (var (role, value) in fact.Roles)
        {
            // Yuan go without saying.
            if (role == "currency" && value is ArgumentValue.Text { Value: "CNY" })
            {
                continue;
            }

            writer.WritePropertyName(role);
            RecordJson.WriteValue(writer, value);
        }

        writer.WriteString("evidence", fact.Evidence.Text);
        writer.WriteEndObject();
    }
}
