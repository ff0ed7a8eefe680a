using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

/// <summary>Several people, and an ingest, write at the same time.</summary>
public class AtOnceTests
{
    private const int Rounds = 10;
    private const string Bulletin = "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由太原市商务局副局长王芳主持。\n";

    [Fact]
    public async Task Two_who_edit_one_fact_are_both_written_down_and_the_later_counts()
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", Bulletin));
        var fact = server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0].Id;

        for (var round = 0; round < Rounds; round++)
        {
            var answers = await Task.WhenAll(EditAsync(server, fact, "张三", "局长"), EditAsync(server, fact, "李四", "商务局副局长"));

            Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
            Assert.Equal(["张三", "李四"], answers.Select(static answer => answer.Made[0].GetProperty("by").GetString()));
            var later = answers.MaxBy(static answer => answer.Made[0].GetProperty("id").GetInt64()).Made[0].GetProperty("by").GetString() == "张三" ? "局长" : "商务局副局长";
            var shown = (await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/facts?type=position&role=person=王芳")).GetProperty("items")[0];
            Assert.Equal((fact, later, "edited"), (shown.GetProperty("id").GetString(), shown.GetProperty("roles").GetProperty("title").GetString(), shown.GetProperty("review").GetString()));

            // Who looks it up sees what the other said, and that it counts no more.
            var log = server.Store.FindCorrections().Skip(2 * round).ToList();
            Assert.Equal(["replaced", "placed"], log.Select(static entry => entry.Status));
            server.Store.Undo([.. log.Select(static entry => entry.Correction.Id)], "test");
        }
    }

    [Fact]
    public async Task Of_one_who_rejects_and_one_who_edits_a_fact_nothing_is_lost_in_either_order()
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", Bulletin));
        var fact = server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0].Id;

        for (var round = 0; round < Rounds; round++)
        {
            var before = server.Store.FindCorrections().Count;
            var answers = await Task.WhenAll(EditAsync(server, fact, "张三", "局长"), CorrectAsync(server, "李四", new { action = "reject", target = fact }));
            var made = server.Store.FindCorrections().Skip(before).ToList();

            // The edit comes first, or finds nothing to edit and says so.
            Assert.Equal(HttpStatusCode.Created, answers[1].Status);
            Assert.Contains(answers[0].Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.NotFound]);
            Assert.Equal(answers.Count(static answer => answer.Status == HttpStatusCode.Created), made.Count);
            Assert.Equal(CorrectionAction.Reject, made[^1].Correction.Action);
            Assert.Empty(server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] }));

            server.Store.Undo([.. made.Select(static entry => entry.Correction.Id)], "test");
            Assert.Equal("副局长", server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0].Arguments.Single(static argument => argument.Role == "title").Text);
        }
    }

    [Fact]
    public async Task What_is_corrected_while_its_file_is_extracted_again_stays_corrected()
    {
        var gate = new Gate("王芳") { Passes = 1 };
        await using var server = await RunningServer.StartAsync(null, [], map: null, gate);
        await server.Client.IngestAsync(await server.Client.UploadAsync("a.txt", Bulletin));
        var (rejected, edited) = (server.Store.FindFacts(new NewsFilter { Entity = "李明", Types = ["position"] })[0].Id, server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0].Id);

        var job = await server.Client.StartJobAsync(new { scope = "all" });
        await gate.Reached;
        var reject = await CorrectAsync(server, "张三", new { action = "reject", target = rejected });
        var edit = await EditAsync(server, edited, "张三", "局长");
        gate.Open();
        var events = await server.Client.WatchJobAsync(job, after: 0);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (reject.Status, edit.Status));
        Assert.Contains(events, static one => one.Data.Contains("\"extracted\"", StringComparison.Ordinal));
        Assert.Empty(server.Store.FindFacts(new NewsFilter { Entity = "李明", Types = ["position"] }));
        Assert.Equal("局长", server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0].Arguments.Single(static argument => argument.Role == "title").Text);
        Assert.All(server.Store.FindCorrections(), static entry => Assert.Equal("placed", entry.Status));
    }

    private static Task<(HttpStatusCode Status, JsonElement Made)> EditAsync(RunningServer server, string fact, string by, string title) =>
        CorrectAsync(server, by, new { action = "edit", target = fact, roles = new Dictionary<string, string> { ["title"] = title } });

    private static async Task<(HttpStatusCode Status, JsonElement Made)> CorrectAsync(RunningServer server, string by, object request)
    {
        using var answer = await server.PostAsync("/api/v1/corrections", new { requests = new[] { request }, by });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("made", out var made) ? made : default);
    }
}
