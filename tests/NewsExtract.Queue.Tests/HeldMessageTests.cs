using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Storage.Tests;
using RabbitMQ.Client;

namespace NewsExtract.Queue.Tests;

/// <summary>What waits in a worker that is busy is done by one that is idle.</summary>
public sealed class HeldMessageTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-held-").FullName;

    [QueueFact]
    public async Task A_message_that_a_worker_holds_without_a_slot_for_it_goes_to_another()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var server = new PostgresServer();
        await using var broker = await BrokerServer.StartAsync(limit.Token);
        var database = new WorkDatabase(server);
        using var store = NewsStore.Open(database.Url);
        using var release = new ManualResetEventSlim();
        await using var busy = new HeldWorker(store, broker.Url, "busy", new HeldReader("long.txt", release));
        await HeldWorker.SendAsync(store, broker.Url, limit.Token, Write("long.txt"));
        await WaitAsync(() => Task.FromResult(database.Count("worker = 'busy'") == 1), limit.Token);

        // As many as it has hands left: all are with it, and none is in the queue.
        await HeldWorker.SendAsync(store, broker.Url, limit.Token, Write("a.txt"), Write("b.txt"), Write("c.txt"));
        await WaitAsync(async () => await CountReadyAsync(broker, limit.Token) == 0, limit.Token);
        Assert.Equal(0, database.Count("state = 'done'"));
        await using var idle = new HeldWorker(store, broker.Url, "idle", new DocumentReader());
        await WaitAsync(() => Task.FromResult(database.Count("state = 'done'") == 3), limit.Token);

        Assert.Equal(["a.txt idle done", "b.txt idle done", "c.txt idle done", "long.txt busy running"], Rows(database));
        release.Set();
        await WaitAsync(() => Task.FromResult(database.Count("state = 'done'") == 4), limit.Token);
        Assert.Equal("long.txt busy done", Rows(database)[^1]);
        Assert.Equal(4, database.Count("attempts = 1"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"项目开工\n12月1日，云川市市长李明出席活动。{name}\n");
        return path;
    }

    private static List<string> Rows(WorkDatabase database) => database.Query<string>("SELECT name || ' ' || worker || ' ' || state FROM work ORDER BY name");

    private static async Task<uint> CountReadyAsync(BrokerServer broker, CancellationToken cancellation)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Url) }.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        return (await channel.QueueDeclarePassiveAsync(HeldWorker.Queue, cancellation)).MessageCount;
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo, CancellationToken cancellation)
    {
        while (!await isSo())
        {
            await Task.Delay(s_patience, cancellation);
        }
    }

    /// <summary>Reads one file only once it is let.</summary>
    private sealed class HeldReader(string name, ManualResetEventSlim release) : IDocumentReader
    {
        private readonly DocumentReader _reader = new();

        public bool CanRead(DocumentSource source) => true;

        public Document Read(DocumentSource source, CancellationToken cancellation = default)
        {
            if (source.Name == name)
            {
                release.Wait(cancellation);
            }

            return _reader.Read(source, cancellation);
        }
    }
}
