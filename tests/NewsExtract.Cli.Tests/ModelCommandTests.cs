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
    public async Task A_model_of_facts_is_trained_shown_measured_and_used()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 60; i++)
        {
            folder.Write($"gold/b{i}.ann", "要闻\n\n5月8日，市商务局局长孟晓河出席全市项目推进会。\n");
            folder.Write($"gold/b{i}.json", """{"articles":[{"facts":[{"type":"position","person":"孟晓河","title":"局长"}]}]}""");
        }

        var (gold, model) = (folder.At("gold"), folder.At("own.model"));
        var trained = await CommandRun.Of("model", "train", model, gold, "--kind", "facts", "--calibrate", gold, "--licence", "ours");
        Assert.Equal(0, trained.ExitCode);
        Assert.Equal("gold: 120 facts of 60 bulletins, 60 of them right", Assert.Single(trained.ErrorLines));

        Assert.Contains("\"kind\": \"facts\"", (await CommandRun.Of("model", "show", model)).Output, StringComparison.Ordinal);
        var measured = await CommandRun.Of("model", "evaluate", gold, "--model", model);
        Assert.Contains("fact.position", measured.Output, StringComparison.Ordinal);
        Assert.Contains("left out as too unlikely: 60 more, 0.000 of them right", measured.Output, StringComparison.Ordinal);

        var text = folder.Write("a.txt", "要闻\n\n5月8日，市商务局局长孟晓河出席全市项目推进会。\n");
        Assert.DoesNotContain("\"type\":\"participation\"", (await CommandRun.Of("extract", text, "--fact-model", model)).Output, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"participation\"", (await CommandRun.Of("extract", text, "--fact-model", "none")).Output, StringComparison.Ordinal);
        Assert.Contains("none 未成立 participation “出席” [18, 20) (rule:fact.participation.attend@1): the model of facts held it too unlikely", (await CommandRun.Of("explain", text, "--fact-model", model)).Output, StringComparison.Ordinal);
        Assert.Contains("is a model of facts, not of mentions", Assert.Single((await CommandRun.Of("extract", text, "--model", model)).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_models_of_the_program_are_shown_by_kind()
    {
        Assert.Contains("\"name\": \"facts\"", (await CommandRun.Of("model", "show", "--kind", "facts")).Output, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"mentions\"", (await CommandRun.Of("model", "show")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_mentions_too_few_facts_and_the_wrong_kind_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("gold/a.ann", "要闻\n\n孟晓河任局长。\n");
        var (gold, model) = (folder.At("gold"), folder.At("own.model"));

        Assert.Contains("NX2000: --epochs is for models of mentions", Assert.Single((await CommandRun.Of("model", "train", model, gold, "--kind", "facts", "--epochs", "2")).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("NX2000: --noise is for models of mentions", Assert.Single((await CommandRun.Of("model", "train", model, gold, "--kind", "facts", "--noise", "1")).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("NX2000: --noise: a share from 0 to 1 is wanted", Assert.Single((await CommandRun.Of("model", "train", model, gold, "--noise", "2")).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("NX2018: the rules make 0 facts", Assert.Single((await CommandRun.Of("model", "train", model, gold, "--kind", "facts")).ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("model", "train", model, gold)).ExitCode);
        Assert.Contains("is a model of mentions — leave --kind out", Assert.Single((await CommandRun.Of("model", "show", model, "--kind", "facts")).ErrorLines), StringComparison.Ordinal);
        Assert.Contains("is a model of mentions, not of facts", Assert.Single((await CommandRun.Of("extract", gold, "--fact-model", model)).ErrorLines), StringComparison.Ordinal);
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
