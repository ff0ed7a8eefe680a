using NewsExtract.Storage.Tests;
using RabbitMQ.Client;

namespace NewsExtract.Queue.Tests;

/// <summary>What is sent again by hand, and what the commands say meanwhile.</summary>
public sealed class RequeueTests : IDisposable
{
    private const int Clean = 0;
    private const int Incomplete = 1;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-requeue-").FullName;

    [QueueFact]
    public async Task What_a_broker_lost_is_done_once_it_is_sent_again()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var server = new PostgresServer();
        var database = new WorkDatabase(server);
        await using var broker = await BrokerServer.StartAsync(limit.Token);
        string[] places = ["--store", database.Url, "--queue", broker.Url];
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), $"项目开工\n12月1日，云川市市长李明出席活动。{name}\n", limit.Token);
        }

        await WorkerProcesses.RunAsync(limit.Token, ["ingest", _folder, .. places, "--no-wait", "--model", "none"]);
        await DeleteQueueAsync(broker, database.Query<string>("SELECT DISTINCT settings FROM work").Single(), limit.Token);
        using var workers = new WorkerProcesses(database.Url, broker.Url, _folder);
        workers.Start(slots: 1);

        var (code, waiting) = await WorkerProcesses.AskAsync(limit.Token, "progress", "--store", database.Url);
        Assert.Equal(Incomplete, code);
        Assert.Contains("0 of 3 done", waiting, StringComparison.Ordinal);
        (code, var sent) = await WorkerProcesses.AskAsync(limit.Token, ["requeue", "--missing", .. places]);
        Assert.Equal((Clean, "3 sent again"), (code, sent));
        while (database.Count("run IN (SELECT id FROM runs WHERE finished IS NOT NULL)") < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }

        Assert.Equal(3, database.Count("state = 'done' AND attempts = 1"));
        (code, var done) = await WorkerProcesses.AskAsync(limit.Token, "progress", "--store", database.Url);
        Assert.Equal(Clean, code);
        Assert.Contains("3 of 3 done, 0 failed", done, StringComparison.Ordinal);
        Assert.Equal((Clean, "0 sent again"), await WorkerProcesses.AskAsync(limit.Token, ["requeue", "--missing", "--failed", .. places]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task DeleteQueueAsync(BrokerServer broker, string settings, CancellationToken cancellation)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Url) }.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        Assert.Equal(3u, await channel.QueueDeleteAsync($"newsextract.{settings}", ifUnused: false, ifEmpty: false, cancellationToken: cancellation));
    }
}
