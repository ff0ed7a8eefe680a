using System.Collections.Immutable;

namespace NewsExtract.Storage.Queries;

/// <summary>A document as it stands in the store.</summary>
/// <param name="Paths">Every path at which its bytes were found, by their characters; the file may be gone from there, or another.</param>
public sealed record DocumentHit(string Sha256, string Name, ExtractionState State, ImmutableArray<PageSize> Pages, ImmutableArray<string> Paths)
{
    /// <summary>In their order.</summary>
    public ImmutableArray<ArticlePlace> Articles { get; init; } = [];

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A page, counted from 1, with its size in PDF points.</summary>
public sealed record PageSize(int Number, double Width, double Height);

/// <summary>An article's place, and what is linked with it.</summary>
/// <param name="Entities">The linked entity of the article's entities, by their 0-based number in the record.</param>
/// <param name="Reprints">Other articles that print the same text, the latest first.</param>
public sealed record ArticleContext(ArticlePlace Place, ImmutableSortedDictionary<int, long> Entities, ImmutableArray<ArticlePlace> Reprints);
