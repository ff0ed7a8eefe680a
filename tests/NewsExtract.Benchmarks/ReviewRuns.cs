using System.Diagnostics;
using System.Globalization;
using NewsExtract.Batch;
using NewsExtract.Chinese.Normalization;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Benchmarks;

/// <summary>What the queue of facts to look at takes over a large store: contradictions the first time and after a write, and all that nobody looked at.</summary>
internal static class ReviewRuns
{
    private const int Repeats = 5;

    public static void Print(string location)
    {
        using var store = NewsStore.Open(location, new StoreOptions { Fold = SearchFolding.Fold });
        var contradictions = new StoreContradictions(store);
        for (var i = 0; i < Repeats; i++)
        {
            Time(i == 0 ? "contradictions, the first time" : "contradictions, again", () => contradictions.Find(new NewsFilter()).Length);
        }

        for (var i = 0; i < Repeats; i++)
        {
            Time("facts that nobody looked at", () => store.FindOpenFacts().Count);
        }
    }

    private static void Time(string what, Func<int> work)
    {
        var began = Stopwatch.GetTimestamp();
        var found = work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {found:N0} in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:N0} ms, {GC.GetTotalMemory(forceFullCollection: true) >> 20:N0} MiB held"));
    }
}
