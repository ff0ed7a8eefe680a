using System.Text;

namespace NewsExtract.Readers.Layout;

/// <summary>A line in the making: its text as it shows, and what the markup says of it.</summary>
internal sealed record DraftLine(string Text, LineMark Mark)
{
    public int BlankLines { get; init; }

    public int Level { get; init; }

    public bool OpensArticle { get; init; }
}

/// <summary>Makes text and layout of the lines of a source without pages.</summary>
internal static class MarkedText
{
    /// <param name="lines">Lines that show nothing are left out.</param>
    public static (string Text, MarkedLayout Layout) Compose(IEnumerable<DraftLine> lines, bool knowsArticles)
    {
        var text = new StringBuilder();
        var marked = new List<MarkedLine>();
        var opens = false;
        foreach (var line in lines)
        {
            opens |= line.OpensArticle;
            var start = text.Length;
            AppendVisible(text, line.Text);
            if (text.Length == start)
            {
                continue;
            }

            marked.Add(new MarkedLine(new TextSpan(start, text.Length), line.Mark, line.BlankLines, line.Level, knowsArticles && (opens || marked.Count == 0)));
            opens = false;
            text.Append('\n');
        }

        return (text.ToString(), new MarkedLayout([.. marked], knowsArticles));
    }

    // What prints as nothing goes, as do blanks at both ends; a tab parts cells and stays.
    private static void AppendVisible(StringBuilder text, string line)
    {
        var start = text.Length;
        var blank = '\0';
        foreach (var c in line)
        {
            if (!Glyphs.IsBlank(c))
            {
                if (blank != '\0' && text.Length > start)
                {
                    text.Append(blank);
                }

                text.Append(c);
                blank = '\0';
            }
            else if (c is '\t' or ' ' or '\u00A0' or '\u3000' || Glyphs.IsLineEnd(c) || (c > '\u1FFF' && c < '\u200B'))
            {
                blank = c == '\t' || blank == '\t' ? '\t' : c == '\u3000' || blank == '\u3000' ? '\u3000' : ' ';
            }
        }
    }
}
