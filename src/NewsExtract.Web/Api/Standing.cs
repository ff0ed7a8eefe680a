using NewsExtract.Storage;

namespace NewsExtract.Web.Api;

/// <summary>
/// Something that is made of the whole store and may take long: what was made last is given at once, or after some patience, and made anew in the
/// background when the store has changed. The first time the caller waits.
/// </summary>
/// <param name="gate">How much may be made anew at a time, of all that share it.</param>
/// <param name="oldest">What was last known to hold longer ago is not given: the caller waits as the first time. <c>null</c> for no such limit.</param>
internal sealed class Standing<T>(VersionWatch watch, TimeProvider clock, Func<T> make, SemaphoreSlim? gate = null, TimeSpan? oldest = null)
{
    /// <summary>Of all time at most a share of one in this many is spent on it, unless somebody waits for it.</summary>
    private const int RestAfter = 10;

    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private Task<Made>? _making;
    private Made? _made;

    /// <summary>What was made last, whatever was written since.</summary>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public Task<Made> FindAsync() => FindAsync(TimeSpan.Zero, isUrgent: false);

    /// <summary>What holds now, or what was made before if that is not known within <paramref name="patience"/>.</summary>
    /// <param name="isUrgent">It is made anew though that was done a moment ago.</param>
    /// <exception cref="StoreException">The store can't be read.</exception>
    public async Task<Made> FindAsync(TimeSpan patience, bool isUrgent)
    {
        var asked = clock.GetUtcNow();
        var version = watch.Look();
        while (true)
        {
            var (earlier, making) = Look(version, isUrgent);
            if (making is null)
            {
                return earlier!;
            }

            var made = earlier;
            try
            {
                made = earlier is null ? await making.ConfigureAwait(false) : await making.WaitAsync(Left()).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return earlier!;
            }

            // What was begun before the question may lack what was written before it.
            if (made.Version == version || made.Begun >= asked)
            {
                return made with { IsCurrent = true };
            }

            if (Left() == TimeSpan.Zero)
            {
                return made;
            }
        }

        TimeSpan Left()
        {
            var left = patience - (clock.GetUtcNow() - asked);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <returns>What may be given now, and what is being made to take its place: either, or both.</returns>
    private (Made? Earlier, Task<Made>? Making) Look(string version, bool isUrgent)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_made?.Version == version)
            {
                return (_made with { IsCurrent = true }, null);
            }

            var earlier = _made is null ? null : _made with { At = watch.LastSeen(_made.Version) ?? _made.Begun };
            if (earlier is not null && now - earlier.At > oldest)
            {
                earlier = null;
            }

            if (earlier is not null && !isUrgent && now < _notBefore)
            {
                return (earlier, _making is { IsCompleted: false } ? _making : null);
            }

            if (_making is null || _making.IsCompleted)
            {
                _making = MakeAsync(isFirst: earlier is null);
            }

            return (earlier, _making);
        }
    }

    private async Task<Made> MakeAsync(bool isFirst)
    {
        if (isFirst || gate is null)
        {
            return await Task.Run(Make).ConfigureAwait(false);
        }

        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Task.Run(Make).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private Made Make()
    {
        var begun = clock.GetUtcNow();
        var version = watch.Look();
        var made = new Made(make(), version, begun, begun);
        lock (_lock)
        {
            var ended = clock.GetUtcNow();
            _made = made;
            _notBefore = ended + ((ended - begun) * RestAfter);
        }

        return made;
    }

    /// <param name="Begun">When it was begun to be made.</param>
    /// <param name="At">When it was last known to hold.</param>
    internal sealed record Made(T Value, string Version, DateTimeOffset Begun, DateTimeOffset At)
    {
        /// <summary>Nothing was written between its making and the question.</summary>
        public bool IsCurrent { get; init; }
    }
}
