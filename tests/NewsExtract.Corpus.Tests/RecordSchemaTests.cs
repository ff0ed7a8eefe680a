using System.Text.Json;
using Json.Schema;

namespace NewsExtract.Corpus.Tests;

public class RecordSchemaTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "record.schema.json");

    // Saying where takes several times as long as saying whether.
    private static readonly EvaluationOptions s_flag = new() { OutputFormat = OutputFormat.Flag };
    private static readonly EvaluationOptions s_list = new() { OutputFormat = OutputFormat.List };

    [Fact]
    public void The_schema_in_docs_is_the_one_that_the_definitions_give() =>
        Assert.True(
            File.ReadAllText(s_path) == RecordSchema.Create(new NewsPipelineBuilder().FactDefinitions),
            "docs/record.schema.json is out of date: run `dotnet run --project src/NewsExtract.Cli -- schema > docs/record.schema.json`");

    [Fact]
    public void Every_record_of_the_corpus_fits_the_schema()
    {
        var pipeline = new NewsPipelineBuilder().Build();
        var schema = JsonSchema.FromText(RecordSchema.Create(pipeline.FactDefinitions));
        foreach (var path in Repository.Bulletins)
        {
            foreach (var record in pipeline.Process(new DocumentSource(Path.GetFileName(path), File.ReadAllBytes(path))).ToRecords())
            {
                using var document = JsonDocument.Parse(RecordJson.Serialize(record));
                if (!schema.Evaluate(document.RootElement, s_flag).IsValid)
                {
                    var result = schema.Evaluate(document.RootElement, s_list);
                    Assert.Fail($"{path}: {string.Join("; ", result.Details?.Where(detail => detail.Errors is not null).Take(5).Select(detail => $"{detail.InstanceLocation} {string.Join(", ", detail.Errors!.Values)}") ?? [])}");
                }
            }
        }
    }

    [Fact]
    public void The_schema_refuses_a_role_that_the_fact_type_lacks()
    {
        var schema = JsonSchema.FromText(RecordSchema.Create(new NewsPipelineBuilder().FactDefinitions));
        using var document = JsonDocument.Parse(
            """
            {"schemaVersion":"1.1","offsetUnit":"utf16","generator":{"name":"n","version":"1"},
             "source":{"file":"a.txt","sha256":"0000000000000000000000000000000000000000000000000000000000000000"},
             "article":{"index":0,"captions":[],"sections":[]},"paragraphs":[],"mentions":[],"entities":[],
             "facts":[{"id":"f1","type":"position","roles":{"person":"江成","title":"县长","salary":"高"},"roleSpans":{},"evidence":{"text":"县长江成","spans":[[0,4]]},"producer":"x@1"}],
             "diagnostics":[],"status":"complete"}
            """);

        Assert.False(schema.Evaluate(document.RootElement).IsValid);
    }
}
