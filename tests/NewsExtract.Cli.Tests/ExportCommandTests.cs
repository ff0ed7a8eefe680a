using System.Globalization;
using System.Text.Json;

namespace NewsExtract.Cli.Tests;

public class ExportCommandTests
{
    [Fact]
    public async Task Records_come_out_of_a_store_as_extract_prints_them()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("x.txt", "青禾县推进会\n\n青禾县推进会于2024年5月8日举行，签约项目12个。\n");
        var store = Path.Combine(folder.Path, "news.db");
        var output = Path.Combine(folder.Path, "x.jsonl");
        await CommandRun.Of("ingest", text, "--store", store);

        var run = await CommandRun.Of("export", "--store", store, "--format", "jsonl", "--output", output);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([$"1 articles with 1 facts written to {output}"], run.ErrorLines);
        Assert.Equal((await CommandRun.Of("extract", text)).Output, await File.ReadAllTextAsync(output));
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_not_made()
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "news.db");

        var run = await CommandRun.Of("export", "--store", store, "--format", "csv", "--output", Path.Combine(folder.Path, "out"));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error NX2001: --store {store}", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(store));
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_has_a_line_that_says_why()
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "news.db");
        await CommandRun.Of("ingest", folder.Write("x.txt", "青禾县推进会\n"), "--store", store);

        var run = await CommandRun.Of("export", "--store", store, "--format", "datasette", "--output", store);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([$"error NX2007: --output {store} can't be written (that is the store itself) — check the folder and the disk"], run.ErrorLines);
    }

    [Fact]
    public async Task Linked_data_quotes_the_text_by_characters_and_has_amounts_of_money()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("x.txt", "𠮷禾县推进会\n\n青禾县推进会于2024年5月8日举行，青禾集团投资3亿元建设青禾产业园项目。\n");
        var store = folder.At("news.db");
        await CommandRun.Of("ingest", text, "--store", store, "--model", "none", "--fact-model", "none");

        var run = await CommandRun.Of("export", "--type", "investment", "--store", store, "--format", "jsonld", "--output", folder.At("x.jsonld"));

        Assert.Equal([$"1 articles with 1 facts written to {folder.At("x.jsonld")}"], run.ErrorLines);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("x.jsonld")));
        var fact = written.RootElement.GetProperty("@graph").EnumerateArray().Last().GetProperty("news:states")[0];
        Assert.Equal("{\"@type\":\"schema:MonetaryAmount\",\"schema:currency\":\"CNY\",\"schema:value\":300000000}", fact.GetProperty("role:amount").GetRawText());
        var selectors = fact.GetProperty("news:evidence").GetProperty("oa:hasTarget")[0].GetProperty("oa:hasSelector");
        var (start, end) = (Place(selectors[0], "oa:start"), Place(selectors[0], "oa:end"));
        var characters = (await File.ReadAllTextAsync(text)).EnumerateRunes().ToArray();
        Assert.Equal(string.Concat(characters[start..end]), selectors[1].GetProperty("oa:exact").GetString());
        Assert.Contains("3亿元", selectors[1].GetProperty("oa:exact").GetString(), StringComparison.Ordinal);

        static int Place(JsonElement selector, string name) => int.Parse(selector.GetProperty(name).GetProperty("@value").GetString()!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_is_asked_for_is_asked_as_in_a_query()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "青禾县推进会\n\n青禾县推进会于2024年5月8日举行，签约项目12个。\n");
        folder.Write("b.txt", "云川市推进会\n\n云川市推进会于2024年5月8日举行，签约项目15个。\n");
        var store = folder.At("news.db");
        await CommandRun.Of("ingest", folder.Path, "--store", store, "--model", "none", "--fact-model", "none");

        var run = await CommandRun.Of("export", "15个", "--type", "project_count", "--role", "count=15", "--store", store, "--format", "jsonl", "--output", folder.At("x.jsonl"));

        Assert.Equal([$"1 articles with 1 facts written to {folder.At("x.jsonl")}"], run.ErrorLines);
        Assert.Contains("\"file\":\"b.txt\"", await File.ReadAllTextAsync(folder.At("x.jsonl")), StringComparison.Ordinal);
        Assert.Equal(2, (await CommandRun.Of("export", "--role", "person", "--store", store, "--format", "jsonl", "--output", folder.At("y"))).ExitCode);
    }
}
