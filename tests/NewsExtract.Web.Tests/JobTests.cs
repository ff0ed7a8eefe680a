using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsExtract.Web.Jobs;

namespace NewsExtract.Web.Tests;

public class JobTests
{
    [Fact]
    public async Task A_fault_ends_its_job_with_a_code_and_goes_no_further()
    {
        using var job = new Job("1", JobKind.Link, "decision 1", TimeProvider.System, static (_, _) => throw new InvalidOperationException("inside"));
        Exception? fault = null;

        await job.RunAsync(exception => fault = exception, CancellationToken.None);

        var shown = job.Show(withItems: true);
        Assert.Equal(JobState.Failed, shown.State);
        Assert.StartsWith("NX4000", shown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", shown.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(fault);
        Assert.Equal("end", (await AllAsync(job)).Last().Kind);
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled_without_being_begun()
    {
        var begun = false;
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, (_, _) => Task.FromResult(begun = true));

        job.Cancel();
        await job.RunAsync(static _ => { }, CancellationToken.None);

        Assert.False(begun);
        Assert.Equal(JobState.Cancelled, job.Show(withItems: false).State);
        Assert.Equal(["end"], (await AllAsync(job)).Select(static one => one.Kind));
    }

    [Fact]
    public async Task A_job_that_runs_is_cancelled_at_its_next_step()
    {
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, static async (job, cancellation) =>
        {
            job.Cancel();
            await Task.Delay(Timeout.Infinite, cancellation);
        });

        await job.RunAsync(static _ => { }, CancellationToken.None);

        Assert.Equal(JobState.Cancelled, job.Show(withItems: false).State);
    }

    [Fact]
    public async Task A_job_that_was_cancelled_and_forgotten_while_it_waited_is_passed_over()
    {
        var job = new Job("1", JobKind.Link, null, TimeProvider.System, static (_, _) => throw new InvalidOperationException());
        job.Cancel();
        job.Dispose();

        await job.RunAsync(static fault => throw fault, CancellationToken.None);

        Assert.Equal(JobState.Cancelled, job.Show(withItems: false).State);
    }

    [Fact]
    public async Task A_job_that_takes_more_memory_than_there_is_ends_itself_alone()
    {
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, static (_, _) => throw new InsufficientMemoryException());

        await job.RunAsync(static _ => { }, CancellationToken.None);

        Assert.StartsWith("NX4000", job.Show(withItems: false).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_as_the_server_starts_is_listed_and_what_comes_after_is_done()
    {
        await using var server = await RunningServer.StartAsync(static settings =>
        {
            // Names that people decided on are linked as it starts, and this store can't be read for that.
            using var connection = new SqliteConnection($"Data Source={Path.Combine(Path.GetDirectoryName(settings.UploadFolder)!, "news.db")};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE entity_anchors; DROP TABLE entity_decisions";
            command.ExecuteNonQuery();
            return settings;
        });

        for (var waited = 0; waited < 100 && !(await server.Client.GetStringAsync("/api/v1/jobs")).Contains("\"failed\"", StringComparison.Ordinal); waited++)
        {
            await Task.Delay(50);
        }

        var failed = Assert.Single((await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/jobs")).EnumerateArray());
        Assert.Equal(("link", "failed"), (failed.GetProperty("kind").GetString(), failed.GetProperty("state").GetString()));
        Assert.StartsWith("NX", failed.GetProperty("message").GetString(), StringComparison.Ordinal);
        var events = await server.Client.IngestAsync(await server.Client.UploadAsync("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"));
        Assert.Contains(events, static one => one.EventType == "item" && one.Data.Contains("\"stored\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_long_job_every_input_is_told_and_only_how_far_it_is_now()
    {
        const int Inputs = 1000;
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, static (job, _) =>
        {
            for (var i = 0; i < Inputs; i++)
            {
                job.Reading($"{i}.pdf");
                job.Read(Item(i), $"/{i}.pdf");
            }

            return Task.CompletedTask;
        })
        { Total = Inputs };

        await job.RunAsync(static _ => { }, CancellationToken.None);

        var all = await AllAsync(job);
        Assert.Equal((Inputs, 1, 1), (all.Count(static one => one.Kind == "item"), all.Count(static one => one.Kind == "progress"), all.Count(static one => one.Kind == "end")));
        Assert.Equal(all.Select(static one => one.Id).Order(), all.Select(static one => one.Id));
        Assert.Equal(Enumerable.Range(0, Inputs).Select(static i => $"/{i}.pdf"), job.FailedPaths);
        foreach (var known in all)
        {
            Assert.Equal(all.Where(one => one.Id > known.Id), await AllAsync(job, known.Id));
        }
    }

    [Fact]
    public async Task Who_watches_after_a_job_was_shown_hears_of_nothing_that_was_shown_and_of_all_that_follows()
    {
        var goes = new TaskCompletionSource();
        using var job = new Job("1", JobKind.Ingest, null, TimeProvider.System, async (job, _) =>
        {
            job.Reading("a.pdf");
            job.Read(Item(0), "/a.pdf");
            await goes.Task;
            job.Reading("b.pdf");
            job.Read(Item(1), "/b.pdf");
        });
        var running = job.RunAsync(static _ => { }, CancellationToken.None);
        var shown = job.Show(withItems: true);
        var watching = AllAsync(job, shown.LastEvent!.Value);

        goes.SetResult();
        await running;

        var told = await watching;
        Assert.Equal("0.pdf", Assert.Single(shown.Items!.Value).Name);
        Assert.Equal("1.pdf", Assert.IsType<InputItem>(Assert.Single(told, static one => one.Kind == "item").Data).Name);
        Assert.Equal("end", told[^1].Kind);
    }

    private static InputItem Item(int number) => new($"{number}.pdf", null, null, Storage.RunOutcome.Failed, 0, 0, "NX1301", "broken", []);

    private static async Task<List<JobEvent>> AllAsync(Job job, int after = 0)
    {
        var events = new List<JobEvent>();
        await foreach (var one in job.WatchAsync(after, CancellationToken.None))
        {
            events.Add(one);
        }

        return events;
    }
}
