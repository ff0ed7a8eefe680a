using NewsExtract.Batch.Steps;
using NewsExtract.Storage;

namespace NewsExtract.Batch.Work;

/// <summary>Ends the runs whose work is all done: makes of the whole store what is made of it, by one worker of all.</summary>
public sealed class RunFinisher(NewsStore store, IReadOnlyList<IStoreStep> steps, Action<string> print)
{
    /// <summary>Looks once.</summary>
    /// <exception cref="StoreException">The store can't be read or written.</exception>
    public void Run(CancellationToken cancellation)
    {
        if (store.FindDoneRuns().Count > 0)
        {
            store.TryRunAlone(() => Finish(cancellation));
        }
    }

    private void Finish(CancellationToken cancellation)
    {
        // Another may have ended them before this one's turn.
        var runs = store.FindDoneRuns();
        if (runs.Count == 0)
        {
            return;
        }

        foreach (var step in steps)
        {
            if (step.Run(store, cancellation) is { } line)
            {
                print(line);
            }
        }

        foreach (var run in runs)
        {
            store.EndRun(run);
        }
    }
}
