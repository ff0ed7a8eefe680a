using System.Net;
using System.Text.Json;

namespace NewsExtract.Web.Tests;

public class NumbersApiTests
{
    private static readonly (string, string)[] s_bulletins =
    [
        ("a.txt", "太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值1200亿元。\n"),
        ("b.txt", "太原发展\n2024年1月20日\n\n2023年，太原市地区生产总值1300亿元。\n"),
        ("c.txt", "开工\n2024年3月1日\n\n3月1日，太原市集中开工项目36个。\n"),
    ];

    private const string Reprinted =
        "集中开工\n2024年3月1日\n\n3月1日，朔州市集中开工项目12个，涉及新材料、装备制造、现代物流等领域，市委、市政府有关负责人出席活动并介绍项目情况。\n" +
        "近年来，朔州市把项目建设作为经济工作的重要抓手，建立领导包联机制，优化审批流程，推行一窗受理、并联审批，一批好项目相继落地，为高质量发展注入了新的动力。\n";

    [Fact]
    public async Task Figures_of_two_issues_make_a_series_by_the_day_they_hold_for()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        using var series = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/numbers/series?q=生产总值"));

        using var points = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/numbers/points?kind=statistic&name={series.RootElement[0].GetProperty("name").GetString()}"));

        Assert.Equal(2, series.RootElement[0].GetProperty("facts").GetInt32());
        Assert.Equal("元", points.RootElement.GetProperty("unit").GetString());
        Assert.Equal(
            ["2022-12-31 120000000000 period", "2023-12-31 130000000000 period"],
            points.RootElement.GetProperty("points").EnumerateArray().Select(point => $"{point.GetProperty("start").GetString()} {point.GetProperty("value").GetDecimal()} {point.GetProperty("basis").GetString()}"));
    }

    [Fact]
    public async Task A_figure_without_day_and_scope_is_counted_as_undated()
    {
        await using var server = await RunningServer.StartAsync(null, ("d.txt", "开工\n\n集中开工项目36个。\n"));

        using var points = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/numbers/points?kind=project_count&name=started"));

        Assert.Equal(1, points.RootElement.GetProperty("undated").GetInt32());
        Assert.Single(points.RootElement.GetProperty("points").EnumerateArray());
    }

    [Fact]
    public async Task The_csv_has_the_rows_of_the_answer()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        const string Question = "kind=project_count&name=started";
        using var points = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/numbers/points?{Question}"));

        var lines = (await server.Client.GetStringAsync($"/api/v1/numbers/points.csv?{Question}")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var point = Assert.Single(points.RootElement.GetProperty("points").EnumerateArray());
        Assert.Equal(36, point.GetProperty("value").GetInt32());
        Assert.StartsWith($"{point.GetProperty("factId").GetString()},{point.GetProperty("start").GetString()},", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[0], Assert.Single((await server.Client.GetStringAsync("/api/v1/numbers/points.csv?kind=statistic&name=none")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task What_something_rose_by_is_no_level_and_can_be_asked_for_alone()
    {
        await using var server = await RunningServer.StartAsync(
            null, [.. s_bulletins, ("d.txt", "太原加快发展\n2024年6月20日\n\n2023年，太原市地区生产总值增加118.4亿元。\n")]);
        const string Question = "kind=statistic&name=地区生产总值";

        using var all = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/numbers/points?{Question}"));
        using var changes = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/numbers/points?{Question}&measure=change"));
        var csv = (await server.Client.GetStringAsync($"/api/v1/numbers/points.csv?{Question}&measure=level")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var refused = await server.GetAsync($"/api/v1/numbers/points?{Question}&measure=speed");

        Assert.Equal(["level 2", "change 1"], all.RootElement.GetProperty("measures").EnumerateArray().Select(static facet => $"{facet.GetProperty("name").GetString()} {facet.GetProperty("count").GetInt32()}"));
        Assert.Equal(3, all.RootElement.GetProperty("points").GetArrayLength());
        var change = Assert.Single(changes.RootElement.GetProperty("points").EnumerateArray());
        Assert.Equal(("up", 11_840_000_000), (change.GetProperty("change").GetString(), change.GetProperty("value").GetDouble()));
        Assert.Equal(2, changes.RootElement.GetProperty("measures").GetArrayLength());
        Assert.Equal(3, csv.Length);
        Assert.Contains(",approx,change,modality,", csv[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    // One server for all of them: each takes a second to start.
    private static readonly (string Question, string Expected)[] s_questions =
    [
        // The unit of most figures, another one, and one that none has.
        ("kind=statistic&name=地区生产总值", "a.txt 130000000000, a.txt 140000000000, b.txt 90000000000"),
        ("kind=statistic&name=地区生产总值&unit=%25", "a.txt 5.2"),
        ("kind=statistic&name=地区生产总值&unit=吨", ""),
        ("kind=statistic&name=地区生产总值&scope=大同市", "b.txt 90000000000"),
        ("kind=statistic&name=地区生产总值&scope=朔州市", ""),
        ("kind=statistic&name=地区生产总值&modality=expected", "a.txt 140000000000"),
        ("kind=statistic&name=地区生产总值&modality=stated", "a.txt 130000000000, b.txt 90000000000"),
        ("kind=project_count&name=started&modality=planned", "b.txt 36"),
        ("kind=project_count&name=started&unit=吨", ""),
        ("kind=project_count&name=started&modality=stated", "c.txt 12, d.txt 12"),
        ("kind=project_count&name=started&once=true", "b.txt 36, c.txt 12"),
        ("kind=project_count&name=started&once=true&modality=stated", "c.txt 12"),
        // By the day that they are of.
        ("kind=statistic&name=地区生产总值&from=2024-06", "a.txt 140000000000"),
        ("kind=statistic&name=地区生产总值&to=2023", "a.txt 130000000000, b.txt 90000000000"),
    ];

    [Fact]
    public async Task The_figures_are_those_that_are_asked_for_and_the_csv_has_the_same()
    {
        await using var server = await RunningServer.StartAsync(
            null,
            ("a.txt", "太原发展\n2024年1月20日\n\n2023年，太原市地区生产总值1300亿元，增长5.2%。2024年，太原市地区生产总值预计达到1400亿元。\n"),
            ("b.txt", "大同发展\n2024年1月20日\n\n2023年，大同市地区生产总值900亿元。今年，大同市计划开工项目36个。\n"),
            ("c.txt", Reprinted),
            ("d.txt", Reprinted + "\n"));
        foreach (var (question, expected) in s_questions)
        {
            using var points = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/numbers/points?{question}"));
            var lines = (await server.Client.GetStringAsync($"/api/v1/numbers/points.csv?{question}")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

            var found = points.RootElement.GetProperty("points").EnumerateArray().ToList();
            var shown = string.Join(", ", found.Select(static point => $"{point.GetProperty("source").GetString()} {point.GetProperty("value").GetRawText()}").Order(StringComparer.Ordinal));
            Assert.Equal($"{question}: {expected}", $"{question}: {shown}");
            Assert.Equal(found.Select(static point => point.GetProperty("factId").GetString()), lines.Skip(1).Select(static line => line.Split(',')[0]));
        }
    }

    [Theory]
    [InlineData("/api/v1/numbers/points?kind=gossip&name=x")]
    [InlineData("/api/v1/numbers/points?kind=statistic")]
    [InlineData("/api/v1/numbers/series?kind=honor")]
    public async Task A_series_that_there_is_not_is_refused(string path)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
