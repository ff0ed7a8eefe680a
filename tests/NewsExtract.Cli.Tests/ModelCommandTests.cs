namespace NewsExtract.Cli.Tests;

public class ModelCommandTests
{
    [Fact]
    public async Task A_model_is_trained_shown_measured_and_used()
    {
        using var folder = new TemporaryFolder();
        var gold = folder.Write("gold/a.ann", "要闻\n\n{PER|孟晓河}任{TITLE|局长}。{PER|孟晓河}说，{DATE|2023年5月8日}开工。\n");
        var model = Path.Combine(folder.Path, "own.model");

        var trained = await CommandRun.Of("model", "train", model, Path.GetDirectoryName(gold)!, "--name", "own", "--licence", "ours");
        Assert.Equal(0, trained.ExitCode);
        Assert.Contains(trained.ErrorLines, line => line.StartsWith("pass 3 of 3", StringComparison.Ordinal));

        var shown = await CommandRun.Of("model", "show", model);
        Assert.Contains("\"name\": \"own\"", shown.Output, StringComparison.Ordinal);
        Assert.Contains("\"licence\": \"ours\"", shown.Output, StringComparison.Ordinal);

        var measured = await CommandRun.Of("model", "evaluate", Path.GetDirectoryName(gold)!, "--model", model);
        Assert.Equal(0, measured.ExitCode);
        Assert.Contains("mention.PER", measured.Output, StringComparison.Ordinal);
        Assert.Contains("expected calibration error", measured.Output, StringComparison.Ordinal);

        var text = folder.Write("a.txt", "要闻\n\n孟晓河任局长。\n");
        Assert.Equal(0, (await CommandRun.Of("extract", text, "--model", model)).ExitCode);
        Assert.DoesNotContain("confidence", (await CommandRun.Of("extract", text, "--model", "none")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_one_clear_line()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("a.txt", "要闻\n\n孟晓河任局长。\n");
        var run = await CommandRun.Of("extract", text, "--model", text);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NX2011", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("NX2001", Assert.Single((await CommandRun.Of("model", "show", text + ".not")).ErrorLines), StringComparison.Ordinal);
    }
}
