namespace NewsExtract.Readers.Pages.Articles;

/// <summary>
/// Finds the lines of boxes of small type beside the text: a frame of drawn lines around a few lines without a headline. A frame
/// around lines as large as the text, or around a headline, holds an article; one with lines drawn inside it holds a table.
/// </summary>
internal static class FramedNotes
{
    private const int FewestLines = 2;

    /// <summary>Corners of a frame meet to so many points.</summary>
    private const float Corner = 3;

    /// <summary>A page with more drawn lines has tables or drawings on it.</summary>
    private const int MostRules = 200;

    /// <returns>Indices of lines.</returns>
    public static HashSet<int> Find(PrintedLayout layout, TypeLevels levels)
    {
        var notes = new HashSet<int>();
        var lines = Enumerable.Range(0, layout.Lines.Length).ToLookup(i => layout.Lines[i].Page);
        foreach (var page in layout.Rules.GroupBy(rule => rule.Page, rule => rule.Box))
        {
            foreach (var frame in Frames([.. page.Take(MostRules + 1)]))
            {
                var inside = lines[page.Key].Where(i => Holds(frame, layout.Lines[i].Box)).ToList();
                if (inside.Count >= FewestLines && IsNote(inside.ConvertAll(i => layout.Lines[i]), levels))
                {
                    notes.UnionWith(inside);
                }
            }
        }

        return notes;
    }

    private static bool IsNote(List<PrintedLine> lines, TypeLevels levels) =>
        lines.TrueForAll(line => line.Role == LineRole.Text && !levels.IsLarge(line))
        && lines.Sum(line => levels.IsSmall(line) ? line.Span.Length : -line.Span.Length) > 0;

    private static IEnumerable<Box> Frames(List<Box> rules)
    {
        if (rules.Count > MostRules)
        {
            yield break;
        }

        foreach (var top in rules.Where(IsAcross))
        {
            var below = rules.Where(rule => IsAcross(rule) && rule.Top < top.Bottom && IsNear(rule.Left, top.Left) && IsNear(rule.Right, top.Right)).ToList();
            if (below.Count == 0)
            {
                continue;
            }

            var frame = top.Union(below.MaxBy(rule => rule.Top));
            if (rules.Exists(rule => IsSide(rule, frame, frame.Left)) && rules.Exists(rule => IsSide(rule, frame, frame.Right)) && !rules.Exists(rule => Holds(Inner(frame), rule)))
            {
                yield return frame;
            }
        }
    }

    private static bool IsAcross(Box rule) => rule.Width > rule.Height;

    private static bool IsSide(Box rule, Box frame, float edge) =>
        !IsAcross(rule) && IsNear(rule.CenterX, edge) && rule.Top > frame.Top - Corner && rule.Bottom < frame.Bottom + Corner;

    private static bool IsNear(float one, float other) => Math.Abs(one - other) <= Corner;

    private static Box Inner(Box frame) => new(frame.Left + Corner, frame.Bottom + Corner, frame.Right - Corner, frame.Top - Corner);

    private static bool Holds(Box frame, Box box) =>
        box.CenterX > frame.Left && box.CenterX < frame.Right && box.CenterY > frame.Bottom && box.CenterY < frame.Top;
}
