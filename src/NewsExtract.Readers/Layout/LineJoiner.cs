namespace NewsExtract.Readers.Layout;

/// <summary>
/// Joins the lines of hard-wrapped paragraphs: a line that fills its column goes on in the line right below unless that
/// one is indented. Texts with one line a paragraph have no column width, and nothing is joined.
/// </summary>
internal static class LineJoiner
{
    private const int ParagraphIndent = 2;
    private const int WidestParagraphIndent = 10;

    public static List<TextUnit> Join(List<TextUnit> units, string source)
    {
        var widths = ColumnWidths.Measure(Candidates(units));
        if (widths.IsEmpty)
        {
            return units;
        }

        var indents = UsesIndents(units);
        var joined = new List<TextUnit>(units.Count);
        TextUnit? last = null;
        var baseIndent = 0;
        var texts = 0;
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            var adjacent = IsAdjacent(unit);
            if (!adjacent || last is null)
            {
                baseIndent = RunIndent(units, i);
            }

            if (last is not null && adjacent && i > 0
                && Continues(units, i, widths, indents, baseIndent, source, isFirstText: texts == 1))
            {
                last.Pieces.AddRange(unit.Pieces);
                last.Lines++;
                continue;
            }

            joined.Add(unit);
            texts += unit.IsFurniture ? 0 : 1;
            last = unit.Kind == UnitKind.Prose ? unit : null;
        }

        return joined;
    }

    private static bool IsAdjacent(TextUnit unit) => unit.Kind == UnitKind.Prose && unit.BlankLines == 0 && !unit.AfterPageBreak;

    private static IEnumerable<(int Columns, bool HasMarks, bool EndsInWord)> Candidates(List<TextUnit> units)
    {
        for (var i = 0; i + 1 < units.Count; i++)
        {
            var profile = units[i].Profile;
            if (units[i].Kind == UnitKind.Prose && IsAdjacent(units[i + 1]) && profile.Ending == Ending.Open && !HasRowGaps(profile))
            {
                yield return (profile.Columns, profile.ClauseMarks + profile.Stops > 0, !Glyphs.IsClauseMark(profile.Last));
            }
        }
    }

    private static bool HasRowGaps(in TextProfile profile) => profile.WideGaps > 0 && !profile.IsLetterSpaced;

    // Indents tell paragraphs where some lines have them and the lines below do not.
    private static bool UsesIndents(List<TextUnit> units)
    {
        var openings = 0;
        for (var i = 0; i + 1 < units.Count && openings < 2; i++)
        {
            if (units[i].Kind == UnitKind.Prose && IsAdjacent(units[i + 1]) && units[i].Indent - units[i + 1].Indent is >= ParagraphIndent and <= WidestParagraphIndent
                && units[i].Profile.Ending == Ending.Open)
            {
                openings++;
            }
        }

        return openings >= 2;
    }

    private static int RunIndent(List<TextUnit> units, int start)
    {
        var least = units[start].Indent;
        for (var i = start + 1; i < units.Count && i < start + 200 && IsAdjacent(units[i]); i++)
        {
            least = Math.Min(least, units[i].Indent);
        }

        return least;
    }

    private static bool Continues(List<TextUnit> units, int index, ColumnWidths widths, bool indents, int baseIndent, string source, bool isFirstText)
    {
        var line = units[index - 1];
        var next = units[index];
        if (HasRowGaps(line.Profile) || HasRowGaps(next.Profile) || !widths.IsFull(line.Profile.Columns, FirstUnitColumns(source, next)))
        {
            return false;
        }

        if (next.Indent >= baseIndent + ParagraphIndent && (indents || next.Indent > line.Indent))
        {
            return false;
        }

        // What goes on fills its column as well, or ends the paragraph.
        var following = index + 1 < units.Count && IsAdjacent(units[index + 1]) ? FirstUnitColumns(source, units[index + 1]) : 0;
        var nextIsFull = following > 0 && widths.IsFull(next.Profile.Columns, following);
        if (next.Profile.Ending == Ending.Open && !nextIsFull && following > 0)
        {
            return false;
        }

        if (line.Profile.Ending == Ending.Closed)
        {
            return indents ? next.Profile.Ending != Ending.Open || nextIsFull
                : !BreakJoiner.OpensParagraph(source, next) && (nextIsFull || next.Profile.Ending == Ending.Closed);
        }

        // The first line of all is a headline unless it breaks off within a word.
        return !isFirstText || line.Profile.ClauseMarks + line.Profile.Stops > 0 || BreakJoiner.IsWordAcross(source, line, next);
    }

    // A Chinese character with the mark after it, or a whole Latin word or number, stays on one line.
    private static int FirstUnitColumns(string source, TextUnit unit)
    {
        var span = unit.Pieces[0];
        var position = span.Start;
        var columns = 0;
        while (position < span.End && (Glyphs.IsLatin(Glyphs.Fold(source[position])) || char.IsAsciiDigit(Glyphs.Fold(source[position])) || source[position] is '.' or '%'))
        {
            columns += Glyphs.Columns(source[position++]);
        }

        if (columns == 0)
        {
            columns = Glyphs.Columns(source[position++]);
        }

        return columns + (position < span.End && Glyphs.IsNeverFirst(Glyphs.Fold(source[position])) ? 2 : 0);
    }
}
