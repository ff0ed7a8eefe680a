using System.Collections.Immutable;

namespace NewsExtract.BulletinPrinter.Bulletins;

internal enum BodyKind
{
    Paragraph,
    Section,

    /// <summary>A row of a table or list, its cells parted by blanks.</summary>
    Row,

    Caption,

    /// <summary>An editor's or jump line at the end.</summary>
    Tail,
}

internal readonly record struct BodyBlock(BodyKind Kind, string Text);

/// <summary>What is printed of one article.</summary>
internal sealed record PrintedArticle(string Headline)
{
    public string? Kicker { get; init; }

    public string? Subhead { get; init; }

    public string? Byline { get; init; }

    public ImmutableArray<BodyBlock> Body { get; init; } = [];
}

/// <summary>The articles that one file prints.</summary>
/// <param name="Name">Of its bulletin, or of its bulletins joined by +.</param>
/// <param name="RunningHead">On every page; <c>null</c> when the bulletin gives none.</param>
internal sealed record Edition(string Name, string? RunningHead, ImmutableArray<PrintedArticle> Articles);
