using System.Collections.Immutable;

namespace NewsExtract.Core;

/// <summary>What a block of an article is.</summary>
public enum BlockKind
{
    /// <summary>The line above the headline (引题, 肩题).</summary>
    Kicker,
    Headline,

    /// <summary>The line below the headline (副题), often after ——.</summary>
    Subhead,

    /// <summary>A line that only names who wrote, took or edited.</summary>
    Byline,

    /// <summary>A paragraph, table row or list row of the story.</summary>
    Body,

    /// <summary>A section heading within the story (小标题).</summary>
    Heading,
    Caption,

    /// <summary>Running heads, feet, page numbers, issue lines.</summary>
    Furniture,

    /// <summary>A line that sends the reader elsewhere: 下转第3版, 上接第1版.</summary>
    Jump,
}

/// <summary>
/// A logical line or paragraph of an article. <paramref name="Pieces"/> are spans of <see cref="Document.Text"/>
/// in reading order; there are several when a column, page or caption cut the paragraph. A character that a break
/// doubled is in no piece.
/// </summary>
public sealed record Block(BlockKind Kind, ImmutableArray<TextSpan> Pieces);

/// <summary>One article of a document. Block order is the logical one: headline first even when it was set in mid-story.</summary>
public sealed record Article
{
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>As printed, names parted by one space; <c>null</c> when the article names none.</summary>
    public string? Author { get; init; }

    /// <summary>Where the author stands in the source; empty when there is none.</summary>
    public ImmutableArray<TextSpan> AuthorSpans { get; init; } = [];

    /// <summary>The paper or the credit that opens the story: 本刊讯, 江城制造; <c>null</c> when none is given.</summary>
    public string? Source { get; init; }

    /// <summary>The printed place-and-agency line: 新华社北京3月5日电; <c>null</c> when there is none.</summary>
    public string? Dateline { get; init; }

    /// <summary>The day, month or year of issue that the source prints, or the caller's; <c>null</c> when neither.</summary>
    public PartialDate? PublicationDate { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
