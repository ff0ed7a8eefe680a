namespace NewsExtract.Cli.Tests;

/// <summary><c>--fact-types</c> and <c>fact-types check</c>.</summary>
public sealed class FactTypesTests : IDisposable
{
    private const string Bulletin = "远帆集团投产\n本报讯 2023年5月8日，远帆集团收购江川轴承有限公司。\n";

    private const string Types = """
        {
          "name": "purchase",
          "description": "One body buys another.",
          "roles": [
            { "name": "buyer", "required": true, "types": ["ORG"], "from": [{ "where": "subject" }] },
            { "name": "target", "required": true, "types": ["ORG"], "from": [{ "where": "after" }] }
          ],
          "triggers": [
            { "id": "bought", "words": ["收购"], "example": "{ORG|远帆集团}收购{ORG|江川轴承厂}。", "counterExample": "{ORG|远帆集团}收购小麦。" }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new(nameof(FactTypesTests));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Extract_explain_and_schema_know_the_types_of_a_file()
    {
        var (types, text) = (_folder.Write("purchase.json", Types), _folder.Write("a.txt", Bulletin));

        Assert.Contains("\"type\":\"purchase\"", (await CommandRun.Of("extract", text, "--fact-types", types)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("purchase", (await CommandRun.Of("extract", text)).Output, StringComparison.Ordinal);
        Assert.Contains("江川轴承有限公司", (await CommandRun.Of("extract", text, "--fact-types", types, "--format", "table")).Output, StringComparison.Ordinal);
        Assert.Contains("rule:fact.purchase.bought", (await CommandRun.Of("explain", text, "--fact-types", types, "--type", "purchase")).Output, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"purchase\"", (await CommandRun.Of("schema", "--fact-types", types)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("purchase", (await CommandRun.Of("schema")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_extracts_again_and_the_store_takes_the_type()
    {
        var (types, text) = (_folder.Write("purchase.json", Types), _folder.Write("a.txt", Bulletin));
        var (store, tables) = (_folder.At("news.db"), _folder.At("tables"));
        string[] ingest = ["ingest", text, "--store", store, "--fact-types", types];

        Assert.StartsWith("1 stored:", (await CommandRun.Of(ingest)).ErrorLines[^2], StringComparison.Ordinal);
        Assert.StartsWith("1 unchanged:", (await CommandRun.Of(ingest)).ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("\"buyer\":\"远帆集团\"", (await CommandRun.Of("query", "--type", "purchase", "--store", store, "--format", "jsonl")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("export", "--store", store, "--format", "csv", "--output", tables)).ExitCode);
        Assert.Contains("江川轴承有限公司", await File.ReadAllTextAsync(Path.Combine(tables, "purchase.csv")), StringComparison.Ordinal);

        _folder.Write("purchase.json", Types.Replace("[\"收购\"]", "[\"兼并\"]", StringComparison.Ordinal));
        Assert.StartsWith("1 extracted again:", (await CommandRun.Of(ingest)).ErrorLines[^2], StringComparison.Ordinal);
        Assert.DoesNotContain("远帆集团", (await CommandRun.Of("query", "--type", "purchase", "--store", store, "--format", "jsonl")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_scores_a_type_that_somebody_marked_and_no_other()
    {
        var types = _folder.Write("purchase.json", Types);
        var marked = Bulletin.Replace("远帆集团收购江川轴承有限公司", "{ORG|远帆集团}收购{ORG|江川轴承有限公司}", StringComparison.Ordinal);
        _folder.Write("gold/a.txt", Bulletin);
        _folder.Write("gold/a.ann", marked);
        _folder.Write("gold/a.json", """{"articles":[{"headline":"远帆集团投产","facts":[{"type":"purchase","buyer":"远帆集团","target":"江川轴承有限公司"}]}]}""");

        var run = await CommandRun.Of("eval", _folder.At("gold"), "--fact-types", types);
        Assert.Contains("fact.purchase          P  1.000  R  1.000  F1  1.000  gold     1  found     1", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fact.purchase", (await CommandRun.Of("eval", _folder.At("gold"))).Output, StringComparison.Ordinal);

        _folder.Write("gold/a.json", """{"articles":[{"headline":"远帆集团投产","facts":[]}]}""");
        var unmarked = await CommandRun.Of("eval", _folder.At("gold"), "--fact-types", types, "--show", "purchase");
        Assert.Equal(0, unmarked.ExitCode);
        Assert.DoesNotContain("purchase", unmarked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_runs_the_examples()
    {
        var types = _folder.Write("purchase.json", Types);
        var wrong = _folder.Write("wrong.json", Types.Replace("收购小麦", "收购{ORG|江川轴承厂}", StringComparison.Ordinal));

        var right = await CommandRun.Of("fact-types", "check", types);
        Assert.Equal((0, $"{types}: purchase; 2 examples, 0 failed\n"), (right.ExitCode, right.Output));
        var run = await CommandRun.Of("fact-types", "check", types, wrong);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error NX1214: {wrong}: purchase: trigger bought: the counterExample", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_has_a_line_each()
    {
        var text = _folder.Write("a.txt", Bulletin);
        var wrong = _folder.Write("wrong.json", Types.Replace("\"subject\"", "\"near\"", StringComparison.Ordinal).Replace("\"name\": \"target\"", "\"name\": \"buyer\"", StringComparison.Ordinal));
        var right = _folder.Write("right.json", Types);

        var run = await CommandRun.Of("extract", text, "--fact-types", wrong);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.All(run.ErrorLines, line => Assert.StartsWith($"error NX1212: {wrong}: ", line, StringComparison.Ordinal));
        Assert.StartsWith("error NX1212: ", Assert.Single((await CommandRun.Of("extract", text, "--fact-types", right, "--fact-types", right)).ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("error NX2001: ", Assert.Single((await CommandRun.Of("schema", "--fact-types", _folder.At("none.json"))).ErrorLines), StringComparison.Ordinal);
    }
}
