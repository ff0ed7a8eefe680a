using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using NewsExtract.Storage.Entities;
using NewsExtract.Web.Api;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

/// <summary>Lists come part by part, each with the way to the next.</summary>
public class PagingTests
{
    private static readonly (string, string)[] s_meetings =
    [
        ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"),
        ("b.txt", "太原开展调研\n2023年6月7日\n\n太原市商务局局长李明到企业调研。太原市商务局副局长王芳陪同。\n"),
        ("c.txt", "太原签约\n2023年7月8日\n\n太原市商务局局长李明出席签约仪式。\n"),
    ];

    [Fact]
    public async Task Decisions_come_the_latest_first()
    {
        await using var server = await RunningServer.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            server.Store.AddDecision(EntityDecisionKind.Split, "editor", "two persons", [new StoredAnchor(i, "PER", "李明")], [new StoredAnchor(i + 100, "PER", "李明")]);
        }

        var (items, total) = await AllAsync(server, "/api/v1/decisions?limit=2");

        Assert.Equal([5, 4, 3, 2, 1], items.Select(static item => item.GetProperty("id").GetInt32()));
        Assert.Equal(5, total);
    }

    [Fact]
    public async Task Decisions_are_given_of_one_entity_alone()
    {
        await using var server = await RunningServer.StartAsync(null, s_meetings);
        var entities = server.Store.FindEntities("李明", null).Concat(server.Store.FindEntities("王芳", null)).ToList();
        using var split = await server.PostAsync($"/api/v1/entities/{entities[0].Id}/split", new { articles = new[] { server.Store.FindMembers(entities[0].Id)[1].Article.ToString(CultureInfo.InvariantCulture) }, why = "two persons" });

        var (his, total) = await AllAsync(server, $"/api/v1/decisions?entity={entities[0].Id}&limit=1");
        var (hers, none) = await AllAsync(server, $"/api/v1/decisions?entity={entities[1].Id}");
        using var missing = await server.GetAsync("/api/v1/decisions?entity=12345");

        Assert.Equal("two persons", Assert.Single(his).GetProperty("why").GetString());
        Assert.Empty(hers);
        Assert.Equal((1, 0), (total, none));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Members_come_part_by_part_though_one_leaves_between()
    {
        await using var server = await RunningServer.StartAsync(null, s_meetings);
        var person = server.Store.FindEntities("李明", null)[0].Id;
        var (whole, total) = await AllAsync(server, $"/api/v1/entities/{person}/members?limit=1");
        var part = JsonElement.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{person}/members?limit=2"));

        using (var connection = new SqliteConnection($"Data Source={server.StorePath};Pooling=False"))
        {
            // As a correction of that article leaves it.
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM entity_members WHERE article = {part.GetProperty("items")[1].GetProperty("articleId").GetString()}";
            command.ExecuteNonQuery();
        }

        var rest = JsonElement.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{person}/members?limit=2&after={part.GetProperty("next").GetString()}"));

        Assert.Equal((3, 3), (whole.Count, total));
        Assert.Equal(whole[2].GetRawText(), Assert.Single(rest.GetProperty("items").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task What_is_named_together_is_looked_for_in_the_latest_articles_alone_where_that_is_asked()
    {
        await using var server = await RunningServer.StartAsync(null, s_meetings);
        var person = server.Store.FindEntities("李明", null)[0].Id;

        var all = JsonElement.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{person}"));
        var latest = JsonElement.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{person}?latest=1"));
        using var senseless = await server.GetAsync($"/api/v1/entities/{person}?latest=0");

        Assert.Equal((3, 1), (Most(all), Most(latest)));
        Assert.Equal(HttpStatusCode.BadRequest, senseless.StatusCode);

        static int Most(JsonElement entity) => entity.GetProperty("together").EnumerateArray().Max(static one => one.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task Contradictions_come_in_one_order_without_doubles()
    {
        await using var server = await RunningServer.StartAsync(null, [.. Enumerable.Range(0, 4).Select(static i => ($"{i}.txt", $"太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值{1200 + (100 * i)}亿元。\n"))]);
        var (whole, _) = await AllAsync(server, "/api/v1/contradictions");

        var (parts, total) = await AllAsync(server, "/api/v1/contradictions?limit=1");

        Assert.True(whole.Count > 1);
        Assert.Equal(whole.Count, total);
        Assert.Equal(whole.Select(static item => item.GetRawText()), parts.Select(static item => item.GetRawText()));
    }

    [Fact]
    public async Task Articles_are_given_as_json_lines_too()
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"), ("b.txt", "大同签约\n2023年6月7日\n\n大同市签约项目36个。\n"));

        var lines = (await server.Client.GetStringAsync("/api/v1/articles.jsonl?q=李明")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("a.txt", JsonElement.Parse(Assert.Single(lines)).GetProperty("source").GetString());
    }

    [Fact]
    public void A_value_that_looks_like_another_condition_is_another_question()
    {
        var named = new DefaultHttpContext().Request;
        named.QueryString = new QueryString("?limit=5&once=false");
        var valued = new DefaultHttpContext().Request;
        valued.QueryString = new QueryString("?limit=5%26once%3Dfalse");

        Assert.NotEqual(FilterParameters.Name(named, "facets"), FilterParameters.Name(valued, "facets"));
    }

    [Fact]
    public void A_cursor_of_ones_own_making_asks_for_no_text_that_a_store_does_not_take()
    {
        var request = new DefaultHttpContext().Request;
        Assert.Equal("a.txt", Ask("a.txt"));

        Assert.Equal("NX4002", Assert.Throws<ApiException>(() => Ask("a\0.txt")).Code);

        string? Ask(string text)
        {
            request.QueryString = new QueryString($"?after={Cursor.Write(request, new StoredAnchor(1, "PER", text))}");
            return Cursor.Read<StoredAnchor>(request)?.Name;
        }
    }

    private static async Task<(List<JsonElement> Items, long Total)> AllAsync(RunningServer server, string path)
    {
        var items = new List<JsonElement>();
        long total = -1;
        for (string? next = ""; next is not null;)
        {
            var part = JsonElement.Parse(await server.Client.GetStringAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={next}"));
            items.AddRange(part.GetProperty("items").EnumerateArray());
            total = part.TryGetProperty("total", out var count) ? count.GetInt64() : total;
            next = part.TryGetProperty("next", out var value) ? value.GetString() : null;
        }

        return (items, total);
    }
}
