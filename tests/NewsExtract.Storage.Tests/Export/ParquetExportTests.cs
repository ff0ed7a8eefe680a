namespace NewsExtract.Storage.Tests.Export;

public class ParquetExportTests
{
    [Fact]
    public void Duckdb_reads_back_what_was_stored()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Parquet, "out");

        Assert.Equal([["李明", "市长", "𠮷林市", 0L, 2L, "negated", 0.97, null]], DuckDbTable.Query($"SELECT person, title, organization, article, page, modality, confidence, ocr_confidence FROM {Read(store, "position")}"));
        Assert.Equal(
            [["=cmd|' /C calc'!A0", 12.5, "＋吨", "=SUM(A1)\n第二行", null], ["产值", -18.4, "%", "产值增长-18.4%", "产值\"再\"增长,太原"], ["产值", 840000000.0, "元", "产值增长-18.4%，达8.4亿元", "产值\"再\"增长,太原"]],
            DuckDbTable.Query($"SELECT indicator, value, unit, evidence, headline FROM {Read(store, "statistic")}"));
        Assert.Equal([["甲公司|乙公司", 2L, null]], DuckDbTable.Query($"SELECT array_to_string(parties, '|'), len(parties), date FROM {Read(store, "agreement")}"));
        Assert.Equal([["晴", -3.0]], DuckDbTable.Query($"SELECT sky, degrees FROM {Read(store, "weather")}"));
    }

    [Fact]
    public void A_type_without_facts_has_its_columns()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Parquet, "out");

        Assert.Empty(DuckDbTable.Query($"SELECT honor, evidence FROM {Read(store, "honor")}"));
    }

    [Fact]
    public void More_facts_than_are_held_are_written_in_groups()
    {
        using var store = new ExportedStore();
        var fact = ExportedStore.Paged.Facts[3];
        var (text, sha256) = ("丙报.txt", Samples.Sha256("丙"));
        var record = ExportedStore.Paged with { Source = new SourceRecord(text, sha256, null), Facts = [.. Enumerable.Range(0, 5000).Select(number => fact with { Id = $"f{number}" })] };
        store.Store.Save(ExportedStore.Entry(text, sha256, [record]));
        store.Export(ExportFormat.Parquet, "out");

        Assert.Equal([[5001L, 10002L, 5000L]], DuckDbTable.Query($"SELECT count(*), CAST(sum(len(parties)) AS BIGINT), count(DISTINCT fact) FROM {Read(store, "agreement")}"));
    }

    private static string Read(ExportedStore store, string table) => $"read_parquet('{store.PathOf($"out/{table}.parquet")}')";
}
