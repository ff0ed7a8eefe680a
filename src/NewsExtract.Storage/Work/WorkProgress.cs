namespace NewsExtract.Storage.Work;

/// <summary>How far the work of all machines, or of one run, has come; from the store, not from the queue.</summary>
/// <param name="Running">Begun and not ended; by how many workers: <paramref name="Workers"/>.</param>
/// <param name="PerSecond">Ended in the last minute, a second; <c>null</c> when none did.</param>
public sealed record WorkProgress(long Queued, long Running, long Held, long Done, long Failed, int Workers, double? PerSecond)
{
    public long Outstanding => Queued + Running + Held;

    public long Ended => Done + Failed;

    public long Total => Outstanding + Ended;

    /// <summary><c>null</c> when nothing is known to go on.</summary>
    public TimeSpan? TimeLeft => PerSecond is > 0 ? TimeSpan.FromSeconds(Outstanding / PerSecond.Value) : Outstanding == 0 ? TimeSpan.Zero : null;
}
