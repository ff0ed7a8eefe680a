namespace NewsExtract.Readers.Layout;

/// <summary>Makes units of lines: what is told by a line alone stays apart, the lines of a wrapped paragraph are joined.</summary>
internal sealed class UnitBuilder
{
    private const int LongestCredit = 14;
    private const int LongestCreditedCaption = 100;

    private readonly string _source;
    private readonly LineText _line = new();

    public UnitBuilder(string source)
    {
        _source = source;
    }

    public List<TextUnit> Build(List<SourceLine> lines, CancellationToken cancellation)
    {
        var units = new List<TextUnit>(lines.Count);
        foreach (var line in SplitJumps(lines))
        {
            if (units.Count % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            units.Add(ReadLine(line));
        }

        RepeatedLines.MarkFurniture(units, _source);
        units = LineJoiner.Join(units, _source);
        foreach (var unit in units)
        {
            if (unit.Kind == UnitKind.Prose)
            {
                Classify(unit);
            }
        }

        UnmarkBullets(units);
        return JoinPhotoCredits(units);
    }

    /// <summary>A unit for each line, whatever it looks like: the source says what a paragraph is.</summary>
    public List<TextUnit> BuildMarked(MarkedLine[] lines, CancellationToken cancellation)
    {
        var units = new List<TextUnit>(lines.Length);
        foreach (var line in lines)
        {
            if (units.Count % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            units.Add(ReadLine(new SourceLine(line.Span.Start, line.Span.End, 0, line.BlankLines, AfterPageBreak: false), isWhole: true));
        }

        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Kind == UnitKind.Prose)
            {
                Classify(units[i]);
            }

            Mark(units[i], lines[i].Mark);
        }

        UnmarkBullets(units);
        return units;
    }

    // What the markup says outweighs what the text looks like.
    private void Mark(TextUnit unit, LineMark mark)
    {
        switch (mark)
        {
            case LineMark.Caption:
                unit.Kind = UnitKind.Caption;
                break;
            case LineMark.Furniture:
                unit.Kind = UnitKind.Head;
                break;
            case LineMark.TableRow:
                unit.Kind = UnitKind.Row;
                break;
            case LineMark.ListItem when unit.IsTitle:
                unit.Kind = UnitKind.Row;
                break;
            case LineMark.Headline or LineMark.Kicker or LineMark.Subhead or LineMark.Heading when !unit.IsTitle:
                unit.Kind = UnitKind.Title;
                unit.Opening = null;
                break;
            case LineMark.Imprint when unit.Kind is not UnitKind.Byline:
                _line.Load(_source, unit.Pieces);
                ImprintReader.Read(unit, _line);
                break;
        }
    }

    // ▲ before each of several items is a bullet, not the mark of a caption.
    public void UnmarkBullets(List<TextUnit> units)
    {
        for (var i = 0; i + 1 < units.Count; i++)
        {
            if (IsMarked(units[i]) && units[i + 1].Kind == UnitKind.Caption && _source[units[i].Start] == _source[units[i + 1].Start])
            {
                for (var k = i + 1; k < units.Count && units[k].Kind == UnitKind.Caption && _source[units[k].Start] == _source[units[i].Start]; k++)
                {
                    Unmark(units[k]);
                }

                Unmark(units[i]);
            }
        }
    }

    private bool IsMarked(TextUnit unit) => unit.Kind == UnitKind.Caption && LayoutLexicon.Instance.CaptionMarks.Contains([_source[unit.Start]]);

    private void Unmark(TextUnit unit)
    {
        _line.Load(_source, unit.Pieces);
        if (!CaptionReader.HasCredit(_line, unit.Profile))
        {
            unit.Kind = unit.Profile.Stops > 0 ? UnitKind.Prose : UnitKind.Row;
        }
    }

    // 省领导在现场察看项目。 / 张三 摄: the credit stands on a line of its own below its caption.
    public static List<TextUnit> JoinPhotoCredits(List<TextUnit> units)
    {
        var joined = new List<TextUnit>(units.Count);
        foreach (var unit in units)
        {
            if (joined.Count > 0 && unit is { Kind: UnitKind.Caption, BlankLines: 0, AfterPageBreak: false } && unit.Profile is { Visible: <= LongestCredit, Stops: 0 }
                && joined[^1] is { Kind: UnitKind.Prose or UnitKind.Title or UnitKind.Row } caption && caption.Profile is { Visible: <= LongestCreditedCaption, Stops: <= 2 })
            {
                caption.Pieces.AddRange(unit.Pieces);
                caption.Kind = UnitKind.Caption;
                caption.Opening = null;
                continue;
            }

            joined.Add(unit);
        }

        return joined;
    }

    // …全面（下转第三版） and （上接第一版）全面… are a jump and a part of a paragraph each.
    public IEnumerable<SourceLine> SplitJumps(IEnumerable<SourceLine> lines)
    {
        foreach (var source in lines)
        {
            var line = source;
            var head = JumpReader.AtStart(_source, line.Span);
            if (head > 0 && head < line.Span.Length)
            {
                yield return line with { End = line.Start + head };
                var start = line.Start + head;
                while (Glyphs.IsBlank(_source[start]))
                {
                    start++;
                }

                line = new SourceLine(start, line.End, 0, 0, false, Split: true);
            }

            var tail = JumpReader.AtEnd(_source, line.Span);
            if (tail == 0 || tail == line.Span.Length)
            {
                yield return line;
                continue;
            }

            var end = line.End - tail;
            while (Glyphs.IsBlank(_source[end - 1]))
            {
                end--;
            }

            yield return line with { End = end };
            yield return new SourceLine(line.End - tail, line.End, 0, 0, false, Split: true);
        }
    }

    /// <summary>Reads what a line alone tells: a jump, furniture, a byline, a subhead after a dash. Anything else is prose so far.</summary>
    public TextUnit ReadLine(SourceLine source, bool isWhole = false)
    {
        List<TextSpan> pieces = [source.Span];
        _line.Load(_source, pieces);
        var unit = new TextUnit
        {
            Pieces = pieces,
            Indent = source.Indent,
            BlankLines = source.BlankLines,
            AfterPageBreak = source.AfterPageBreak,
            IsWhole = isWhole,
            Profile = TextProfile.Of(_source, pieces, _line.Tail),
        };
        if (JumpReader.IsJump(_line, out var back))
        {
            unit.Kind = UnitKind.Jump;
            unit.IsJumpBack = back;
        }
        else if (unit.Profile.Stops == 0 && FurnitureReader.Read(_source, source.Span) is { } furniture)
        {
            unit.Kind = furniture.Kind switch
            {
                FurnitureKind.Head => UnitKind.Head,
                FurnitureKind.PageNumber => UnitKind.PageNumber,
                FurnitureKind.DateLine => UnitKind.DateLine,
                _ => UnitKind.Prose,
            };
            unit.Source = furniture.Source;
            unit.Date = furniture.Date;
        }
        else if (!BylineReader.TryRead(unit, _line) && IsDashTitle(unit.Profile))
        {
            unit.Kind = UnitKind.DashTitle;
        }

        return unit;
    }

    // Two or three characters with a family name, or a compound one.
    private bool IsPersonName(TextSpan name)
    {
        var text = string.Concat(name.Of(_source).ToString().Where(c => !Glyphs.IsBlank(c)));
        return text.Length <= (text.Contains('·', StringComparison.Ordinal) || LayoutLexicon.Instance.CompoundSurnames.AtStart(text) > 0 ? 12 : 3) && CreditReader.HasSurname(text);
    }

    private bool IsDashTitle(in TextProfile profile) =>
        _line.IsWhole && profile.Visible is > 2 and <= 70 && profile.Stops == 0 && profile.Ending == Ending.Open
        && _line.Head[0] is '—' or '―' or '─' or '–' && profile.Han >= 2
        && (_line.Head[1] == _line.Head[0] || _line.Head[0] is '—' or '―');

    /// <summary>Tells captions, titles, rows and paragraphs apart, whose lines have been joined.</summary>
    public void Classify(TextUnit unit)
    {
        _line.Load(_source, unit.Pieces);
        var profile = unit.Profile = TextProfile.Of(_source, unit.Pieces, _line.Tail);
        if (CaptionReader.IsCaption(_line, profile))
        {
            unit.Kind = UnitKind.Caption;
            return;
        }

        var opening = StoryOpeningReader.Read(_line);
        if (opening is null && TitleTest.IsTitle(unit, _line))
        {
            unit.Kind = UnitKind.Title;
            unit.Authors = BylineReader.ReadNames(_line, unit.Pieces[0], profile);
            unit.NamesPerson = unit.Authors.Count > 0 && unit.Authors.TrueForAll(name => IsPersonName(name));
            return;
        }

        unit.Source = null;
        unit.IsNumbered = TitleTest.IsNumbered(_line.Head);
        unit.Kind = opening is not null || TitleTest.IsProse(profile, _line) ? UnitKind.Prose : UnitKind.Row;
        if (unit.Kind == UnitKind.Prose)
        {
            unit.Opening = opening;
            unit.Authors = ClosingCreditReader.Read(_line);
            unit.EndsWithByline = unit.Authors.Count > 0 || ClosingCreditReader.EndsWithCredits(_line);
        }
    }
}
