using NewsExtract.Batch.Work;

namespace NewsExtract.Queue;

/// <summary>Between the transport and the work.</summary>
/// <param name="ending">What is begun is to stop and be given back.</param>
internal sealed class QueueConsumer(WorkPerformer performer, CancellationToken ending) : IWorkConsumer
{
    private int _active;

    /// <summary>How many messages are being done.</summary>
    public int Active => Volatile.Read(ref _active);

    public async Task ConsumeAsync(WorkMessage message)
    {
        try
        {
            Interlocked.Increment(ref _active);

            // Extraction is the processor's work: not on the thread that reads from the broker.
            await Task.Run(() => performer.RunAsync(message.ToItem(), ending), CancellationToken.None).ConfigureAwait(false);
            Interlocked.Decrement(ref _active);
        }
        catch (OperationCanceledException)
        {
            // It is never acknowledged: the broker hands it out again when the connection is closed, which follows at once.
            Interlocked.Decrement(ref _active);
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
