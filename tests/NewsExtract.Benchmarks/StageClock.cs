using System.Diagnostics;

namespace NewsExtract.Benchmarks;

/// <summary>Adds up time and allocation by stage over a pass, and keeps each stage's best pass.</summary>
internal sealed class StageClock
{
    private readonly Dictionary<string, (long Ticks, long Bytes)> _pass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Ticks, long Bytes)> _best = new(StringComparer.Ordinal);

    public T Measure<T>(string stage, Func<T> run)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var result = run();
        Add(stage, Stopwatch.GetTimestamp() - start, GC.GetAllocatedBytesForCurrentThread() - bytes);
        return result;
    }

    public void Add(string stage, long ticks, long bytes = 0)
    {
        var sum = _pass.GetValueOrDefault(stage);
        _pass[stage] = (sum.Ticks + ticks, sum.Bytes + bytes);
    }

    public void StartPass() => _pass.Clear();

    public void EndPass(bool keep)
    {
        foreach (var (stage, sum) in keep ? _pass : [])
        {
            if (!_best.TryGetValue(stage, out var best) || sum.Ticks < best.Ticks)
            {
                _best[stage] = sum;
            }
        }
    }

    public IEnumerable<(string Stage, double Milliseconds, long Bytes)> Best() =>
        _best.OrderByDescending(stage => stage.Value.Ticks).Select(stage => (stage.Key, stage.Value.Ticks * 1000.0 / Stopwatch.Frequency, stage.Value.Bytes));
}
