using System.CommandLine;
using System.Globalization;
using NewsExtract.Queue;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract requeue --missing --store postgres://… --queue amqp://…</c></summary>
internal static class RequeueCommand
{
    public static Command Create(Terminal terminal)
    {
        var missing = new Option<bool>("--missing") { Description = "What has neither result nor failure and is no living worker's.", Required = true };
        var command = new Command("requeue", "Send work again, after a broker lost it or its queue was deleted.") { missing };
        var store = new StoreOption();
        store.AddTo(command);
        var queue = new QueueOption(required: true);
        queue.AddTo(command);
        command.SetAction((result, cancellation) => QueueOption.RunAsync(async () =>
        {
            var address = queue.Find(result)!;
            using var opened = store.Open(result);
            QueueOption.CheckStore(opened);
            var sender = new QueueSender(address);
            await using var _ = sender.ConfigureAwait(false);
            var items = opened.FindMissingWork();
            foreach (var block in items.Chunk(200))
            {
                await sender.SendAsync(block, cancellation).ConfigureAwait(false);
            }

            // A run whose enqueuing was ended by force gets no more: what is registered is all of it.
            opened.CloseAllWork();
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{items.Count:N0} sent again"));
            return ExitCodes.Clean;
        }));
        return command;
    }
}
