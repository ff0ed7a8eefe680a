using System.Collections;

namespace NewsExtract.Core.Tests.Records;

public class RecordWriterTests
{
    [Fact]
    public void Writes_what_the_serializer_would()
    {
        Assert.Equal(RecordJson.SerializeByContract(Full), RecordJson.Serialize(Full));
        Assert.Equal(RecordJson.SerializeByContract(Sparse), RecordJson.Serialize(Sparse));
    }

    /// <summary>So that a property that is added later is compared as well.</summary>
    [Fact]
    public void The_full_record_of_this_test_leaves_no_property_empty() => AssertFull(Full, nameof(Full));

    private static void AssertFull(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType.Namespace is "NewsExtract.Core" or "System" or "System.Collections.Immutable" or "System.Collections.Generic"))
        {
            var name = $"{path}.{property.Name}";
            var content = property.GetValue(value);
            Assert.True(content is not null, name);
            var items = content is IEnumerable list and not string ? list.Cast<object>().ToArray() : [content];
            Assert.True(items.Length > 0, name);
            foreach (var item in items.Where(item => item.GetType() is { Namespace: "NewsExtract.Core", IsValueType: false } type && !typeof(ArgumentValue).IsAssignableFrom(type)))
            {
                AssertFull(item, name);
            }
        }
    }

    private static readonly System.Collections.Immutable.ImmutableArray<PageBox> s_boxes = [new(1, 72, 700.126, 300.5, 712), new(12, -0.001, 0, 1, 2)];

    private static ArticleRecord Full => new()
    {
        Generator = new GeneratorRecord("test", "1"),
        Source = new SourceRecord("a\"\\\u0001.txt", new string('0', 64), "utf-8") { Pages = 4, Ocr = "engine@1" },
        Article = new HeaderRecord
        {
            Index = 3,
            Headline = "推进会<&>'",
            Kicker = "眉题",
            Subhead = "——副题",
            Author = "某人",
            Source = "某报",
            Date = "2023-05",
            Dateline = "长沙",
            Captions = ["图一"],
            Sections = ["一", "二"],
        },
        Paragraphs = [new ParagraphRecord("body", "县长\t𠮷\n", [new TextSpan(0, 4), new TextSpan(6, 7)]) { Boxes = s_boxes }],
        Mentions =
        [
            new MentionRecord("m1", "MONEY", "3.5亿元", [new TextSpan(1, 2)], FullValue, "rule:x@1", 0.25) { Boxes = s_boxes, OcrConfidence = 0.9375, Review = ReviewMark.Edited },
        ],
        Entities = [new EntityRecord("e1", "ORG", "甲县", ["甲"], ["m2"])],
        Facts =
        [
            new FactRecord(
                "f1",
                "position",
                new Dictionary<string, ArgumentValue>
                {
                    ["person"] = new ArgumentValue.Text("江成"),
                    ["value"] = new ArgumentValue.Number(35000.10m),
                    ["parties"] = new ArgumentValue.List(["甲县", "乙县"]),
                },
                new Dictionary<string, System.Collections.Immutable.ImmutableArray<TextSpan>> { ["person"] = [new TextSpan(2, 4)], ["value"] = [] },
                new EvidenceRecord("县长江成", [new TextSpan(0, 4)]) { Boxes = s_boxes, OcrConfidence = 0.5 },
                "rule:x@1",
                0.1) { Modality = "planned", Review = ReviewMark.Accepted },
        ],
        Diagnostics = [new DiagnosticRecord("NX1006", "warning", "…", [new TextSpan(5, 9)])],
        Status = "complete",
    };

    private static ValueRecord FullValue => new()
    {
        Value = 350000000m,
        Min = 1.10m,
        Max = 2m,
        Unit = "元",
        Currency = "CNY",
        Approx = "about",
        Date = "2023-05-06",
        Start = "2023-05-06",
        End = "2023-05-07",
    };

    private static ArticleRecord Sparse => new()
    {
        Generator = new GeneratorRecord("test", "1"),
        Source = new SourceRecord("a.txt", "", null),
        Article = new HeaderRecord { Index = 0 },
        Paragraphs = [],
        Mentions =
        [
            new MentionRecord("m1", "DATE", "今年", [], new ValueRecord(), "rule:x@1", null),
            new MentionRecord("m2", "ORG", "甲县", [], null, "rule:x@1", 1),
        ],
        Entities = [],
        Facts = [],
        Diagnostics = [],
        Status = "complete",
    };
}
