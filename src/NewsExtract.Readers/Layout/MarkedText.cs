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
    private const int ShortestWrapped = 20;

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

    /// <summary>
    /// Parts a paragraph at its soft breaks: as a rule each line is a paragraph of its own. A long line that breaks off in
    /// mid-sentence above one without indent goes on.
    /// </summary>
    /// <param name="keepsTogether">For headings: the lines stay one.</param>
    public static IEnumerable<string> SplitSoftBreaks(string text, bool keepsTogether)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return [text];
        }

        if (keepsTogether)
        {
            return [text.Replace('\n', ' ')];
        }

        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (lines.Count > 0 && GoesOn(lines[^1], line))
            {
                lines[^1] += line;
            }
            else
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Whether a line below a soft break goes on with the sentence above it.</summary>
    public static bool GoesOn(string before, string line) =>
        line.Length > 0 && !Glyphs.IsBlank(line[0]) && before.Length >= ShortestWrapped
        && (Glyphs.IsHan(before[^1]) || before[^1] is '，' or '、') && (Glyphs.IsHan(line[0]) || Glyphs.IsNeverFirst(Glyphs.Fold(line[0])))
        && before.AsSpan().IndexOfAny('，', '。', '、') >= 0;

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
