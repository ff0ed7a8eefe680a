namespace NewsExtract.Readers.Layout;

/// <summary>The articles of a document in the making, and what waits for the next of them: heads and captions before its first line.</summary>
internal sealed class ArticleLedger(string source)
{
    private readonly string _source = source;
    private readonly List<ArticleDraft> _drafts = [];
    private readonly List<TextUnit> _pending = [];
    private string? _issueSource;
    private PartialDate? _issueDate;

    /// <summary>The article that text is added to; <c>null</c> before the first.</summary>
    public ArticleDraft? Current { get; private set; }

    /// <summary>Keeps a running head until it is known whose it is.</summary>
    public void AddFurniture(TextUnit unit)
    {
        _pending.Add(unit);
        _issueSource = unit.Source ?? _issueSource;
        _issueDate = unit.Date ?? _issueDate;
    }

    /// <summary>Adds what is not text: it follows the block that it interrupts, or waits for the first article.</summary>
    public void AddAside(TextUnit unit, BlockKind kind)
    {
        if (Current is null)
        {
            _pending.Add(unit);
            return;
        }

        Flush();
        Current.Body.Add(new DraftBlock(kind, unit.Pieces, unit));
    }

    /// <summary>Opens an article; what waits stands at its head.</summary>
    public void Start()
    {
        // A page number belongs to the page that ends with it.
        if (Current is not null)
        {
            var feet = 0;
            while (feet < _pending.Count && _pending[feet].Kind == UnitKind.PageNumber)
            {
                feet++;
            }

            var heads = _pending[feet..];
            _pending.RemoveRange(feet, _pending.Count - feet);
            Flush();
            _pending.AddRange(heads);
        }

        Current = new ArticleDraft { IssueSource = _issueSource, IssueDate = _issueDate };
        _drafts.Add(Current);
        foreach (var unit in _pending)
        {
            Current.Front.Add(new DraftBlock(AsideKind(unit), unit.Pieces, unit));
        }

        _pending.Clear();
    }

    /// <summary>Goes back to an article that went on elsewhere.</summary>
    public void Resume(ArticleDraft draft)
    {
        Settle();
        Flush();
        Current = draft;
        draft.IsClosed = false;
    }

    /// <summary>Gives what waits to the article that is read.</summary>
    public void Flush()
    {
        if (Current is null)
        {
            return;
        }

        var list = Current.HasText || Current.Body.Count > 0 ? Current.Body : Current.Front;
        foreach (var unit in _pending)
        {
            list.Add(new DraftBlock(AsideKind(unit), unit.Pieces, unit));
        }

        _pending.Clear();
    }

    /// <summary>Text that followed a closed article and never got a headline belongs to that article, unless it opens like a story.</summary>
    public void Settle()
    {
        var index = Current is null ? -1 : _drafts.LastIndexOf(Current);
        if (index >= 0 && !Current!.HasTitle && Current.Headings == 1)
        {
            Current.PromoteHeading();
        }

        if (index < 1 || Current!.HasTitle || Current.Body.Find(block => block.Kind == BlockKind.Body)?.Unit.Opening is not null)
        {
            return;
        }

        _drafts[index - 1].Absorb(Current, _source);
        _drafts.RemoveAt(index);
        Current = _drafts[index - 1];
    }

    /// <returns>All articles.</returns>
    public List<ArticleDraft> Finish()
    {
        Settle();
        if (Current is null && _pending.Count > 0)
        {
            Start();
        }

        Flush();
        foreach (var draft in _drafts)
        {
            draft.IssueSource ??= _issueSource;
            draft.IssueDate ??= _issueDate;
        }

        return _drafts;
    }

    private static BlockKind AsideKind(TextUnit unit) => unit.Kind switch
    {
        UnitKind.Caption => BlockKind.Caption,
        UnitKind.Jump => BlockKind.Jump,
        UnitKind.Byline or UnitKind.ClosingByline or UnitKind.EditorLine => BlockKind.Byline,
        _ => BlockKind.Furniture,
    };
}
