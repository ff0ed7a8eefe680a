namespace NewsExtract.Readers.Layout;

/// <summary>Finds running heads that only repetition tells: the same short line, digits aside, at the edges of several pages.</summary>
internal static class RepeatedLines
{
    private const int LongestHead = 40;

    public static void MarkFurniture(List<TextUnit> units, string source)
    {
        var seen = new Dictionary<ulong, (int Count, int AtEdge)>();
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Kind == UnitKind.Prose && units[i].Source is not null && (i == 0 || IsAtEdge(units, i)))
            {
                units[i].Kind = UnitKind.Head;
            }

            if (IsCandidate(units[i]))
            {
                var key = Key(units[i], source);
                var (count, atEdge) = seen.GetValueOrDefault(key);
                seen[key] = (count + 1, atEdge + (IsAtEdge(units, i) ? 1 : 0));
            }
        }

        foreach (var unit in units)
        {
            if (IsCandidate(unit) && seen[Key(unit, source)] is { Count: > 1 } repeated && repeated.AtEdge * 2 > repeated.Count)
            {
                unit.Kind = UnitKind.Head;
                unit.Source ??= FurnitureReader.ReadPaper(source, unit.Pieces[0]);
            }
        }
    }

    private static bool IsCandidate(TextUnit unit) =>
        unit.Kind == UnitKind.Prose && unit.Profile.Visible <= LongestHead && unit.Profile.Stops == 0 && unit.Profile.Ending == Ending.Open;

    private static bool IsAtEdge(List<TextUnit> units, int index) =>
        units[index].AfterPageBreak
        || (index > 0 && units[index - 1].IsFurniture)
        || (index + 1 < units.Count && (units[index + 1].AfterPageBreak || units[index + 1].IsFurniture));

    // FNV-1a over the characters, blanks left out and digits masked.
    private static ulong Key(TextUnit unit, string source)
    {
        var hash = 14695981039346656037UL;
        foreach (var piece in unit.Pieces)
        {
            foreach (var c in piece.Of(source))
            {
                if (!Glyphs.IsBlank(c))
                {
                    var folded = Glyphs.Fold(c);
                    hash = (hash ^ (char.IsAsciiDigit(folded) ? '0' : folded)) * 1099511628211UL;
                }
            }
        }

        return hash;
    }
}
