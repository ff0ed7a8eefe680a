using System.Collections.Immutable;

namespace NewsExtract.Readers.Layout;

/// <summary>A block of an article in the making.</summary>
internal sealed record DraftBlock(BlockKind Kind, List<TextSpan> Pieces, TextUnit Unit)
{
    public BlockKind Kind { get; set; } = Kind;

    public Block ToBlock() => new(Kind, [.. Pieces]);
}

/// <summary>An article in the making.</summary>
internal sealed class ArticleDraft
{
    /// <summary>Furniture before the headline, then kicker, headline, subhead and byline.</summary>
    public List<DraftBlock> Front { get; } = [];

    public List<DraftBlock> Body { get; } = [];

    /// <summary>The lines above the body of which the headline is one, with names that may be the author's.</summary>
    public List<DraftBlock> Titles { get; } = [];

    public PairSet Pairs { get; } = new();

    public ImmutableArray<Diagnostic>.Builder Diagnostics { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool HasText { get; private set; }

    public bool HasTitle => Titles.Count > 0;

    /// <summary>A byline, an editor's line or a jump ended it.</summary>
    public bool IsClosed { get; set; }

    /// <summary>A byline stands below the headline.</summary>
    public bool HasHeaderByline { get; set; }

    public int Headings { get; set; }

    /// <summary>The paragraph that broke off in mid-sentence; <c>null</c> when the last one did not.</summary>
    public DraftBlock? Open { get; set; }

    /// <summary>What the running head above it said, for the articles that share it.</summary>
    public string? IssueSource { get; set; }

    public PartialDate? IssueDate { get; set; }

    public void AddTitle(TextUnit unit)
    {
        var block = new DraftBlock(BlockKind.Headline, unit.Pieces, unit);
        Front.Add(block);
        Titles.Add(block);
    }

    public DraftBlock AddText(TextUnit unit, BlockKind kind, string source)
    {
        var block = new DraftBlock(kind, unit.Pieces, unit);
        Body.Add(block);
        if (kind is BlockKind.Body or BlockKind.Heading)
        {
            HasText = true;
            Pairs.Add(source, unit.Pieces);
        }

        return block;
    }

    /// <summary>Makes the only section heading of a text without headline its headline.</summary>
    public void PromoteHeading()
    {
        var block = Body.Find(block => block.Kind == BlockKind.Heading)!;
        Body.Remove(block);
        Headings = 0;
        AddTitle(block.Unit);
    }

    /// <summary>Takes over all blocks of a piece of text that turned out to belong here.</summary>
    public void Absorb(ArticleDraft other, string source)
    {
        Body.AddRange(other.Front);
        foreach (var block in other.Body)
        {
            Body.Add(block);
            Pairs.Add(source, block.Pieces);
        }

        HasText |= other.HasText;
        Open = other.Open;
        IsClosed = other.IsClosed;
        Diagnostics.AddRange(other.Diagnostics);
    }
}
