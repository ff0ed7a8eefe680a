using System.Collections.Immutable;

namespace NewsExtract.Readers.Isolation;

/// <summary>How processes that read untrusted files are started and bounded.</summary>
public sealed record ReaderProcessOptions
{
    /// <summary>The program that is started; it must call <see cref="ReaderWorker.Run"/> with its standard input and output.</summary>
    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Longest time that one source may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most memory of a process in bytes.</summary>
    public long MemoryLimit { get; init; } = 3L << 30;
}
