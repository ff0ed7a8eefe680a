using System.Globalization;
using NewsExtract.Batch;
using NewsExtract.Batch.Reports;
using NewsExtract.Batch.Work;
using NewsExtract.Cli.Input;
using NewsExtract.Cli.Output;
using NewsExtract.Queue;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary>Runs <c>newsextract ingest --queue</c>: hands the inputs out, and tells how the workers get on.</summary>
internal sealed class EnqueueRunner(Terminal terminal, NewsStore store, IngestSettings settings, QueueAddress queue, string[] paths, string[] reports)
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    /// <param name="most">Inputs that may be outstanding before it pauses.</param>
    /// <param name="waits">Until the workers have done all.</param>
    public async Task<int> RunAsync(int most, bool waits, CancellationToken cancellation)
    {
        using var inputs = new SharedInputs();
        var seen = 0;
        var name = $"newsextract.{WorkPerformer.KeyOf(settings)}";
        Say($"hands out to {name} — workers must be given the same options");
        var sender = new QueueSender(queue);
        await using var _ = sender.ConfigureAwait(false);
        var enqueuer = new WorkEnqueuer(store, settings, sender.SendAsync) { Most = most, Pausing = count => Say(string.Create(CultureInfo.InvariantCulture, $"pauses: {count:N0} are handed out to {name} and not done — does a worker of it run?")) };
        var (run, sent) = await enqueuer.RunAsync(inputs.Expand(paths), (looked, handed) =>
        {
            seen = looked;
            Tell(string.Create(CultureInfo.InvariantCulture, $"{handed:N0} of {looked:N0} sent"));
        }, cancellation).ConfigureAwait(false);
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"run {run}: {sent:N0} of {seen:N0} sent, the others are done, being done, duplicates or unreadable"));
        if (!waits)
        {
            return ExitCodes.Clean;
        }

        var progress = await WaitAsync(run, cancellation).ConfigureAwait(false);
        Say(WorkLine.Of(progress));
        foreach (var report in reports)
        {
            RecordFile.Write(report, stream => IngestReport.Write(stream, IngestReport.FindFormat(report)!.Value, store, run));
        }

        return progress.Failed > 0 || store.CountPartial(run) > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    // In the place of the line that tells how far it is.
    private void Say(string line) => terminal.Error.WriteLine(terminal.ShowsProgress ? $"\r{line}\u001b[K" : line);

    private void Tell(string line)
    {
        if (terminal.ShowsProgress)
        {
            terminal.Error.Write($"\r{line}\u001b[K");
        }
    }

    private async Task<Storage.Work.WorkProgress> WaitAsync(long run, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(s_tick);
        var isTold = false;
        while (true)
        {
            var progress = store.FindWorkProgress(run);
            if (store.FindRunSummary(run).Finished is not null)
            {
                return progress;
            }

            if (progress.Outstanding == 0 && !isTold)
            {
                isTold = true;
                Say("all is read; a worker makes of it what is made of the whole store (its lines say so, also when it fails)");
            }

            Tell(WorkLine.Of(progress));
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }
}
