using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests.Corrections;

/// <summary>A store with one bulletin of two sentences, and what people say of it.</summary>
internal sealed class CorrectedStore(TemporaryStore temporary) : IDisposable
{
    public const string Text = "青禾县商务局局长孟晓河介绍，全县开工项目12个。\n县长江成要求，孟晓河牵头抓落实。";

    public static readonly string Sha256 = Samples.Sha256("青禾");

    public static readonly string Article = StoreKeys.Article(Sha256, 0).ToString(CultureInfo.InvariantCulture);

    public static ImmutableArray<FactDefinition> Definitions { get; } =
    [
        new("position", [new RoleDefinition("person", RoleKind.Text, Required: true), new RoleDefinition("title", RoleKind.Text, Required: true), new RoleDefinition("organization", RoleKind.Text)]),
        new("project_count", [new RoleDefinition("stage", RoleKind.Choice, Required: true) { Choices = ["signed", "started"] }, new RoleDefinition("count", RoleKind.Number, Required: true), new RoleDefinition("date", RoleKind.Date)]),
        new("agreement", [new RoleDefinition("parties", RoleKind.List, Required: true)]),
    ];

    public NewsStore Store => temporary.Store;

    public TemporaryStore Temporary => temporary;

    public static FactRecord Post(string id, string person = "孟晓河", string title = "局长", string? organization = null, string evidence = "商务局局长孟晓河") =>
        Fact(id, "position", evidence, organization is null ? [("person", person), ("title", title)] : [("person", person), ("title", title), ("organization", organization)]);

    public static FactRecord Count(string id, decimal count) => Fact(id, "project_count", "开工项目12个", ("stage", "started"), ("count", count)) with
    {
        RoleSpans = new Dictionary<string, ImmutableArray<TextSpan>> { ["count"] = SpansOf("12个") },
    };

    public static MentionRecord Mention(string id, string type, string text) => new(id, type, text, SpansOf(text), null, "rule:test@1", 0.9);

    /// <param name="text">What reading made of the bulletin; places count in it.</param>
    public static DocumentEntry Document(ImmutableArray<FactRecord>? facts = null, ImmutableArray<MentionRecord>? mentions = null, string text = Text, string key = "rules=1")
    {
        var given = mentions ?? [Mention("m1", "ORG", "商务局"), Mention("m2", "TITLE", "局长"), Mention("m3", "PER", "孟晓河"), Mention("m4", "PER", "江成")];
        return new DocumentEntry
        {
            Sha256 = Sha256,
            Name = "青禾.txt",
            Bytes = 100,
            State = ExtractionState.Complete,
            ReadingKey = "reader=1",
            ExtractionKey = key,
            Version = "0.1.0",
            Characters = text.Length,
            Articles =
            [
                new ArticleRecord
                {
                    Generator = new GeneratorRecord("newsextract", "0.1.0"),
                    Source = new SourceRecord("青禾.txt", Sha256, "utf-8"),
                    Article = new HeaderRecord { Index = 0, Date = "2024-05-08" },
                    Paragraphs = Paragraphs(text),
                    Mentions = given,
                    Entities = [.. given.Where(static mention => mention.Type is "ORG" or "PER").Select(static (mention, index) => new EntityRecord($"e{index + 1}", mention.Type, mention.Text, [], [mention.Id]))],
                    Facts = facts ?? [Post("f1", organization: "商务局"), Count("f2", 12)],
                    Diagnostics = [],
                    Status = "complete",
                },
            ],
        };
    }

    public static ImmutableArray<ParagraphRecord> Paragraphs(string text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<ParagraphRecord>();
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                paragraphs.Add(new ParagraphRecord("body", line, [new TextSpan(at, at + line.Length)]));
            }

            at += line.Length + 1;
        }

        return paragraphs.ToImmutable();
    }

    public static ImmutableArray<TextSpan> SpansOf(string text, string? within = null)
    {
        var at = (within ?? Text).IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? [] : [new TextSpan(at, at + text.Length)];
    }

    public static CorrectionRequest Request(CorrectionAction action, string? item = null) => new(action, item is null ? Article : $"{Article}/{item}") { Why = "与原文核对" };

    public static KeyValuePair<string, string> Role(string name, string value) => KeyValuePair.Create(name, value);

    public IReadOnlyList<Correction> Correct(params CorrectionRequest[] requests) => Store.Correct(requests, "宋馆员", Definitions);

    /// <summary>The facts as tables have them: <c>f1 position organization=商务局 person=孟晓河 title=局长 [accepted]</c>.</summary>
    public List<string> Facts() => [.. Store.FindFacts(new NewsFilter()).Select(static fact =>
        $"{fact.Id.Split('/')[1]} {fact.Type} {string.Join(' ', fact.Arguments.Select(static argument => $"{argument.Role}={argument.Text ?? argument.Number?.ToString(CultureInfo.InvariantCulture)}"))}{(fact.Review is null ? "" : $" [{fact.Review}]")}")];

    public List<string> Mentions() => Temporary.Query<string>("SELECT 'm' || (number + 1) || ' ' || type || ' ' || text || COALESCE(' [' || review || ']', '') FROM mentions ORDER BY article, number");

    public List<string> Entities() => Temporary.Query<string>("SELECT type || ' ' || name FROM article_entities ORDER BY article, number");

    /// <summary><c>1 reject placed</c></summary>
    public List<string> Statuses() => [.. Store.FindCorrections().Select(static entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Correction.Id} {CorrectionJson.NameOf(entry.Correction.Action)} {entry.Status}"))];

    public void Dispose() => temporary.Dispose();

    private static FactRecord Fact(string id, string type, string evidence, params (string Role, object Value)[] roles) => new(
        id,
        type,
        roles.ToDictionary(static role => role.Role, static role => role.Value is decimal number ? new ArgumentValue.Number(number) : (ArgumentValue)new ArgumentValue.Text((string)role.Value)),
        roles.Where(static role => role.Value is string text && Text.Contains(text, StringComparison.Ordinal)).ToDictionary(static role => role.Role, static role => SpansOf((string)role.Value)),
        new EvidenceRecord(evidence, SpansOf(evidence)),
        "rule:fact.test@1",
        0.9);
}
