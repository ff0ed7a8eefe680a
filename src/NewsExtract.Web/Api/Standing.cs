using NewsExtract.Storage;

namespace NewsExtract.Web.Api;

/// <summary>
/// Something that is made of the whole store and takes long: what was made last is given at once, and made anew in the background when the
/// store has changed. The first time the caller waits.
/// </summary>
internal sealed class Standing<T>(NewsStore store, TimeProvider clock, Func<T> make)
{
    /// <summary>Of all time at most a share of one in this many is spent on it.</summary>
    private const int RestAfter = 10;

    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private Task<Made>? _making;
    private Made? _made;

    /// <exception cref="StoreException">The store can't be read.</exception>
    public async Task<Made> FindAsync()
    {
        var version = store.ContentVersion();
        Task<Made> making;
        lock (_lock)
        {
            if (_made is { } made && made.Version == version)
            {
                return made;
            }

            var isWanted = _made is null || clock.GetUtcNow() >= _notBefore;
            if (isWanted && (_making is null || _making.IsCompleted))
            {
                _making = Task.Run(() => Make(version));
            }

            if (_made is { } older)
            {
                return older;
            }

            making = _making!;
        }

        return await making.ConfigureAwait(false);
    }

    private Made Make(string version)
    {
        var begun = clock.GetUtcNow();
        var made = new Made(make(), version, begun);
        lock (_lock)
        {
            var ended = clock.GetUtcNow();
            _made = made;
            _notBefore = ended + ((ended - begun) * RestAfter);
        }

        return made;
    }

    /// <param name="At">When it was begun to be given out.</param>
    internal sealed record Made(T Value, string Version, DateTimeOffset At);
}
