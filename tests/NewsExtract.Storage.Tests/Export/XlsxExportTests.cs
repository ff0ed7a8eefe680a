using System.IO.Compression;
using System.Xml.Linq;
using MiniExcelLibs;
using NewsExtract.Storage.Export;

namespace NewsExtract.Storage.Tests.Export;

public class XlsxExportTests
{
    [Fact]
    public void Miniexcel_reads_back_what_was_stored()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Xlsx, "out.xlsx");
        var path = store.PathOf("out.xlsx");

        Assert.Equal(["position", "statistic", "agreement", "honor", "weather", "corrections"], MiniExcel.GetSheetNames(path));
        Assert.Equal(["李明", "市长", "𠮷林市", "𠮷林市市长李明", "甲报.pdf", 2.0, "negated", 0.97], Read(path, "position", "person", "title", "organization", "evidence", "source_file", "page", "modality", "confidence")[0]);
        Assert.Equal(
            [["=cmd|' /C calc'!A0", 12.5, "＋吨", null], ["产值", -18.4, "%", "产值\"再\"增长,太原"], ["产值", 840000000.0, "元", "产值\"再\"增长,太原"]],
            Read(path, "statistic", "indicator", "value", "unit", "headline"));
        Assert.Equal([["甲公司；乙公司"]], Read(path, "agreement", "parties"));
        Assert.Empty(Read(path, "honor", "honor"));
        Assert.Equal([["晴", -3.0]], Read(path, "weather", "sky", "degrees"));
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        using var store = new ExportedStore();
        store.Export(ExportFormat.Xlsx, "out.xlsx");

        using var zip = ZipFile.OpenRead(store.PathOf("out.xlsx"));
        var sheets = zip.Entries.Where(static entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, sheets.Count);
        Assert.All(sheets, static sheet =>
        {
            using var content = sheet.Open();
            Assert.DoesNotContain(XDocument.Load(content).Descendants(), static element => element.Name.LocalName == "f");
        });
    }

    [Fact]
    public void Facts_that_no_sheet_holds_go_on_in_the_next()
    {
        using var store = new ExportedStore();
        var path = store.PathOf("out.xlsx");
        using (var snapshot = store.Store.OpenSnapshot())
        {
            new XlsxExport(mostRows: 3).Write(snapshot, new FactTables(ExportedStore.Definitions, snapshot.Roles()), path, default);
        }

        Assert.Equal(["position", "statistic", "statistic-2", "agreement", "honor", "weather", "corrections"], MiniExcel.GetSheetNames(path));
        Assert.Equal([[12.5], [-18.4]], Read(path, "statistic", "value"));
        Assert.Equal([[840000000.0]], Read(path, "statistic-2", "value"));
    }

    [Fact]
    public void Text_that_no_cell_holds_is_cut_between_characters()
    {
        Assert.Equal(32_767, XlsxExport.Fit(new string('字', 32_767)).Length);
        Assert.Equal(new string('字', 32_766) + "…", XlsxExport.Fit(new string('字', 40_000)));
        Assert.Equal(new string('字', 32_765) + "…", XlsxExport.Fit(new string('字', 32_765) + "𠮷林市"));
    }

    private static List<object?[]> Read(string path, string sheet, params string[] columns) =>
        [.. MiniExcel.Query(path, useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>().Select(row => columns.Select(column => row[column]).ToArray())];
}
