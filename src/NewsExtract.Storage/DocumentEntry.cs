using System.Collections.Immutable;

namespace NewsExtract.Storage;

/// <summary>A document as it is stored: what its bytes were, what reading and extraction made of them, and with which settings.</summary>
public sealed record DocumentEntry
{
    /// <summary>Of the source bytes, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file's name without folders, as records have it.</summary>
    public required string Name { get; init; }

    public required long Bytes { get; init; }

    public required ExtractionState State { get; init; }

    /// <summary>Text of its settings: a document is read again when they differ.</summary>
    public required string ReadingKey { get; init; }

    /// <summary>Text of its settings, rules and models: a document is extracted again when they differ.</summary>
    public required string ExtractionKey { get; init; }

    /// <summary>Of the program: <c>0.1.0</c>.</summary>
    public required string Version { get; init; }

    public string? Encoding { get; init; }

    public string? Ocr { get; init; }

    /// <summary>UTF-16 units of its text; 0 when it could not be read.</summary>
    public int Characters { get; init; }

    public ImmutableArray<Page> Pages { get; init; } = [];

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>In the order of the document.</summary>
    public ImmutableArray<ArticleRecord> Articles { get; init; } = [];

    /// <summary>What reading made of the bytes, packed; <c>null</c> to keep what the store has.</summary>
    public ReadOnlyMemory<byte>? Reading { get; init; }
}

/// <summary>How far a document came.</summary>
public enum ExtractionState
{
    Complete,

    /// <summary>Its diagnostics name something left out.</summary>
    Partial,

    /// <summary>Its diagnostics say why nothing could be read.</summary>
    Failed,
}

/// <summary>What the store knows of a document before it is worked on.</summary>
/// <param name="HasReading">What reading made of it with <paramref name="ReadingKey"/> is kept.</param>
/// <param name="Path">The path that it is stored for, others with the same bytes being duplicates; <c>null</c> when no path leads to it any more.</param>
public sealed record DocumentSummary(string Sha256, string Name, ExtractionState State, string ReadingKey, string ExtractionKey, string Version, bool HasReading, string? Path);
