using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsExtract.Web.Tests;

public class LoadTests
{
    private const int Readers = 10;
    private const int Rounds = 10;
    private static readonly string[] s_paths = ["/api/v1/facts?q=太原", "/api/v1/facets?q=太原", "/api/v1/articles?q=会议", "/api/v1/entities", "/api/v1/numbers/series", "/api/v1/summary", "/"];

    [Fact]
    public async Task Readers_are_answered_while_files_are_ingested()
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"));
        List<object> uploads = [];
        for (var i = 0; i < 10; i++)
        {
            using var body = new StringContent($"太原第{i}次会议\n2023年5月{i + 1}日\n\n太原市商务局局长李明出席会议，签约项目{i + 2}个。\n");
            body.Headers.ContentType = new("application/octet-stream");
            using var kept = await server.Client.PostAsync(new Uri($"/api/v1/uploads?name={i}.txt", UriKind.Relative), body);
            uploads.Add(new { sha256 = (await kept.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sha256").GetString() });
        }

        using var started = await server.PostAsync("/api/v1/jobs", new { uploads });
        var job = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var statuses = await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => ReadAsync(server, reader)));
        await server.Client.GetStringAsync($"/api/v1/jobs/{job}/events");
        var done = await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/jobs/{job}");

        Assert.All(statuses.SelectMany(static some => some), static status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(("done", 10, 0), (done.GetProperty("state").GetString(), done.GetProperty("done").GetInt32(), done.GetProperty("failed").GetInt32()));
    }

    private static async Task<List<HttpStatusCode>> ReadAsync(RunningServer server, int reader)
    {
        List<HttpStatusCode> statuses = [];
        for (var i = 0; i < Rounds * s_paths.Length; i++)
        {
            var path = s_paths[(i + reader) % s_paths.Length];
            using var answer = await server.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            if (path != "/")
            {
                statuses.Add(answer.StatusCode);
            }
        }

        return statuses;
    }
}
