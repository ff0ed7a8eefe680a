using System.Diagnostics;

namespace NewsExtract.Batch.Work;

/// <summary>
/// How long a worker begins nothing since it could not read what others may be able to: longer each time, until it reads something again. Without it, one
/// whose folder is not mounted would go through the whole queue in minutes. Safe for concurrent use.
/// </summary>
internal sealed class ReadingPause
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private TimeSpan _length;
    private long _began;

    /// <summary>How long the first is; each is twice the one before.</summary>
    public TimeSpan First { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Something could not be read.</summary>
    /// <returns>Whether it is the first since something was read.</returns>
    public bool Begin()
    {
        lock (_lock)
        {
            var isFirst = _length == TimeSpan.Zero;

            // Of several that fail at a time one counts.
            if (isFirst || Left() <= TimeSpan.Zero)
            {
                _length = isFirst ? First : TimeSpan.FromTicks(Math.Min(_length.Ticks * 2, s_longest.Ticks));
                _began = Stopwatch.GetTimestamp();
            }

            return isFirst;
        }
    }

    /// <summary>Something was read.</summary>
    public void End()
    {
        lock (_lock)
        {
            _length = TimeSpan.Zero;
        }
    }

    /// <returns>Whether it is over; <c>false</c> when that takes longer than <paramref name="patience"/>, or nothing is waited for any more.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken closing, CancellationToken cancellation)
    {
        TimeSpan left;
        lock (_lock)
        {
            left = Left();
        }

        if (left <= TimeSpan.Zero)
        {
            return true;
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(closing, cancellation);
        try
        {
            await Task.Delay(left < patience ? left : patience, linked.Token).ConfigureAwait(false);
            return left <= patience;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private TimeSpan Left() => _length - Stopwatch.GetElapsedTime(_began);
}
