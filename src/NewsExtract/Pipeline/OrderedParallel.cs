using System.Runtime.CompilerServices;

namespace NewsExtract;

/// <summary>Runs work on several threads and gives its results in order.</summary>
internal static class OrderedParallel
{
    // A slow item holds up those behind it; some may be done and wait, so that the other threads have work meanwhile.
    private const int LookAhead = 4;

    /// <summary>
    /// At most <paramref name="concurrency"/> items are worked on at a time and <see cref="LookAhead"/> times as many are
    /// held. When the consumer stops early, work under way is cancelled and awaited.
    /// </summary>
    public static async IAsyncEnumerable<TResult> SelectAsync<TSource, TResult>(
        IAsyncEnumerable<TSource> source,
        Func<TSource, CancellationToken, TResult> selector,
        int concurrency,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var gate = new SemaphoreSlim(concurrency);
        var running = new Queue<Task<TResult>>();
        try
        {
            await foreach (var item in source.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                running.Enqueue(RunAsync(item));
                if (running.Count >= concurrency * LookAhead)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return await running.Dequeue().ConfigureAwait(false);
                }
            }

            while (running.TryDequeue(out var task))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return await task.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (var task in running)
            {
                await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task<TResult> RunAsync(TSource item)
        {
            await gate.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                return await Task.Run(() => selector(item, stop.Token), stop.Token).ConfigureAwait(false);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
