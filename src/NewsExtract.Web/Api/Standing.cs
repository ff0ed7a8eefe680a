using NewsExtract.Storage;

namespace NewsExtract.Web.Api;

/// <summary>
/// Something that is made of the whole store and takes long: what was made last is given at once, and made anew in the background when the
/// store has changed. The first time the caller waits.
/// </summary>
internal sealed class Standing<T>(NewsStore store, TimeProvider clock, Func<T> make)
{
    private readonly Lock _lock = new();
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

            if (_making is null or { IsCompleted: true })
            {
                _making = Task.Run(() => Make(version));
            }

            making = _making;
            if (_made is { } older)
            {
                return older;
            }
        }

        return await making.ConfigureAwait(false);
    }

    private Made Make(string version)
    {
        var made = new Made(make(), version, clock.GetUtcNow());
        lock (_lock)
        {
            _made = made;
        }

        return made;
    }

    /// <param name="At">When it was begun to be given out.</param>
    internal sealed record Made(T Value, string Version, DateTimeOffset At);
}
