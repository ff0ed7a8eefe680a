using AngleSharp.Dom;

namespace NewsExtract.Readers.Html;

/// <summary>A line of a page as a browser shows it.</summary>
/// <param name="Owner">The element that holds the whole line.</param>
/// <param name="Text">Blanks collapsed; cells of a table row parted by tabs.</param>
/// <param name="Level">1 to 6 within h1 to h6; 0 elsewhere.</param>
/// <param name="LinkLength">Characters of <paramref name="Text"/> that are links.</param>
/// <param name="AfterBreak">A br parts it from the line before.</param>
internal sealed record WebBlock(IElement Owner, string Text, WebBlockKind Kind, int Level, int LinkLength, int BoldLength, bool AfterBreak)
{
    /// <summary>Characters that print.</summary>
    public int Length { get; } = Text.Count(c => !char.IsWhiteSpace(c));

    /// <summary>，。、；：！？ and their like.</summary>
    public int Marks { get; } = Text.Count(c => c is '，' or '。' or '、' or '；' or '：' or '！' or '？' or '”');

    public bool IsBold => BoldLength * 10 >= Length * 9;

    public bool IsLink => LinkLength * 2 > Length;

    /// <summary>Text as articles have it, not links or labels.</summary>
    public bool IsProse => Marks > 0 && Length >= 10 && LinkLength * 10 < Length * 4;
}

internal enum WebBlockKind
{
    Text,
    ListItem,
    TableRow,
    Caption,
}
