using System.Text;
using System.Text.Json;

namespace NewsExtract.Cli.Tests;

public class ExtractCommandTests
{
    private const string Bulletin = "青禾县召开项目推进会\n\n本刊讯 5月8日，青禾县召开项目推进会。县委书记江成出席，今年已签约项目12个。（赵青）\n";

    [Fact]
    public async Task A_record_a_line_goes_to_standard_output_in_the_order_of_the_paths()
    {
        using var folder = new TemporaryFolder();
        var second = folder.Write("b.txt", Bulletin);
        var first = folder.Write("a.txt", Bulletin);

        var run = await CommandRun.Of("extract", second, first, "--jobs", "4");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.ErrorLines);
        Assert.Equal(["b.txt", "a.txt"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => RecordJson.Deserialize(line).Source.File));
    }

    [Fact]
    public async Task A_folder_gives_its_texts_below_it_and_their_records_keep_its_shape()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/2023/01.txt", Bulletin);
        folder.Write("in/2024/01.TXT", Bulletin);
        folder.Write("in/readme.md", "no bulletin");

        var run = await CommandRun.Of("extract", folder.At("in"), "--output", folder.At("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            [folder.At("out/2023/01.jsonl"), folder.At("out/2024/01.jsonl")],
            Directory.EnumerateFiles(folder.At("out"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("20??/*.txt", 2)]
    [InlineData("**/0?.txt", 3)]
    [InlineData("2023/*", 1)]
    public async Task A_glob_gives_the_files_that_match(string pattern, int count)
    {
        using var folder = new TemporaryFolder();
        folder.Write("2023/01.txt", Bulletin);
        folder.Write("2024/02.txt", Bulletin);
        folder.Write("other/03.txt", Bulletin);
        folder.Write("other/long.txt", Bulletin);

        var run = await CommandRun.Of("extract", folder.At(pattern));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(count, run.Output.Count(character => character == '\n'));
    }

    [Fact]
    public async Task Standard_input_is_a_source_like_others()
    {
        var run = await CommandRun.WithInput(Encoding.UTF8.GetBytes(Bulletin), "extract", "-", "--date", "2024-05");

        Assert.Equal(0, run.ExitCode);
        var record = RecordJson.Deserialize(run.Output.TrimEnd());
        Assert.Equal("stdin", record.Source.File);
        Assert.Equal("2024-05", record.Article.Date);
    }

    [Fact]
    public async Task Json_is_one_array_of_all_records()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        folder.Write("b.txt", "");
        folder.Write("c.txt", Bulletin);

        var run = await CommandRun.Of("extract", folder.Path, "--format", "json");

        Assert.Equal(1, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(2, document.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_table_shows_head_facts_and_evidence()
    {
        var run = await CommandRun.WithInput(Encoding.UTF8.GetBytes(Bulletin), "extract", "-", "--format", "table");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("青禾县召开项目推进会", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Bad_inputs_get_a_line_each_and_the_others_are_done()
    {
        using var folder = new TemporaryFolder();
        var good = folder.Write("good.txt", Bulletin);
        var empty = folder.Write("empty.txt", "");
        var binary = folder.At("binary.txt");
        File.WriteAllBytes(binary, [.. Enumerable.Repeat((byte)1, 500)]);
        var endless = folder.Write("endless.txt", new string('字', 1_000_001));
        Directory.CreateDirectory(folder.At("hollow"));
        var missing = folder.At("missing.txt");

        var run = await CommandRun.Of("extract", missing, empty, binary, good, endless, folder.At("hollow"), folder.At("*.none"), "--output", folder.At("out"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["NX2001", "NX1001", "NX1002", "NX1005", "NX2003", "NX2004"], run.ErrorLines.Select(line => line.Split(' ')[1].TrimEnd(':')));
        Assert.All(run.ErrorLines, line => Assert.StartsWith("error NX", line, StringComparison.Ordinal));
        Assert.Equal([folder.At("out/good.jsonl")], Directory.GetFiles(folder.At("out")));
    }

    [Fact]
    public async Task Two_inputs_for_one_output_are_refused_before_any_work()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("2023/01.txt", Bulletin);
        var second = folder.Write("2024/01.txt", Bulletin);

        var run = await CommandRun.Of("extract", first, second, "--output", folder.At("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error NX2005: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public async Task A_file_named_twice_is_done_once()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.txt", Bulletin);

        var run = await CommandRun.Of("extract", path, folder.Path, "--output", folder.At("out"));

        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_reported_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.txt", Bulletin);
        var blocked = folder.Write("out", "a file where a folder is wanted");

        var run = await CommandRun.Of("extract", path, "--output", blocked);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error NX2007: {path}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NX2000", "extract")]
    [InlineData("NX2000", "nonsense")]
    [InlineData("NX2000", "extract", "a.txt", "--fromat", "json")]
    [InlineData("NX2000", "extract", "a.txt", "--format", "xml")]
    [InlineData("NX2000", "extract", "a.txt", "--date", "2023-13-01")]
    [InlineData("NX2000", "extract", "a.txt", "--jobs", "0")]
    [InlineData("NX2000", "extract", "a.txt", "--format", "table", "--output", "out")]
    [InlineData("NX1003", "extract", "a.txt", "--encoding", "klingon")]
    [InlineData("NX2000", "eval", "gold", "--show", "PERSON")]
    public async Task Misuse_gets_one_line_and_exit_code_2(string code, params string[] args)
    {
        var run = await CommandRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith($"error {code}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_and_any_number_of_jobs_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 20; i++)
        {
            folder.Write($"{i:D2}.txt", string.Concat(Enumerable.Repeat(Bulletin, 1 + (i % 3))));
        }

        var one = await CommandRun.Of("extract", folder.Path, "--jobs", "1");
        var many = await CommandRun.Of("extract", folder.Path, "--jobs", "7");

        Assert.Equal(one.Output, many.Output);
    }
}
