using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Pages.Articles;

/// <summary>Makes units of printed lines: paragraphs by indents and line ends, titles by type, all else as the text tells.</summary>
internal sealed class PrintedUnitBuilder
{
    private const int LongestDisplay = 70;
    private const int MostDisplayLines = 4;
    private const int LongestHeading = 36;
    private const float RightBelow = 0.9f;

    private readonly string _source;
    private readonly PrintedLayout _layout;
    private readonly ColumnEdges _edges;
    private readonly TypeLevels _levels;
    private readonly HashSet<int> _captions;
    private readonly UnitBuilder _units;

    public PrintedUnitBuilder(string source, PrintedLayout layout)
    {
        _source = source;
        _layout = layout;
        _edges = new ColumnEdges(layout.Lines);
        _levels = new TypeLevels(layout);
        _captions = PictureCaptions.Find(layout, _levels);
        _captions.UnionWith(FramedNotes.Find(layout, _levels));
        _units = new UnitBuilder(source);
    }

    public List<TextUnit> Build(CancellationToken cancellation)
    {
        var units = new List<TextUnit>(_layout.Lines.Length);
        PrintedLine? before = null;
        for (var i = 0; i < _layout.Lines.Length; i++)
        {
            if (i % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var line = _layout.Lines[i];
            var span = Trim(line.Span);
            if (!span.IsEmpty)
            {
                AddLine(units, i, span, before);
                before = line;
            }
        }

        RepeatedLines.MarkFurniture(units, _source);
        units = new ParagraphJoiner(_source, _layout).Join(units);
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Kind == UnitKind.Prose)
            {
                _units.Classify(units[i]);
            }

            ApplyType(units[i]);
            if (units[i] is { Kind: UnitKind.Title, Setting.IsSmall: true })
            {
                // Small type is no headline: at the edge of the page it is a running head.
                units[i].Kind = i == 0 || units[i].AfterPageBreak || i + 1 == units.Count || units[i + 1].AfterPageBreak ? UnitKind.Head : UnitKind.Row;
            }
        }

        _units.UnmarkBullets(units);
        return UnitBuilder.JoinPhotoCredits(units);
    }

    private void AddLine(List<TextUnit> units, int index, TextSpan span, PrintedLine? before)
    {
        var line = _layout.Lines[index];
        var (start, end) = _edges.Of(index);
        var place = LinePlace.Of(line);
        var setting = new TypeSetting(
            line.Page, line.Size, line.IsBold, (place.Start - start) / line.Size, (end - place.End) / line.Size, place.Start, place.End, place.Near, place.Far);
        setting = setting with { Level = _levels.Of(line, setting), IsSmall = _levels.IsSmall(line), IsColumnKnown = _edges.IsMeasured(index) };
        var follows = before is not null && before.Page == line.Page && place.Near > LinePlace.Of(before).Near && place.Near - LinePlace.Of(before).Far <= line.Size * RightBelow;
        var role = _captions.Contains(index) ? LineRole.Caption : _levels.RoleOf(line);
        var whole = new SourceLine(span.Start, span.End, Math.Max(0, (int)(setting.Indent * 2)), follows ? 0 : 1, before is not null && before.Page != line.Page);
        foreach (var part in _units.SplitJumps([whole]))
        {
            // What stands before or after a jump in its line goes on elsewhere.
            var unit = _units.ReadLine(part);
            unit.Setting = setting with { Indent = part.Start > span.Start ? 0 : setting.Indent, Slack = part.End < span.End ? 0 : setting.Slack };
            ApplyRole(unit, role);
            units.Add(unit);
        }
    }

    private static void ApplyRole(TextUnit unit, LineRole role)
    {
        switch (role)
        {
            case LineRole.Furniture when !unit.IsFurniture && unit.Kind != UnitKind.Jump:
                unit.Kind = UnitKind.Head;
                break;
            case LineRole.Caption when unit.Kind is not (UnitKind.Jump or UnitKind.ClosingByline):
                unit.Kind = UnitKind.Caption;
                break;
            case LineRole.TableRow:
                unit.Kind = UnitKind.Row;
                break;
        }
    }

    // Type outweighs what the text looks like, unless it is too long for a headline or has sentences.
    private static void ApplyType(TextUnit unit)
    {
        var setting = unit.Setting!;
        var profile = unit.Profile;
        if (setting is { Level: TypeLevel.Plain, IsIndented: true, Slack: < 1 } && unit.Kind == UnitKind.Title)
        {
            // It stands in and fills its line: a paragraph that breaks off.
            unit.Kind = UnitKind.Prose;
            return;
        }

        if (setting.Level == TypeLevel.Plain || unit.Kind is not (UnitKind.Prose or UnitKind.Row or UnitKind.Title))
        {
            return;
        }

        var isTitle = setting.Level == TypeLevel.Display
            ? profile.Visible is > 1 and <= LongestDisplay && unit.Lines <= MostDisplayLines && (profile.Stops == 0 || unit.Kind == UnitKind.Title)
            : unit.Kind == UnitKind.Title || (profile is { Visible: > 1 and <= LongestHeading, Stops: 0, Ending: Ending.Open } && profile.Last is not (',' or '、') && unit is { Lines: <= 2, IsNumbered: false, Opening: null } && profile.Han + profile.Latin > 1);
        if (isTitle)
        {
            unit.Kind = UnitKind.Title;
            unit.Opening = null;
            unit.EndsWithByline = false;
        }
        else
        {
            unit.Setting = setting with { Level = TypeLevel.Plain };
        }
    }

    private TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && Glyphs.IsBlank(_source[start]))
        {
            start++;
        }

        while (end > start && Glyphs.IsBlank(_source[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
