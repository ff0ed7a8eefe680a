using Spectre.Console;

namespace NewsExtract.Cli.Output;

/// <summary>Where the work tells how it goes.</summary>
/// <param name="PrintLine">Prints a line on standard error without breaking the bar.</param>
/// <param name="Advance">Counts one source as done.</param>
internal readonly record struct ProgressSink(Action<string> PrintLine, Action Advance);

/// <summary>A bar with count and time left, on standard error.</summary>
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
                var bar = context.AddTask(Describe(0), maxValue: total);
                var done = 0;
                await work(new ProgressSink(console.WriteLine, () =>
                {
                    bar.Increment(1);
                    bar.Description = Describe(++done);
                })).ConfigureAwait(false);
            }).ConfigureAwait(false);

        string Describe(int done) => $"{done}/{total} bulletins";
    }
}
