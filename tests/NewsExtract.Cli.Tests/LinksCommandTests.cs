namespace NewsExtract.Cli.Tests;

public class LinksCommandTests
{
    private const string Story = "云川市举行重点项目集中开工活动，开工项目36个，总投资128亿元，涉及新材料、装备制造、现代物流等领域。市委书记李明出席活动并宣布项目开工，副市长王芳介绍项目情况，与会人员实地察看了青禾新材料产业园。\n";

    [Fact]
    public async Task Reprints_are_listed_shown_and_counted_once()
    {
        using var folder = new TemporaryFolder();
        var inputs = Directory.CreateDirectory(folder.At("in")).FullName;
        folder.Write("in/a.txt", "2023年5月2日\n集中开工\n\n" + Story);
        folder.Write("in/b.txt", "2023年5月9日\n又开工\n\n" + Story);
        var store = folder.At("news.db");

        var ingest = await CommandRun.Of("ingest", inputs, "--store", store, "--model", "none", "--fact-model", "none");

        Assert.Equal("1 pairs of articles share their text; looked at all texts", ingest.ErrorLines[^1]);
        var links = await CommandRun.Of("links", "--store", store, "--kind", "reprint", "--format", "jsonl");
        Assert.StartsWith("{\"kind\":\"reprint\",\"similarity\":1,", links.Output, StringComparison.Ordinal);
        Assert.Empty((await CommandRun.Of("links", "--store", store, "--kind", "near", "--format", "jsonl")).Output);
        Assert.Contains("(+1 reprinted)", (await CommandRun.Of("query", "开工", "--store", store)).Output, StringComparison.Ordinal);
        Assert.Contains("\"count\":2", (await CommandRun.Of("query", "--type", "project_count", "--by", "month", "--store", store, "--format", "jsonl")).Output, StringComparison.Ordinal);
        Assert.Contains("\"count\":1", (await CommandRun.Of("query", "--type", "project_count", "--by", "month", "--once", "--store", store, "--format", "jsonl")).Output, StringComparison.Ordinal);
        Assert.Equal("2 unchanged: 0 articles, 0 facts", (await CommandRun.Of("ingest", inputs, "--store", store, "--model", "none", "--fact-model", "none")).ErrorLines[^1]);
    }
}
