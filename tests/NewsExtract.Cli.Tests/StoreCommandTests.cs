namespace NewsExtract.Cli.Tests;

/// <summary><c>ingest</c> and <c>query</c>, over a store in a folder of the test's own.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private const string Bulletin = "全市重点项目开工\n2023年12月1日，云川市市长李明出席活动。全市开工项目12个，总投资30亿元。\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_ingested_is_found_by_words_roles_and_time()
    {
        var store = Store();
        _folder.Write("a.txt", Bulletin);

        var first = await CommandRun.Of("ingest", _folder.Path, "--store", store, "--model", "none", "--date", "2023-12-02");
        var second = await CommandRun.Of("ingest", _folder.Path, "--store", store, "--model", "none", "--date", "2023-12-02");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.StartsWith("1 stored: 1 articles,", first.ErrorLines[^2], StringComparison.Ordinal);
        Assert.StartsWith("linked ", first.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal("1 unchanged: 0 articles, 0 facts", second.ErrorLines[^1]);
        Assert.Contains("a.txt", (await CommandRun.Of("query", "李明", "--store", store)).Output, StringComparison.Ordinal);
        Assert.Contains("\"count\":12", (await CommandRun.Of("query", "--type", "project_count", "--store", store, "--format", "jsonl")).Output, StringComparison.Ordinal);
        Assert.Contains("2023-12", (await CommandRun.Of("query", "--type", "project_count", "--by", "month", "--store", store)).Output, StringComparison.Ordinal);
        Assert.Contains("0 articles", (await CommandRun.Of("query", "王芳", "--store", store)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_is_marked_as_UTF8_and_holds_no_formula()
    {
        var store = Store();
        _folder.Write("a.txt", Bulletin);
        await CommandRun.Of("ingest", _folder.Path, "--store", store, "--model", "none");

        var run = await CommandRun.Of("query", "--sql", "SELECT '=1+1' AS a, 'x,\"y\"' AS b, -5 AS n", "--store", store, "--format", "csv");

        Assert.Equal("\uFEFFa,b,n\r\n'=1+1,\"x,\"\"y\"\"\",-5\r\n", run.Output);
    }

    [Fact]
    public async Task What_fails_is_named_and_reported()
    {
        var store = Store();
        _folder.Write("empty.txt", " ");
        var report = Path.Combine(_folder.Path, "report.json");

        var run = await CommandRun.Of("ingest", Path.Combine(_folder.Path, "empty.txt"), "--store", store, "--report", report);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("NX1001", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("\"NX1001\"", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NX2001", "query", "李明", "--store", "/no/such/store.db")]
    [InlineData("NX2000", "query", "--role", "person", "--store", "s.db")]
    [InlineData("NX2000", "ingest", "-", "--store", "s.db")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--only", "some")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--report", "r.pdf")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--no-wait")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--outstanding", "5")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--queue", "amqp://localhost", "--watch")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--queue", "amqp://localhost", "--only", "failed")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--queue", "amqp://localhost", "--no-link")]
    [InlineData("NX2000", "ingest", ".", "--store", "s.db", "--queue", "amqp://localhost", "--no-wait", "--report", "r.json")]
    [InlineData("NX5001", "ingest", ".", "--store", "s.db", "--queue", "http://localhost")]
    [InlineData("NX5010", "ingest", ".", "--store", "s.db", "--queue", "amqp://localhost", "--model", "none")]
    [InlineData("NX5010", "worker", "--store", "s.db", "--queue", "amqp://localhost", "--model", "none")]
    [InlineData("NX5010", "requeue", "--missing", "--store", "s.db", "--queue", "amqp://localhost")]
    [InlineData("NX2000", "requeue", "--store", "s.db", "--queue", "amqp://localhost")]
    [InlineData("NX2000", "requeue", "--missing", "--code", "NX5007", "--store", "s.db", "--queue", "amqp://localhost")]
    [InlineData("NX3001", "ingest", ".", "--store", "/no/such/folder/s.db")]
    [InlineData("NX3004", "query", "李明", "--store", "postgres://nobody@127.0.0.1:1/none")]
    public async Task What_makes_no_sense_gets_one_line(string code, params string[] args)
    {
        var run = await CommandRun.Of(args);

        Assert.NotEqual(0, run.ExitCode);
        Assert.StartsWith($"error {code}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists("s.db"));
    }

    private string Store() => Path.Combine(_folder.Path, "news.db");
}
