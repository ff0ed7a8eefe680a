namespace NewsExtract.Batch;

/// <summary>A file to ingest, or a path that leads to none.</summary>
/// <param name="Path">Absolute: what the store knows it by.</param>
/// <param name="Name">The file's own, as records have it.</param>
/// <param name="Load">Gives its bytes, or throws <see cref="DocumentReadException"/>.</param>
public sealed record BatchInput(string Path, string Name, Func<ReadOnlyMemory<byte>> Load)
{
    /// <summary>Of the file; <c>null</c> where that is not known, and its bytes are looked at each time.</summary>
    public long? Bytes { get; init; }

    /// <summary>When the file last changed, in 100 ns since year 1, UTC.</summary>
    public long? Modified { get; init; }

    /// <summary>Why there is nothing to load; <c>null</c> when there is.</summary>
    public Diagnostic? Problem { get; init; }
}
