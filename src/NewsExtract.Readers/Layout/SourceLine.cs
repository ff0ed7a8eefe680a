namespace NewsExtract.Readers.Layout;

/// <summary>A line that prints something: its characters without the blanks around them.</summary>
/// <param name="Indent">Columns of blanks before the first character.</param>
/// <param name="BlankLines">Empty lines before it.</param>
/// <param name="AfterPageBreak">A form feed stands between it and the line before.</param>
/// <param name="Split">It is the rest of a physical line whose other part is a jump.</param>
internal readonly record struct SourceLine(int Start, int End, int Indent, int BlankLines, bool AfterPageBreak, bool Split = false)
{
    public TextSpan Span => new(Start, End);
}
