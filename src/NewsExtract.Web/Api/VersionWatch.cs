using NewsExtract.Storage;

namespace NewsExtract.Web.Api;

/// <summary>When each state of the store was last seen, whoever asked for it: so long what was made of it is known to hold.</summary>
internal sealed class VersionWatch(NewsStore store, WebSettings settings)
{
    private const int MostVersions = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The store as it is now.</summary>
    /// <exception cref="StoreException">It can't be read.</exception>
    public string Look()
    {
        var now = settings.Clock.GetUtcNow();
        var version = store.ContentVersion();
        lock (_lock)
        {
            if (!_seen.ContainsKey(version))
            {
                _order.Enqueue(version);
                if (_order.Count > MostVersions)
                {
                    _seen.Remove(_order.Dequeue());
                }
            }

            _seen[version] = now;
        }

        return version;
    }

    /// <returns><c>null</c> when that is too many changes ago.</returns>
    public DateTimeOffset? LastSeen(string version)
    {
        lock (_lock)
        {
            return _seen.TryGetValue(version, out var at) ? at : null;
        }
    }
}
