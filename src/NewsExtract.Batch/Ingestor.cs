using NewsExtract.Storage;

namespace NewsExtract.Batch;

/// <summary>
/// Brings inputs into a store, several at a time; what is written does not depend on how many. Each document is written in one
/// transaction with the note that its input is done: a run that was ended at any moment is taken up by the next one where it stopped.
/// </summary>
public sealed class Ingestor(NewsStore store, IngestSettings settings)
{
    private readonly DocumentJob _job = new(store, settings);

    /// <param name="report">Called once for each input, in their order.</param>
    /// <returns>The number of the run and its counts.</returns>
    /// <exception cref="StoreException">The store can't be read or written; what was written stays.</exception>
    public async Task<(long Run, IngestCounts Counts)> RunAsync(IEnumerable<BatchInput> inputs, Action<IngestProgress>? report = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var run = store.BeginRun(NewsPipeline.Generator.Version, _job.ReadingKey, _job.ExtractionKey);
        var counts = IngestCounts.None;
        var number = 0;
        var results = OrderedParallel.SelectAsync(inputs.ToAsyncEnumerable(), _job.Run, settings.Jobs, cancellation);
        await foreach (var result in results.ConfigureAwait(false))
        {
            var (entry, written) = Write(run, number++, result);
            counts = counts.Add(entry, written.Document?.State == ExtractionState.Partial);
            report?.Invoke(new IngestProgress(entry, written.Diagnostics, written.Document?.Pages ?? [], counts));
        }

        store.EndRun(run);
        return (run, counts);
    }

    private (RunEntry Entry, JobResult Written) Write(long run, int number, JobResult result)
    {
        // Of two inputs with the same bytes that were done at one time the earlier is stored, as if they had been done one by one.
        if (result.Document is { } document && store.FindDocument(document.Sha256) is { Path: { } first } && first != result.Input.Path)
        {
            result = new JobResult(result.Input with { Status = InputStatus.Duplicate, Problem = null }, null, RunOutcome.Duplicate, result.Seconds, 0, 0);
        }

        // What failed before and was left as it was keeps its reason.
        var input = result.Outcome == RunOutcome.Unchanged && result.Input.Status == InputStatus.Failed ? result.Input with { Problem = store.FindInput(result.Input.Path)?.Problem } : result.Input;
        var entry = new RunEntry(run, number, input.Path, result.Outcome, result.Seconds, result.Articles, result.Facts, input.Problem);
        store.Save(input, result.Document, entry);
        return (entry, result);
    }
}
