using System.Globalization;
using NewsExtract.Batch;
using NewsExtract.Batch.Reports;
using NewsExtract.Batch.Steps;
using NewsExtract.Cli.Input;
using NewsExtract.Cli.Output;
using NewsExtract.Storage;

namespace NewsExtract.Cli.Commands;

/// <summary>Runs <c>newsextract ingest</c>, once or again and again.</summary>
internal sealed class IngestRunner(Terminal terminal, NewsStore store, IngestSettings settings, IStoreStep[] steps, string[] paths, string[] reports)
{
    /// <exception cref="CommandException">NX2000: a report of no known kind.</exception>
    public static void CheckReports(string[] reports)
    {
        var wrong = Array.Find(reports, static report => IngestReport.FindFormat(report) is null);
        if (wrong is not null)
        {
            throw new CommandException(DiagnosticCodes.Usage, $"--report {wrong}: it can be written as .html or .json — name it so");
        }
    }

    /// <param name="every">How long to wait before the files are looked at again; <c>null</c> to look once.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="CommandException">NX3003 to NX3006: the store can't be written; NX2007: a report can't.</exception>
    public async Task<int> RunAsync(TimeSpan? every, CancellationToken cancellation)
    {
        try
        {
            var counts = await RunOnceAsync(quiet: false, cancellation).ConfigureAwait(false);
            using var timer = every is { } interval ? new PeriodicTimer(interval) : null;
            while (timer is not null && await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                counts = await RunOnceAsync(quiet: true, cancellation).ConfigureAwait(false);
            }

            return counts.Failed + counts.Partial > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
        }
        catch (StoreException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
        catch (DocumentReadException exception)
        {
            throw new CommandException(exception.Diagnostic.Code, exception.Message, ExitCodes.Incomplete);
        }
    }

    /// <param name="quiet">Nothing is said of a look that finds nothing new.</param>
    private async Task<IngestCounts> RunOnceAsync(bool quiet, CancellationToken cancellation)
    {
        var items = InputExpander.Expand(paths);
        if (quiet && !items.Exists(IsNew))
        {
            return IngestCounts.None;
        }

        var outcome = (Run: 0L, Counts: IngestCounts.None);
        if (terminal.ShowsProgress && items.Count > 1)
        {
            await ProgressDisplay.RunWithBarAsync(terminal.Error, items.Count, async sink => outcome = await IngestAsync(items, sink, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        }
        else
        {
            outcome = await IngestAsync(items, new ProgressSink(terminal.Error.WriteLine, static _ => { }), cancellation).ConfigureAwait(false);
        }

        terminal.Error.WriteLine(Summarize(outcome.Counts));
        foreach (var step in steps)
        {
            if (step.Run(store, cancellation) is { } line)
            {
                terminal.Error.WriteLine(line);
            }
        }

        foreach (var report in reports)
        {
            RecordFile.Write(report, stream => IngestReport.Write(stream, IngestReport.FindFormat(report)!.Value, store, outcome.Run));
        }

        return outcome.Counts;
    }

    private Task<(long Run, IngestCounts Counts)> IngestAsync(List<InputItem> items, ProgressSink sink, CancellationToken cancellation) =>
        new Ingestor(store, settings).RunAsync(
            items.Select(static item => item.ToInput()),
            progress =>
            {
                foreach (var line in DiagnosticLines.Of(progress.Diagnostics, progress.Entry.Path, progress.Pages))
                {
                    sink.PrintLine(line);
                }

                sink.Advance(string.Create(CultureInfo.InvariantCulture, $"{progress.Counts.Articles:N0} articles, {progress.Counts.Facts:N0} facts, {progress.Counts.Failed:N0} failed"));
            },
            cancellation);

    /// <summary><c>3 stored, 1 unchanged, 1 failed: 12 articles, 98 facts</c></summary>
    private static string Summarize(IngestCounts counts)
    {
        (int Count, string Word)[] parts =
        [
            (counts.Stored, "stored"), (counts.Extracted, "extracted again"), (counts.Unchanged, "unchanged"), (counts.Duplicates, "duplicate"), (counts.Failed, "failed"),
        ];
        var words = string.Join(", ", parts.Where(static part => part.Count > 0).Select(static part => string.Create(CultureInfo.InvariantCulture, $"{part.Count:N0} {part.Word}")));
        return string.Create(CultureInfo.InvariantCulture, $"{words}: {counts.Articles:N0} articles, {counts.Facts:N0} facts");
    }

    // A file that is taken while it is being written is new again when it is whole, and what was read of it is superseded.
    private bool IsNew(InputItem item)
    {
        var input = item.ToInput();
        return input.Problem is null && (store.FindInput(input.Path) is not { } known || known.Bytes != input.Bytes || known.Modified != input.Modified);
    }
}
