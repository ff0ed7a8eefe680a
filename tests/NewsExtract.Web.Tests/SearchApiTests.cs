using System.Net;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

public class SearchApiTests
{
    private static readonly (string, string)[] s_bulletins =
    [
        ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由副局长王芳主持。\n"),
        ("b.txt", "大同召开会议\n2023年6月7日\n\n大同市商务局局长赵强出席会议。大同市签约项目36个。\n"),
    ];

    [Fact]
    public async Task Parts_joined_by_their_cursors_are_the_whole_answer_once()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var all = server.Store.FindFacts(new NewsFilter()).Select(fact => fact.Id).Order(StringComparer.Ordinal);

        var found = new List<string>();
        for (string? next = ""; next is not null;)
        {
            using var part = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/facts?limit=1&after={next}"));
            found.AddRange(part.RootElement.GetProperty("items").EnumerateArray().Select(fact => fact.GetProperty("id").GetString()!));
            next = part.RootElement.TryGetProperty("next", out var value) ? value.GetString() : null;
        }

        Assert.Equal(all, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Words_are_marked_in_the_evidence()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);

        using var part = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?q=李明"));

        var marked = part.RootElement.GetProperty("items").EnumerateArray().SelectMany(fact => fact.GetProperty("hits").EnumerateArray().Select(hit => fact.GetProperty("evidence").GetString()![hit[0].GetInt32()..hit[1].GetInt32()])).ToList();
        Assert.NotEmpty(marked);
        Assert.All(marked, text => Assert.Equal("李明", text));
        Assert.All(part.RootElement.GetProperty("items").EnumerateArray(), fact => Assert.Contains("李明", fact.GetProperty("evidence").GetString() + fact.GetProperty("roles"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/facts?from=soon", "NX4001")]
    [InlineData("/api/v1/facts?type=gossip", "NX4001")]
    [InlineData("/api/v1/facts?limit=0", "NX4001")]
    [InlineData("/api/v1/facts?after=broken", "NX4002")]
    [InlineData("/api/v1/articles?entityType=PEOPLE", "NX4001")]
    [InlineData("/api/v1/facts?modality=perhaps", "NX4001")]
    [InlineData("/api/v1/facts?minConfidence=2", "NX4001")]
    [InlineData("/api/v1/facts?q=a&q=b", "NX4001")]
    [InlineData("/api/v1/facts?role=person", "NX4001")]
    [InlineData("/api/v1/facts?source=%00", "NX4001")]
    [InlineData("/api/v1/facts?role=person%3D%00", "NX4001")]
    [InlineData("/api/v1/entities?q=a%01", "NX4001")]
    [InlineData("/api/v1/facets?of=people", "NX4001")]
    [InlineData("/api/v1/facts.csv?to=1.5.2023", "NX4001")]
    [InlineData("/api/v1/entities?after=AAAA", "NX4002")]
    public async Task A_question_that_makes_no_sense_is_refused_with_a_code(string question, string code)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri(question, UriKind.Relative));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(20, HttpStatusCode.OK)]
    [InlineData(21, HttpStatusCode.BadRequest)]
    [InlineData(1100, HttpStatusCode.BadRequest)]
    public async Task A_parameter_is_taken_a_few_times_and_no_more(int times, HttpStatusCode status)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.GetAsync($"/api/v1/facts?{string.Join('&', Enumerable.Repeat("role=a=b", times))}");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status != HttpStatusCode.OK, (await response.Content.ReadAsStringAsync()).Contains("NX4001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_may_be_parted_by_tabs()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);

        var found = JsonElement.Parse(await server.Client.GetStringAsync("/api/v1/articles?q=李明%09王芳"));

        Assert.Equal("a.txt", Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_question_longer_than_a_person_writes_is_refused_by_its_name()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri($"/api/v1/facts?q={new string('a', 201)}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("q has 201 characters", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_follows_what_is_written()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var before = await Total();

        server.Store.Correct([new Storage.Corrections.CorrectionRequest(Storage.Corrections.CorrectionAction.Reject, server.Store.FindFacts(new NewsFilter())[0].Id)], "test", [.. new NewsPipelineBuilder().FactDefinitions]);

        Assert.Equal(before - 1, await Total());

        async Task<long> Total()
        {
            using var part = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?limit=1"));
            return part.RootElement.GetProperty("total").GetInt64();
        }
    }

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        using var part = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?limit=1"));

        using var response = await server.Client.GetAsync(new Uri($"/api/v1/facts?q=大同&after={part.RootElement.GetProperty("next").GetString()}", UriKind.Relative));

        Assert.Contains("NX4002", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
