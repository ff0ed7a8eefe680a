using NewsExtract.Batch;
using NewsExtract.Batch.Work;
using NewsExtract.Readers;
using NewsExtract.Storage;

namespace NewsExtract.Queue.Tests;

/// <summary>A worker of one slot in this process, so that a test can hold what it reads.</summary>
internal sealed class HeldWorker : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly WorkPerformer _performer;
    private readonly Task _running;

    /// <param name="name">By which the store knows it.</param>
    public HeldWorker(NewsStore store, string queue, string name, IDocumentReader reader)
    {
        var (identity, address) = (new WorkerIdentity(name), new QueueAddress(queue));
        _performer = new WorkPerformer(store, Settings(reader), identity, 1, Open);
        var worker = new QueueWorker(store, _performer, identity, new RunFinisher(store, [], static _ => { }), new QueueWorkerSettings { Address = address }, static _ => { });
        _running = Task.Run(() => worker.RunAsync(_stop.Token));
    }

    /// <summary>Registers files and sends them.</summary>
    public static async Task SendAsync(NewsStore store, string queue, CancellationToken cancellation, params string[] files)
    {
        await using var sender = new QueueSender(new QueueAddress(queue));
        await new WorkEnqueuer(store, Settings(new DocumentReader()), sender.SendAsync).RunAsync(files.Select(Open), null, cancellation);
    }

    /// <summary>The name of the queue of what these workers do.</summary>
    public static string Queue => new WorkQueueDefinition(WorkPerformer.KeyOf(Settings(new DocumentReader()))).Name;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _performer.Dispose();
        _stop.Dispose();
    }

    private static IngestSettings Settings(IDocumentReader reader) => new()
    {
        Pipeline = new NewsPipelineBuilder { MentionReviewer = null, FactScorer = null }.Build(),
        Reader = reader,
        ReadingKey = "ocr=never",
        ExtractionKey = "rules=1",
        Jobs = 1,
    };

    private static BatchInput Open(string path)
    {
        var file = new FileInfo(path);
        return new BatchInput(path, file.Name, () => File.ReadAllBytes(path)) { Bytes = file.Length, Modified = file.LastWriteTimeUtc.Ticks };
    }
}
