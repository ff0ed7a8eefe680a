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
        var widths = Measure(units, source);
        if (widths.IsEmpty)
        {
            return units;
        }

        RevertBrokenLines(units, widths, source);
        var indents = UsesIndents(units);
        var blanks = UsesBlankLines(units, widths, source);
        var joined = new List<TextUnit>(units.Count);
        TextUnit? last = null;
        var baseIndent = 0;
        var isList = false;
        var texts = 0;
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            var adjacent = IsAdjacent(unit);
            if (!adjacent || last is null)
            {
                (baseIndent, isList) = ReadRun(units, i);
            }

            if (last is not null && adjacent && i > 0 && !(isList && units[i - 1].Profile.Ending != Ending.Open)
                && Continues(units, i, widths, indents, blanks, baseIndent, source, isFirstText: texts == 1))
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

    // A column is so many ideographs wide, or, in texts that a program wrapped, so many characters of any kind.
    private static ColumnWidths Measure(List<TextUnit> units, string source)
    {
        foreach (var unit in units)
        {
            unit.RightEdge = 2 * (IndentCharacters(source, unit) + unit.Pieces[0].Length);
        }

        var byCharacters = ColumnWidths.Measure(Candidates(units));
        foreach (var unit in units)
        {
            unit.RightEdge = unit.Indent + unit.Profile.Columns;
        }

        var byColumns = ColumnWidths.Measure(Candidates(units));
        if (byCharacters.Agreement <= byColumns.Agreement * 5 / 4)
        {
            return byColumns;
        }

        foreach (var unit in units)
        {
            unit.RightEdge = 2 * (IndentCharacters(source, unit) + unit.Pieces[0].Length);
        }

        return byCharacters;
    }

    private static int IndentCharacters(string source, TextUnit unit)
    {
        var position = unit.Start;
        while (position > 0 && Glyphs.IsBlank(source[position - 1]) && !Glyphs.IsLineEnd(source[position - 1]))
        {
            position--;
        }

        return unit.Start - position;
    }

    private static bool IsAdjacent(TextUnit unit) => unit.Kind == UnitKind.Prose && unit.BlankLines == 0 && !unit.AfterPageBreak;

    private static IEnumerable<(int Columns, bool HasMarks, bool EndsInWord)> Candidates(List<TextUnit> units)
    {
        for (var i = 0; i + 1 < units.Count; i++)
        {
            var profile = units[i].Profile;
            if (units[i].Kind == UnitKind.Prose && IsAdjacent(units[i + 1]) && profile.Ending == Ending.Open && !HasRowGaps(profile))
            {
                yield return (units[i].RightEdge, profile.ClauseMarks + profile.Stops > 0, !Glyphs.IsClauseMark(profile.Last));
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

    // Blank lines part paragraphs where no paragraph ends above a line that follows at once.
    private static bool UsesBlankLines(List<TextUnit> units, ColumnWidths widths, string source)
    {
        int endings = 0, pairs = 0;
        for (var i = 0; i + 1 < units.Count; i++)
        {
            if (units[i].Kind == UnitKind.Prose && IsAdjacent(units[i + 1]) && !HasRowGaps(units[i].Profile))
            {
                pairs++;
                endings += units[i].Profile is { Ending: Ending.Closed, Commas: > 0 } && !widths.IsFull(units[i].RightEdge, FirstUnitColumns(source, units[i + 1])) ? 1 : 0;
            }
        }

        return pairs > 0 && endings * 30 <= pairs;
    }

    // The lines up to the next blank line: their least indent, and whether most of them end a sentence or item of their own.
    private static (int Indent, bool IsList) ReadRun(List<TextUnit> units, int start)
    {
        var least = units[start].Indent;
        int lines = 1, ended = units[start].Profile.Ending != Ending.Open ? 1 : 0;
        for (var i = start + 1; i < units.Count && i < start + 200 && IsAdjacent(units[i]); i++)
        {
            least = Math.Min(least, units[i].Indent);
            lines++;
            ended += units[i].Profile.Ending != Ending.Open ? 1 : 0;
        }

        return (least, lines > 3 && ended * 4 >= lines * 3);
    }

    // A line of a paragraph may look like a byline (日电（记者 张三、通讯员) or a subhead (——江州) when wrapping put it there.
    private static void RevertBrokenLines(List<TextUnit> units, ColumnWidths widths, string source)
    {
        for (var i = 1; i < units.Count; i++)
        {
            var unit = units[i];
            var before = units[i - 1];
            if (unit.Kind is not (UnitKind.Byline or UnitKind.EditorLine or UnitKind.DashTitle or UnitKind.ClosingByline) || unit.BlankLines > 0 || unit.AfterPageBreak)
            {
                continue;
            }

            var goesOn = before.Kind == UnitKind.Prose && before.Profile.Ending == Ending.Open && before.Profile.ClauseMarks + before.Profile.Stops + before.Profile.Gaps > 0
                && widths.IsFull(before.RightEdge, FirstUnitColumns(source, unit));
            var isGoneOnWith = unit.Kind == UnitKind.Byline && i + 1 < units.Count && IsAdjacent(units[i + 1]) && widths.IsFull(unit.RightEdge, FirstUnitColumns(source, units[i + 1]));
            if (goesOn || isGoneOnWith)
            {
                unit.Kind = UnitKind.Prose;
                unit.Authors = [];
                unit.Source = null;
                unit.Date = null;
            }
        }
    }

    private static bool Continues(List<TextUnit> units, int index, ColumnWidths widths, bool indents, bool blanks, int baseIndent, string source, bool isFirstText)
    {
        var line = units[index - 1];
        var next = units[index];
        if (HasRowGaps(line.Profile) || HasRowGaps(next.Profile) || !widths.IsFull(line.RightEdge, FirstUnitColumns(source, next)))
        {
            return false;
        }

        if (next.Indent >= baseIndent + ParagraphIndent && (indents || next.Indent > line.Indent))
        {
            return false;
        }

        // What goes on fills its column as well, or ends the paragraph.
        var following = index + 1 < units.Count && IsAdjacent(units[index + 1]) ? FirstUnitColumns(source, units[index + 1]) : 0;
        var nextIsFull = following > 0 && widths.IsFull(next.RightEdge, following);
        if (next.Profile.Ending == Ending.Open && !nextIsFull && following > 0)
        {
            return false;
        }

        if (line.Profile.Ending == Ending.Closed)
        {
            // A column ends here, and the next goes on in mid-sentence.
            if (following == 0 && next.Profile.Ending == Ending.Open && index + 1 < units.Count && units[index + 1].Kind == UnitKind.Prose
                && BreakJoiner.GoesOnAcross(source, next, units[index + 1]))
            {
                return true;
            }

            return indents || blanks ? next.Profile.Ending != Ending.Open || nextIsFull
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
