namespace NewsExtract.Readers.Layout;

/// <summary>Cuts a text into lines at LF, CR, CRLF, form feeds and the other line ends of Unicode.</summary>
internal static class LineScanner
{
    public static List<SourceLine> Scan(string text, CancellationToken cancellation)
    {
        var lines = new List<SourceLine>();
        int blankLines = 0, position = 0;
        var pageBreak = false;
        while (position < text.Length)
        {
            int indent = 0, start = position;
            while (start < text.Length && Glyphs.IsBlank(text[start]) && !Glyphs.IsLineEnd(text[start]))
            {
                indent += text[start] == '\t' ? 4 : text[start] == '\u3000' ? 2 : Glyphs.Columns(text[start]);
                start++;
            }

            var stop = start;
            var end = start;
            for (; stop < text.Length && !Glyphs.IsLineEnd(text[stop]); stop++)
            {
                if (!Glyphs.IsBlank(text[stop]))
                {
                    end = stop + 1;
                }
            }

            if (end > start)
            {
                if (lines.Count % 4096 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                lines.Add(new SourceLine(start, end, indent, blankLines, pageBreak));
                blankLines = 0;
                pageBreak = false;
            }
            else
            {
                blankLines++;
            }

            if (stop < text.Length)
            {
                pageBreak |= text[stop] == '\f';
                stop += text[stop] == '\r' && stop + 1 < text.Length && text[stop + 1] == '\n' ? 2 : 1;
            }

            position = stop;
        }

        return lines;
    }
}
