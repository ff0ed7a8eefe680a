namespace NewsExtract.Readers.Layout;

/// <summary>Reads the byline in brackets after the last sentence of a story: …参加活动。（张三　李四）</summary>
internal static class ClosingCreditReader
{
    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <summary>The authors that the bracket names.</summary>
    public static List<TextSpan> Read(LineText line) =>
        ReadBracket(line) is { } credits ? [.. credits.Credits.Where(credit => credit.Role == CreditRole.Author).Select(credit => credit.Name)] : [];

    /// <summary>Whether a bracket with credits ends the paragraph, authors or others.</summary>
    public static bool EndsWithCredits(LineText line) => ReadBracket(line) is { HasRole: true } or { Credits.Count: > 0 };

    private static CreditLine? ReadBracket(LineText line)
    {
        var tail = line.Tail;
        if (tail.Length < 5 || tail[^1] is not (')' or '】'))
        {
            return null;
        }

        var open = tail.LastIndexOf(tail[^1] == ')' ? '(' : '【');
        if (open < 1 || !(Glyphs.IsStop(tail[open - 1]) || (Glyphs.IsCloser(tail[open - 1]) && open > 1 && Glyphs.IsStop(tail[open - 2]))))
        {
            return null;
        }

        var content = tail[(open + 1)..^1];
        if (content.Length < 2 || s_lexicon.NotBylines.Contains(content) || content[0] == '据')
        {
            return null;
        }

        return CreditReader.Read(line.Source, new TextSpan(line.TailOffset(open + 1), line.TailOffset(tail.Length - 1)));
    }
}
