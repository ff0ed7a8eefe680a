namespace NewsExtract.Readers.Layout;

internal enum UnitKind
{
    /// <summary>A paragraph of sentences.</summary>
    Prose,

    /// <summary>A row of a list or table, or a short line that is no heading.</summary>
    Row,

    /// <summary>A short line that may be a headline or a heading.</summary>
    Title,

    /// <summary>A line after ——.</summary>
    DashTitle,
    Byline,

    /// <summary>A line that is a byline and nothing else, in brackets: it closes a story.</summary>
    ClosingByline,

    /// <summary>责编：…</summary>
    EditorLine,
    Caption,
    Head,
    PageNumber,
    DateLine,
    Jump,
}

/// <summary>How a line or paragraph ends.</summary>
internal enum Ending
{
    /// <summary>In mid-sentence.</summary>
    Open,

    /// <summary>With ； or ：.</summary>
    Soft,

    /// <summary>With a full stop and what may follow it.</summary>
    Closed,
}

/// <summary>One or more lines that belong together, before it is known to which article.</summary>
internal sealed class TextUnit
{
    public required List<TextSpan> Pieces { get; init; }

    public UnitKind Kind { get; set; }

    public int Indent { get; init; }

    public int BlankLines { get; init; }

    public bool AfterPageBreak { get; init; }

    /// <summary>Physical lines that were joined.</summary>
    public int Lines { get; set; } = 1;

    public TextProfile Profile { get; set; }

    /// <summary>For furniture and bylines.</summary>
    public string? Source { get; set; }

    public PartialDate? Date { get; set; }

    /// <summary>For bylines, and for paragraphs that end with one in brackets.</summary>
    public List<TextSpan> Authors { get; set; } = [];

    /// <summary>For paragraphs that open a story.</summary>
    public StoryOpening? Opening { get; set; }

    /// <summary>Ends with a byline in brackets after its last sentence.</summary>
    public bool EndsWithByline { get; set; }

    /// <summary>A headline-like line of names and nothing else, each with a family name.</summary>
    public bool NamesPerson { get; set; }

    /// <summary>一、, 1．, ● and the like open it.</summary>
    public bool IsNumbered { get; set; }

    /// <summary>A jump that comes from another page (上接).</summary>
    public bool IsJumpBack { get; set; }

    /// <summary>The source says that it is a whole paragraph: it neither goes on nor is it gone on with.</summary>
    public bool IsWhole { get; set; }

    /// <summary>How it was set; <c>null</c> when the source is not a printed page.</summary>
    public TypeSetting? Setting { get; set; }

    /// <summary>Where the line ends, in the measure by which the text was wrapped.</summary>
    public int RightEdge { get; set; }

    public int Start => Pieces[0].Start;

    public int End => Pieces[^1].End;

    public bool IsBody => Kind is UnitKind.Prose or UnitKind.Row;

    public bool IsTitle => Kind is UnitKind.Title or UnitKind.DashTitle;

    public bool IsFurniture => Kind is UnitKind.Head or UnitKind.PageNumber or UnitKind.DateLine;
}
