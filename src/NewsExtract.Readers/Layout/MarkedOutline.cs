namespace NewsExtract.Readers.Layout;

/// <summary>
/// Tells from the levels of headings which of them open articles: a bulletin may have its own title above them, names of
/// columns among them and section headings below them.
/// </summary>
internal static class MarkedOutline
{
    private const int LongestColumnName = 6;

    private static readonly LayoutLexicon s_lexicon = LayoutLexicon.Instance;

    /// <summary>Headings that stand together: kicker, headline and subhead of an article, or a single one.</summary>
    private readonly record struct Run(int Start, int End, int Level);

    /// <returns>The lines with what they open; <c>null</c> when there are no headings to tell from.</returns>
    public static MarkedLine[]? Resolve(string source, MarkedLine[] lines, List<TextUnit> units)
    {
        var runs = FindRuns(lines, units);
        if (runs.Count == 0)
        {
            return null;
        }

        var level = ArticleLevel(runs, lines, units);
        var resolved = (MarkedLine[])lines.Clone();
        for (var i = 0; i < runs.Count; i++)
        {
            MarkRun(source, runs, i, level, resolved, units);
        }

        if (resolved.Length > 0 && !resolved[0].OpensArticle)
        {
            // What stands above the first headline belongs to its article.
            var first = Array.FindIndex(resolved, line => line.OpensArticle);
            var isHeader = first > 0 && !units[..first].Exists(unit => unit.Kind == UnitKind.Prose);
            resolved[0] = resolved[0] with { OpensArticle = true };
            if (isHeader)
            {
                resolved[first] = resolved[first] with { OpensArticle = false };
            }
        }

        return resolved;
    }

    private static List<Run> FindRuns(MarkedLine[] lines, List<TextUnit> units)
    {
        var runs = new List<Run>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsHeading(lines[i], units[i]))
            {
                continue;
            }

            var start = i;
            var level = lines[i].Level;
            while (i + 1 < lines.Length && IsHeading(lines[i + 1], units[i + 1]))
            {
                level = Math.Min(level, lines[++i].Level);
            }

            runs.Add(new Run(start, i + 1, level));
        }

        return runs;
    }

    // 一、加大财政支持: sections are numbered, headlines are not.
    private static bool IsHeading(in MarkedLine line, TextUnit unit) => line.Level > 0 && unit.IsTitle && !unit.IsNumbered;

    private static int ArticleLevel(List<Run> runs, MarkedLine[] lines, List<TextUnit> units)
    {
        var levels = runs.Select(run => run.Level).Distinct().Order().ToList();
        foreach (var level in levels)
        {
            var count = runs.Count(run => run.Level == level);
            var next = levels.Find(other => other > level);
            if (next == 0)
            {
                return level;
            }

            // One heading above several that open like stories is the title of the bulletin; above others it is a headline.
            var lower = runs.FindAll(run => run.Level == next);
            if (count == 1 ? lower.Count < 2 || lower.Count(run => OpensStory(run, units)) * 2 < lower.Count : lower.Count == 0 || !runs.TrueForAll(run => run.Level != level || IsColumnName(run, lines)))
            {
                return level;
            }
        }

        return levels[^1];
    }

    // A byline below the heading, 本刊讯 at the head of its text, or credits at the end of its first paragraphs.
    private static bool OpensStory(Run run, List<TextUnit> units)
    {
        for (var i = run.End; i < units.Count && i < run.End + 2; i++)
        {
            if (units[i].Kind is UnitKind.Byline or UnitKind.ClosingByline || units[i].Opening is not null || units[i].EndsWithByline)
            {
                return true;
            }
        }

        return false;
    }

    // 要闻: the name of a column has no text of its own, only the first of its headlines.
    private static bool IsColumnName(Run run, MarkedLine[] lines) =>
        run.End - run.Start > 1 && lines[run.Start].Level == run.Level && lines[run.Start].Span.Length <= LongestColumnName;

    private static void MarkRun(string source, List<Run> runs, int index, int level, MarkedLine[] lines, List<TextUnit> units)
    {
        var run = runs[index];
        var first = -1;
        var last = -1;
        for (var i = run.Start; i < run.End; i++)
        {
            if (lines[i].Level == level)
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        if (first < 0)
        {
            for (var i = run.Start; i < run.End; i++)
            {
                MarkOther(i, run.Level < level ? LineMark.Furniture : LineMark.Heading, lines, units);
            }

            return;
        }

        for (var i = run.Start; i < run.End; i++)
        {
            lines[i] = lines[i] with { OpensArticle = i == run.Start };
            if (i < first)
            {
                var isColumn = lines[i].Level < level || s_lexicon.SectionWords.Contains(lines[i].Span.Of(source));
                MarkOther(i, isColumn ? LineMark.Furniture : LineMark.Kicker, lines, units);
            }
            else if (i > last)
            {
                MarkOther(i, IsSection(i, index, runs, lines) ? LineMark.Heading : LineMark.Subhead, lines, units);
            }
            else
            {
                MarkOther(i, LineMark.Headline, lines, units);
            }
        }
    }

    // The first of several headings of its level in the article.
    private static bool IsSection(int line, int index, List<Run> runs, MarkedLine[] lines) =>
        line == runs[index].End - 1 && index + 1 < runs.Count && runs[index + 1] is var next && next.End - next.Start == 1 && lines[next.Start].Level == lines[line].Level;

    private static void MarkOther(int index, LineMark mark, MarkedLine[] lines, List<TextUnit> units)
    {
        lines[index] = lines[index] with { Mark = mark };
        units[index].Kind = mark == LineMark.Furniture ? UnitKind.Head : units[index].Kind;
    }
}
