using NewsExtract.Batch.Steps;
using NewsExtract.Storage;

namespace NewsExtract.Batch.Work;

/// <summary>Ends the runs whose work is all done: makes of the whole store what is made of it, by one worker of all.</summary>
public sealed class RunFinisher(NewsStore store, IReadOnlyList<IStoreStep> steps, Action<string> print)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>Between two looks; twice as long after each that failed.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Looks again and again. A step that fails is told of once and tried again, by this worker or another: it is no reason to end what works.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = Pause;
        string? told = null;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                Run(cancellation);
                (pause, told) = (Pause, null);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                if (told != exception.Message)
                {
                    told = exception.Message;
                    print(WorkDiagnostics.NotLinked(exception));
                }

                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, s_longest.Ticks));
            }

            await Task.Delay(pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

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
            store.EndDoneRun(run);
        }
    }
}
