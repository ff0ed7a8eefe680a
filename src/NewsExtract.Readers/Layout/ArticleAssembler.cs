namespace NewsExtract.Readers.Layout;

/// <summary>Deals units out to articles: finds where articles begin and end, and joins paragraphs across what cuts them.</summary>
internal sealed class ArticleAssembler
{
    private readonly string _source;
    private readonly BreakJoiner _joiner;
    private readonly ContinuationJudge _judge;
    private readonly TypeJudge _typeJudge;
    private readonly JumpedStories _jumped;
    private readonly ArticleLedger _ledger;
    private bool _atPageEdge;
    private bool _hasDisplay;
    private ParagraphHabit _habit;

    public ArticleAssembler(string source)
    {
        _source = source;
        _ledger = new ArticleLedger(source);
        _joiner = new BreakJoiner(source);
        _judge = new ContinuationJudge(source, _joiner);
        _typeJudge = new TypeJudge(source);
        _jumped = new JumpedStories(source, _joiner);
    }

    private ArticleDraft? Current => _ledger.Current;

    public List<ArticleDraft> Assemble(List<TextUnit> units, CancellationToken cancellation)
    {
        RowMarker.Mark(units);
        _hasDisplay = units.Exists(unit => unit is { IsTitle: true, Setting.Level: TypeLevel.Display });
        _habit = ParagraphHabits.Find(units);
        for (var i = 0; i < units.Count; i++)
        {
            if (i % 1024 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var unit = units[i];
            _atPageEdge |= unit.AfterPageBreak;
            _jumped.Pass(unit);
            switch (unit.Kind)
            {
                case UnitKind.Head or UnitKind.PageNumber or UnitKind.DateLine:
                    _ledger.AddFurniture(unit);
                    _atPageEdge = true;
                    break;
                case UnitKind.Jump:
                    AddJump(unit, i + 1 < units.Count ? units[i + 1] : null);
                    break;
                case UnitKind.Caption:
                    _ledger.AddAside(unit, BlockKind.Caption);
                    break;
                case UnitKind.EditorLine or UnitKind.ClosingByline:
                    _ledger.AddAside(unit, BlockKind.Byline);
                    if (Current is { HasText: true })
                    {
                        Current.IsClosed = true;
                    }

                    break;
                case UnitKind.Byline:
                    AddByline(units, i);
                    break;
                case UnitKind.Title or UnitKind.DashTitle:
                    i = AddTitles(units, i) - 1;
                    break;
                default:
                    AddText(units, i);
                    break;
            }
        }

        return _ledger.Finish();
    }

    private void AddJump(TextUnit unit, TextUnit? next)
    {
        if (unit.IsJumpBack && _jumped.Take(unit, next) is { } resumed)
        {
            _ledger.Resume(resumed);
        }
        else if (!unit.IsJumpBack && Current is { Open: not null })
        {
            _jumped.Add(Current, unit);
            Current.IsClosed = true;
        }

        _ledger.AddAside(unit, BlockKind.Jump);
    }

    private void AddByline(List<TextUnit> units, int index)
    {
        var unit = units[index];
        if (Current is null)
        {
            _ledger.AddAside(unit, BlockKind.Byline);
            return;
        }

        _ledger.Flush();
        if (!Current.HasText)
        {
            Current.Front.Add(new DraftBlock(BlockKind.Byline, unit.Pieces, unit));
            Current.HasHeaderByline = true;
            return;
        }

        Current.Body.Add(new DraftBlock(BlockKind.Byline, unit.Pieces, unit));
        Current.IsClosed = index + 1 == units.Count || !units[index + 1].IsBody;
    }

    private int AddTitles(List<TextUnit> units, int start)
    {
        if (IsSignature(units, start))
        {
            _ledger.Flush();
            Current!.Body.Add(new DraftBlock(BlockKind.Byline, units[start].Pieces, units[start]));
            Current.IsClosed = true;
            return start + 1;
        }

        var group = TitleGroup.Gather(units, start);
        var decision = Decide(group);
        if (decision is TitleDecision.Heading or TitleDecision.Row && group.Text is { } text && _judge.IsCutParagraph(units, start, text))
        {
            units[start].Kind = UnitKind.Prose;
            AddText(units, start);
            return start + 1;
        }

        switch (decision)
        {
            case TitleDecision.Opens:
                _ledger.Settle();
                _ledger.Start();
                _atPageEdge = false;
                return AddHeader(units, group);
            case TitleDecision.Header:
                _atPageEdge = false;
                return AddHeader(units, group);
            case TitleDecision.Continues:
                Join(Current!.Open!, group.Titles[0]);
                return start + 1;
            case TitleDecision.Caption:
                _ledger.AddAside(units[start], BlockKind.Caption);
                return start + 1;
            default:
                _ledger.Flush();
                var kind = decision == TitleDecision.Heading ? BlockKind.Heading : BlockKind.Body;
                Current!.AddText(units[start], kind, _source);
                Current.Headings += kind == BlockKind.Heading ? 1 : 0;
                Current.Open = null;
                _atPageEdge = false;
                return start + 1;
        }
    }

    // 　　　　　　何　亮: the author's name on a line of its own below the story.
    private bool IsSignature(List<TextUnit> units, int index)
    {
        if (Current is not { HasText: true, HasHeaderByline: false, Open: null, IsClosed: false } || units[index] is not { NamesPerson: true, Setting: not { Level: TypeLevel.Display } } unit)
        {
            return false;
        }

        var next = index + 1 < units.Count ? units[index + 1] : null;
        return next is null || (unit.Indent >= 12 && next.IsTitle) || (next.BlankLines > 0 && unit.BlankLines == 0 && next.IsTitle) || next.IsFurniture || next.Kind == UnitKind.EditorLine;
    }

    private TitleDecision Decide(TitleGroup group)
    {
        if (Current is null)
        {
            return TitleDecision.Opens;
        }

        if (_hasDisplay)
        {
            var goesOn = Current is { Open: { } cut, IsClosed: false } && group.Text is { } rest && _judge.GoesOnInPrint(cut.Unit, rest);
            return _typeJudge.Decide(group, Current, goesOn);
        }

        if (!Current.HasText && Current.HasTitle)
        {
            return Current.HasHeaderByline && group.Text is not null ? TitleDecision.Heading
                : Current.HasHeaderByline || Current.Body.Count > 0 ? TitleDecision.Row : TitleDecision.Header;
        }

        var text = group.Text;
        if (Current.Open is { } open && !Current.IsClosed)
        {
            if (group.Titles.Count == 1 && !group.HasByline && !group.HasDash && _joiner.Fit(open.Unit, group.Titles[0]) >= 4)
            {
                return TitleDecision.Continues;
            }

            if (text is not null && _joiner.Fit(open.Unit, text) >= 0)
            {
                return !Current.HasTitle ? TitleDecision.Header : TitleDecision.Caption;
            }
        }

        var evidence = ArticleEvidence.Weigh(group, Current, _atPageEdge, _habit, _source);
        if (!Current.HasTitle && ArticleEvidence.IsOwnHeadline(group, Current, _source))
        {
            return TitleDecision.Header;
        }

        // In HTML a line of a list is a paragraph as any other.
        var need = Current.HasTitle && !group.Titles[0].IsWhole ? ArticleEvidence.TextThreshold : ArticleEvidence.PageThreshold;
        return evidence >= need ? TitleDecision.Opens
            : text is { Kind: UnitKind.Prose } && !IsRoll(group) ? TitleDecision.Heading : TitleDecision.Row;
    }

    // 王小明　李　梅　赵建国: names in a line of their own below 委员名单如下.
    private static bool IsRoll(TitleGroup group) => group.Titles is [{ NamesPerson: true, Authors.Count: > 2 }];

    /// <returns>The index after the header; a last line that turns out to be the head of the cut first paragraph is not in it.</returns>
    private int AddHeader(List<TextUnit> units, TitleGroup group)
    {
        var end = group.End;
        if (group.Titles is [_, .., { Kind: UnitKind.Title } last] && units[end - 1] == last && group.Text is { Kind: UnitKind.Prose } text
            && _judge.IsCutInWord(units, end - 1, text))
        {
            last.Kind = UnitKind.Prose;
            end--;
        }

        for (var i = group.Start; i < end; i++)
        {
            var unit = units[i];
            if (unit.IsTitle)
            {
                Current!.AddTitle(unit);
            }
            else if (unit.Kind == UnitKind.Byline)
            {
                Current!.Front.Add(new DraftBlock(BlockKind.Byline, unit.Pieces, unit));
                Current.HasHeaderByline = true;
            }
            else
            {
                var kind = unit.IsFurniture ? BlockKind.Furniture : BlockKind.Caption;
                (Current!.HasText ? Current.Body : Current.Front).Add(new DraftBlock(kind, unit.Pieces, unit));
                Current.IssueSource = unit.IsFurniture ? unit.Source ?? Current.IssueSource : Current.IssueSource;
                Current.IssueDate = unit.IsFurniture ? unit.Date ?? Current.IssueDate : Current.IssueDate;
            }
        }

        return end;
    }

    private void AddText(List<TextUnit> units, int index)
    {
        var unit = units[index];
        if (Current is null)
        {
            _ledger.Start();
        }
        else if (Current.Open is { } open && !Current.IsClosed)
        {
            switch (_judge.Continues(units, index, open.Unit))
            {
                case true:
                    Join(open, unit);
                    return;
                case null:
                    _ledger.AddAside(unit, BlockKind.Caption);
                    return;
            }
        }
        else if (Current.HasText && unit.Kind == UnitKind.Prose && (Current.IsClosed || (unit.Opening?.Dateline is not null && !Current.HasTitle)))
        {
            _ledger.Settle();
            _ledger.Start();
        }

        _ledger.Flush();
        var block = Current!.AddText(unit, ContinuationJudge.IsNumberedHeading(units, index) ? BlockKind.Heading : BlockKind.Body, _source);
        Current.Open = unit is { Kind: UnitKind.Prose, IsWhole: false } && unit.Profile.Ending == Ending.Open ? block : null;
        Current.IsClosed = unit.EndsWithByline;
        _atPageEdge = false;
    }

    private void Join(DraftBlock open, TextUnit unit)
    {
        var first = unit.Pieces[0];
        var overlap = _joiner.OverlapLength(open.Unit, unit);
        if (overlap > 0)
        {
            Current!.Diagnostics.Add(LayoutDiagnostics.Doubled(_source, new TextSpan(first.Start, first.Start + overlap)));
            first = new TextSpan(first.Start + overlap, first.End);
        }

        open.Pieces.Add(first);
        open.Pieces.AddRange(unit.Pieces.Skip(1));
        Current!.Pairs.Add(_source, unit.Pieces);
        open.Unit.Profile = open.Unit.Profile with { Ending = unit.Profile.Ending, Stops = open.Unit.Profile.Stops + unit.Profile.Stops };
        open.Unit.Authors = unit.Kind == UnitKind.Prose ? unit.Authors : [];
        open.Unit.EndsWithByline = unit.EndsWithByline;
        Current.Open = unit.Profile.Ending == Ending.Open ? open : null;
        Current.IsClosed = unit.EndsWithByline;
        _ledger.Flush();
        _atPageEdge = false;
    }
}
