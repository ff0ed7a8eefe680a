namespace NewsExtract.Readers.Layout;

/// <summary>
/// Tells from the levels of headings which of them open articles: a bulletin may have its own title above them, names of
/// columns among them and section headings below them.
/// </summary>
internal static class MarkedOutline
{
    /// <summary>The level of a paragraph in bold: a headline where nothing better is, and a section heading elsewhere.</summary>
    public const int BoldLevel = 9;

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

        if (!resolved[0].OpensArticle)
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
        for (var i = 0; i + 1 < levels.Count; i++)
        {
            var upper = runs.FindAll(run => run.Level == levels[i]);
            var lower = runs.FindAll(run => run.Level == levels[i + 1]);

            // One heading above several that open like stories is the title of the bulletin, or of its first article; names of
            // columns stand above the first headline of each.
            var isAbove = upper.Count == 1
                ? lower.Count > 1 && lower.Count(run => OpensStory(run, units)) * 2 >= lower.Count
                : upper.TrueForAll(run => IsColumnName(run, lines));
            if (!isAbove)
            {
                return levels[i];
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
        if (run.Level > level || (level == BoldLevel && index > 0 && !OpensStory(run, units)))
        {
            for (var i = run.Start; i < run.End; i++)
            {
                lines[i] = lines[i] with { Mark = LineMark.Heading };
            }

            return;
        }

        var first = run.Start;
        while (first + 1 < run.End && lines[first].Level < level && IsOverhead(lines[first].Span.Of(source)))
        {
            first++;
        }

        var headline = lines[first].Level;
        for (var i = first; i < run.End; i++)
        {
            headline = Math.Min(headline, lines[i].Level);
        }

        first = Array.FindIndex(lines, first, line => line.Level == headline);
        var last = Array.FindLastIndex(lines, run.End - 1, line => line.Level == headline);
        if (run.End < units.Count && !HasText(run, runs, index, units) && IsOverhead(lines[first].Span.Of(source)))
        {
            first = run.End;
        }

        for (var i = run.Start; i < run.End; i++)
        {
            var isOverhead = i < first && (lines[i].Level <= headline || first == run.End || s_lexicon.SectionWords.Contains(lines[i].Span.Of(source)));
            lines[i] = lines[i] with
            {
                OpensArticle = i == run.Start && first < run.End,
                Mark = isOverhead ? LineMark.Furniture
                    : i < first ? LineMark.Kicker
                    : i <= last ? LineMark.Headline
                    : IsSection(i, index, runs, lines) ? LineMark.Heading : LineMark.Subhead,
            };
            units[i].Kind = isOverhead ? UnitKind.Head : units[i].Kind;
        }
    }

    // 要闻, 园区简报, 江州通讯第3期: names of columns and of the bulletin itself.
    private static bool IsOverhead(ReadOnlySpan<char> text) =>
        text.Length <= LongestColumnName || s_lexicon.SectionWords.Contains(text) || s_lexicon.PaperEndings.AtEnd(text) > 0 || (text.IndexOf('第') >= 0 && text[^1] is '期' or '号');

    private static bool HasText(Run run, List<Run> runs, int index, List<TextUnit> units)
    {
        var end = index + 1 < runs.Count ? runs[index + 1].Start : units.Count;
        for (var i = run.End; i < end; i++)
        {
            if (units[i].IsBody)
            {
                return true;
            }
        }

        return false;
    }

    // The first of several headings of its level in the article.
    private static bool IsSection(int line, int index, List<Run> runs, MarkedLine[] lines) =>
        line == runs[index].End - 1 && index + 1 < runs.Count && runs[index + 1] is var next && next.End - next.Start == 1 && lines[next.Start].Level == lines[line].Level;
}
