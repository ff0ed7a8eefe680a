using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>Tells a trace of the words of credit that credit nobody, and of the names in bylines and closing brackets that have none.</summary>
internal sealed class UncreditedWords(ArticleDiscourse discourse)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly TokenIndex _tokens = new(discourse.Context.Tokens);

    public void Trace(IReadOnlyList<CreditDraft> drafts)
    {
        foreach (var block in _context.Text.Blocks)
        {
            if (block.Kind is BlockKind.Body or BlockKind.Byline or BlockKind.Caption or BlockKind.Furniture)
            {
                TraceWords(block, drafts);
                TraceNames(block, drafts);
            }
        }
    }

    private void TraceWords(BlockSpan block, IReadOnlyList<CreditDraft> drafts)
    {
        for (var i = block.Span.Start; i < block.Span.End; i++)
        {
            if (discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
                continue;
            }

            var word = WordAt(i, block.Span.End, out var form);
            if (word.IsEmpty)
            {
                continue;
            }

            if (!drafts.Any(draft => draft.Evidence.Overlaps(word)))
            {
                // 告诉|记者: a word that introduces a name, and none follows; 图|为…, 语文/数学: one of a caption or a line of its own
                if (form == CreditForm.WordName || IsCreditLine(block, i))
                {
                    _context.Trace!.Missing(CreditDefinition.Instance.Name, word, "person");
                }
                else
                {
                    _context.Trace!.Reject(CreditDefinition.Instance.Name, word, RejectionReason.NotPredicate);
                }
            }

            i = word.End - 1;
        }
    }

    // The longest word of any form; one that runs into another word is none: 图书, 摄氏度.
    private TextSpan WordAt(int start, int end, out CreditForm form)
    {
        TextSpan found = default;
        form = default;
        foreach (var candidate in (ReadOnlySpan<CreditForm>)[CreditForm.WordName, CreditForm.LineWordName, CreditForm.NameWord])
        {
            var length = CreditRules.At(candidate, _text, start, out var matched) is null ? 0 : matched;
            if (length > found.Length && start + length <= end && _tokens.StartsAt(start) && (_tokens.StartsAt(start + length) || !char.IsLetter(_text[start + length - 1])))
            {
                found = new TextSpan(start, start + length);
                form = candidate;
            }
        }

        return found;
    }

    private bool IsCreditLine(BlockSpan block, int position) =>
        block.Kind is BlockKind.Byline or BlockKind.Caption || discourse.Quotations.IsBracketed(position);

    // （李明统计）, a byline 李明 于江州
    private void TraceNames(BlockSpan block, IReadOnlyList<CreditDraft> drafts)
    {
        foreach (var mention in FactContextExtensions.MentionsIn(_context, Names(block)))
        {
            if (mention.Type == EntityType.Person && !drafts.Any(draft => draft.Person.Overlaps(mention.Span)))
            {
                _context.Trace!.Reject(CreditDefinition.Instance.Name, mention.Span, RejectionReason.NoTrigger);
            }
        }
    }

    // All of a byline, the bracket that closes a paragraph.
    private TextSpan Names(BlockSpan block)
    {
        var span = block.Span;
        if (block.Kind == BlockKind.Byline)
        {
            return span;
        }

        var end = span.End;
        if (block.Kind == BlockKind.Body && end > span.Start && _text[end - 1] is '。')
        {
            end--;
        }

        if (block.Kind != BlockKind.Body || end == span.Start || !discourse.Quotations.IsBracketed(end - 1))
        {
            return new TextSpan(span.Start, span.Start);
        }

        var start = end;
        while (start > span.Start && discourse.Quotations.IsBracketed(start - 1))
        {
            start--;
        }

        return new TextSpan(start, end);
    }
}
