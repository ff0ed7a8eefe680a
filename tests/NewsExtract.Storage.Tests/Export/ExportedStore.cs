using System.Collections.Immutable;
using System.Text;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests.Export;

/// <summary>A store of invented records with all kinds of roles, and a folder for what is written out of it; both go with it.</summary>
internal sealed class ExportedStore : IDisposable
{
    private static readonly string s_firstHash = Samples.Sha256("甲");
    private static readonly string s_secondHash = Samples.Sha256("乙");

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-export-").FullName;

    public ExportedStore()
    {
        Store = NewsStore.Open(PathOf("news.db"));
        Fill(Store);
    }

    public static void Fill(NewsStore store)
    {
        // Not in the order in which they must come out.
        store.Save(Entry("乙报.txt", s_secondHash, [Unpaged]));
        store.Save(Entry("甲报.pdf", s_firstHash, [Paged]) with { Pages = [new Page(1, new TextSpan(0, 10), 595, 842), new Page(2, new TextSpan(10, 90), 595, 842)] });
        store.Save(Entry("空.txt", Samples.Sha256("空"), []) with { State = ExtractionState.Failed });
    }

    public static ImmutableArray<FactDefinition> Definitions { get; } =
    [
        new("position", [new RoleDefinition("person", RoleKind.Text, Required: true), new RoleDefinition("title", RoleKind.Text, Required: true), new RoleDefinition("organization", RoleKind.Text)]),
        new("statistic", [new RoleDefinition("indicator", RoleKind.Text, Required: true), new RoleDefinition("value", RoleKind.Number), new RoleDefinition("unit", RoleKind.Text)]),
        new("agreement", [new RoleDefinition("parties", RoleKind.List, Required: true), new RoleDefinition("date", RoleKind.Date)]),
        new("honor", [new RoleDefinition("honor", RoleKind.Text, Required: true)]),
    ];

    // 𠮷 is one character of two UTF-16 units.
    private const string Text = "𠮷林市市长李明说，产值增长-18.4%，达8.4亿元。\n甲公司与乙公司签约。";

    /// <summary>In which spans count.</summary>
    public const string SourceText = Before + Text;

    // A hundred units: an article before this one.
    private const string Before = "前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十前十";

    public static ArticleRecord Paged { get; } = Record("甲报.pdf", s_firstHash, 0, "产值\"再\"增长,太原", "2023-12-01") with
    {
        Paragraphs =
        [
            new ParagraphRecord("body", Text.Split('\n')[0], [Span(0)]) { Boxes = [new PageBox(2, 10, 700, 200, 712.5)] },
            new ParagraphRecord("body", Text.Split('\n')[1], [Span(1)]),
        ],
        Mentions =
        [
            Mention("m1", "GPE", "𠮷林市"), Mention("m2", "TITLE", "市长"), Mention("m3", "PER", "李明"), Mention("m4", "ORG", "甲公司"), Mention("m5", "ORG", "乙公司"),
            Mention("m6", "MONEY", "8.4亿元") with { Value = new ValueRecord { Value = 840000000, Unit = "元", Currency = "CNY" } },
        ],
        Entities = [new EntityRecord("e1", "PER", "李明", ["老李"], ["m3"]), new EntityRecord("e2", "GPE", "𠮷林市", [], ["m1"])],
        Facts =
        [
            Fact("f1", "position", "𠮷林市市长李明", ("person", "李明"), ("title", "市长"), ("organization", "𠮷林市")) with { Modality = "negated" },
            Fact("f2", "statistic", "产值增长-18.4%", ("indicator", "产值"), ("value", -18.4m), ("unit", "%")),
            Fact("f3", "statistic", "产值增长-18.4%，达8.4亿元", ("indicator", "产值"), ("value", 840000000m), ("unit", "元")),
            Fact("f4", "agreement", "甲公司与乙公司签约", ("parties", new[] { "甲公司", "乙公司" })),
        ],
    };

    public static ArticleRecord Unpaged { get; } = Record("乙报.txt", s_secondHash, 0, null, null) with
    {
        Paragraphs = [new ParagraphRecord("body", Text.Split('\n')[0], [Span(0)])],
        Facts =
        [
            Unlocated(Fact("f1", "statistic", "=SUM(A1)\n第二行", ("indicator", "=cmd|' /C calc'!A0"), ("value", 12.5m), ("unit", "＋吨"))),
            Unlocated(Fact("f2", "weather", "产值", ("sky", "晴"), ("degrees", -3m))),
        ],
    };

    public NewsStore Store { get; }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public ExportSummary Export(ExportFormat format, string name, NewsFilter? filter = null) =>
        Store.Export(format, PathOf(name), Options with { Filter = filter ?? new NewsFilter() });

    public static ExportOptions Options => new() { Definitions = Definitions, TextOf = static reading => Encoding.UTF8.GetString(reading.Span) };

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static DocumentEntry Entry(string name, string sha256, ImmutableArray<ArticleRecord> articles) => new()
    {
        Sha256 = sha256,
        Name = name,
        Bytes = 100,
        State = ExtractionState.Complete,
        ReadingKey = "",
        ExtractionKey = "",
        Version = "0.1.0",
        Characters = 1000,
        Articles = articles,
        Reading = Encoding.UTF8.GetBytes(SourceText),
    };

    private static ArticleRecord Record(string name, string sha256, int index, string? headline, string? date) => new()
    {
        Generator = new GeneratorRecord("newsextract", "0.1.0"),
        Source = new SourceRecord(name, sha256, "utf-8"),
        Article = new HeaderRecord { Index = index, Headline = headline, Date = date },
        Paragraphs = [],
        Mentions = [],
        Entities = [],
        Facts = [],
        Diagnostics = [],
        Status = "complete",
    };

    // The article stands from unit 100 on, as if another one were before it.
    private static TextSpan Span(int line) => line == 0 ? new TextSpan(100, 100 + Text.Split('\n')[0].Length) : new TextSpan(100 + Text.Split('\n')[0].Length + 1, 100 + Text.Length);

    private static ImmutableArray<TextSpan> SpansOf(string text)
    {
        var at = 100 + Text.IndexOf(text, StringComparison.Ordinal);
        return [new TextSpan(at, at + text.Length)];
    }

    private static MentionRecord Mention(string id, string type, string text) => new(id, type, text, SpansOf(text), null, "rule:test@1", 0.5);

    private static FactRecord Unlocated(FactRecord fact) => fact with { Confidence = null, Evidence = fact.Evidence with { Boxes = null, Spans = [new TextSpan(0, 1)] } };

    private static FactRecord Fact(string id, string type, string evidence, params (string Role, object Value)[] roles) => new(
        id,
        type,
        roles.ToDictionary(static role => role.Role, static role => role.Value switch
        {
            string text => new ArgumentValue.Text(text),
            decimal number => new ArgumentValue.Number(number),
            string[] list => (ArgumentValue)new ArgumentValue.List([.. list]),
            _ => throw new ArgumentException("no value of a role", nameof(roles)),
        }),
        roles.Where(static role => role.Value is string text && Text.Contains(text, StringComparison.Ordinal)).ToDictionary(static role => role.Role, static role => SpansOf((string)role.Value)),
        new EvidenceRecord(evidence, Text.Contains(evidence, StringComparison.Ordinal) ? SpansOf(evidence) : []) { Boxes = [new PageBox(2, 10, 700, 200, 712.5)] },
        "rule:fact.test@1",
        0.97);
}
