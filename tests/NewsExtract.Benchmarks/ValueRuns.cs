using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Benchmarks;

/// <summary>Time of recognising values in the texts of a file, for run-values.sh.</summary>
internal static class ValueRuns
{
    /// <param name="path">Lines of <c>{"id", "text", "date"}</c>.</param>
    public static void Print(string path, int repeats)
    {
        var rows = File.ReadLines(path).Select(static line => JsonDocument.Parse(line).RootElement)
            .Select(static row => (Text: row.GetProperty("text").GetString()!, Date: PartialDate.TryParse(row.GetProperty("date").GetString(), out var date) ? date : (PartialDate?)null))
            .ToList();
        var best = double.MaxValue;
        var values = 0;
        for (var pass = 0; pass < repeats; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            values = rows.Sum(static row => ValueRecognizer.Recognize(row.Text, row.Date).Count);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"characters\":{rows.Sum(static row => row.Text.Length)},\"values\":{values},\"milliseconds\":{best:F3}}}"));
    }
}
