using Microsoft.Data.Sqlite;

namespace NewsExtract.Storage.Tests.Export;

public class DatasetteExportTests
{
    [Fact]
    public void Each_fact_type_has_a_view_with_its_roles()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Datasette, "out.db");

        Assert.Equal(
            [["v_agreement"], ["v_honor"], ["v_position"], ["v_statistic"], ["v_weather"]],
            Query(store, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"));
        Assert.Equal([["李明", "市长", "𠮷林市", "𠮷林市市长李明", "甲报.pdf", "2023-12-01", 2L, "negated", 0.97]], Query(store, "SELECT person, title, organization, evidence, source_file, article_date, page, modality, confidence FROM v_position"));
        Assert.Equal([[12.5, "＋吨", null], [-18.4, "%", 2L], [840000000L, "元", 2L]], Query(store, "SELECT value, unit, page FROM v_statistic ORDER BY id"));
        Assert.Equal([["甲公司；乙公司", null]], Query(store, "SELECT parties, date FROM v_agreement"));
        Assert.Empty(Query(store, "SELECT honor FROM v_honor"));
        Assert.Equal([["晴", -3L]], Query(store, "SELECT sky, degrees FROM v_weather"));
    }

    [Fact]
    public void Tables_hold_documents_entities_and_mentions()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Datasette, "out.db");

        Assert.Equal([[1L, "乙报.txt", "complete", null], [2L, "甲报.pdf", "complete", 2L], [3L, "空.txt", "failed", null]], Query(store, "SELECT id, source_file, status, pages FROM documents ORDER BY id"));
        Assert.Equal([[1L, 1L], [2L, 2L]], Query(store, "SELECT id, document FROM articles ORDER BY id"));
        Assert.Equal([["李明", "李明", "[\"老李\"]"]], Query(store, "SELECT m.text, e.name, e.aliases FROM mentions m JOIN entities e ON e.id = m.entity WHERE m.type = 'PER'"));
        Assert.Equal([[840000000L, "元"]], Query(store, "SELECT value, unit FROM mentions WHERE type = 'MONEY'"));
        Assert.Empty(Query(store, "PRAGMA foreign_key_check"));
        Assert.Equal([["ok"]], Query(store, "PRAGMA integrity_check"));
    }

    [Fact]
    public void Nothing_in_it_is_newer_than_sqlite_3_34()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Datasette, "out.db");

        // STRICT came with 3.37; a file that is written ahead needs its companions beside it.
        Assert.All(Query(store, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"), static row => Assert.DoesNotMatch("STRICT|VIRTUAL|GENERATED|->|string_agg", (string)row[0]!));
        Assert.Equal([["delete"]], Query(store, "PRAGMA journal_mode"));
    }

    private static List<object?[]> Query(ExportedStore store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store.PathOf("out.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        }

        return rows;
    }
}
