namespace NewsExtract.Batch.Work;

/// <summary>As many inputs at a time as there are slots, or one alone: what may have ended a worker is done with nothing beside it that would go with it.</summary>
internal sealed class WorkSlots(int count) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(count, count);
    private readonly SemaphoreSlim _alone = new(1, 1);

    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellation)
    {
        // One at a time gathers slots, so that no two hold a part each and wait for the other's.
        if (!alone)
        {
            await _slots.WaitAsync(cancellation).ConfigureAwait(false);
            return new Held(_slots, 1);
        }

        await _alone.WaitAsync(cancellation).ConfigureAwait(false);
        var taken = 0;
        try
        {
            for (; taken < count; taken++)
            {
                await _slots.WaitAsync(cancellation).ConfigureAwait(false);
            }

            return new Held(_slots, count);
        }
        catch (OperationCanceledException)
        {
            if (taken > 0)
            {
                _slots.Release(taken);
            }

            throw;
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
        _alone.Dispose();
    }

    private sealed class Held(SemaphoreSlim slots, int count) : IDisposable
    {
        public void Dispose() => slots.Release(count);
    }
}
