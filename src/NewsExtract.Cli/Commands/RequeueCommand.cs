using System.CommandLine;
using System.Globalization;
using NewsExtract.Queue;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract requeue --missing|--failed --store postgres://… --queue amqp://…</c></summary>
internal static class RequeueCommand
{
    public static Command Create(Terminal terminal)
    {
        var missing = new Option<bool>("--missing") { Description = "What has neither result nor failure and is no living worker's." };
        var failed = new Option<bool>("--failed") { Description = "What failed, as if it had never been begun: once the reason may have passed." };
        var codes = new Option<string[]>("--code") { Description = "With --failed: only failures of that code (NX5007); more than once for several.", HelpName = "CODE" };
        var command = new Command("requeue", "Send work again, after a broker lost it or its queue was deleted, or what failed.") { missing, failed, codes };
        var store = new StoreOption();
        store.AddTo(command);
        var queue = new QueueOption(required: true);
        queue.AddTo(command);
        command.SetAction((result, cancellation) => QueueOption.RunAsync(async () =>
        {
            var only = result.GetValue(codes) ?? [];
            if (!result.GetValue(missing) && !result.GetValue(failed))
            {
                throw new CommandException(DiagnosticCodes.Usage, "say what is to be sent again: --missing, --failed, or both");
            }

            if (only.Length > 0 && !result.GetValue(failed))
            {
                throw new CommandException(DiagnosticCodes.Usage, "--code goes with --failed");
            }

            var address = queue.Find(result)!;
            using var opened = store.OpenShared(result);
            var sender = new QueueSender(address);
            await using var _ = sender.ConfigureAwait(false);

            // What failed is among the missing once it is registered anew.
            var (renewed, left) = result.GetValue(failed) ? opened.RenewFailedWork(only) : ([], 0);
            var items = result.GetValue(missing) ? opened.FindMissingWork() : renewed;
            foreach (var block in items.Chunk(200))
            {
                await sender.SendAsync(block, cancellation).ConfigureAwait(false);
            }

            // A run whose enqueuing was ended by force gets no more: what is registered is all of it.
            opened.CloseAllWork();
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{items.Count:N0} sent again{(left == 0 ? "" : $"; {left:N0} could not be read when they were enqueued and are counted no more: run ingest again")}"));
            return ExitCodes.Clean;
        }));
        return command;
    }
}
