namespace NewsExtract.Cli.Tests;

/// <summary><c>entities</c>, over a store in a folder of the test's own.</summary>
public sealed class EntitiesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new(nameof(EntitiesCommandTests));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ingest_links_and_show_tells_posts_over_time()
    {
        var store = await Ingest();

        var show = (await CommandRun.Of("entities", "show", "陈志远", "--store", store, "--format", "jsonl")).Output;
        var list = (await CommandRun.Of("entities", "list", "陈志", "--store", store, "--type", "PER", "--format", "csv")).Output;

        Assert.Contains("\"post\":\"局长\",\"organization\":\"太原市商务局\",\"first\":\"2021-03-01\",\"first_article\":\"a.txt#1\"", show, StringComparison.Ordinal);
        Assert.Contains("\"last\":\"2022-03-01\",\"last_article\":\"b.txt#1\"", show, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"same-organisation\"", show, StringComparison.Ordinal);
        Assert.Equal(3, list.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("same-organisation", (await CommandRun.Of("entities", "show", "陈志远", "--store", store)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_store_is_not_linked_again()
    {
        var store = await Ingest();

        var second = await CommandRun.Of("ingest", Path.Combine(_folder.Path, "*.txt"), "--store", store, "--model", "none");
        var link = await CommandRun.Of("entities", "link", "--store", store);

        Assert.DoesNotContain(second.ErrorLines, static line => line.Contains("linked", StringComparison.Ordinal));
        Assert.Equal("nothing has changed since it was last linked", link.ErrorLines[^1]);
    }

    [Fact]
    public async Task Linking_can_be_left_to_later()
    {
        var store = await Ingest("--no-link");

        Assert.Equal("error NX3201", (await CommandRun.Of("entities", "show", "陈志远", "--store", store)).ErrorLines[0][..12]);
        Assert.StartsWith("linked ", (await CommandRun.Of("entities", "link", "--store", store)).ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_kept_when_all_is_extracted_again_and_can_be_undone()
    {
        var store = await Ingest();
        Assert.Equal(2, (await Ids(store)).Length);
        Assert.StartsWith("error NX3202", (await CommandRun.Of("entities", "split", "陈志远", "--article", "a.txt", "--why", "two", "--store", store)).ErrorLines[0], StringComparison.Ordinal);

        var ids = await Ids(store);
        await CommandRun.Of("entities", "merge", ids[0], ids[1], "--why", "moved", "--by", "editor", "--store", store);
        Assert.Single(await Ids(store));
        await CommandRun.Of("entities", "split", "陈志远", "--article", "a.txt#1", "--why", "another", "--by", "editor", "--store", store);
        Assert.Equal(2, (await Ids(store)).Length);

        // Another date makes all be extracted again.
        await CommandRun.Of("ingest", Path.Combine(_folder.Path, "*.txt"), "--store", store, "--model", "none", "--date", "2000-01-01");
        Assert.Equal(2, (await Ids(store)).Length);

        await CommandRun.Of("entities", "undo", "2", "--store", store);
        Assert.Single(await Ids(store));
        await CommandRun.Of("entities", "undo", "1", "--store", store);
        Assert.Equal(2, (await Ids(store)).Length);
        Assert.StartsWith("error NX3205", (await CommandRun.Of("entities", "undo", "1", "--store", store)).ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"merge\",\"first\":\"陈志远\",\"second\":\"陈志远\",\"why\":\"moved\",\"by\":\"editor\"", (await CommandRun.Of("entities", "decisions", "--store", store, "--format", "jsonl")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NX3201", "show", "刘若兰")]
    [InlineData("NX3203", "merge", "太原市商务局", "太原市商务局", "--why", "same")]
    [InlineData("NX3204", "split", "太原市商务局", "--article", "z.txt", "--why", "other")]
    [InlineData("NX3204", "split", "太原市商务局", "--article", "a.txt", "--article", "b.txt", "--why", "other")]
    [InlineData("NX3205", "undo", "7")]
    [InlineData("NX2000", "merge", "太原市商务局", "大同市商务局")]
    public async Task What_makes_no_sense_gets_one_line(string code, params string[] args)
    {
        var run = await CommandRun.Of(["entities", .. args, "--store", await Ingest()]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.StartsWith($"error {code}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private async Task<string> Ingest(params string[] options)
    {
        _folder.Write("a.txt", "重点项目开工\n\n本报太原2021年3月1日电 太原市商务局局长陈志远出席开工活动。\n");
        _folder.Write("b.txt", "招商活动举行\n\n本报太原2022年3月1日电 太原市商务局局长陈志远出席招商活动。\n");
        _folder.Write("c.txt", "会议召开\n\n本报大同2022年5月1日电 大同市商务局局长陈志远出席会议。\n");
        var store = Path.Combine(_folder.Path, "news.db");
        await CommandRun.Of(["ingest", Path.Combine(_folder.Path, "*.txt"), "--store", store, "--model", "none", .. options]);
        return store;
    }

    private static async Task<string[]> Ids(string store) =>
        [.. (await CommandRun.Of("entities", "list", "陈志远", "--store", store, "--format", "jsonl")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[6..line.IndexOf(',', StringComparison.Ordinal)])];
}
