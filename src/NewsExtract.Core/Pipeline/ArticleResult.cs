using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>Everything found in one article; spans count units of <see cref="ArticleText.Text"/> of <paramref name="Text"/>.</summary>
/// <param name="Index">0-based place of the article in its document.</param>
/// <param name="Mentions">By position, without overlaps.</param>
/// <param name="Facts">By evidence position, then type and content.</param>
public sealed record ArticleResult(
    int Index,
    ArticleText Text,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<Entity> Entities,
    ImmutableArray<Fact> Facts)
{
    /// <summary>What came to nothing and why, by position; empty unless the pipeline was asked to trace.</summary>
    public ImmutableArray<Rejection> Rejections { get; init; } = [];
}

public enum ExtractionStatus
{
    Complete,

    /// <summary>Something was left out; the diagnostics say what.</summary>
    Partial,
    Failed,
}

/// <summary>What came of one source.</summary>
/// <param name="Document"><c>null</c> when the source could not be read.</param>
public sealed record ExtractionResult(
    string SourceName,
    Document? Document,
    ImmutableArray<ArticleResult> Articles,
    ImmutableArray<Diagnostic> Diagnostics,
    ExtractionStatus Status);
