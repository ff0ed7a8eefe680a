namespace NewsExtract.Cli.Tests;

public class ContradictionsCommandTests
{
    [Theory]
    [InlineData("2023年7月5日", "2022年，太原市实现地区生产总值1200亿元。", "2023年7月5日", "2022年，太原市实现地区生产总值1300亿元。", "conflict")]
    [InlineData("2023年7月5日", "2022年，太原市实现地区生产总值1200亿元。", "2023年8月5日", "2022年，太原市实现地区生产总值1300亿元。", "restated")]
    [InlineData("2023年7月5日", "2022年，太原市实现地区生产总值1200亿元。", "2023年8月5日", "2022年，太原市实现地区生产总值1200.3亿元。", "rounding")]
    [InlineData("2023年7月5日", "今年上半年，太原市新增企业120家。", "2023年7月5日", "今年上半年，太原市累计新增企业1300家。", "cumulative")]
    [InlineData("2023年7月5日", "2022年，太原市地区生产总值1200亿元。", "2023年7月5日", "2022年，太原市市区地区生产总值900亿元。", null)]
    // One body by two names, which ingest links.
    [InlineData("2023年7月5日", "2022年，太原市公安局破获案件1200起。", "2023年7月5日", "2022年，太原公安局破获案件1500起。", "conflict")]
    // Another period, another subject, planned against done, a change in per cent.
    [InlineData("2023年7月5日", "2022年，太原市实现地区生产总值1200亿元。", "2023年7月5日", "2021年，太原市实现地区生产总值1100亿元。", null)]
    [InlineData("2023年7月5日", "2022年，太原市实现地区生产总值1200亿元。", "2023年7月5日", "2022年，大同市实现地区生产总值1300亿元。", null)]
    [InlineData("2023年7月5日", "2022年，太原市实现地区生产总值1200亿元。", "2023年7月5日", "2022年，太原市预计实现地区生产总值1300亿元。", null)]
    [InlineData("2023年7月5日", "2022年，太原市地区生产总值增长5.2%。", "2023年7月5日", "2022年，太原市实现地区生产总值1300亿元。", null)]
    public async Task Figures_of_one_thing_that_differ_are_classed(string firstDate, string first, string secondDate, string second, string? expected)
    {
        using var folder = new TemporaryFolder();
        var inputs = Directory.CreateDirectory(folder.At("in")).FullName;
        folder.Write("in/a.txt", $"{firstDate}\n经济运行平稳\n\n{first}\n");
        folder.Write("in/b.txt", $"{secondDate}\n经济数据发布\n\n{second}\n");
        var store = folder.At("news.db");
        await CommandRun.Of("ingest", inputs, "--store", store, "--fact-model", "none");

        var output = (await CommandRun.Of("contradictions", "--store", store, "--format", "jsonl")).Output;

        if (expected is null)
        {
            Assert.Empty(output);
            return;
        }

        Assert.StartsWith($"{{\"class\":\"{expected}\",", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022年，太原市签约项目36个，其中工业项目40个。", "part")]
    [InlineData("2022年，太原市签约项目36个，其中工业项目20个，农业项目10个，其余3个。", "sum")]
    [InlineData("2022年，太原市签约项目36个，其中工业项目20个，农业项目10个，其余6个。", null)]
    [InlineData("2022年，太原市签约项目36个，其中工业项目20个。", null)]
    [InlineData("2022年，太原市签约项目36个，其中新增岗位400个。", null)]
    public async Task Parts_are_checked_against_their_whole(string text, string? expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", $"2023年7月5日\n招商引资取得进展\n\n{text}\n");
        var store = folder.At("news.db");
        await CommandRun.Of("ingest", folder.At("in"), "--store", store, "--model", "none", "--fact-model", "none");

        var output = (await CommandRun.Of("contradictions", "--store", store, "--format", "jsonl")).Output;

        if (expected is null)
        {
            Assert.Empty(output);
            return;
        }

        Assert.StartsWith($"{{\"class\":\"{expected}\",", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
