using System.Collections.Immutable;
using System.Text.Json;

namespace NewsExtract.Core.Tests.Records;

public class RecordJsonTests
{
    [Fact]
    public void A_record_is_one_line_with_chinese_as_it_is_and_nothing_where_nothing_is_known()
    {
        var json = RecordJson.Serialize(Record());

        Assert.DoesNotContain('\n', json);
        Assert.Contains("\"text\":\"县长江成\"", json, StringComparison.Ordinal);
        Assert.Contains("\"spans\":[[0,4]]", json, StringComparison.Ordinal);
        Assert.Contains("\"value\":35000", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_survives_writing_and_reading()
    {
        var json = RecordJson.Serialize(Record());

        Assert.Equal(json, RecordJson.Serialize(RecordJson.Deserialize(json)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"schemaVersion\":\"1.0\"}")]
    public void What_is_no_record_is_refused(string json) => Assert.Throws<JsonException>(() => RecordJson.Deserialize(json));

    private static ArticleRecord Record() => new()
    {
        Generator = new GeneratorRecord("test", "1"),
        Source = new SourceRecord("a.txt", new string('0', 64), "utf-8"),
        Article = new HeaderRecord { Index = 0, Headline = "推进会" },
        Paragraphs = [],
        Mentions = [],
        Entities = [],
        Facts =
        [
            new FactRecord(
                "f1",
                "position",
                new Dictionary<string, ArgumentValue>
                {
                    ["person"] = new ArgumentValue.Text("江成"),
                    ["value"] = new ArgumentValue.Number(35000m),
                    ["parties"] = new ArgumentValue.List(["甲县", "乙县"]),
                },
                new Dictionary<string, ImmutableArray<TextSpan>> { ["person"] = [new TextSpan(2, 4)] },
                new EvidenceRecord("县长江成", [new TextSpan(0, 4)]),
                "rule:x@1",
                null),
        ],
        Diagnostics = [new DiagnosticRecord("NX1006", "warning", "…", [])],
        Status = "complete",
    };
}
