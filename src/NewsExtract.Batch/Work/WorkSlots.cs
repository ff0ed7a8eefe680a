namespace NewsExtract.Batch.Work;

/// <summary>
/// As many inputs are extracted at a time as there are slots, while others are written or wait for a slot. What may have ended a worker
/// is done alone, with nothing beside it that would go with it.
/// </summary>
internal sealed class WorkSlots(int count) : IDisposable
{
    /// <summary>Inputs in hand for each slot: one that is extracted, others that are written.</summary>
    private const int InHand = 4;

    private readonly SemaphoreSlim _places = new(count * InHand, count * InHand);
    private readonly SemaphoreSlim _slots = new(count, count);
    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <summary>How many inputs may be in hand.</summary>
    public int Places => count * InHand;

    /// <summary>Takes a place, or all of them.</summary>
    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellation)
    {
        // One at a time gathers places, so that no two hold a part each and wait for the other's.
        if (!alone)
        {
            await _places.WaitAsync(cancellation).ConfigureAwait(false);
            return new Held(_places, 1);
        }

        await _alone.WaitAsync(cancellation).ConfigureAwait(false);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++)
            {
                await _places.WaitAsync(cancellation).ConfigureAwait(false);
            }

            return new Held(_places, Places);
        }
        catch (OperationCanceledException)
        {
            if (taken > 0)
            {
                _places.Release(taken);
            }

            throw;
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Takes a slot.</summary>
    /// <param name="closing">No slot is waited for any more.</param>
    /// <returns><c>null</c> when none was free for that long.</returns>
    public async Task<IDisposable?> BeginAsync(TimeSpan patience, CancellationToken closing, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(closing, cancellation);
        try
        {
            return await _slots.WaitAsync(patience, linked.Token).ConfigureAwait(false) ? new Held(_slots, 1) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _slots.Dispose();
        _alone.Dispose();
    }

    private sealed class Held(SemaphoreSlim slots, int count) : IDisposable
    {
        private int _isHeld = 1;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isHeld, 0) == 1)
            {
                slots.Release(count);
            }
        }
    }
}
