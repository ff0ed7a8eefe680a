using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>One source file as read: its characters, never altered, and where they came from. Immutable.</summary>
public sealed record Document
{
    /// <summary>SHA-256 of the source bytes, 64 lower-case hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The name the caller gave the source, a file name as a rule.</summary>
    public required string SourceName { get; init; }

    /// <summary>The decoded text. All source spans count UTF-16 units of this string.</summary>
    public required string Text { get; init; }

    /// <summary>IANA name of the encoding that was used; <c>null</c> when the source is no text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>What the file says of itself; <c>null</c> when its format has no place for it.</summary>
    public DocumentInformation? Information { get; init; }

    /// <summary>Name and version of the engine that read its pages off pictures; <c>null</c> when none was.</summary>
    public string? OcrEngine { get; init; }

    /// <summary>Empty for plain text.</summary>
    public ImmutableArray<Page> Pages { get; init; } = [];

    /// <summary>Where characters stand on their pages; <see cref="LayoutMap.None"/> for plain text.</summary>
    public LayoutMap Layout { get; init; } = LayoutMap.None;

    /// <summary>The date the caller gave for the whole source; <c>null</c> when none was given.</summary>
    public PartialDate? Date { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
