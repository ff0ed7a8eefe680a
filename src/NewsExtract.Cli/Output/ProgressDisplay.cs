using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NewsExtract.Cli.Output;

/// <summary>Where the work tells how it goes.</summary>
/// <param name="PrintLine">Prints a line on standard error without breaking the bar.</param>
/// <param name="Advance">Counts one source as done, and says what was found so far; empty to say nothing.</param>
internal readonly record struct ProgressSink(Action<string> PrintLine, Action<string> Advance);

/// <summary>A bar with count, rate and time left, on standard error.</summary>
internal static class ProgressDisplay
{
    public static async Task RunWithBarAsync(TextWriter error, int total, Func<ProgressSink, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var clock = Stopwatch.StartNew();
                var bar = context.AddTask(Describe(0, "", clock), maxValue: total);
                var done = 0;
                await work(new ProgressSink(console.WriteLine, found =>
                {
                    bar.Increment(1);
                    bar.Description = Describe(++done, found, clock);
                })).ConfigureAwait(false);
            }).ConfigureAwait(false);

        string Describe(int done, string found, Stopwatch clock)
        {
            var rate = done / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
            var text = string.Create(CultureInfo.InvariantCulture, $"{done:N0}/{total:N0} bulletins");
            return done == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}, {rate:0.0}/s{(found.Length > 0 ? $", {found}" : "")}");
        }
    }
}
