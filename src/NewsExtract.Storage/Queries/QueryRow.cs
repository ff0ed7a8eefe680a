using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsExtract.Storage.Export;

namespace NewsExtract.Storage.Queries;

/// <summary>Answers as rows of named values, and those as JSON lines or CSV: the same bytes on the command line and over HTTP.</summary>
public static class QueryRow
{
    private const int SnippetBefore = 12;
    private const int SnippetLength = 48;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyDictionary<string, object?> Of(FactHit fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new Dictionary<string, object?>
        {
            ["id"] = fact.Id,
            ["type"] = fact.Type,
            ["roles"] = fact.Arguments,
            ["modality"] = fact.Modality,
            ["evidence"] = fact.Evidence,
            ["date"] = fact.Date,
            ["source"] = fact.Source,
            ["article"] = fact.ArticleNumber,
            ["headline"] = fact.Headline,
            ["reprints"] = fact.Reprints > 0 ? fact.Reprints : null,
            ["spans"] = new RawJson(fact.Spans),
            ["boxes"] = fact.Boxes is { } boxes ? new RawJson(boxes) : null,
            ["sha256"] = fact.Sha256,
            ["producer"] = fact.Producer,
            ["confidence"] = fact.Confidence,
            ["review"] = fact.Review,
        };
    }

    public static IReadOnlyDictionary<string, object?> Of(ArticleHit article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new Dictionary<string, object?>
        {
            ["id"] = article.Id.ToString(CultureInfo.InvariantCulture),
            ["date"] = article.Date,
            ["headline"] = article.Headline,
            ["source"] = article.Source,
            ["article"] = article.Number,
            ["facts"] = article.Facts,
            ["reprints"] = article.Reprints > 0 ? article.Reprints : null,
            ["hits"] = article.Hits.Length,
            ["text"] = Snippet(article),
            ["sha256"] = article.Sha256,
        };
    }

    /// <summary>The text around the first hit, lines joined, with … where it is cut.</summary>
    public static string Snippet(ArticleHit article) => SnippetOf(article).Text;

    /// <summary>The text around the first hit, and which part of the article's text it shows; it begins with … unless that begins at 0.</summary>
    public static (string Text, int Start, int End) SnippetOf(ArticleHit article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var start = article.Hits.IsEmpty ? 0 : Math.Max(article.Hits[0].Start - SnippetBefore, 0);
        var end = Math.Min(start + SnippetLength, article.Text.Length);
        return ((start > 0 ? "…" : "") + article.Text[start..end].Replace('\n', ' ') + (end < article.Text.Length ? "…" : ""), start, end);
    }

    /// <summary>A value as a cell of a table.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "",
        ImmutableArray<ArgumentHit> arguments => string.Join("; ", arguments.GroupBy(static argument => argument.Role, StringComparer.Ordinal).Select(static role => $"{role.Key}={string.Join(CellText.Separator, role.Select(ValueText))}")),
        RawJson json => json.Text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string ValueText(ArgumentHit argument) => argument.Text ?? argument.Number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>One line of JSON, without its end; what has no value is left out.</summary>
    public static string ToJson(IReadOnlyDictionary<string, object?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in row.Where(static pair => pair.Value is not null))
            {
                writer.WritePropertyName(name);
                Write(writer, value!);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>One line of CSV (RFC 4180) with its end.</summary>
    public static string ToCsv(IEnumerable<object?> cells) =>
        string.Join(',', cells.Select(static cell => CsvText.Cell(Cell(cell), isNumber: cell is int or long or double or decimal))) + CsvText.LineEnd;

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case ImmutableArray<ArgumentHit> arguments:
                writer.WriteStartObject();
                foreach (var role in arguments.GroupBy(static argument => argument.Role, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(role.Key);
                    WriteRole(writer, [.. role]);
                }

                writer.WriteEndObject();
                break;
            case RawJson json:
                writer.WriteRawValue(json.Text);
                break;
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(Cell(value));
                break;
        }
    }

    private static void WriteRole(Utf8JsonWriter writer, ArgumentHit[] values)
    {
        if (values is [{ Number: { } number }])
        {
            writer.WriteNumberValue(number);
        }
        else if (values is [var only])
        {
            writer.WriteStringValue(only.Text);
        }
        else
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value.Text);
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>A column that holds JSON already.</summary>
    private sealed record RawJson(string Text);
}
