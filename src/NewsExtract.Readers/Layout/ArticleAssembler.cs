namespace NewsExtract.Readers.Layout;

/// <summary>Deals units out to articles: finds where articles begin and end, and joins paragraphs across what cuts them.</summary>
internal sealed class ArticleAssembler
{
    private readonly string _source;
    private readonly BreakJoiner _joiner;
    private readonly ContinuationJudge _judge;
    private readonly TypeJudge _typeJudge;
    private readonly List<ArticleDraft> _drafts = [];
    private readonly List<TextUnit> _pending = [];
    private readonly JumpedStories _jumped;
    private ArticleDraft? _current;
    private string? _issueSource;
    private PartialDate? _issueDate;
    private bool _atPageEdge;
    private bool _hasDisplay;

    public ArticleAssembler(string source)
    {
        _source = source;
        _joiner = new BreakJoiner(source);
        _judge = new ContinuationJudge(source, _joiner);
        _typeJudge = new TypeJudge(source);
        _jumped = new JumpedStories(source, _joiner);
    }

    public List<ArticleDraft> Assemble(List<TextUnit> units, CancellationToken cancellation)
    {
        RowMarker.Mark(units);
        _hasDisplay = units.Exists(unit => unit is { IsTitle: true, Setting.Level: TypeLevel.Display });
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
                    AddFurniture(unit);
                    break;
                case UnitKind.Jump:
                    AddJump(unit, i + 1 < units.Count ? units[i + 1] : null);
                    break;
                case UnitKind.Caption:
                    AddAside(unit, BlockKind.Caption);
                    break;
                case UnitKind.EditorLine or UnitKind.ClosingByline:
                    AddAside(unit, BlockKind.Byline);
                    if (_current is { HasText: true })
                    {
                        _current.IsClosed = true;
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

        Finish();
        return _drafts;
    }

    private void AddFurniture(TextUnit unit)
    {
        _pending.Add(unit);
        _atPageEdge = true;
        _issueSource = unit.Source ?? _issueSource;
        _issueDate = unit.Date ?? _issueDate;
    }

    private void AddJump(TextUnit unit, TextUnit? next)
    {
        if (unit.IsJumpBack && _jumped.Take(unit, next) is { } resumed)
        {
            SettleHeadless();
            FlushPending();
            _current = resumed;
            resumed.IsClosed = false;
        }
        else if (!unit.IsJumpBack && _current is { Open: not null })
        {
            _jumped.Add(_current, unit);
            _current.IsClosed = true;
        }

        AddAside(unit, BlockKind.Jump);
    }

    // What is not text: it follows the block that it interrupts, or waits for the first article.
    private void AddAside(TextUnit unit, BlockKind kind)
    {
        if (_current is null)
        {
            _pending.Add(unit);
            return;
        }

        FlushPending();
        _current.Body.Add(new DraftBlock(kind, unit.Pieces, unit));
    }

    private void AddByline(List<TextUnit> units, int index)
    {
        var unit = units[index];
        if (_current is null)
        {
            _pending.Add(unit);
            return;
        }

        FlushPending();
        if (!_current.HasText)
        {
            _current.Front.Add(new DraftBlock(BlockKind.Byline, unit.Pieces, unit));
            _current.HasHeaderByline = true;
            return;
        }

        _current.Body.Add(new DraftBlock(BlockKind.Byline, unit.Pieces, unit));
        _current.IsClosed = index + 1 == units.Count || !units[index + 1].IsBody;
    }

    private int AddTitles(List<TextUnit> units, int start)
    {
        if (IsSignature(units, start))
        {
            FlushPending();
            _current!.Body.Add(new DraftBlock(BlockKind.Byline, units[start].Pieces, units[start]));
            _current.IsClosed = true;
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
                SettleHeadless();
                StartArticle();
                _atPageEdge = false;
                return AddHeader(units, group);
            case TitleDecision.Header:
                _atPageEdge = false;
                return AddHeader(units, group);
            case TitleDecision.Continues:
                Join(_current!.Open!, group.Titles[0]);
                return start + 1;
            case TitleDecision.Caption:
                AddAside(units[start], BlockKind.Caption);
                return start + 1;
            default:
                FlushPending();
                var kind = decision == TitleDecision.Heading ? BlockKind.Heading : BlockKind.Body;
                _current!.AddText(units[start], kind, _source);
                _current.Headings += kind == BlockKind.Heading ? 1 : 0;
                _current.Open = null;
                _atPageEdge = false;
                return start + 1;
        }
    }

    // 　　　　　　何　亮: the author's name on a line of its own below the story.
    private bool IsSignature(List<TextUnit> units, int index)
    {
        if (_current is not { HasText: true, HasHeaderByline: false, Open: null, IsClosed: false } || units[index] is not { NamesPerson: true, Setting: not { Level: TypeLevel.Display } } unit)
        {
            return false;
        }

        var next = index + 1 < units.Count ? units[index + 1] : null;
        return next is null || (unit.Indent >= 12 && next.IsTitle) || (next.BlankLines > 0 && unit.BlankLines == 0 && next.IsTitle) || next.IsFurniture || next.Kind == UnitKind.EditorLine;
    }

    private TitleDecision Decide(TitleGroup group)
    {
        if (_current is null)
        {
            return TitleDecision.Opens;
        }

        if (_hasDisplay)
        {
            var goesOn = _current is { Open: { } cut, IsClosed: false } && group.Text is { } rest && _judge.GoesOnInPrint(cut.Unit, rest);
            return _typeJudge.Decide(group, _current, goesOn);
        }

        if (!_current.HasText && _current.HasTitle)
        {
            return _current.HasHeaderByline && group.Text is not null ? TitleDecision.Heading
                : _current.HasHeaderByline || _current.Body.Count > 0 ? TitleDecision.Row : TitleDecision.Header;
        }

        var text = group.Text;
        if (_current.Open is { } open && !_current.IsClosed)
        {
            if (group.Titles.Count == 1 && !group.HasByline && !group.HasDash && _joiner.Fit(open.Unit, group.Titles[0]) >= 4)
            {
                return TitleDecision.Continues;
            }

            if (text is not null && _joiner.Fit(open.Unit, text) >= 0)
            {
                return !_current.HasTitle ? TitleDecision.Header : TitleDecision.Caption;
            }
        }

        var evidence = ArticleEvidence.Weigh(group, _current, _atPageEdge, _source);
        if (!_current.HasTitle && ArticleEvidence.IsOwnHeadline(group, _current, _source))
        {
            return TitleDecision.Header;
        }

        return evidence >= ArticleEvidence.Threshold ? TitleDecision.Opens
            : text is { Kind: UnitKind.Prose } ? TitleDecision.Heading : TitleDecision.Row;
    }

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
                _current!.AddTitle(unit);
            }
            else if (unit.Kind == UnitKind.Byline)
            {
                _current!.Front.Add(new DraftBlock(BlockKind.Byline, unit.Pieces, unit));
                _current.HasHeaderByline = true;
            }
            else
            {
                var kind = unit.IsFurniture ? BlockKind.Furniture : BlockKind.Caption;
                (_current!.HasText ? _current.Body : _current.Front).Add(new DraftBlock(kind, unit.Pieces, unit));
                _current.IssueSource = unit.IsFurniture ? unit.Source ?? _current.IssueSource : _current.IssueSource;
                _current.IssueDate = unit.IsFurniture ? unit.Date ?? _current.IssueDate : _current.IssueDate;
            }
        }

        return end;
    }

    private void AddText(List<TextUnit> units, int index)
    {
        var unit = units[index];
        if (_current is null)
        {
            StartArticle();
        }
        else if (_current.Open is { } open && !_current.IsClosed)
        {
            switch (_judge.Continues(units, index, open.Unit))
            {
                case true:
                    Join(open, unit);
                    return;
                case null:
                    AddAside(unit, BlockKind.Caption);
                    return;
            }
        }
        else if (_current.HasText && unit.Kind == UnitKind.Prose && (_current.IsClosed || (unit.Opening?.Dateline is not null && !_current.HasTitle)))
        {
            SettleHeadless();
            StartArticle();
        }

        FlushPending();
        var block = _current!.AddText(unit, ContinuationJudge.IsNumberedHeading(units, index) ? BlockKind.Heading : BlockKind.Body, _source);
        _current.Open = unit is { Kind: UnitKind.Prose, IsWhole: false } && unit.Profile.Ending == Ending.Open ? block : null;
        _current.IsClosed = unit.EndsWithByline;
        _atPageEdge = false;
    }

    private void Join(DraftBlock open, TextUnit unit)
    {
        var first = unit.Pieces[0];
        var overlap = _joiner.OverlapLength(open.Unit, unit);
        if (overlap > 0)
        {
            _current!.Diagnostics.Add(LayoutDiagnostics.Doubled(_source, new TextSpan(first.Start, first.Start + overlap)));
            first = new TextSpan(first.Start + overlap, first.End);
        }

        open.Pieces.Add(first);
        open.Pieces.AddRange(unit.Pieces.Skip(1));
        _current!.Pairs.Add(_source, unit.Pieces);
        open.Unit.Profile = open.Unit.Profile with { Ending = unit.Profile.Ending, Stops = open.Unit.Profile.Stops + unit.Profile.Stops };
        open.Unit.Authors = unit.Kind == UnitKind.Prose ? unit.Authors : [];
        open.Unit.EndsWithByline = unit.EndsWithByline;
        _current.Open = unit.Profile.Ending == Ending.Open ? open : null;
        _current.IsClosed = unit.EndsWithByline;
        FlushPending();
        _atPageEdge = false;
    }

    private void StartArticle()
    {
        // A page number belongs to the page that ends with it.
        if (_current is not null)
        {
            var feet = 0;
            while (feet < _pending.Count && _pending[feet].Kind == UnitKind.PageNumber)
            {
                feet++;
            }

            var heads = _pending[feet..];
            _pending.RemoveRange(feet, _pending.Count - feet);
            FlushPending();
            _pending.AddRange(heads);
        }

        _current = new ArticleDraft { IssueSource = _issueSource, IssueDate = _issueDate };
        _drafts.Add(_current);
        foreach (var unit in _pending)
        {
            _current.Front.Add(new DraftBlock(AsideKind(unit), unit.Pieces, unit));
        }

        _pending.Clear();
    }

    private void FlushPending()
    {
        if (_current is null)
        {
            return;
        }

        var list = _current.HasText || _current.Body.Count > 0 ? _current.Body : _current.Front;
        foreach (var unit in _pending)
        {
            list.Add(new DraftBlock(AsideKind(unit), unit.Pieces, unit));
        }

        _pending.Clear();
    }

    private static BlockKind AsideKind(TextUnit unit) => unit.Kind switch
    {
        UnitKind.Caption => BlockKind.Caption,
        UnitKind.Jump => BlockKind.Jump,
        UnitKind.Byline or UnitKind.ClosingByline or UnitKind.EditorLine => BlockKind.Byline,
        _ => BlockKind.Furniture,
    };

    // Text that followed a closed article and never got a headline belongs to that article, unless it opens like a story.
    private void SettleHeadless()
    {
        var index = _current is null ? -1 : _drafts.LastIndexOf(_current);
        if (index >= 0 && !_current!.HasTitle && _current.Headings == 1)
        {
            _current.PromoteHeading();
        }

        if (index < 1 || _current!.HasTitle || _current.Body.Find(block => block.Kind == BlockKind.Body)?.Unit.Opening is not null)
        {
            return;
        }

        _drafts[index - 1].Absorb(_current, _source);
        _drafts.RemoveAt(index);
        _current = _drafts[index - 1];
    }

    private void Finish()
    {
        SettleHeadless();
        if (_current is null && _pending.Count > 0)
        {
            StartArticle();
        }

        FlushPending();
        foreach (var draft in _drafts)
        {
            draft.IssueSource ??= _issueSource;
            draft.IssueDate ??= _issueDate;
        }
    }
}
