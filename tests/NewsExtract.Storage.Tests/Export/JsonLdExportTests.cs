using System.Text.Json;

namespace NewsExtract.Storage.Tests.Export;

/// <summary>Linked data, read back by a program that knows only the standards.</summary>
public class JsonLdExportTests
{
    [RdfFact]
    public void Every_fact_has_its_source_program_and_evidence()
    {
        using var store = Exported();

        var rows = RdfReader.Ask(store.PathOf("out.jsonld"), """
            SELECT ?name ?sha ?version (COUNT(DISTINCT ?fact) AS ?facts) (COUNT(DISTINCT ?annotation) AS ?annotations) WHERE {
                ?fact a news:Fact; prov:wasDerivedFrom ?document; prov:wasAttributedTo ?program .
                ?annotation a oa:Annotation; oa:hasBody ?fact .
                ?document schema:name ?name; schema:sha256 ?sha .
                ?program a prov:SoftwareAgent; schema:softwareVersion ?version
            } GROUP BY ?name ?sha ?version
            """);

        Assert.Equal([("乙报.txt", Samples.Sha256("乙"), "2", "2"), ("甲报.pdf", Samples.Sha256("甲"), "4", "4")], rows.Select(static row => (row["name"]!, row["sha"]!, row["facts"]!, row["annotations"]!)).Order());
        Assert.All(rows, static row => Assert.Equal("0.1.0", row["version"]));
    }

    [RdfFact]
    public void Quotes_stand_in_the_text_where_their_positions_say()
    {
        using var store = Exported();

        var rows = RdfReader.Ask(store.PathOf("out.jsonld"), """
            SELECT ?start ?end ?exact ?prefix ?suffix WHERE {
                ?target oa:hasSelector ?position, ?quote . ?position oa:start ?start; oa:end ?end .
                ?quote a oa:TextQuoteSelector; oa:exact ?exact; oa:prefix ?prefix; oa:suffix ?suffix
            }
            """);

        // The model counts characters: 𠮷 is one.
        var characters = ExportedStore.SourceText.EnumerateRunes().ToArray();
        Assert.Equal(6, rows.Count);
        Assert.Contains(rows, static row => row["exact"] == "𠮷林市市长李明" && row["start"] == "100" && row["end"] == "107");
        Assert.All(rows, row =>
        {
            var (start, end) = (int.Parse(row["start"]!), int.Parse(row["end"]!));
            Assert.Equal(string.Concat(characters[start..end]), row["exact"]);
            Assert.EndsWith(row["prefix"]!, string.Concat(characters[..start]), StringComparison.Ordinal);
            Assert.StartsWith(row["suffix"]!, string.Concat(characters[end..]), StringComparison.Ordinal);
        });
    }

    [RdfFact]
    public void Roles_are_entities_of_schema_org_amounts_and_numbers()
    {
        using var store = Exported();
        var file = store.PathOf("out.jsonld");

        Assert.Equal(
            ["李明 市长 𠮷林市 negated"],
            RdfReader.Ask(file, """
                SELECT ?person ?title ?place ?modality WHERE {
                    ?fact a fact:position; role:person ?p; role:title ?title; role:organization ?o; news:modality ?modality .
                    ?p a schema:Person; schema:name ?person; schema:alternateName "老李" . ?o a schema:AdministrativeArea; schema:name ?place
                }
                """).Select(static row => $"{row["person"]} {row["title"]} {row["place"]} {row["modality"]}"));
        Assert.Equal(["-18.4", "12.5", "840000000"], RdfReader.Ask(file, "SELECT (STR(xsd:decimal(?v)) AS ?value) WHERE { ?fact a fact:statistic; role:value ?v }").Select(static row => row["value"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["2023-12-01"], RdfReader.Ask(file, "SELECT ?date WHERE { ?article a schema:NewsArticle; schema:datePublished ?date FILTER (DATATYPE(?date) = xsd:date) }").Select(static row => row["date"]!));
        Assert.Equal(["weather", "fact"], RdfReader.Ask(file, "SELECT ?label WHERE { { fact:weather rdfs:label ?label } UNION { fact:weather rdfs:subClassOf [rdfs:label ?label] } }").Select(static row => row["label"]!).OrderDescending(StringComparer.Ordinal));
    }

    [RdfFact]
    public void A_printed_page_has_the_rectangle_from_its_upper_left_corner()
    {
        using var store = Exported();

        var rows = RdfReader.Ask(store.PathOf("out.jsonld"), "SELECT DISTINCT ?value WHERE { ?selector a oa:FragmentSelector; rdf:value ?value }");

        Assert.Equal(["page=2&xywh=percent:1.681,15.38,31.933,1.485"], rows.Select(static row => row["value"]!));
    }

    [Fact]
    public void The_context_lies_in_the_file_and_every_other_line_is_a_node()
    {
        using var store = Exported();
        var lines = File.ReadAllLines(store.PathOf("out.jsonld"));

        using var whole = JsonDocument.Parse(string.Concat(lines));
        Assert.All(whole.RootElement.GetProperty("@context").EnumerateObject(), static term => Assert.True(term.Name == "@version" || term.Value.ValueKind == JsonValueKind.String, term.Name));
        Assert.Equal("]}", lines[^1]);
        Assert.All(lines[1..^1], static line =>
        {
            using var node = JsonDocument.Parse(line.TrimStart(',', ' '));
            Assert.True(node.RootElement.TryGetProperty("@id", out _));
            Assert.False(node.RootElement.TryGetProperty("@context", out _));
        });
    }

    [Fact]
    public void Without_the_text_a_quote_is_that_of_the_record()
    {
        using var store = new ExportedStore();
        store.Store.Export(ExportFormat.JsonLd, store.PathOf("out.jsonld"), ExportedStore.Options with { TextOf = null });

        var text = File.ReadAllText(store.PathOf("out.jsonld"));

        Assert.Contains("\"oa:exact\":\"甲公司与乙公司签约\"}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("oa:start", text, StringComparison.Ordinal);
    }

    private static ExportedStore Exported()
    {
        var store = new ExportedStore();
        store.Export(ExportFormat.JsonLd, "out.jsonld");
        return store;
    }
}
