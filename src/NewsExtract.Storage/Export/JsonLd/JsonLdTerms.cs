using System.Collections.Immutable;
using System.Text.Json;

namespace NewsExtract.Storage.Export.JsonLd;

/// <summary>The words in which JSON-LD is written: those of schema.org, PROV-O and Web Annotation where they have one, and this program's own.</summary>
internal static class JsonLdTerms
{
    /// <summary>No one can own a name under .invalid (RFC 6761), and nothing can be fetched from there: the terms are in each file.</summary>
    public const string Namespace = "https://newsextract.invalid/";

    /// <summary>Prefixes alone: a role of a user's own may have any name, and must not meet a term.</summary>
    public const string Context =
        """
        {"@version":1.1,"schema":"https://schema.org/","prov":"http://www.w3.org/ns/prov#","oa":"http://www.w3.org/ns/oa#","dcterms":"http://purl.org/dc/terms/","rdfs":"http://www.w3.org/2000/01/rdf-schema#","rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#","xsd":"http://www.w3.org/2001/XMLSchema#","news":"https://newsextract.invalid/terms#","fact":"https://newsextract.invalid/fact#","role":"https://newsextract.invalid/role#"}
        """;

    private static readonly (string Term, string Label, string Comment)[] s_properties =
    [
        ("states", "states", "A fact that an article states."),
        ("evidence", "evidence", "Where the text states a fact: an annotation whose targets are the places."),
        ("modality", "modality", "planned, expected or negated; left out when the text says that it is so."),
        ("confidence", "confidence", "How sure the model is, in [0, 1]."),
        ("review", "review", "accepted, edited or added by a person; left out when nobody looked at it."),
        ("producer", "producer", "The rule or model that found it, @, its version."),
        ("status", "status", "complete, or partial when something was left out."),
        ("encoding", "encoding", "The encoding of a text file."),
        ("ocr", "OCR engine", "The program that read pages off their pictures."),
        ("kicker", "kicker", "The line above a headline (引题)."),
        ("place", "place in the document", "Which article of the document it is, from 0."),
    ];

    private static readonly (string Term, string Label, string Super)[] s_classes =
    [
        ("Zone", "development zone", "schema:AdministrativeArea"),
        ("Facility", "building, road or station", "schema:Place"),
        ("Honor", "award or status", "schema:Thing"),
        ("Fact", "fact", "prov:Entity"),
    ];

    /// <summary>What types of entities are.</summary>
    public static ImmutableArray<string> ClassesOf(string entityType) => entityType switch
    {
        "PER" => ["schema:Person"],
        "ORG" => ["schema:Organization"],
        "GPE" => ["schema:AdministrativeArea"],
        "LOC" => ["schema:Place"],
        "ZONE" => ["schema:AdministrativeArea", "news:Zone"],
        "FAC" => ["schema:Place", "news:Facility"],
        "EVENT" => ["schema:Event"],
        "PROJECT" => ["schema:Project"],
        "WORK" => ["schema:CreativeWork"],
        "TITLE" => ["schema:Occupation"],
        "HONOR" => ["news:Honor"],
        _ => ["schema:Thing"],
    };

    // Fact types that schema.org has a wider class for, and roles that it has a wider property for.
    private static string? WiderClass(string type) => type switch
    {
        "position" => "schema:OrganizationRole",
        "participation" => "schema:Action",
        "statistic" or "project_count" => "schema:Observation",
        "statement" => "schema:Quotation",
        _ => null,
    };

    private static string? WiderProperty(string role) => role switch
    {
        "title" => "schema:roleName",
        "place" => "schema:location",
        "unit" => "schema:unitText",
        "value" => "schema:value",
        "min" => "schema:minValue",
        "max" => "schema:maxValue",
        "content" => "schema:text",
        "recipient" => "schema:recipient",
        "parties" => "schema:participant",
        _ => null,
    };

    public static string Fact(string type) => "fact:" + Uri.EscapeDataString(type);

    public static string Role(string role) => "role:" + Uri.EscapeDataString(role);

    /// <summary>A node whose members are all terms of this program's own, with labels.</summary>
    public static void WriteVocabulary(Utf8JsonWriter writer, FactTables tables)
    {
        var definitions = tables.Definitions.ToDictionary(static definition => definition.Name, StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("@id", Namespace + "terms");
        writer.WriteString("rdfs:label", "terms of newsextract");
        writer.WriteStartObject("@reverse");
        writer.WriteStartArray("rdfs:isDefinedBy");
        foreach (var (term, label, super) in s_classes)
        {
            WriteTerm(writer, "news:" + term, "rdfs:Class", label, "", super);
        }

        foreach (var (term, label, comment) in s_properties)
        {
            WriteTerm(writer, "news:" + term, "rdf:Property", label, comment);
        }

        foreach (var table in tables.ByType)
        {
            WriteTerm(writer, Fact(table.Type), "rdfs:Class", Words(table.Type), definitions.GetValueOrDefault(table.Type)?.Description ?? "", "news:Fact", WiderClass(table.Type));
        }

        var roles = tables.ByType.SelectMany(static table => table.Columns.Select(column => (table.Type, column.Role))).Where(static column => column.Role is not null).GroupBy(static column => column.Role!, StringComparer.Ordinal);
        foreach (var role in roles)
        {
            var comments = role.Select(column => definitions.GetValueOrDefault(column.Type)?.FindRole(role.Key)?.Description).Where(static text => !string.IsNullOrEmpty(text)).Distinct();
            WriteTerm(writer, Role(role.Key), "rdf:Property", Words(role.Key), string.Join("; ", comments), WiderProperty(role.Key));
        }

        WriteTerm(writer, "role:amount", "rdf:Property", "amount", "value, or min and max, with the currency", "schema:amount");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter writer, string term, string kind, string label, string comment, params string?[] wider)
    {
        writer.WriteStartObject();
        writer.WriteString("@id", term);
        writer.WriteString("@type", kind);
        writer.WriteString("rdfs:label", label);
        if (comment.Length > 0)
        {
            writer.WriteString("rdfs:comment", comment);
        }

        writer.WriteStartArray(kind == "rdfs:Class" ? "rdfs:subClassOf" : "rdfs:subPropertyOf");
        foreach (var super in wider.OfType<string>())
        {
            writer.WriteStartObject();
            writer.WriteString("@id", super);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Words(string name) => name.Replace('_', ' ');
}
