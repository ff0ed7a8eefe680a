namespace NewsExtract.Readers.Layout;

/// <summary>Headline-like lines that stand together, with the byline, captions and furniture among them.</summary>
/// <param name="End">Index after the last unit of the group.</param>
/// <param name="Text">The paragraph or row that follows; <c>null</c> when none does.</param>
internal sealed record TitleGroup(int Start, int End, List<TextUnit> Titles, bool HasDash, bool HasByline, TextUnit? Text)
{
    /// <summary>The text that follows, and what goes on after a break in it.</summary>
    public List<TextSpan> TextPieces { get; private init; } = [];

    private const int MostParts = 4;
    private const int MostTitles = 8;
    private const int MostUnits = 40;

    public static TitleGroup Gather(List<TextUnit> units, int start)
    {
        var titles = new List<TextUnit>();
        bool dash = false, byline = false;
        var end = start;
        for (var i = start; i < units.Count && i < start + MostUnits && titles.Count < MostTitles; i++)
        {
            var unit = units[i];
            if (unit.IsTitle)
            {
                if (byline || (titles.Count > 0 && !StandTogether(titles[^1], unit)) || (i > end && i > start && HasFurniture(units, end, i)))
                {
                    break;
                }

                titles.Add(unit);
                dash |= unit.Kind == UnitKind.DashTitle;
                end = i + 1;
                if (titles.Count > 1 && unit is { NamesPerson: true, BlankLines: 0 })
                {
                    byline = true;
                }
            }
            else if (unit.Kind == UnitKind.Byline)
            {
                byline = true;
                end = i + 1;
            }
            else if (unit.Kind != UnitKind.Caption && !unit.IsFurniture)
            {
                break;
            }
        }

        // A masthead between headline and text belongs to them; one before the next headline does not.
        var next = end;
        while (next < units.Count && next < end + MostUnits && (units[next].Kind == UnitKind.Caption || units[next].IsFurniture))
        {
            next++;
        }

        var text = next < units.Count && units[next].IsBody ? units[next] : null;
        if (text is not null && end < next && units[end].IsFurniture)
        {
            end = next;
        }

        List<TextSpan> pieces = text is null ? [] : [.. text.Pieces];
        for (var i = next + 1; text is { Kind: UnitKind.Prose } && i < units.Count && i < next + MostParts && units[i - 1].Profile.Ending == Ending.Open && units[i].IsBody; i++)
        {
            pieces.AddRange(units[i].Pieces);
        }

        return new TitleGroup(start, end, titles, dash, byline, text) { TextPieces = pieces };
    }

    private static bool StandTogether(TextUnit title, TextUnit next) =>
        title.Setting is not { } setting || next.Setting is not { } nextSetting || setting.StandsWith(nextSetting);

    private static bool HasFurniture(List<TextUnit> units, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (units[i].IsFurniture)
            {
                return true;
            }
        }

        return false;
    }
}
