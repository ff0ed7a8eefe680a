using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsExtract.Benchmarks;

/// <summary>
/// Adds up processor time of the thread and allocation by stage over a pass, and keeps each stage's best pass. Where the
/// system gives no processor time by thread (anywhere but on Linux) it's the wall clock.
/// </summary>
internal sealed partial class StageClock
{
    private readonly Dictionary<string, (long Nanoseconds, long Bytes)> _pass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Nanoseconds, long Bytes)> _best = new(StringComparer.Ordinal);

    public T Measure<T>(string stage, Func<T> run)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Nanoseconds();
        var result = run();
        Add(stage, Nanoseconds() - start, GC.GetAllocatedBytesForCurrentThread() - bytes);
        return result;
    }

    public void Add(string stage, long nanoseconds, long bytes = 0)
    {
        var sum = _pass.GetValueOrDefault(stage);
        _pass[stage] = (sum.Nanoseconds + nanoseconds, sum.Bytes + bytes);
    }

    public void StartPass() => _pass.Clear();

    public void EndPass(bool keep)
    {
        foreach (var (stage, sum) in keep ? _pass : [])
        {
            if (!_best.TryGetValue(stage, out var best) || sum.Nanoseconds < best.Nanoseconds)
            {
                _best[stage] = sum;
            }
        }
    }

    public IEnumerable<(string Stage, double Milliseconds, long Bytes)> Best() =>
        _best.OrderByDescending(stage => stage.Value.Nanoseconds).Select(stage => (stage.Key, stage.Value.Nanoseconds / 1e6, stage.Value.Bytes));

    public static long Nanoseconds()
    {
        const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID
        return OperatingSystem.IsLinux() && ClockGetTime(ThreadClock, out var time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
