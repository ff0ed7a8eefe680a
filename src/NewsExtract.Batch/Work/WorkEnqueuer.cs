using System.Security.Cryptography;
using NewsExtract.Storage;
using NewsExtract.Storage.Work;

namespace NewsExtract.Batch.Work;

/// <summary>Registers inputs in the store and sends them; waits while too many are not done.</summary>
/// <param name="send">Returns once all are safe in the queue.</param>
public sealed class WorkEnqueuer(NewsStore store, IngestSettings settings, Func<IReadOnlyList<WorkItem>, CancellationToken, Task> send)
{
    private const int Block = 200;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Paths that may be outstanding before it waits: what a queue has to hold.</summary>
    public int Most { get; init; } = 10_000;

    /// <summary>Told, once each time that it waits, how many are outstanding.</summary>
    public Action<long> Pausing { get; init; } = static _ => { };

    /// <param name="report">Told how many were looked at and sent so far.</param>
    /// <returns>The run, and how many were sent.</returns>
    /// <exception cref="StoreException">The store can't be read or written; what was sent stays.</exception>
    public async Task<(long Run, int Sent)> RunAsync(IEnumerable<BatchInput> inputs, Action<int, int>? report, CancellationToken cancellation)
    {
        var job = new DocumentJob(store, settings);
        var key = WorkPerformer.KeyOf(job);
        var run = store.BeginWork(NewsPipeline.Generator.Version, job.ReadingKey, job.ExtractionKey, key);
        var (number, sent) = (0, 0);
        foreach (var block in inputs.Chunk(Math.Min(Block, Most)))
        {
            var known = store.FindContents(key, [.. block.Select(static input => input.Path)]);

            // What is outstanding already is sent again without waiting: the queue may have lost all that it waited for.
            await WaitAsync(key, block.Length - known.Values.Count(static one => one.IsOutstanding), cancellation).ConfigureAwait(false);
            var hashed = block.AsParallel().AsOrdered().WithDegreeOfParallelism(settings.Jobs).WithCancellation(cancellation)
                .Select((input, place) => Hash(input, number + place, known.GetValueOrDefault(input.Path))).ToList();
            number += block.Length;
            var items = store.RegisterWork(run, key, hashed);
            await send(items, cancellation).ConfigureAwait(false);
            sent += items.Count;
            report?.Invoke(number, sent);
        }

        store.CloseWork(run);
        return (run, sent);
    }

    private async Task WaitAsync(string key, int more, CancellationToken cancellation)
    {
        var isTold = false;
        while (more > 0 && store.CountOutstandingWork(key) is var outstanding && outstanding + more > Most)
        {
            if (!isTold)
            {
                isTold = true;
                Pausing(outstanding);
            }

            await Task.Delay(s_patience, cancellation).ConfigureAwait(false);
        }
    }

    private WorkInput Hash(BatchInput input, int number, KnownContent? known)
    {
        if (input.Problem is { } problem)
        {
            return new WorkInput(number, input.Path, input.Name, null, input.Bytes, input.Modified, problem);
        }

        if (known is not null && !settings.ChecksBytes && input.Modified is not null && known.Modified == input.Modified && known.Bytes == input.Bytes)
        {
            return new WorkInput(number, input.Path, input.Name, known.Sha256, input.Bytes, input.Modified);
        }

        try
        {
            return new WorkInput(number, input.Path, input.Name, Convert.ToHexStringLower(SHA256.HashData(input.Load().Span)), input.Bytes, input.Modified);
        }
        catch (DocumentReadException exception)
        {
            return new WorkInput(number, input.Path, input.Name, null, input.Bytes, input.Modified, exception.Diagnostic);
        }
    }
}
