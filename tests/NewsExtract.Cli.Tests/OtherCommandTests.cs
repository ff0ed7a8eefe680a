using System.Text;

namespace NewsExtract.Cli.Tests;

public class OtherCommandTests
{
    [Fact]
    public async Task Segment_prints_words_and_tags_line_by_line()
    {
        var run = await CommandRun.WithInput(Encoding.UTF8.GetBytes("签约项目\n\n项目签约\n"), "segment", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("签约/v 项目/n\n\n项目/n 签约/v\n", run.Output);
    }

    [Fact]
    public async Task Both_tokenizers_give_the_same_words()
    {
        var text = Encoding.UTF8.GetBytes("全省开发区签约项目233个，总投资约120亿元。\n");

        var span = await CommandRun.WithInput(text, "segment", "-", "--no-tags");
        var jieba = await CommandRun.WithInput(text, "segment", "-", "--no-tags", "--tokenizer", "jieba-net");

        Assert.Equal(span.Output, jieba.Output);
    }

    [Fact]
    public async Task Version_names_the_program_and_the_record()
    {
        var run = await CommandRun.Of("version");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"newsextract {NewsPipeline.Generator.Version}, record schema {ArticleRecord.CurrentSchemaVersion}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_scores_a_folder_and_shows_what_differs()
    {
        using var folder = new TemporaryFolder();
        folder.Write("x.txt", "青禾县推进会\n\n青禾县推进会于2024年5月8日举行。\n");
        folder.Write("x.ann", "{GPE|青禾县}推进会\n\n{GPE|青禾县}推进会于{DATE|2024年5月8日}举行。{WORK|}\n");

        var run = await CommandRun.Of("eval", folder.Path, "--mentions", "gold", "--show", "WORK", "--records", folder.At("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("- x: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("mention.GPE            P  1.000  R  1.000  F1  1.000  gold     2  found     2", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("out/x.jsonl")));
    }

    [Theory]
    [InlineData("NX2001", "missing")]
    [InlineData("NX2003", "hollow")]
    [InlineData("NX2008", "broken")]
    public async Task Eval_says_what_is_wrong_with_a_folder(string code, string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("hollow"));
        folder.Write("broken/x.ann", "{NOTYPE|甲}");

        var run = await CommandRun.Of("eval", folder.At(name));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error {code}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error NX2000: there is no command 'frob' — see newsextract --help", "frob")]
    [InlineData("error NX2000: --format: Argument 'xml' not recognized. Must be one of: 'text' 'json' — see newsextract pages --help", "pages", "a.txt", "--format", "xml")]
    public async Task What_is_wrong_with_the_command_line_is_named(string line, params string[] args) =>
        Assert.Equal(line, Assert.Single((await CommandRun.Of(args)).ErrorLines));
}
