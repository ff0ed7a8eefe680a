using System.Globalization;
using NewsExtract.Storage.Work;

namespace NewsExtract.Cli.Output;

/// <summary>Progress of workers on a line.</summary>
internal static class WorkLine
{
    /// <summary><c>620 of 2,000 done, 1 failed; 3 running by 3 workers, 1,376 queued; 41.2/s, 0:00:34 left</c></summary>
    public static string Of(WorkProgress progress)
    {
        var invariant = CultureInfo.InvariantCulture;
        var rate = progress.PerSecond is { } perSecond ? string.Create(invariant, $"; {perSecond:0.0}/s") : "";
        var left = progress.Outstanding == 0 ? "" : progress.TimeLeft is { } time ? string.Create(invariant, $", {Math.Floor(time.TotalHours):0}:{time.Minutes:00}:{time.Seconds:00} left") : "; nothing ended in the last minute — does a worker run?";
        return string.Create(invariant, $"{progress.Done:N0} of {progress.Total:N0} done, {progress.Failed:N0} failed; {progress.Running:N0} running by {progress.Workers:N0} workers, {progress.Queued + progress.Held:N0} queued{rate}{left}");
    }
}
