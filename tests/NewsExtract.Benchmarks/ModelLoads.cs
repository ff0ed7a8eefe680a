using System.Diagnostics;
using System.Globalization;
using NewsExtract.Learning.Features;
using NewsExtract.Learning.Models;

namespace NewsExtract.Benchmarks;

/// <summary>How long the shipped models take to load in a process that has not loaded them yet, compilation included.</summary>
internal static class ModelLoads
{
    public static void Print()
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var model = MentionModel.LoadShipped();
        var mentions = Stopwatch.GetElapsedTime(start);
        CharacterTags.Load();
        var all = Stopwatch.GetElapsedTime(start);
        var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Weights.Hashes.Length} features; mentions.model {mentions.TotalMilliseconds:F0} ms, lac-small.bin {(all - mentions).TotalMilliseconds:F0} ms; both {all.TotalMilliseconds:F0} ms, of the processor {processor.TotalMilliseconds:F0} ms"));
    }
}
