using NewsExtract.Storage.Export;

namespace NewsExtract.Storage.Tests.Export;

public class CsvExportTests
{
    [Fact]
    public void Duckdb_reads_back_what_was_stored()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Csv, "out");

        Assert.Equal(
            ["agreement.csv", "corrections.csv", "facts.csv", "honor.csv", "position.csv", "statistic.csv", "weather.csv"],
            Directory.EnumerateFiles(store.PathOf("out")).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                ["statistic", "'=cmd|' /C calc'!A0", 12.5, "'＋吨", "'=SUM(A1)\n第二行", "乙报.txt", null, null, null],
                ["weather", null, null, null, "产值", "乙报.txt", null, null, null],
                ["position", null, null, null, "𠮷林市市长李明", "甲报.pdf", "产值\"再\"增长,太原", 2L, 0.97],
                ["statistic", "产值", -18.4, "%", "产值增长-18.4%", "甲报.pdf", "产值\"再\"增长,太原", 2L, 0.97],
                ["statistic", "产值", 840000000.0, "元", "产值增长-18.4%，达8.4亿元", "甲报.pdf", "产值\"再\"增长,太原", 2L, 0.97],
                ["agreement", null, null, null, "甲公司与乙公司签约", "甲报.pdf", "产值\"再\"增长,太原", 2L, 0.97],
            ],
            DuckDbTable.Query($"SELECT fact_type, indicator, value, unit, evidence, source_file, headline, page, confidence FROM {Read(store, "facts")}"));
        Assert.Equal([["甲公司；乙公司", "[[2,10,700,200,712.5]]"]], DuckDbTable.Query($"SELECT parties, boxes FROM {Read(store, "agreement")}"));
        Assert.Equal([["negated", "rule:fact.test@1", "市长"]], DuckDbTable.Query($"SELECT modality, producer, title FROM {Read(store, "position")}"));
        Assert.Empty(DuckDbTable.Query($"SELECT honor FROM {Read(store, "honor")}"));
    }

    [Fact]
    public void A_type_that_only_the_store_knows_has_the_roles_that_it_has_there()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Csv, "out");

        Assert.Equal([[-3L, "晴"]], DuckDbTable.Query($"SELECT degrees, sky FROM {Read(store, "weather")}"));
    }

    [Fact]
    public void Lines_end_as_rfc_4180_says_behind_a_byte_order_mark()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Csv, "out");

        var bytes = File.ReadAllBytes(store.PathOf("out/honor.csv"));

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "honor,evidence,source_file,sha256,article,headline,article_date,fact,page,boxes,spans,modality,confidence,ocr_confidence,review,producer\r\n",
            System.Text.Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("他说\"好\"", "\"他说\"\"好\"\"\"")]
    [InlineData("一,二", "\"一,二\"")]
    public void Text_never_becomes_a_formula(string text, string cell) => Assert.Equal(cell, CsvExport.Cell(new ArgumentValue.Text(text)));

    [Fact]
    public void Numbers_stay_numbers() => Assert.Equal("-5.50", CsvExport.Cell(new ArgumentValue.Number(-5.50m)));

    private static string Read(ExportedStore store, string table) => $"read_csv('{store.PathOf($"out/{table}.csv")}', header = true, delim = ',', quote = '\"', escape = '\"', strict_mode = true)";
}
