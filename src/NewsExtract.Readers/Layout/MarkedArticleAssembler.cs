namespace NewsExtract.Readers.Layout;

/// <summary>Makes articles of lines where the markup says where each begins.</summary>
internal sealed class MarkedArticleAssembler(string source)
{
    private const int MostHeadlineLines = 3;

    private readonly List<ArticleDraft> _drafts = [];
    private string? _issueSource;
    private PartialDate? _issueDate;

    public List<ArticleDraft> Assemble(MarkedLine[] lines, List<TextUnit> units)
    {
        RowMarker.Mark(units);
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && !lines[end].OpensArticle)
            {
                end++;
            }

            _drafts.Add(ReadArticle(lines.AsSpan(start..end), units[start..end]));
            start = end;
        }

        foreach (var draft in _drafts)
        {
            draft.IssueSource ??= _issueSource;
            draft.IssueDate ??= _issueDate;
        }

        return _drafts;
    }

    private ArticleDraft ReadArticle(ReadOnlySpan<MarkedLine> lines, List<TextUnit> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            // The line below a headline tells of its article only, a running head of all that follow.
            if (units[i].IsFurniture && lines[i].Mark != LineMark.Imprint)
            {
                _issueSource = units[i].Source ?? _issueSource;
                _issueDate = units[i].Date ?? _issueDate;
            }
        }

        var draft = new ArticleDraft { IssueSource = _issueSource, IssueDate = _issueDate };
        var headline = IndexOf(lines, LineMark.Headline);
        var lastText = units.FindLastIndex(unit => unit.IsBody);
        for (var i = 0; i < units.Count; i++)
        {
            // What stands above a headline is no text that ends its search.
            if (lines[i].Mark is LineMark.Headline && (!draft.HasText || i == headline || (i > 0 && i <= headline + MostHeadlineLines && lines[i - 1].Mark == LineMark.Headline)))
            {
                draft.AddTitle(units[i]);
            }
            else if (draft.HasText)
            {
                AddToBody(draft, lines[i].Mark, units, i);
            }
            else
            {
                AddToFront(draft, lines[i].Mark, units, i, headline, lastText);
            }
        }

        return draft;
    }

    // Above the first paragraph: kicker, subhead, byline, imprint. Where no headline is marked, the text tells which line it is.
    private void AddToFront(ArticleDraft draft, LineMark mark, List<TextUnit> units, int index, int headline, int lastText)
    {
        var unit = units[index];
        if (unit.IsTitle && headline < 0 && mark is not LineMark.ListItem)
        {
            draft.AddTitle(unit);
            return;
        }

        BlockKind? kind = mark switch
        {
            LineMark.Kicker => BlockKind.Kicker,
            LineMark.Subhead => BlockKind.Subhead,
            _ when unit.Kind is UnitKind.Byline or UnitKind.ClosingByline or UnitKind.EditorLine => BlockKind.Byline,
            _ when unit.IsFurniture => BlockKind.Furniture,
            _ when unit.Kind == UnitKind.Caption => BlockKind.Caption,
            _ when unit.Kind == UnitKind.Jump => BlockKind.Jump,
            _ when unit.IsTitle && index < headline => BlockKind.Kicker,
            _ when unit.Kind == UnitKind.Row && index < headline => BlockKind.Furniture,
            _ when unit is { IsTitle: true, NamesPerson: true } => BlockKind.Byline,
            _ when unit.Kind == UnitKind.DashTitle || (unit.Kind == UnitKind.Title && mark == LineMark.Paragraph && !draft.HasHeaderByline && index < lastText) => BlockKind.Subhead,
            _ => null,
        };
        if (kind is not { } front)
        {
            AddToBody(draft, mark, units, index);
            return;
        }

        draft.Front.Add(new DraftBlock(front, unit.Pieces, unit));
        draft.HasHeaderByline |= front == BlockKind.Byline;
    }

    private void AddToBody(ArticleDraft draft, LineMark mark, List<TextUnit> units, int index)
    {
        var unit = units[index];
        var next = index + 1 < units.Count ? units[index + 1] : null;
        var kind = unit.Kind switch
        {
            UnitKind.Byline or UnitKind.ClosingByline or UnitKind.EditorLine => BlockKind.Byline,
            UnitKind.Head or UnitKind.PageNumber or UnitKind.DateLine => BlockKind.Furniture,
            UnitKind.Caption => BlockKind.Caption,
            UnitKind.Jump => BlockKind.Jump,
            UnitKind.Title or UnitKind.DashTitle when next is not { IsBody: true } && unit.NamesPerson && mark == LineMark.Paragraph => BlockKind.Byline,
            UnitKind.Title or UnitKind.DashTitle when mark is LineMark.Heading or LineMark.Headline || next is { Kind: UnitKind.Prose } => BlockKind.Heading,
            _ => ContinuationJudge.IsNumberedHeading(units, index) ? BlockKind.Heading : BlockKind.Body,
        };
        draft.AddText(unit, kind, source);
    }

    private static int IndexOf(ReadOnlySpan<MarkedLine> lines, LineMark mark)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Mark == mark)
            {
                return i;
            }
        }

        return -1;
    }
}
