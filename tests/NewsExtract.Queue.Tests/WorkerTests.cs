using System.Diagnostics;
using System.Globalization;
using NewsExtract.Storage.Tests;
using Xunit.Abstractions;

namespace NewsExtract.Queue.Tests;

/// <summary>Three worker processes, a broker and a database, all of which real: what is killed, restarted or poisonous loses and doubles nothing.</summary>
public class WorkerTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    // What docs/operations.md promises.
    private static readonly TimeSpan s_longestRedone = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestEnding = TimeSpan.FromSeconds(30);

    /// <summary>2,000 in .ci/run.</summary>
    private static readonly int s_documents = int.Parse(Environment.GetEnvironmentVariable("NEWSEXTRACT_QUEUE_DOCUMENTS") ?? "200", CultureInfo.InvariantCulture);

    [QueueFact]
    public async Task Workers_that_are_killed_and_a_broker_that_is_restarted_lose_and_double_nothing()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        using var inputs = new Inputs(s_documents);
        using var server = new PostgresServer();
        var (shared, local) = (new WorkDatabase(server), new WorkDatabase(server));
        await WorkerProcesses.RunAsync(limit.Token, "ingest", inputs.Documents, "--store", local.Url, "--model", "none");
        await using var broker = await BrokerServer.StartAsync(limit.Token);
        var clock = Stopwatch.StartNew();
        await WorkerProcesses.RunAsync(limit.Token, "ingest", inputs.Killers, inputs.Documents, "--store", shared.Url, "--queue", broker.Url, "--no-wait", "--model", "none");
        Say($"{inputs.Count} inputs sent after {clock.Elapsed.TotalSeconds:0.0} s");
        using var workers = new WorkerProcesses(shared.Url, broker.Url, inputs.Starts);
        workers.Start(slots: 1);
        workers.Start(slots: 1);
        workers.Start(slots: 2);

        var victim = await FindVictimAsync(shared, workers, inputs.Count * 3 / 10, limit.Token);
        var killed = clock.Elapsed;
        workers.Kill(victim.Process);
        Say($"worker {victim.Process} killed at {killed.TotalSeconds:0.0} s, in the middle of {victim.Path}");
        await WaitAsync(shared, workers, $"path = '{victim.Path}' AND state IN ('done', 'failed')", 1, limit.Token);
        var redone = clock.Elapsed - killed;
        Say($"its work was done again after {redone.TotalSeconds:0.00} s");

        await WaitAsync(shared, workers, "state IN ('done', 'failed')", inputs.Count * 6 / 10, limit.Token);
        await broker.RestartAsync(limit.Token);
        Say($"broker back at {clock.Elapsed.TotalSeconds:0.0} s");
        await WaitAsync(shared, workers, "run IN (SELECT id FROM runs WHERE finished IS NOT NULL)", inputs.Count, limit.Token);
        Say($"all done at {clock.Elapsed.TotalSeconds:0.0} s by {workers.Started} processes");
        var (codes, took) = await workers.EndAsync(limit.Token);
        Say($"ended {took.TotalSeconds:0.0} s after SIGTERM\n{string.Join('\n', workers.Lines)}");

        Assert.All(codes, static code => Assert.Equal(0, code));
        Assert.True(redone < s_longestRedone, $"{redone}: another worker begins on it as soon as the broker sees that its worker is gone, not after a time limit");
        Assert.True(took < s_longestEnding, $"{took}");
        Assert.Equal(inputs.Count, shared.Count("state = 'done'") + shared.Count("state = 'failed'"));
        Assert.Equal(["empty.pdf", "killer.txt", "poison.pdf"], shared.Query<string>("SELECT name FROM work WHERE state = 'failed' ORDER BY name"));
        Assert.Equal(["NX5006"], shared.Query<string>("SELECT code FROM inputs WHERE path LIKE '%killer.txt'"));

        // What kills takes along, when it is begun for the first time, what its worker has in hand beside it; from then on it is done alone. And
        // the victim may begin the long one in the moment between being chosen and being killed.
        var (killers, longs) = (inputs.FindStarts(StartupHook.Killer), inputs.FindStarts(StartupHook.Long));
        Assert.InRange(killers.Count, 1, 4);
        Assert.InRange(longs.Count, 1, longs[0] == killers[0] || longs[0] == victim.Process ? 2 : 1);
        Assert.Equal(local.ReadOutcomes(StartupHook.Killer), shared.ReadOutcomes(StartupHook.Killer));
        Assert.Equal(local.Read(StartupHook.Killer), shared.Read(StartupHook.Killer));
    }

    [QueueFact]
    public async Task A_worker_told_to_end_gives_back_what_it_can_not_finish()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var inputs = new Inputs(count: 6, timesLong: 200);
        using var server = new PostgresServer();
        var shared = new WorkDatabase(server);
        await using var broker = await BrokerServer.StartAsync(limit.Token);
        var path = Path.Combine(inputs.Documents, StartupHook.Long);
        await WorkerProcesses.RunAsync(limit.Token, "ingest", path, "--store", shared.Url, "--queue", broker.Url, "--no-wait", "--model", "none");
        using var workers = new WorkerProcesses(shared.Url, broker.Url, inputs.Starts);
        workers.Start(slots: 1);
        await WaitAsync(shared, workers, "state = 'running'", 1, limit.Token);

        var (codes, took) = await workers.EndAsync(limit.Token);

        Say($"ended {took.TotalSeconds:0.0} s after SIGTERM\n{string.Join('\n', workers.Lines)}");
        Assert.Equal([0], codes);
        Assert.True(took < s_longestEnding, $"{took}");
        Assert.Equal(1, shared.Count("state = 'queued' AND attempts = 0"));
        workers.Start(slots: 1);
        await WaitAsync(shared, workers, "state = 'running'", 1, limit.Token);
    }

    // One that does something which neither kills it anyway nor may be begun but once.
    private static async Task<(int Process, string Path)> FindVictimAsync(WorkDatabase store, WorkerProcesses workers, int done, CancellationToken cancellation)
    {
        await WaitAsync(store, workers, "state IN ('done', 'failed')", done, cancellation);
        while (true)
        {
            var running = store.Query<(string Worker, string Path)>(
                "SELECT worker, path FROM work w WHERE state = 'running' AND attempts = 1 AND NOT EXISTS (SELECT 1 FROM work o WHERE o.state = 'running' AND o.worker = w.worker AND o.name IN ('long.txt', 'killer.txt'))");
            var living = running.Select(static one => (Process: int.Parse(one.Worker.Split(':')[^2], CultureInfo.InvariantCulture), one.Path)).Where(one => workers.IsRunning(one.Process)).ToList();
            if (living.Count > 0)
            {
                return living[0];
            }

            workers.Revive();
            await Task.Delay(s_patience, cancellation);
        }
    }

    private static async Task<long> WaitAsync(WorkDatabase store, WorkerProcesses workers, string condition, int count, CancellationToken cancellation)
    {
        for (long found; ;)
        {
            if ((found = store.Count(condition)) >= count)
            {
                return found;
            }

            workers.Revive();
            await Task.Delay(s_patience, cancellation);
        }
    }

    private void Say(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
