namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Joins the runs of a region to its lines, from top to bottom.</summary>
internal static class LineBuilder
{
    /// <param name="region">Number that the lines get.</param>
    public static void AddLines(List<ArrangedLine> lines, Region source, ReadingSpace space, int region)
    {
        var runs = new Run[source.Items.Count];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = source.Items[i].Run!;
        }

        Array.Sort(runs, static (a, b) => b.Box.CenterY.CompareTo(a.Box.CenterY) is not 0 and var order ? order : a.Box.Left.CompareTo(b.Box.Left));
        var row = new List<Run>();
        foreach (var run in runs)
        {
            if (row.Count > 0 && !row.Exists(other => GlyphGrid.AreOnOneLine(other.Box, run.Box)))
            {
                lines.Add(ToLine(row, space, region, source.IsTable));
                row.Clear();
            }

            row.Add(run);
        }

        if (row.Count > 0)
        {
            lines.Add(ToLine(row, space, region, source.IsTable));
        }
    }

    private static ArrangedLine ToLine(List<Run> row, ReadingSpace space, int region, bool isTable)
    {
        row.Sort(static (a, b) => a.Box.Left.CompareTo(b.Box.Left));
        var glyphs = new List<int>();
        var box = row[0].Box;
        var longest = row[0];
        foreach (var run in row)
        {
            glyphs.AddRange(run.Glyphs);
            box = box.Union(run.Box);
            longest = run.Glyphs.Length > longest.Glyphs.Length ? run : longest;
        }

        return new ArrangedLine([.. glyphs], space.ToPage(box), longest.Size, space.IsVertical, region) { Role = isTable ? LineRole.TableRow : LineRole.Text };
    }
}
