using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Web.Tests;

public class EarlierRunTests
{
    private const string Bulletin = "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n";

    [Fact]
    public async Task A_run_of_before_the_server_began_is_listed_with_what_failed()
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", Bulletin), ("empty.txt", " "));

        using var jobs = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/jobs"));
        var run = Assert.Single(jobs.RootElement.EnumerateArray());
        using var shown = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/jobs/{run.GetProperty("id").GetString()}"));

        Assert.Equal((true, "done", 2, 1), (run.GetProperty("earlier").GetBoolean(), run.GetProperty("state").GetString(), run.GetProperty("total").GetInt32(), run.GetProperty("failed").GetInt32()));
        var item = Assert.Single(shown.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(("empty.txt", "failed", "NX1001"), (item.GetProperty("name").GetString(), item.GetProperty("outcome").GetString(), item.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_job_of_this_server_is_listed_once()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Bulletin));
        using var upload = JsonDocument.Parse(await (await server.Client.PostAsync(new Uri("/api/v1/uploads?name=a.txt", UriKind.Relative), content)).Content.ReadAsStringAsync());
        using var started = await server.PostAsync("/api/v1/jobs", new { uploads = new[] { new { sha256 = upload.RootElement.GetProperty("sha256").GetString() } } });
        using var made = JsonDocument.Parse(await started.Content.ReadAsStringAsync());
        var id = made.RootElement.GetProperty("id").GetString();
        await server.Client.GetStringAsync($"/api/v1/jobs/{id}/events");

        using var jobs = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/jobs"));

        var job = Assert.Single(jobs.RootElement.EnumerateArray());
        Assert.Equal(id, job.GetProperty("id").GetString());
        Assert.False(job.TryGetProperty("earlier", out _));
    }

    [Theory]
    [InlineData("run-7")]
    [InlineData("run-x")]
    public async Task A_run_that_there_was_not_is_not_found(string id)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.GetAsync($"/api/v1/jobs/{id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("NX4004", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_events_alone_hears_that_there_is_no_such_job()
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.GetAsync("/api/v1/jobs/20260101000000-1/events", ("Accept", "text/event-stream"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Names_are_linked_again_a_while_after_corrections_once_for_all_of_them()
    {
        var clock = new WaitingClock();
        await using var server = await RunningServer.StartAsync(settings => settings with { Clock = clock }, ("a.txt", Bulletin));
        var facts = server.Store.FindFacts(new Storage.Queries.NewsFilter());
        foreach (var fact in facts.Take(2))
        {
            using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = fact.Id } } });
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        var article = facts[0].Article.ToString(CultureInfo.InvariantCulture);
        var before = await CountLinksAsync(server, article);
        clock.Ring();
        using var jobs = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/jobs"));
        var link = Assert.Single(jobs.RootElement.EnumerateArray(), static job => job.GetProperty("kind").GetString() == "link");
        await server.Client.GetStringAsync($"/api/v1/jobs/{link.GetProperty("id").GetString()}/events");

        Assert.True(facts.Count >= 2);
        Assert.NotEqual(0, before);
        Assert.Equal(before, await CountLinksAsync(server, article));
        Assert.Contains("\"done\"", await server.Client.GetStringAsync($"/api/v1/jobs/{link.GetProperty("id").GetString()}"), StringComparison.Ordinal);
    }

    private static async Task<int> CountLinksAsync(RunningServer server, string article)
    {
        using var view = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/articles/{article}"));
        return view.RootElement.GetProperty("entities").EnumerateObject().Count();
    }

    /// <summary>A clock whose timers ring when they are told to; timers of other kinds than those of the jobs run as ever.</summary>
    private sealed class WaitingClock : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _waiting = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            lock (_waiting)
            {
                _waiting.Add((callback, state));
            }

            return new Silent();
        }

        public void Ring()
        {
            (TimerCallback Callback, object? State) timer;
            lock (_waiting)
            {
                timer = Assert.Single(_waiting);
            }

            timer.Callback(timer.State);
        }

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
