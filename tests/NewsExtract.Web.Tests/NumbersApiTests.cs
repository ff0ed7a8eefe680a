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
