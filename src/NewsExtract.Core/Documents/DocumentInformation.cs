using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>An entry of a source's table of contents.</summary>
/// <param name="Level">0 for chapters.</param>
/// <param name="Page">1-based; <c>null</c> when it leads to none.</param>
public sealed record OutlineEntry(string Title, int Level, int? Page);

/// <summary>
/// What a file says of itself. Programs fill much of it in, often wrongly: nothing is extracted from it, and its dates are not the
/// date of issue. A property is <c>null</c> when the file does not say.
/// </summary>
public sealed record DocumentInformation
{
    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Subject { get; init; }

    public string? Keywords { get; init; }

    /// <summary>The program that the text was written in.</summary>
    public string? Creator { get; init; }

    /// <summary>The program that made the file.</summary>
    public string? Producer { get; init; }

    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];
}
