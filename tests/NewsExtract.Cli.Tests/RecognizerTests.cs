using NewsExtract.Onnx.Tests;

namespace NewsExtract.Cli.Tests;

public class RecognizerTests
{
    [Fact]
    public async Task A_model_of_the_users_own_finds_mentions()
    {
        using var folder = new TemporaryFolder();
        new TinyModel { Labels = ["O", "B-FAC", "I-FAC", "B-GAME"] }.Add("青", ("B-FAC", 9)).Add("禾", ("I-FAC", 9)).Write(folder.At("own"));
        var text = folder.Write("a.txt", "要闻\n\n我们来看青禾。\n");
        var run = await CommandRun.Of("extract", text, "--recognizer", "onnx:" + folder.At("own"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("model:own", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("GAME", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("NX2017", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_model_is_one_clear_line()
    {
        using var folder = new TemporaryFolder();
        var text = folder.Write("a.txt", "要闻\n\n我们来看青禾。\n");
        var missing = await CommandRun.Of("extract", text, "--recognizer", "onnx:" + folder.At("own"));
        var strange = await CommandRun.Of("extract", text, "--recognizer", folder.At("own"));

        Assert.Equal((1, 2), (missing.ExitCode, strange.ExitCode));
        Assert.Contains("NX2012", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("NX2000", Assert.Single(strange.ErrorLines), StringComparison.Ordinal);
    }
}
