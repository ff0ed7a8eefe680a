using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage.Tests.Export;

/// <summary>What is asked for is written, and nothing else, in all formats and of both databases.</summary>
[Collection(StoreCollection.Name)]
public class ExportFilterTests(StoreDatabases databases)
{
    public static NewsFilter Statistics { get; } = new() { Types = ["statistic"], Confidence = 0.5 };

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void Conditions_on_facts_leave_those_facts_and_their_articles(StoreKind kind)
    {
        using var files = new ExportedStore();
        using var store = databases.Create(kind);
        ExportedStore.Fill(store.Store);

        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            Assert.Equal(new ExportSummary(1, 2), store.Store.Export(format, files.PathOf($"{format}"), ExportedStore.Options with { Filter = Statistics }));
        }

        var record = RecordJson.Deserialize(File.ReadAllText(files.PathOf("JsonLines")));
        Assert.Equal(["f2", "f3"], record.Facts.Select(static fact => fact.Id));
        Assert.Equal(3, File.ReadAllLines(files.PathOf("Csv/facts.csv")).Length);
        Assert.Equal(2, File.ReadAllText(files.PathOf("JsonLd")).Split("\"@type\":[\"news:Fact\",").Length - 1);
        Assert.DoesNotContain("乙报", File.ReadAllText(files.PathOf("JsonLd")), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void Conditions_on_articles_leave_all_their_facts(StoreKind kind)
    {
        using var files = new ExportedStore();
        using var store = databases.Create(kind);
        ExportedStore.Fill(store.Store);
        NewsFilter[] filters = [new() { Words = ["签约"] }, new() { From = "2023-12-01", To = "2023-12-31" }, new() { Place = "𠮷林" }, new() { Source = "甲报" }];

        Assert.All(filters, filter => Assert.Equal(new ExportSummary(1, 4), store.Store.Export(ExportFormat.Csv, files.PathOf("out"), ExportedStore.Options with { Filter = filter })));
        Assert.Equal(new ExportSummary(1, 1), store.Store.Export(ExportFormat.Csv, files.PathOf("out"), ExportedStore.Options with { Filter = new NewsFilter { Entity = "老李" } }));
        Assert.Equal(new ExportSummary(0, 0), store.Store.Export(ExportFormat.Csv, files.PathOf("out"), ExportedStore.Options with { Filter = new NewsFilter { Words = ["没有"] } }));
    }

    [Fact]
    public void The_database_holds_only_documents_of_which_something_is_asked_for()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Datasette, "out.db", new NewsFilter { Modality = NewsFilter.Stated, Types = ["agreement"] });
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={store.PathOf("out.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT group_concat(source_file) FROM documents) || ' ' || (SELECT COUNT(*) FROM facts)";

        Assert.Equal("甲报.pdf 1", command.ExecuteScalar());
    }
}
