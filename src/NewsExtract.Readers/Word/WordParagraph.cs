namespace NewsExtract.Readers.Word;

internal enum WordParagraphKind
{
    Text,
    ListItem,
    TableRow,
    Note,

    /// <summary>Of a header or footer, or a table of contents.</summary>
    Furniture,
}

/// <summary>A paragraph or table row with what tells headings.</summary>
/// <param name="Text">With its number; soft breaks are line ends, cells of a row are parted by tabs.</param>
/// <param name="Size">Half points of most of its characters.</param>
/// <param name="EmptyBefore">Empty paragraphs before it.</param>
internal sealed record WordParagraph(string Text, WordParagraphKind Kind, WordStyle Style, int Size, bool IsBold, bool IsCentred, int EmptyBefore);
