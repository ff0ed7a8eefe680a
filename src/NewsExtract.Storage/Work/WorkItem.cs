namespace NewsExtract.Storage.Work;

/// <summary>A path that a worker is to do; where its bytes are, not the bytes.</summary>
/// <param name="Number">Its place among the run's paths, from 0.</param>
/// <param name="Name">The file's own, as records have it.</param>
/// <param name="Sha256">Of its bytes when it was registered, 64 lower-case hex digits.</param>
/// <param name="Settings">16 hex digits that name reading and extraction settings: only a worker with the same may do it.</param>
public sealed record WorkItem(long Run, int Number, string Path, string Name, string Sha256, string Settings);

/// <summary>A path to be registered.</summary>
/// <param name="Sha256"><c>null</c> when its bytes can't be had, which <paramref name="Problem"/> explains.</param>
public sealed record WorkInput(int Number, string Path, string Name, string? Sha256, long? Bytes, long? Modified, Diagnostic? Problem = null);

/// <summary>What the store knows of a path's bytes since it was last registered.</summary>
/// <param name="IsOutstanding">It is not ended.</param>
public sealed record KnownContent(string Path, string Sha256, long? Bytes, long? Modified, bool IsOutstanding);
