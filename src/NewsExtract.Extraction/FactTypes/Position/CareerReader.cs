using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Position;

/// <summary>
/// Reads the posts of a life: 历任某局局长，某县副县长；2014年3月任…. The person is the one the paragraph is about. A bare 任
/// counts only in a paragraph that tells a life (历任, 曾任, 男，), elsewhere it is an appointment; 现任 and 是 count anywhere.
/// </summary>
internal sealed class CareerReader(ArticleDiscourse discourse, PositionRule rule)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;

    /// <returns>The name, the title and its organisation, with the stretch that says so.</returns>
    public IEnumerable<(TextSpan Person, Mention Title, Mention? Organization, TextSpan Evidence)> Read()
    {
        var mentions = _context.Mentions;
        TextSpan? person = null;
        var last = -1;
        for (var i = 0; i < mentions.Length; i++)
        {
            var title = mentions[i];
            if (title.Type != EntityType.Title || IsBesideName(i))
            {
                continue;
            }

            var organization = i > 0 && mentions[i - 1].Span.End == title.Span.Start && IsPlace(mentions[i - 1].Type) ? mentions[i - 1] : null;
            var start = organization?.Span.Start ?? title.Span.Start;
            if (VerbBefore(start) is { } verb)
            {
                person = PersonOf(verb, start);
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

    private string? VerbBefore(int position)
    {
        string? found = null;
        foreach (var word in rule.Words)
        {
            if (position >= word.Length && _text.AsSpan(position - word.Length, word.Length).SequenceEqual(word) && word.Length > (found?.Length ?? 0))
            {
                found = word;
            }
        }

        return found;
    }

    private TextSpan? PersonOf(string verb, int position)
    {
        var at = position - verb.Length;
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
    private bool Continues(int from, int to) => to - from is > 0 and <= 2 && _text.AsSpan(from, to - from).TrimStart("，、和兼；").IsEmpty;

    private bool IsBesideName(int title)
    {
        foreach (var reference in discourse.Persons)
        {
            foreach (var post in reference.Posts)
            {
                if (post.Title == title)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsPlace(EntityType type) =>
        type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility;
}
