using System.Collections.Immutable;

namespace NewsExtract.Web.Tests;

/// <summary>A stage of the pipeline that stops at articles that say a word, until it is let go on; with it facts have no confidence.</summary>
internal sealed class Gate(string word) : IFactScorer
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _passes;

    /// <summary>Articles that say the word go by so often before one is stopped.</summary>
    public int Passes { get; init; }

    /// <summary>An article waits.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _opened.TrySetResult();

    public ImmutableArray<FactScore> Score(FactContext context, ImmutableArray<Fact> facts)
    {
        if (context.Text.Text.Contains(word, StringComparison.Ordinal) && Interlocked.Increment(ref _passes) > Passes)
        {
            _reached.TrySetResult();
            _opened.Task.Wait();
        }

        return [.. facts.Select(static _ => new FactScore(null))];
    }
}
