using System.Text.Json;
using NewsExtract.Cli.Output;
using Xunit;

namespace NewsExtract.Cli.Tests;

/// <summary>PDF files through the command, read by the process that it starts.</summary>
public sealed class PagedInputTests
{
    private static readonly string s_pdf = Path.Combine(FindRepository(), "corpus", "pdf", "a01-2col.pdf");

    [Fact]
    public async Task Pages_prints_the_lines_that_spans_of_records_count()
    {
        var pages = await CommandRun.Of("pages", s_pdf);
        var extract = await CommandRun.Of("extract", s_pdf);

        Assert.Equal((0, 0), (pages.ExitCode, extract.ExitCode));
        using var record = JsonDocument.Parse(extract.Output.Split('\n')[0]);
        var evidence = record.RootElement.GetProperty("facts")[0].GetProperty("evidence");
        var text = string.Concat(evidence.GetProperty("spans").EnumerateArray().Select(span => pages.Output[span[0].GetInt32()..span[1].GetInt32()]));
        Assert.Equal(evidence.GetProperty("text").GetString(), text);
        Assert.NotEqual(0, evidence.GetProperty("boxes").GetArrayLength());
    }

    [Fact]
    public async Task Pages_as_json_has_a_box_for_each_line()
    {
        var run = await CommandRun.Of("pages", s_pdf, "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        var page = json.RootElement.GetProperty("pages")[0];
        Assert.InRange(page.GetProperty("width").GetDouble(), 590, 600);
        Assert.All(page.GetProperty("lines").EnumerateArray(), line => Assert.Equal(5, line.GetProperty("boxes")[0].GetArrayLength()));
    }

    [Fact]
    public async Task A_text_as_json_is_one_entry_of_lines_without_a_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "江州建成新桥\r\n\r\n本报讯 江州新桥昨日通车。\n");
        var run = await CommandRun.Of("pages", folder.At("a.txt"), "--format", "json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(
            """[{"textSource":"file","lines":[{"text":"江州建成新桥","span":[0,6]},{"text":"本报讯 江州新桥昨日通车。","span":[10,23]}]}]""",
            json.RootElement.GetProperty("pages").GetRawText());
    }

    [Fact]
    public async Task Pictures_of_pages_are_drawn()
    {
        using var folder = new TemporaryFolder();
        await CommandRun.Of("pages", s_pdf, "--image", folder.At("svg"));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(Path.Combine(folder.At("svg"), "a01-2col-1.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_pages_has_no_pictures_and_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "江州建成新桥\n");
        var run = await CommandRun.Of("pages", folder.At("a.txt"), "--image", folder.At("svg"));
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("warning NX2010: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("svg")));
    }

    [Fact]
    public async Task A_text_and_a_pdf_of_one_name_go_to_files_of_their_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", "江州建成新桥\n\n本报讯 江州新桥昨日通车。\n");
        File.Copy(s_pdf, folder.At("in/a.PDF"));
        var run = await CommandRun.Of("extract", folder.At("in"), "--output", folder.At("out"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a.PDF.jsonl", "a.txt.jsonl"], Directory.GetFiles(folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_damaged_file_fails_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.pdf", "%PDF-1.4\nnothing");
        File.Copy(s_pdf, folder.At("in/b.pdf"));
        var run = await CommandRun.Of("extract", folder.At("in"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error NX1301: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("\"file\":\"b.pdf\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_takes_the_files_of_another_folder()
    {
        using var folder = new TemporaryFolder();
        var gold = Path.Combine(FindRepository(), "corpus", "dev");
        folder.Write("gold/a01.txt", await File.ReadAllTextAsync(Path.Combine(gold, "a01.txt")));
        folder.Write("gold/a01.ann", await File.ReadAllTextAsync(Path.Combine(gold, "a01.ann")));
        folder.Write("gold/a01.json", await File.ReadAllTextAsync(Path.Combine(gold, "a01.json")));
        folder.Write("in/other.txt", "江州");
        Assert.Equal(1, (await CommandRun.Of("eval", folder.At("gold"), "--inputs", folder.At("in"))).ExitCode);

        File.Copy(s_pdf, folder.At("in/a01.pdf"));
        var run = await CommandRun.Of("eval", folder.At("gold"), "--inputs", folder.At("in"), "--records", folder.At("out"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"file\":\"a01.pdf\"", await File.ReadAllTextAsync(folder.At("out/a01.jsonl")), StringComparison.Ordinal);

        folder.Write("in/a01.txt", "江州");
        Assert.Equal(2, (await CommandRun.Of("eval", folder.At("gold"), "--inputs", folder.At("in"))).ExitCode);
    }

    [Theory]
    [InlineData("--max-pages", "0")]
    [InlineData("--timeout", "0")]
    [InlineData("--password-file", "/nowhere/passwords")]
    [InlineData("--ocr", "perhaps")]
    public async Task Options_that_make_no_sense_do_nothing(string option, string value) =>
        Assert.Equal(2, (await CommandRun.Of("pages", s_pdf, option, value)).ExitCode);

    [Fact]
    public void What_is_said_of_many_pages_is_said_once()
    {
        var diagnostics = Enumerable.Range(1, 9).Where(page => page is not 2).Select(page => new Diagnostic("NX1306", Severity.Warning, $"page {page} has pictures and no text"));
        Assert.Equal("warning NX1306: a.pdf: a page has pictures and no text — 8 of 9 pages: 1, 3–9", Assert.Single(DiagnosticLines.Of([.. diagnostics], "a.pdf", [.. Enumerable.Range(1, 9).Select(page => new Page(page, default, 1, 1))])));
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
