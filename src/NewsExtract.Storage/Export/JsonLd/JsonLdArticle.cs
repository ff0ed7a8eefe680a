using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Export.JsonLd;

/// <summary>Documents, programs and articles as nodes. What an article holds is named by the document's hash and a fragment: <c>…#a0-f1</c>.</summary>
internal sealed class JsonLdArticle(FactTables tables)
{
    private readonly Dictionary<string, Dictionary<string, RoleKind>> _kinds = tables.ByType.ToDictionary(
        static table => table.Type,
        static table => table.Columns.Where(static column => column.Role is not null).ToDictionary(static column => column.Role!, static column => column.Kind, StringComparer.Ordinal),
        StringComparer.Ordinal);

    public static void WriteDocument(Utf8JsonWriter writer, StoredDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString("@id", Name(document.Sha256));
        WriteTypes(writer, "prov:Entity", "schema:DigitalDocument");
        writer.WriteString("schema:name", document.Name);
        writer.WriteString("schema:sha256", document.Sha256);
        WriteText(writer, "news:encoding", document.Encoding);
        WriteText(writer, "news:ocr", document.Ocr);
        writer.WriteString("news:status", document.Status);
        writer.WriteEndObject();
    }

    public static void WriteProgram(Utf8JsonWriter writer, GeneratorRecord program)
    {
        writer.WriteStartObject();
        writer.WriteString("@id", Name(program));
        WriteTypes(writer, "prov:SoftwareAgent", "schema:SoftwareApplication");
        writer.WriteString("schema:name", program.Name);
        writer.WriteString("schema:softwareVersion", program.Version);
        writer.WriteEndObject();
    }

    public void Write(Utf8JsonWriter writer, ArticleRecord record, SourceText source)
    {
        var header = record.Article;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Name(record.Source.Sha256)}#a{header.Index}");
        writer.WriteStartObject();
        writer.WriteString("@id", name);
        WriteTypes(writer, "prov:Entity", "schema:NewsArticle");
        WriteReference(writer, "schema:isPartOf", Name(record.Source.Sha256));
        writer.WriteNumber("news:place", header.Index);
        WriteOrigin(writer, record);
        writer.WriteString("schema:inLanguage", "zh");
        WriteText(writer, "schema:headline", header.Headline);
        WriteText(writer, "news:kicker", header.Kicker);
        WriteText(writer, "schema:alternativeHeadline", header.Subhead);
        WriteText(writer, "schema:creditText", header.Author);
        WriteText(writer, "schema:dateline", header.Dateline);
        if (header.Source is { } paper)
        {
            writer.WriteStartObject("schema:sourceOrganization");
            writer.WriteString("@type", "schema:Organization");
            writer.WriteString("schema:name", paper);
            writer.WriteEndObject();
        }

        if (header.Date is { } date)
        {
            writer.WritePropertyName("schema:datePublished");
            WriteDate(writer, date);
        }

        writer.WriteString("schema:articleBody", ArticleRows.Text(record));
        writer.WriteString("news:status", record.Status);
        WriteEntities(writer, name, record);
        var entityAt = EntitiesBySpans(record);
        writer.WriteStartArray("news:states");
        foreach (var fact in record.Facts)
        {
            WriteFact(writer, name, record, fact, entityAt, source);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter writer, string article, ArticleRecord record)
    {
        writer.WriteStartArray("schema:mentions");
        foreach (var entity in record.Entities)
        {
            writer.WriteStartObject();
            writer.WriteString("@id", $"{article}-{entity.Id}");
            WriteTypes(writer, [.. JsonLdTerms.ClassesOf(entity.Type)]);
            writer.WriteString("schema:name", entity.Name);
            writer.WriteStartArray("schema:alternateName");
            foreach (var alias in entity.Aliases)
            {
                writer.WriteStringValue(alias);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteFact(Utf8JsonWriter writer, string article, ArticleRecord record, FactRecord fact, Dictionary<string, string> entityAt, SourceText source)
    {
        var name = $"{article}-{fact.Id}";
        writer.WriteStartObject();
        writer.WriteString("@id", name);
        WriteTypes(writer, "news:Fact", JsonLdTerms.Fact(fact.Type));
        WriteOrigin(writer, record);
        var hasAmount = fact.Type == "investment";
        if (hasAmount)
        {
            WriteAmount(writer, "role:amount", fact.Roles.GetValueOrDefault("currency"), fact.Roles.GetValueOrDefault("value"), fact.Roles.GetValueOrDefault("min"), fact.Roles.GetValueOrDefault("max"));
        }

        foreach (var (role, value) in fact.Roles.Where(role => !hasAmount || role.Key is not ("currency" or "value" or "min" or "max")))
        {
            if (fact.Type == "project_count" && role is "investment" or "output")
            {
                WriteAmount(writer, JsonLdTerms.Role(role), null, value, null, null);
            }
            else
            {
                writer.WritePropertyName(JsonLdTerms.Role(role));
                WriteValue(writer, article, value, _kinds[fact.Type].GetValueOrDefault(role), fact.RoleSpans.GetValueOrDefault(role, []), entityAt);
            }
        }

        WriteText(writer, "news:modality", fact.Modality);
        if (fact.Confidence is { } confidence)
        {
            writer.WriteNumber("news:confidence", confidence);
        }

        WriteText(writer, "news:review", fact.Review);
        writer.WriteString("news:producer", fact.Producer);
        WriteEvidence(writer, name, record, fact.Evidence, source);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string article, ArgumentValue value, RoleKind kind, ImmutableArray<TextSpan> spans, Dictionary<string, string> entityAt)
    {
        switch (value)
        {
            case ArgumentValue.Number number:
                writer.WriteNumberValue(Plain(number.Value));
                break;
            case ArgumentValue.Text text when kind == RoleKind.Date:
                WriteDate(writer, text.Value);
                break;
            case ArgumentValue.Text text:
                WriteName(text.Value, spans);
                break;
            case ArgumentValue.List list:
                // The order counts, and where each item lies in one piece its span is the one of the same place.
                writer.WriteStartObject();
                writer.WriteStartArray("@list");
                for (var i = 0; i < list.Values.Length; i++)
                {
                    WriteName(list.Values[i], spans.Length == list.Values.Length ? [spans[i]] : spans);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"{value.GetType()} is no kind of argument");
        }

        void WriteName(string text, ImmutableArray<TextSpan> places)
        {
            if (entityAt.TryGetValue(ArticleRows.Json(places), out var entity))
            {
                writer.WriteStartObject();
                writer.WriteString("@id", $"{article}-{entity}");
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteStringValue(text);
            }
        }
    }

    private static void WriteAmount(Utf8JsonWriter writer, string property, ArgumentValue? currency, ArgumentValue? value, ArgumentValue? min, ArgumentValue? max)
    {
        writer.WriteStartObject(property);
        writer.WriteString("@type", "schema:MonetaryAmount");
        writer.WriteString("schema:currency", currency is ArgumentValue.Text { Value: var code } ? code : "CNY");
        foreach (var (name, number) in new[] { ("schema:value", value), ("schema:minValue", min), ("schema:maxValue", max) })
        {
            if (number is ArgumentValue.Number { Value: var amount })
            {
                writer.WriteNumber(name, Plain(amount));
            }
        }

        writer.WriteEndObject();
    }

    // A target for each piece of text and each box: evidence may run over lines, columns and pages.
    private static void WriteEvidence(Utf8JsonWriter writer, string fact, ArticleRecord record, EvidenceRecord evidence, SourceText source)
    {
        writer.WriteStartObject("news:evidence");
        writer.WriteString("@id", fact + "-evidence");
        writer.WriteString("@type", "oa:Annotation");
        WriteReference(writer, "oa:hasBody", fact);
        WriteReference(writer, "oa:motivatedBy", "oa:describing");
        writer.WriteStartArray("oa:hasTarget");
        var quotes = evidence.Spans.Select(source.Quote).ToList();
        if (quotes.Count == 0 || quotes.Contains(null))
        {
            WriteTarget(writer, record, selectors => WriteQuote(selectors, evidence.Text, null, null));
        }
        else
        {
            foreach (var (span, quote) in evidence.Spans.Zip(quotes))
            {
                WriteTarget(writer, record, selectors =>
                {
                    selectors.WriteStartObject();
                    selectors.WriteString("@type", "oa:TextPositionSelector");
                    WriteCount(selectors, "oa:start", source.Characters(span.Start));
                    WriteCount(selectors, "oa:end", source.Characters(span.End));
                    selectors.WriteEndObject();
                    WriteQuote(selectors, quote!.Value.Exact, quote.Value.Prefix, quote.Value.Suffix);
                });
            }
        }

        foreach (var fragment in (evidence.Boxes ?? []).Select(source.Fragment).OfType<string>())
        {
            WriteTarget(writer, record, selectors =>
            {
                selectors.WriteStartObject();
                selectors.WriteString("@type", "oa:FragmentSelector");
                WriteReference(selectors, "dcterms:conformsTo", "http://www.w3.org/TR/media-frags/");
                selectors.WriteString("rdf:value", fragment);
                selectors.WriteEndObject();
            });
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter writer, ArticleRecord record, Action<Utf8JsonWriter> writeSelectors)
    {
        writer.WriteStartObject();
        writer.WriteString("@type", "oa:SpecificResource");
        WriteReference(writer, "oa:hasSource", Name(record.Source.Sha256));
        writer.WriteStartArray("oa:hasSelector");
        writeSelectors(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter writer, string exact, string? prefix, string? suffix)
    {
        writer.WriteStartObject();
        writer.WriteString("@type", "oa:TextQuoteSelector");
        writer.WriteString("oa:exact", exact);
        WriteText(writer, "oa:prefix", prefix);
        WriteText(writer, "oa:suffix", suffix);
        writer.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter writer, ArticleRecord record)
    {
        WriteReference(writer, "prov:wasDerivedFrom", Name(record.Source.Sha256));
        WriteReference(writer, "prov:wasAttributedTo", Name(record.Generator));
    }

    /// <summary>A file is known by the SHA-256 of its bytes, as RFC 6920 writes it.</summary>
    private static string Name(string sha256) => "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(sha256)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Name(GeneratorRecord program) => $"{JsonLdTerms.Namespace}program/{Uri.EscapeDataString(program.Name)}/{Uri.EscapeDataString(program.Version)}";

    private static Dictionary<string, string> EntitiesBySpans(ArticleRecord record)
    {
        var entityOf = record.Entities.SelectMany(static entity => entity.Mentions.Select(mention => (mention, entity.Id))).ToDictionary(StringComparer.Ordinal);
        var entityAt = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mention in record.Mentions)
        {
            if (entityOf.TryGetValue(mention.Id, out var entity))
            {
                entityAt[ArticleRows.Json(mention.Spans)] = entity;
            }
        }

        return entityAt;
    }

    private static void WriteDate(Utf8JsonWriter writer, string date)
    {
        // 2023-Q4 is no date of XML Schema.
        var type = !PartialDate.TryParse(date, out var parsed) || parsed.ToString() != date ? null : parsed switch
        {
            { Day: not null } => "xsd:date",
            { Month: not null } => "xsd:gYearMonth",
            _ => "xsd:gYear",
        };
        if (type is null)
        {
            writer.WriteStringValue(date);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("@type", type);
        writer.WriteString("@value", date);
        writer.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter writer, string property, int count)
    {
        writer.WriteStartObject(property);
        writer.WriteString("@type", "xsd:nonNegativeInteger");
        writer.WriteString("@value", count.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter writer, params string[] types)
    {
        writer.WriteStartArray("@type");
        foreach (var type in types)
        {
            writer.WriteStringValue(type);
        }

        writer.WriteEndArray();
    }

    private static void WriteReference(Utf8JsonWriter writer, string property, string id)
    {
        writer.WriteStartObject(property);
        writer.WriteString("@id", id);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string property, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(property, text);
        }
    }

    // 840000000.0 is a whole number.
    private static decimal Plain(decimal number) => number == decimal.Truncate(number) ? decimal.Truncate(number) : number;
}
