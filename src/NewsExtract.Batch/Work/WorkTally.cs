namespace NewsExtract.Batch.Work;

/// <summary>What a worker did, and what its slots' time went to.</summary>
public sealed class WorkTally
{
    private long _done;
    private long _failed;
    private long _work;
    private long _store;

    public long Done => Interlocked.Read(ref _done);

    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Loading, reading and extraction.</summary>
    public TimeSpan Work => new(Interlocked.Read(ref _work));

    /// <summary>Asking and writing the store.</summary>
    public TimeSpan Store => new(Interlocked.Read(ref _store));

    internal void AddDone(bool failed) => Interlocked.Increment(ref failed ? ref _failed : ref _done);

    internal void AddWork(TimeSpan took) => Interlocked.Add(ref _work, took.Ticks);

    internal void AddStore(TimeSpan took) => Interlocked.Add(ref _store, took.Ticks);
}
