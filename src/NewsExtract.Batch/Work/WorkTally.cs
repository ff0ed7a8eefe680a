using System.Diagnostics;

namespace NewsExtract.Batch.Work;

/// <summary>What a worker did, and what its slots' time went to.</summary>
public sealed class WorkTally
{
    private long _done;
    private long _failed;
    private long _work;
    private long _store;
    private long _worked;
    private long _begun;
    private long _ended;

    public long Done => Interlocked.Read(ref _done);

    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>From the first input that was begun to the last that was written.</summary>
    public TimeSpan Span => _begun == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(Volatile.Read(ref _begun), Volatile.Read(ref _ended));

    /// <summary>Loading, reading and extraction.</summary>
    public TimeSpan Work => new(Interlocked.Read(ref _work));

    /// <summary>Asking and writing the store.</summary>
    public TimeSpan Store => new(Interlocked.Read(ref _store));

    /// <summary>What an input took of that.</summary>
    internal TimeSpan Mean => new(Interlocked.Read(ref _work) / Math.Max(Interlocked.Read(ref _worked), 1));

    internal void Begin() => Interlocked.CompareExchange(ref _begun, Stopwatch.GetTimestamp(), 0);

    internal void AddDone(bool failed)
    {
        Interlocked.Increment(ref failed ? ref _failed : ref _done);
        Volatile.Write(ref _ended, Stopwatch.GetTimestamp());
    }

    internal void AddWork(TimeSpan took)
    {
        Interlocked.Add(ref _work, took.Ticks);
        Interlocked.Increment(ref _worked);
    }

    internal void AddStore(TimeSpan took) => Interlocked.Add(ref _store, took.Ticks);
}
