using System.Collections.Immutable;

namespace NewsExtract.Storage;

/// <summary>What a run did with a path.</summary>
public enum RunOutcome
{
    /// <summary>Read and extracted.</summary>
    Stored,

    /// <summary>Extracted again from what reading it had made of it before.</summary>
    Extracted,

    /// <summary>Nothing had changed.</summary>
    Unchanged,

    /// <summary>Its bytes are those of another path.</summary>
    Duplicate,

    /// <summary>It came to nothing; the problem says why.</summary>
    Failed,
}

/// <param name="Number">Its place among the run's paths, from 0.</param>
/// <param name="Seconds">What it took, as far as it was worked on.</param>
/// <param name="Problem">Why it failed; <c>null</c> when it did not.</param>
public sealed record RunEntry(long Run, int Number, string Path, RunOutcome Outcome, double Seconds, int Articles, int Facts, Diagnostic? Problem = null)
{
    /// <summary>Of the document that the path now leads to, the problem among them; filled by <see cref="NewsStore.FindRun"/>.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A run as a whole.</summary>
/// <param name="Started">ISO 8601, UTC, to the second.</param>
/// <param name="Finished"><c>null</c> while it goes on, or when it was ended.</param>
public sealed record RunSummary(long Run, string Version, string ReadingKey, string ExtractionKey, string Started, string? Finished);

/// <summary>What a run came to.</summary>
/// <param name="Started">ISO 8601, UTC, to the second.</param>
/// <param name="Finished"><c>null</c> while it goes on, or when it was ended.</param>
/// <param name="Inputs">Paths that it was done with.</param>
public sealed record RunTotals(long Run, string Started, string? Finished, long Inputs, long Articles, long Facts, long Failed);
