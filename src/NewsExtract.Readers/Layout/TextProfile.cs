namespace NewsExtract.Readers.Layout;

/// <summary>Counts over a line or paragraph.</summary>
/// <param name="Visible">Characters that print.</param>
/// <param name="Columns">Width, blanks inside included.</param>
/// <param name="Stops">。 and other full stops.</param>
/// <param name="Questions">！ and ？.</param>
/// <param name="Commas">，</param>
/// <param name="ClauseMarks">，、；：</param>
/// <param name="WideGaps">Gaps of four columns and more, or tabs.</param>
/// <param name="Gaps">All gaps.</param>
internal readonly record struct TextProfile(
    int Visible, int Columns, int Stops, int Questions, int Commas, int ClauseMarks, int WideGaps, int Gaps, int Han, int Latin, char First, char Last, Ending Ending)
{
    /// <summary>我 区 集 中 开 工: blanks stand between all characters.</summary>
    public bool IsLetterSpaced => Gaps >= 3 && Gaps * 5 >= Visible * 2 && WideGaps * 3 <= Gaps;

    public static TextProfile Of(string source, List<TextSpan> pieces, ReadOnlySpan<char> tail)
    {
        int visible = 0, columns = 0, stops = 0, questions = 0, commas = 0, marks = 0, wideGaps = 0, gaps = 0, han = 0, latin = 0;
        char first = '\0', last = '\0';
        foreach (var piece in pieces)
        {
            var gap = 0;
            for (var i = piece.Start; i < piece.End; i++)
            {
                var c = source[i];
                if (Glyphs.IsBlank(c))
                {
                    gap += c == '\t' ? 8 : Glyphs.Columns(c);
                    continue;
                }

                if (gap > 0)
                {
                    gaps++;
                    wideGaps += gap >= 4 ? 1 : 0;
                    columns += gap;
                    gap = 0;
                }

                columns += Glyphs.Columns(c);
                visible++;
                c = Glyphs.Fold(c);
                first = visible == 1 ? c : first;
                last = c;
                if (Glyphs.IsHan(c))
                {
                    han++;
                }
                else if (c is '。' or '｡' or '…')
                {
                    stops++;
                }
                else if (c is '!' or '?')
                {
                    questions++;
                }
                else if (Glyphs.IsClauseMark(c))
                {
                    marks++;
                    commas += c == ',' ? 1 : 0;
                }
                else if (Glyphs.IsLatin(c))
                {
                    latin++;
                }
            }
        }

        return new TextProfile(visible, columns, stops, questions, commas, marks, wideGaps, gaps, han, latin, first, last, EndingOf(tail));
    }

    /// <summary>Looks through closing quotes and brackets; （张三） after a full stop leaves the sentence closed.</summary>
    private static Ending EndingOf(ReadOnlySpan<char> tail)
    {
        var position = tail.Length - 1;
        var closers = 0;
        while (position > 0 && closers < 4 && Glyphs.IsCloser(tail[position]))
        {
            // （……。）: the sentence stands in the bracket; （张三）: before it.
            if (tail[position] is ')' or '】' && !Glyphs.IsStop(tail[position - 1]))
            {
                var open = FindOpening(tail, position);
                if (open == 0)
                {
                    return Ending.Closed;
                }

                position = open > 0 ? open : position;
            }

            closers++;
            position--;
        }

        var last = tail[position];
        return Glyphs.IsStop(last) || (last == '.' && position > 0 && !char.IsAsciiDigit(tail[position - 1])) ? Ending.Closed
            : last is ';' or ':' && closers == 0 ? Ending.Soft
            : Ending.Open;
    }

    private static int FindOpening(ReadOnlySpan<char> tail, int position)
    {
        var depth = 0;
        for (var i = position; i >= 0; i--)
        {
            if (tail[i] is ')' or '】')
            {
                depth++;
            }
            else if (tail[i] is '(' or '【' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
