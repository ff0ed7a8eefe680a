using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Finds who or what a number belongs to: the name or the word like 全区 that heads its clause, else the one that
/// headed an earlier clause of the sentence or paragraph, else the body the article speaks of most.
/// </summary>
internal sealed class NumberSubjects
{
    private readonly FactContext _context;
    private readonly string _text;
    private readonly NumberWords _words = NumberWords.Instance;

    public NumberSubjects(FactContext context)
    {
        _context = context;
        _text = context.Text.Text;
    }

    /// <summary>The subject for a number at <paramref name="position"/>.</summary>
    public TextSpan? Of(int sentence, int position)
    {
        var block = _context.Text.Sentences[sentence].Block;
        for (var i = sentence; i >= 0 && _context.Text.Sentences[i].Block == block; i--)
        {
            var span = _context.Text.Sentences[i].Span;
            if (LastHead(new TextSpan(span.Start, Math.Max(span.Start, Math.Min(span.End, position)))) is { } head)
            {
                return Resolve(head);
            }
        }

        return Focus(position);
    }

    /// <summary>What a pronoun stands for (该公司, 该项目); other spans as they are.</summary>
    public TextSpan? Resolve(TextSpan subject)
    {
        if (_context.MentionAt(subject.Start) is not null)
        {
            return subject;
        }

        var word = subject.Of(_text);
        var pronoun = word[0] is '该' or '該' or '我';
        if (!pronoun && !word.SequenceEqual("项目"))
        {
            return subject;
        }

        for (var i = LastBefore(subject.Start); i >= 0; i--)
        {
            var mention = _context.Mentions[i];
            var fits = word[^1] switch
            {
                '目' => mention.Type is EntityType.Project or EntityType.Facility,
                '区' or '园' or '區' => mention.Type is EntityType.Zone || (mention.Type is EntityType.GeoPolitical && _text[mention.Span.End - 1] == '区'),
                '市' or '县' or '省' or '镇' or '村' => mention.Type is EntityType.GeoPolitical && _text[mention.Span.End - 1] == word[^1],
                '司' or '厂' or '团' or '业' => mention.Type is EntityType.Organization && IsCompany(mention.Span),
                '院' or '行' or '校' or '心' => mention.Type is EntityType.Organization && word[0] != '我' && (_text[mention.Span.End - 1] == word[^1] || (word[^1] == '校' && _text[mention.Span.End - 1] is '学' or '院')),
                _ => false,
            };
            if (fits)
            {
                return mention.Span;
            }
        }

        return word[0] is '该' ? null : subject;
    }

    private bool IsCompany(TextSpan name) => DiscourseLexicon.OrganizationKinds.MatchEnd(name.Of(_text), out var kind) == 0 || kind is "company" or "factory" or "farm";

    /// <summary>Index of the last mention that ends at or before <paramref name="position"/>, -1 when there is none.</summary>
    public int LastBefore(int position)
    {
        int low = 0, high = _context.Mentions.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_context.Mentions[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private TextSpan? LastHead(TextSpan span)
    {
        TextSpan? head = null;
        for (var start = span.Start; start < span.End;)
        {
            var end = start;
            while (end < span.End && _text[end] is not ('，' or '；' or '：' or '。' or ',' or ';'))
            {
                end++;
            }

            // 其中甲、乙各持股10%，|…: a part is subject of its own clause alone.
            if (end == span.End || !_text.AsSpan(start, end - start).StartsWith("其中", StringComparison.Ordinal))
            {
                head = HeadOf(start, end) ?? head;
            }

            start = end + 1;
        }

        return head;
    }

    /// <summary>The name or general word that heads a clause; <c>null</c> when a person, a verb or nothing does.</summary>
    public TextSpan? HeadOf(int start, int end)
    {
        TextSpan? head = null;
        while (start < end)
        {
            if (_context.MentionAt(start) is { } mention && mention.Span.Start == start)
            {
                if (mention.Type is EntityType.Title or EntityType.Person)
                {
                    return null;
                }

                var opener = mention.Span.Start > 0 ? _text[mention.Span.Start - 1] : ' ';
                if (opener is '从' or '自' or '向' or '对' or '到' or '赴' or '据' or '被' or '于' || (opener == '在' && mention.Type is EntityType.Facility or EntityType.GeoPolitical or EntityType.Event))
                {
                    return head;
                }

                if (mention.Type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility or EntityType.Project or EntityType.Event)
                {
                    head = mention.Span;
                }
                else if (mention.Type is not (EntityType.Date or EntityType.Location))
                {
                    return head;
                }

                start = mention.Span.End;
                continue;
            }

            // 新港|由甲、乙出资建设
            if (_text[start] == '由' && head is not null)
            {
                return head;
            }

            if (_text[start] is '“' or '「' or ' ' or '　' or '”' or '在' or '由' or '、' or '的' or '对')
            {
                start++;
                continue;
            }

            var length = _words.At(_text, start, end, head is null ? NumberWord.Lead | NumberWord.Scope : NumberWord.Scope, out var found);
            if (length == 0 || (length == 1 && (found & NumberWord.Scope) == 0 && head is not null))
            {
                return head;
            }

            if ((found & NumberWord.Scope) != 0)
            {
                return head is { } name && _context.MentionAt(name.Start) is not null && found != NumberWord.None && _text[start] != '全' ? name : new TextSpan(start, start + length);
            }

            start += length;
        }

        return head;
    }

    // The zone named most often so far.
    private TextSpan? Focus(int position)
    {
        var counts = new Dictionary<string, (int Count, TextSpan First)>(StringComparer.Ordinal);
        (int Count, TextSpan First)? best = null;
        foreach (var mention in _context.Mentions)
        {
            if (mention.Span.Start >= position)
            {
                break;
            }

            if (mention.Type == EntityType.Zone && _context.Text.Blocks[_context.Text.BlockAt(mention.Span.Start)].Kind == BlockKind.Body)
            {
                var name = mention.Span.Of(_text).ToString();
                var entry = counts.TryGetValue(name, out var known) ? (known.Count + 1, known.First) : (1, mention.Span);
                counts[name] = entry;
                if (best is null || entry.Item1 > best.Value.Count)
                {
                    best = entry;
                }
            }
        }

        return best?.First;
    }
}
