using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsExtract.Web.Tests;

public class RestartTests
{
    private const int Files = 120;

    [Fact]
    public async Task A_server_that_is_killed_in_the_middle_of_a_job_leaves_nothing_half_written_and_another_job_does_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-restart-").FullName;
        List<string> hashes = [];
        await using (var first = await ServerProcess.StartAsync(folder))
        {
            for (var i = 0; i < Files; i++)
            {
                hashes.Add(await first.Client.UploadAsync($"{i}.txt", Bulletin(i)));
            }

            var job = await first.Client.StartJobAsync(new { uploads = hashes.Select(static sha256 => new { sha256 }) });
            await foreach (var one in first.Client.EventsAsync(job))
            {
                if (one.EventType == "item")
                {
                    await first.KillAsync();
                    break;
                }
            }
        }

        await using (var second = await ServerProcess.StartAsync(folder))
        {
            var before = await CountAsync(second);

            var events = await second.Client.IngestAsync(hashes);
            var after = await CountAsync(second);
            var outcomes = events.Where(static one => one.EventType == "item").Select(static one => JsonElement.Parse(one.Data).GetProperty("outcome").GetString()!).CountBy(static outcome => outcome).ToDictionary();

            // All bulletins state as much as each other, so that an article without all of its facts would show.
            Assert.Equal((Files, Files, 0), (after.Documents, after.Articles, after.Failed));
            Assert.InRange(after.Facts, 2 * Files, 10 * Files);
            Assert.Equal((before.Documents, before.Documents * (after.Facts / Files), 0), (before.Articles, before.Facts, after.Facts % Files));
            Assert.Equal((before.Documents, Files - before.Documents), (outcomes.GetValueOrDefault("unchanged"), outcomes.GetValueOrDefault("stored")));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int Documents, int Articles, int Facts, int Failed)> CountAsync(ServerProcess server)
    {
        var summary = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/summary");
        return (Of("documents"), Of("articles"), Of("facts"), Of("failed"));

        int Of(string name) => summary.GetProperty(name).GetInt32();
    }

    private static string Bulletin(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"第{number}期会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由太原市商务局副局长王芳主持。\n");
}
