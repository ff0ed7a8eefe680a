using System.Collections.Immutable;
using NewsExtract.Storage;

namespace NewsExtract.Batch;

/// <summary>What came of one input, and of all so far.</summary>
/// <param name="Diagnostics">Of this input.</param>
/// <param name="Pages">Of this input's document; empty where it has none, or was left as it was.</param>
public sealed record IngestProgress(RunEntry Entry, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Page> Pages, IngestCounts Counts);

/// <summary>Inputs by what became of them, and what was found in those that were done.</summary>
public sealed record IngestCounts(int Stored, int Extracted, int Unchanged, int Duplicates, int Failed, int Partial, long Articles, long Facts)
{
    public static IngestCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    public int Inputs => Stored + Extracted + Unchanged + Duplicates + Failed;

    internal IngestCounts Add(RunEntry entry, bool isPartial) => this with
    {
        Stored = Stored + (entry.Outcome == RunOutcome.Stored ? 1 : 0),
        Extracted = Extracted + (entry.Outcome == RunOutcome.Extracted ? 1 : 0),
        Unchanged = Unchanged + (entry.Outcome == RunOutcome.Unchanged ? 1 : 0),
        Duplicates = Duplicates + (entry.Outcome == RunOutcome.Duplicate ? 1 : 0),
        Failed = Failed + (entry.Outcome == RunOutcome.Failed ? 1 : 0),
        Partial = Partial + (isPartial ? 1 : 0),
        Articles = Articles + entry.Articles,
        Facts = Facts + entry.Facts,
    };
}
