namespace NewsExtract.Batch.Work;

/// <summary>
/// As many inputs are extracted at a time as there are slots, as many are made this worker's meanwhile, so that no slot waits for the store, and
/// others are written or wait. What may have ended a worker is done alone, with nothing beside it that would go with it.
/// </summary>
internal sealed class WorkSlots(int count) : IDisposable
{
    /// <summary>Inputs in hand for each slot: one that is extracted, others that are written.</summary>
    private const int InHand = 4;

    private readonly SemaphoreSlim _places = new(count * InHand, count * InHand);
    private readonly SemaphoreSlim _turns = new(count, count);
    private readonly SemaphoreSlim _slots = new(count, count);
    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <summary>How many inputs may be in hand.</summary>
    public int Places => count * InHand;

    /// <summary>Takes a place, or all of them, for which it is waited as long as it takes.</summary>
    /// <param name="closing">Nothing is waited for any more.</param>
    /// <returns><c>null</c> when none was free for that long.</returns>
    public async Task<IDisposable?> EnterAsync(bool alone, TimeSpan patience, CancellationToken closing, CancellationToken cancellation)
    {
        if (!alone)
        {
            return await TakeAsync(_places, patience, closing, cancellation).ConfigureAwait(false);
        }

        // One at a time gathers places, so that no two hold a part each and wait for the other's.
        using var gathering = await TakeAsync(_alone, Timeout.InfiniteTimeSpan, closing, cancellation).ConfigureAwait(false);
        var all = new HeldAll();
        try
        {
            while (gathering is not null && all.Count < Places && await TakeAsync(_places, Timeout.InfiniteTimeSpan, closing, cancellation).ConfigureAwait(false) is { } place)
            {
                all.Add(place);
            }
        }
        catch (OperationCanceledException)
        {
            all.Dispose();
            throw;
        }

        if (all.Count == Places)
        {
            return all;
        }

        all.Dispose();
        return null;
    }

    /// <summary>Takes the turn to be the next in a slot.</summary>
    /// <inheritdoc cref="EnterAsync"/>
    public Task<IDisposable?> QueueAsync(TimeSpan patience, CancellationToken closing, CancellationToken cancellation) => TakeAsync(_turns, patience, closing, cancellation);

    /// <summary>Takes a slot.</summary>
    /// <inheritdoc cref="EnterAsync"/>
    public Task<IDisposable?> BeginAsync(TimeSpan patience, CancellationToken closing, CancellationToken cancellation) => TakeAsync(_slots, patience, closing, cancellation);

    private static async Task<IDisposable?> TakeAsync(SemaphoreSlim semaphore, TimeSpan patience, CancellationToken closing, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(closing, cancellation);
        try
        {
            return await semaphore.WaitAsync(patience, linked.Token).ConfigureAwait(false) ? new Held(semaphore) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _turns.Dispose();
        _slots.Dispose();
        _alone.Dispose();
    }

    private sealed class Held(SemaphoreSlim semaphore) : IDisposable
    {
        private int _isHeld = 1;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isHeld, 0) == 1)
            {
                semaphore.Release();
            }
        }
    }

    private sealed class HeldAll : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(static held => held.Dispose());
    }
}
