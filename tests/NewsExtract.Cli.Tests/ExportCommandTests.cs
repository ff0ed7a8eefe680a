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
}
