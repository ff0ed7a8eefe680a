using System.Buffers;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Position;

/// <summary>
/// Reads the posts of a life: 历任某局局长，某县副县长；2014年3月任…. The person is the one the paragraph is about. A bare 任
/// counts only in a paragraph that tells a life (历任, 曾任, 男，), elsewhere it is an appointment; 现任 and 是 count anywhere.
/// </summary>
internal sealed class CareerReader(ArticleDiscourse discourse, PositionRule rule)
{
    /// <summary>Characters that an unmarked organisation may take.</summary>
    private const int Reach = 16;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("，、。；\n”");

    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;

    /// <returns>The name, the title and its organisation, with the stretch that says so.</returns>
    public IEnumerable<(TextSpan Person, Mention Title, Mention? Organization, TextSpan Evidence)> Read()
    {
        var mentions = _context.Mentions;
        var beside = TitlesBesideNames(discourse);
        TextSpan? person = null;
        var last = -1;
        for (var i = 0; i < mentions.Length; i++)
        {
            var title = mentions[i];
            if (title.Type != EntityType.Title || beside.Contains(i))
            {
                continue;
            }

            var organization = i > 0 && mentions[i - 1].Span.End == title.Span.Start && IsPlace(mentions[i - 1].Type) ? mentions[i - 1] : null;
            var start = organization?.Span.Start ?? title.Span.Start;
            if (VerbBefore(start) is { } verb)
            {
                person = PersonOf(verb.Word, verb.Start);
            }
            else if (last < 0 || !Continues(last, start))
            {
                person = null;
            }

            if (person is { } name)
            {
                yield return (name, title, organization, new TextSpan(start, title.Span.End));
                last = title.Span.End;
            }
        }
    }

    // 历任某厂厂长: an organisation that is no mention may stand between, after a verb that only lives have
    private (string Word, int Start)? VerbBefore(int position)
    {
        for (var at = position; at > 0 && position - at <= Reach; at--)
        {
            string? found = null;
            foreach (var word in rule.Words)
            {
                if ((at == position || word.Length > 1 && word != "担任") && at >= word.Length
                    && _text.AsSpan(at - word.Length, word.Length).SequenceEqual(word) && word.Length > (found?.Length ?? 0))
                {
                    found = word;
                }
            }

            if (found is not null)
            {
                // 拟任: proposed, not held
                if (at - found.Length > 0 && _text[at - found.Length - 1] is '拟' or '将')
                {
                    return null;
                }

                return (found, at - found.Length);
            }

            if (_text[at - 1] is '，' or '、' or '。' or '；' or '\n' or '”' || (_context.MentionAt(at - 1) is { Type: not (EntityType.Organization or EntityType.GeoPolitical) }))
            {
                return null;
            }
        }

        return null;
    }

    private TextSpan? PersonOf(string verb, int at)
    {
        var block = _context.Text.Blocks[_context.Text.BlockAt(at)];
        if (block.Kind != BlockKind.Body || discourse.Quotations.IsQuoted(at))
        {
            return null;
        }

        var near = _context.MentionAt(Math.Max(0, at - 1));
        if (near is { Type: EntityType.Person } beside && beside.Span.End == at)
        {
            return verb is "现任" or "时任" or "曾任" or "历任" or "系" or "是" or "先后任" or "先后担任" or "曾担任" || TellsLife(block.Span) ? beside.Span : null;
        }

        if (verb is "系" or "是" or "时任" || !TellsLife(block.Span))
        {
            return null;
        }

        foreach (var mention in _context.MentionsIn(new TextSpan(block.Span.Start, at)))
        {
            if (mention.Type == EntityType.Person)
            {
                return mention.Span;
            }
        }

        return null;
    }

    private bool TellsLife(TextSpan block)
    {
        var words = block.Of(_text);
        return words.Contains("历任", StringComparison.Ordinal) || words.Contains("曾任", StringComparison.Ordinal)
            || words.Contains("，男，", StringComparison.Ordinal) || words.Contains("，女，", StringComparison.Ordinal)
            || words.Contains("参加工作", StringComparison.Ordinal);
    }

    // 某局局长，某县副县长、党组成员: marks alone between
    private bool Continues(int from, int to)
    {
        if (to - from is < 1 or > Reach || _text[from] is not ('，' or '、' or '和' or '兼' or '；'))
        {
            return false;
        }

        return !_text.AsSpan(from + 1, to - from - 1).ContainsAny(s_marks) && !_text.AsSpan(from + 1, to - from - 1).ContainsAny('任', '为') && _context.MentionsIn(new TextSpan(from, to)).IsEmpty;
    }

    private static HashSet<int> TitlesBesideNames(ArticleDiscourse discourse) =>
        [.. discourse.Persons.SelectMany(reference => reference.Posts).Select(post => post.Title)];

    private static bool IsPlace(EntityType type) =>
        type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility;
}
