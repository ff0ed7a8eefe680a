using System.Net;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

public class ReadingApiTests
{
    private static readonly (string, string)[] s_bulletins =
    [
        ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由太原市商务局副局长王芳主持。\n"),
        ("b.txt", "大同召开会议\n2023年6月7日\n\n太原市商务局局长李明到大同市调研。大同市签约项目36个。\n"),
    ];

    [Fact]
    public async Task An_empty_store_is_told_as_one()
    {
        await using var server = await RunningServer.StartAsync();

        using var summary = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/summary"));

        Assert.Equal(0, summary.RootElement.GetProperty("articles").GetInt64());
        Assert.False(summary.RootElement.TryGetProperty("first", out _));
    }

    [Fact]
    public async Task An_article_is_its_record_with_its_document_and_linked_entities()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var id = server.Store.FindArticles(new NewsFilter { Words = ["李明"], From = "2023-06-01" })[0].Id;

        using var article = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/articles/{id}"));

        var root = article.RootElement;
        Assert.Equal("b.txt", root.GetProperty("document").GetProperty("name").GetString());
        Assert.Equal("text", root.GetProperty("document").GetProperty("view").GetString());
        Assert.Equal(RecordJson.Serialize(server.Store.FindRecord(id)!), root.GetProperty("record").GetRawText());
        var person = root.GetProperty("record").GetProperty("entities").EnumerateArray().Single(entity => entity.GetProperty("name").GetString() == "李明");
        using var entity = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{root.GetProperty("entities").GetProperty(person.GetProperty("id").GetString()!).GetString()}"));
        Assert.Equal(2, entity.RootElement.GetProperty("members").GetInt32());
        Assert.Equal("局长", entity.RootElement.GetProperty("offices")[0].GetProperty("title").GetString());
        Assert.NotEqual(0, entity.RootElement.GetProperty("together").GetArrayLength());
    }

    [Fact]
    public async Task Entities_come_part_by_part_and_their_facts_by_their_id()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        using var first = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/entities?limit=1"));
        using var second = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/entities?limit=1&after={first.RootElement.GetProperty("next").GetString()}"));
        using var found = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/entities?q=李明&type=PER"));
        var id = found.RootElement.GetProperty("items")[0].GetProperty("id").GetString();

        using var facts = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/facts?entityId={id}"));
        using var members = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{id}/members?limit=1"));

        Assert.NotEqual(first.RootElement.GetProperty("items")[0].GetProperty("id").GetString(), second.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.All(facts.RootElement.GetProperty("items").EnumerateArray(), fact => Assert.Contains("李明", fact.GetProperty("roles").ToString(), StringComparison.Ordinal));
        Assert.Equal(2, members.RootElement.GetProperty("total").GetInt32());
        Assert.True(members.RootElement.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task A_download_has_the_bytes_that_query_writes()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);

        foreach (var (path, arguments) in (IEnumerable<(string, string[])>)
            [
                ("facts.csv?type=position", ["--type", "position", "--format", "csv"]),
                ("facts.jsonl?q=李明", ["李明", "--show", "facts", "--format", "jsonl"]),
                ("articles.csv?q=李明&to=2023-05", ["李明", "--to", "2023-05", "--format", "csv"]),
            ])
        {
            var sent = await server.Client.GetByteArrayAsync(new Uri($"/api/v1/{path}", UriKind.Relative));

            Assert.NotEmpty(sent);
            Assert.Equal(await Command.RunAsync(["query", .. arguments, "--store", server.StorePath]), sent);
        }
    }

    [Fact]
    public async Task Facets_and_summary_follow_what_is_written()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        using var before = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facets?q=太原"));
        using var summary = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/summary"));
        var fact = server.Store.FindFacts(new NewsFilter { Words = ["太原"] })[0];

        server.Store.Correct([new Storage.Corrections.CorrectionRequest(Storage.Corrections.CorrectionAction.Reject, fact.Id)], "test", [.. new NewsPipelineBuilder().FactDefinitions]);
        using var after = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facets?q=太原"));

        Assert.Equal(before.RootElement.GetProperty("total").GetInt32() - 1, after.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(2, summary.RootElement.GetProperty("documents").GetInt32());
        Assert.Equal("2023-05-06", summary.RootElement.GetProperty("first").GetString());
    }

    [Fact]
    public async Task Documents_come_part_by_part_and_one_with_its_articles()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        using var first = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/documents?limit=1"));
        using var second = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/documents?limit=1&after={first.RootElement.GetProperty("next").GetString()}"));
        var shown = second.RootElement.GetProperty("items")[0];

        using var document = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/documents/{shown.GetProperty("sha256").GetString()}"));

        Assert.Equal("a.txt", first.RootElement.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("b.txt", shown.GetProperty("name").GetString());
        Assert.False(second.RootElement.TryGetProperty("next", out _));
        Assert.Equal("b.txt", document.RootElement.GetProperty("name").GetString());
        Assert.Equal("2023-06-07", document.RootElement.GetProperty("articles")[0].GetProperty("date").GetString());
        Assert.Equal(0, document.RootElement.GetProperty("diagnostics").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/articles/12345")]
    [InlineData("/api/v1/articles/x")]
    [InlineData("/api/v1/entities/12345")]
    [InlineData("/api/v1/documents/abc")]
    [InlineData("/api/v1/nothing")]
    public async Task What_is_not_there_is_a_problem_with_a_code(string path)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("NX4004", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
