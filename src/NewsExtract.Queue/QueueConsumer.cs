using NewsExtract.Batch.Work;
using NewsExtract.Storage.Work;

namespace NewsExtract.Queue;

/// <summary>Between the transport and the work.</summary>
/// <param name="sender">Sends again what this worker has no slot for.</param>
/// <param name="closing">Nothing more is to be begun; cancelled here when the program fails.</param>
/// <param name="ending">What is begun is to stop and be given back.</param>
internal sealed class QueueConsumer(WorkPerformer performer, QueueSender sender, CancellationTokenSource closing, CancellationToken ending) : IWorkConsumer
{
    private static readonly TimeSpan s_longestSending = TimeSpan.FromSeconds(5);

    private int _active;
    private volatile ConsumerFault? _fault;

    /// <summary>What the program failed on, for which the worker has to end; <c>null</c> while it has not.</summary>
    public ConsumerFault? Fault => _fault;

    /// <summary>How many messages are being done.</summary>
    public int Active => Volatile.Read(ref _active);

    public async Task ConsumeAsync(WorkMessage message)
    {
        Interlocked.Increment(ref _active);
        try
        {
            // Extraction is the processor's work: not on the thread that reads from the broker.
            await Task.Run(() => RunAsync(message), CancellationToken.None).ConfigureAwait(false);
            return;
        }
        catch (OperationCanceledException)
        {
            // The worker ends.
        }
        catch (Exception exception)
        {
            // Nothing that is known of: the transport would take the message for done. The worker ends as if this input had killed it, and gives back the others.
            _fault ??= new ConsumerFault(message.Path, exception);
            await closing.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }

        // It is never acknowledged: the broker hands it out again when the connection is closed, which follows at once.
        await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task RunAsync(WorkMessage message)
    {
        var item = message.ToItem();
        while (!await performer.RunAsync(item, closing.Token, ending).ConfigureAwait(false))
        {
            if (await SendAgainAsync(item).ConfigureAwait(false))
            {
                return;
            }

            closing.Token.ThrowIfCancellationRequested();
        }
    }

    // Behind a long input it would wait while other workers have nothing to do. Sent again it counts as never handed out; that two of it may be
    // in the queue does no harm.
    private async Task<bool> SendAgainAsync(WorkItem item)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending);
        limit.CancelAfter(s_longestSending);
        try
        {
            await sender.SendAsync([item], limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is QueueException || (exception is OperationCanceledException && !ending.IsCancellationRequested))
        {
            // The broker is away or takes nothing: it waits here as well as there.
            return false;
        }
    }
}

/// <summary>What the program failed on, and how.</summary>
internal sealed record ConsumerFault(string Path, Exception Exception);
