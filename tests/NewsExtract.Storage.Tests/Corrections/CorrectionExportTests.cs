using Microsoft.Data.Sqlite;
using MiniExcelLibs;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Queries;
using static NewsExtract.Storage.Tests.Corrections.CorrectedStore;

namespace NewsExtract.Storage.Tests.Corrections;

/// <summary>What people said comes out in all formats, and as gold.</summary>
[Collection(StoreCollection.Name)]
public sealed class CorrectionExportTests(StoreDatabases databases) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-corrections-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, OnSqlite, OnPostgreSql]
    public void Every_format_has_the_facts_as_corrected_and_the_corrections(StoreKind kind)
    {
        using var store = Open(kind);
        store.Correct(Request(CorrectionAction.Reject, "f1"), Request(CorrectionAction.Edit, "f2") with { Roles = [Role("count", "21")] });

        var csv = File.ReadAllLines(Export(store, ExportFormat.Csv, "corrections.csv"));
        Assert.Equal(["number,article,status,action,kind,type,quote", "1,0,placed,reject,fact,position,商务局局长孟晓河", "2,0,placed,edit,fact,project_count,开工项目12个"], csv.Select(static line => string.Join(',', line.TrimStart('\uFEFF').Split(',')[..7])));
        Assert.Single(File.ReadAllLines(Path.Combine(_folder, "Csv", "position.csv")));
        Assert.Contains("21", File.ReadAllLines(Path.Combine(_folder, "Csv", "project_count.csv"))[1], StringComparison.Ordinal);
        Assert.Equal(["f1", "f2"], RecordJson.Deserialize(File.ReadAllText(Export(store, ExportFormat.JsonLines, null, asExtracted: true))).Facts.Select(static fact => fact.Id));
        Assert.Equal(["f2"], RecordJson.Deserialize(File.ReadAllText(Export(store, ExportFormat.JsonLines, null))).Facts.Select(static fact => fact.Id));
        Assert.Equal(["宋馆员", "宋馆员"], MiniExcel.Query(Export(store, ExportFormat.Xlsx, null), useHeaderRow: true, sheetName: "corrections", excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(static row => row["made_by"]));
        Assert.True(new FileInfo(Export(store, ExportFormat.Parquet, "corrections.parquet")).Length > 0);
        using var connection = new SqliteConnection($"Data Source={Export(store, ExportFormat.Datasette, null)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(action || ' ' || COALESCE(item, '–')) || ' ' || (SELECT review FROM facts) FROM corrections";
        Assert.Equal("reject –,edit f2 edited", command.ExecuteScalar());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_filter_leaves_the_corrections_of_the_articles_that_it_leaves(StoreKind kind)
    {
        using var store = Open(kind);
        store.Correct(Request(CorrectionAction.Edit, "f2") with { Roles = [Role("count", "21")] });

        Assert.Equal(2, File.ReadAllLines(Export(store, ExportFormat.Csv, "corrections.csv", new NewsFilter { Types = ["project_count"], Confidence = 0.99 })).Length);
        Assert.Single(File.ReadAllLines(Export(store, ExportFormat.Csv, "corrections.csv", new NewsFilter { Words = ["没有"] })));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Only_what_was_reviewed_is_gold(StoreKind kind)
    {
        using var store = Open(kind);
        store.Store.Save(Samples.Document("a.txt"));
        store.Correct(Request(CorrectionAction.Reject, "f1"), Request(CorrectionAction.Edit, "m1") with { Text = "青禾县商务局" });
        Assert.Equal("NX3219", Assert.Throws<StoreException>(() => store.Store.ExportGold(Path.Combine(_folder, "none"))).Diagnostic.Code);
        store.Correct(Request(CorrectionAction.Accept));

        // What is found later in the same article nobody has seen.
        store.Store.Save(Document([Count("f1", 12), Post("f2", "江成", "县长", evidence: "县长江成")], [Mention("m1", "ORG", "商务局"), Mention("m2", "GPE", "青禾县"), Mention("m3", "TITLE", "县长")], key: "rules=2"));

        var gold = Path.Combine(_folder, "gold");
        Assert.Equal((1, 4, 1, 0), store.Store.ExportGold(gold) is var summary ? (summary.Articles, summary.Mentions, summary.Facts, summary.LeftOut.Length) : default);
        Assert.Equal(3, Directory.GetFiles(gold).Length);
        Assert.Equal(Text.Replace("\n", "\n\n", StringComparison.Ordinal) + "\n", File.ReadAllText(Directory.GetFiles(gold, "*.txt").Single()));
        Assert.Equal(
            "{ORG|青禾县商务局}{TITLE|局长}{PER|孟晓河}介绍，全县开工项目12个。\n\n县长{PER|江成}要求，孟晓河牵头抓落实。\n",
            File.ReadAllText(Directory.GetFiles(gold, "*.ann").Single()));
        Assert.Equal(
            """{"type":"project_count","stage":"started","count":12,"evidence":"开工项目12个"}""",
            System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Directory.GetFiles(gold, "*.json").Single()))!["articles"]![0]!["facts"]![0]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Throws<IOException>(() => store.Store.ExportGold(gold));
    }

    [Fact]
    public void An_article_whose_corrections_lost_their_place_is_no_gold()
    {
        using var store = Open(StoreKind.Sqlite);
        store.Correct(Request(CorrectionAction.Accept));

        store.Store.Save(Document([], [], Text.Replace("江成", "江城", StringComparison.Ordinal)));

        var left = Assert.Single(store.Store.ExportGold(Path.Combine(_folder, "gold")).LeftOut);
        Assert.Equal("NX3218", left.Code);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "gold")));
    }

    [Fact]
    public void A_text_with_the_signs_of_marks_is_no_gold()
    {
        using var store = new CorrectedStore(databases.Create(StoreKind.Sqlite));
        store.Store.Save(Document(text: Text + "\n{注}"));
        store.Correct(Request(CorrectionAction.Accept));

        Assert.Equal("NX3218", Assert.Single(store.Store.ExportGold(Path.Combine(_folder, "gold")).LeftOut).Code);
    }

    private CorrectedStore Open(StoreKind kind)
    {
        var store = new CorrectedStore(databases.Create(kind));
        store.Store.Save(Document());
        return store;
    }

    private string Export(CorrectedStore store, ExportFormat format, string? file, NewsFilter? filter = null, bool asExtracted = false)
    {
        var path = Path.Combine(_folder, format.ToString());
        store.Store.Export(format, path, new ExportOptions { Definitions = Definitions, Filter = filter ?? new NewsFilter(), AsExtracted = asExtracted });
        return file is null ? path : Path.Combine(path, file);
    }
}
