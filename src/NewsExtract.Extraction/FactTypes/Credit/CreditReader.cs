using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>
/// Reads words of credit and the names beside them. A name is a person mention, a span that the splitter took for an
/// author, or, in bylines, captions and brackets, two to four characters between blanks and marks.
/// </summary>
internal sealed class CreditReader(ArticleDiscourse discourse)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly List<TextSpan> _authors = AuthorSpans(discourse.Context.Text);
    private readonly List<CreditDraft> _drafts = [];
    private readonly HashSet<int> _credited = [];
    private readonly HashSet<(int Start, string Rule)> _seen = [];
    private readonly UncreditedWords? _uncredited = discourse.Context.Trace is null ? null : new UncreditedWords(discourse);

    public IReadOnlyList<CreditDraft> Read()
    {
        foreach (var block in _context.Text.Blocks)
        {
            if (block.Kind is BlockKind.Body or BlockKind.Byline or BlockKind.Caption or BlockKind.Furniture)
            {
                ReadBlock(block);
            }
        }

        foreach (var author in _authors)
        {
            if (!_drafts.Exists(draft => draft.Person.Overlaps(author)) && CreditRules.At(CreditForm.WordName, _text, author.Start, out _) is null)
            {
                _drafts.Add(new CreditDraft(CreditRules.NamesAlone, null, author, author));
            }
        }

        _uncredited?.Trace(_drafts);
        return _drafts;
    }

    private void ReadBlock(BlockSpan block)
    {
        var line = block.Kind is BlockKind.Byline or BlockKind.Caption;
        for (var i = block.Span.Start; i < block.Span.End; i++)
        {
            if (discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
                continue;
            }

            var rule = CreditRules.At(CreditForm.WordName, _text, i, out var length);
            if (rule is null && (line || discourse.Quotations.IsBracketed(i)) && (i == block.Span.Start || !char.IsLetter(_text[i - 1])))
            {
                rule = CreditRules.At(CreditForm.LineWordName, _text, i, out length);
            }

            if (rule is not null && i + length < block.Span.End)
            {
                i = ReadNamesAfter(rule, i, i + length, block, line || discourse.Quotations.IsBracketed(i)) - 1;
            }
        }

        ReadTaken(block);
        ReadClosing(block);
    }

    // 记者 李明 王芳; what follows the names may say more: 记者 李明 摄影报道
    private int ReadNamesAfter(CreditRule rule, int word, int start, BlockSpan block, bool loose)
    {
        var names = new List<TextSpan>();
        var at = start;
        while (true)
        {
            var next = SkipBlanks(at, block.Span.End, names.Count == 0 ? ":：/／" : "、，,/／");
            if (NameAt(next, block.Span.End, loose) is not { } name
                || (discourse.MentionEndAt(next) is null && (CreditRules.At(CreditForm.WordName, _text, next, out _) is not null || CreditRules.At(CreditForm.NameWord, _text, next, out _) is not null)))
            {
                break;
            }

            names.Add(name);
            at = name.End;
        }

        if (names.Count == 0)
        {
            return start;
        }

        var after = SkipBlanks(at, block.Span.End, "");
        var taken = CreditRules.At(CreditForm.NameWord, _text, after, out var length);
        var takes = taken is not null
            && NameAt(SkipBlanks(after + length, block.Span.End, ""), block.Span.End, false) is null
            && (after + length >= block.Span.End || !(IsWordCharacter(_text[after + length]) || _text[after + length] is '/' or '／' or '：' or ':' or '|' or '｜'));
        foreach (var name in names)
        {
            // 通讯员 李明 文/图: a correspondent who took the pictures, too
            if (!takes || taken!.Roles.Length > 1)
            {
                Add(rule, new TextSpan(word, start), name, new TextSpan(word, name.End));
            }

            if (takes)
            {
                Add(taken!, new TextSpan(after, after + length), name, new TextSpan(word, after + length));
            }
        }

        return takes ? after + length : at;
    }

    // 李明摄; 李明　王芳　摄; at the end of a line or of a bracket
    private void ReadTaken(BlockSpan block)
    {
        for (var i = block.Span.Start + 2; i < block.Span.End; i++)
        {
            var rule = CreditRules.At(CreditForm.NameWord, _text, i, out var length);
            if (rule is null)
            {
                continue;
            }

            var end = i + length;
            var before = i;
            while (before > block.Span.Start && IsBlank(_text[before - 1]))
            {
                before--;
            }

            var spaced = before < i || _text[i] is '/' or '／';
            if (end < block.Span.End && _text[end] is not ('）' or ')' or '。' or ' ' or '　' or '，' or '；'))
            {
                continue;
            }

            // 图 and 供图 say it in captions alone
            if (block.Kind != BlockKind.Caption && _text[end - 1] is '图' && length <= 2)
            {
                continue;
            }

            while (NameEndingAt(before, block.Span.Start, spaced && block.Kind != BlockKind.Body) is { } name)
            {
                Add(rule, new TextSpan(i, end), name, new TextSpan(name.Start, end));
                before = name.Start;
                var blanks = before;
                while (blanks > block.Span.Start && (IsBlank(_text[blanks - 1]) || _text[blanks - 1] == '、'))
                {
                    blanks--;
                }

                if (blanks == before || _context.MentionAt(blanks - 1) is not { Type: EntityType.Person })
                {
                    break;
                }

                before = blanks;
            }
        }
    }

    // （李明　王芳） at the end; a line of names
    private void ReadClosing(BlockSpan block)
    {
        var span = block.Span;
        if (block.Kind is not (BlockKind.Body or BlockKind.Byline) || span.Length < 2)
        {
            return;
        }

        var end = span.End;
        var start = span.Start;
        if (_text[end - 1] is '）' or ')')
        {
            start = _text.LastIndexOfAny(['（', '('], end - 1, end - span.Start) + 1;
            end--;
            if (start <= span.Start && block.Kind == BlockKind.Body)
            {
                start = span.Start + 1;
            }

            // a remark on the sentence has its stop after the bracket
            if (block.Kind == BlockKind.Body && start - 2 >= span.Start && _text[start - 2] is not ('。' or '！' or '？' or '”' or ' ' or '　' or '…'))
            {
                return;
            }
        }
        else if (block.Kind != BlockKind.Byline)
        {
            return;
        }

        var names = new List<TextSpan>();
        for (var at = SkipBlanks(start, end, "□■●"); at < end;)
        {
            if (NameAt(at, end, block.Kind == BlockKind.Byline && CreditRules.At(CreditForm.WordName, _text, at, out _) is null && HasWordAfter(at, end)) is not { } name)
            {
                // （李明　图/王芳）: the rest has its own word
                if (names.Count > 0 && CreditRules.At(CreditForm.LineWordName, _text, at, out _) is not null)
                {
                    break;
                }

                return;
            }

            names.Add(name);
            at = SkipBlanks(name.End, end, "、，,");
        }

        foreach (var name in names)
        {
            Add(CreditRules.NamesAlone, null, name, block.Kind == BlockKind.Body ? new TextSpan(start - 1, end + 1) : name);
        }
    }

    private bool HasWordAfter(int start, int end)
    {
        for (var i = start + 2; i < end; i++)
        {
            if (!char.IsLetter(_text[i - 1]) && CreditRules.At(CreditForm.LineWordName, _text, i, out _) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(CreditRule rule, TextSpan? word, TextSpan person, TextSpan evidence)
    {
        if (_seen.Add((person.Start, rule.Id)) && (rule.Roles.Length > 1 || _credited.Add(person.Start)))
        {
            _credited.Add(person.Start);
            _drafts.Add(new CreditDraft(rule, word, person, evidence));
        }
    }

    private TextSpan? NameAt(int start, int limit, bool loose)
    {
        if (start >= limit)
        {
            return null;
        }

        if (_context.MentionAt(start) is { } mention && mention.Span.Start == start)
        {
            if (mention.Type == EntityType.Person)
            {
                // 版式：李明: a word of credit taken for a name
                return mention.Span.End <= limit && (mention.Span.End == limit || _text[mention.Span.End] is not ('：' or ':')) ? mention.Span : null;
            }

            loose = false;
        }

        foreach (var author in _authors)
        {
            if (author.Start == start && author.End <= limit)
            {
                return author;
            }
        }

        if (!loose)
        {
            return null;
        }

        var end = start;
        while (end < limit && (char.IsLetter(_text[end]) || _text[end] == '·') && end - start < 13)
        {
            end++;
        }

        var dotted = _text.AsSpan(start, end - start).Contains('·');
        return end - start >= 2 && (end - start <= 4 || dotted) && (end >= limit || !(char.IsLetterOrDigit(_text[end]) || _text[end] is '：' or ':')) ? new TextSpan(start, end) : null;
    }

    private TextSpan? NameEndingAt(int end, int limit, bool loose)
    {
        if (end <= limit)
        {
            return null;
        }

        if (_context.MentionAt(end - 1) is { } mention)
        {
            return mention.Type == EntityType.Person && mention.Span.End == end ? mention.Span : null;
        }

        if (!loose)
        {
            return null;
        }

        var start = end;
        while (start > limit && (char.IsLetter(_text[start - 1]) || _text[start - 1] == '·') && end - start < 13)
        {
            start--;
        }

        var dotted = _text.AsSpan(start, end - start).Contains('·');
        return end - start >= 2 && (end - start <= 4 || dotted) && start > limit ? new TextSpan(start, end) : null;
    }

    private int SkipBlanks(int start, int end, string marks)
    {
        while (start < end && (IsBlank(_text[start]) || marks.Contains(_text[start], StringComparison.Ordinal)))
        {
            start++;
        }

        return start;
    }

    private static bool IsBlank(char character) => character is ' ' or '　' or '\u00A0' or '\t';

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character);

    // The splitter's spans count the document's units.
    private static List<TextSpan> AuthorSpans(ArticleText text)
    {
        var spans = new List<TextSpan>();
        foreach (var author in text.Article.AuthorSpans)
        {
            int start = -1, end = -1;
            for (var i = 0; i < text.Text.Length; i++)
            {
                var offset = text.SourceOffset(i);
                if (offset >= author.Start && offset < author.End)
                {
                    start = start < 0 ? i : start;
                    end = i + 1;
                }
            }

            if (start >= 0)
            {
                spans.Add(new TextSpan(start, end));
            }
        }

        return spans;
    }
}
