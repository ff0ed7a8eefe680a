using System.CommandLine;
using NewsExtract.Cli.Output;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract progress --store postgres://…</c></summary>
internal static class ProgressCommand
{
    public static Command Create(Terminal terminal)
    {
        var run = new Option<long?>("--run") { Description = "One run's alone.", HelpName = "NUMBER" };
        var command = new Command("progress", "How far the work of all workers has come, and the time left.") { run };
        var store = new StoreOption();
        store.AddTo(command);
        command.SetAction((result, _) => QueueOption.RunAsync(() =>
        {
            using var opened = store.OpenPresent(result);
            var progress = opened.FindWorkProgress(result.GetValue(run));
            using var writer = new StreamWriter(terminal.Output, leaveOpen: true);
            writer.WriteLine(WorkLine.Of(progress));
            return Task.FromResult(progress.Outstanding > 0 || progress.Failed > 0 ? ExitCodes.Incomplete : ExitCodes.Clean);
        }));
        return command;
    }
}
