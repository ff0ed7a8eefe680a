using NewsExtract.Storage;

namespace NewsExtract.Batch;

/// <summary>
/// Brings inputs into a store, several at a time; what is written does not depend on how many. Each document is written in one
/// transaction with the note that its input is done: a run that was ended at any moment is taken up by the next one where it stopped.
/// </summary>
public sealed class Ingestor(NewsStore store, IngestSettings settings)
{
    /// <summary>Results that wait are written together, so that pages of the store that several change are written once.</summary>
    private const int MostAtOnce = 8;

    private readonly DocumentJob _job = new(store, settings);

    /// <summary>Called with the number of the run before anything is done in it.</summary>
    public Action<long>? Begun { get; init; }

    /// <param name="report">Called once for each input, in their order.</param>
    /// <returns>The number of the run and its counts.</returns>
    /// <exception cref="StoreException">The store can't be read or written; what was written stays.</exception>
    public async Task<(long Run, IngestCounts Counts)> RunAsync(IEnumerable<BatchInput> inputs, Action<IngestProgress>? report = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var run = store.BeginRun(NewsPipeline.Generator.Version, _job.ReadingKey, _job.ExtractionKey);
        Begun?.Invoke(run);
        var counts = IngestCounts.None;
        var results = OrderedParallel.SelectAsync(inputs.ToAsyncEnumerable(), (input, token) => _job.Run(input, wanted: null, token), settings.Jobs, cancellation);
        await foreach (var group in ReadyGroups.Of(results, MostAtOnce, cancellation).ConfigureAwait(false))
        {
            foreach (var (entry, result) in Write(run, counts.Inputs, group))
            {
                // A duplicate of one that was done at the same time has nothing of its own.
                var written = entry.Outcome == result.Outcome ? result : result with { Document = null, Input = result.Input with { Problem = null } };
                counts = counts.Add(entry, written.Document?.Entry.State == ExtractionState.Partial);
                report?.Invoke(new IngestProgress(entry, written.Diagnostics, written.Document?.Entry.Pages ?? [], counts));
            }
        }

        store.EndRun(run);
        return (run, counts);
    }

    private IEnumerable<(RunEntry Entry, JobResult Result)> Write(long run, int first, List<JobResult> results) => store
        .Save([.. results.Select((result, place) => new InputOutcome(
            result.Input,
            result.Document,
            new RunEntry(run, first + place, result.Input.Path, result.Outcome, result.Seconds, result.Articles, result.Facts, result.Input.Problem)))])
        .Zip(results);
}
