using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>Finds phrases for events that have no name of their own: 签约仪式, 第三次全体会议.</summary>
internal sealed class EventPhrases(FactContext context, QuotationMap quotations)
{
    private readonly string _text = context.Text.Text;
    private readonly ImmutableArray<TextSpan> _headlineEvents = HeadlineEvents(context);

    /// <summary>The first EVENT mention of the headlines; <c>null</c> when there is none.</summary>
    public TextSpan? Headline => _headlineEvents.IsEmpty ? null : _headlineEvents[0];

    /// <summary>The phrase that is the verb's subject (…仪式在…举行) or object (召开…会议), or <c>null</c>.</summary>
    public TextSpan? Beside(TextSpan verb, TextSpan sentence)
    {
        var end = verb.End;
        while (end < sentence.End && _text[end] is not ('，' or '。' or '；' or '：'))
        {
            end++;
        }

        if (LastIn(new TextSpan(verb.End, end)) is { } after)
        {
            return after;
        }

        var start = verb.Start;
        while (start > sentence.Start && _text[start - 1] is not ('，' or '。' or '；' or '：' or '”'))
        {
            start--;
        }

        return LastIn(new TextSpan(start, verb.Start));
    }

    /// <summary>The last event phrase that ends within <paramref name="span"/>; names of other things are skipped.</summary>
    public TextSpan? LastIn(TextSpan span)
    {
        TextSpan? found = null;
        for (var i = span.Start; i < span.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                found = mention.Type == EntityType.Event && mention.Span.End <= span.End ? mention.Span : found;
                i = mention.Span.End - 1;
                continue;
            }

            var length = DiscourseLexicon.EventHeads.MatchAt(_text, i);
            if (length > 0 && i + length <= span.End && !quotations.IsQuoted(i) && !IsRoom(i + length))
            {
                // 工作会议 is one word, 工作会 another
                if (i + length < span.End && _text[i + length] == '议' && _text[i + length - 1] == '会')
                {
                    length++;
                }

                found = new TextSpan(Math.Min(LeftEdge(i, span.Start), EditionEdge(i, span.Start)), i + length);
                i += length - 1;
            }
        }

        return found;
    }

    /// <summary>The EVENT mention of the headlines that the phrase shortens (座谈会 for 庆祝教师节座谈会), else the phrase.</summary>
    public (TextSpan Span, bool Named) Expand(TextSpan phrase)
    {
        if (context.MentionAt(phrase.Start) is { Type: EntityType.Event } own && own.Span == phrase)
        {
            return (phrase, true);
        }

        foreach (var named in _headlineEvents)
        {
            if (named.Of(_text).EndsWith(phrase.Of(_text), StringComparison.Ordinal))
            {
                return (named, true);
            }
        }

        return (phrase, false);
    }

    // 全区干部大会, 开工奠基仪式: back from the head to a mark, a verb, a particle or another mention; a project's name belongs to its ceremony
    private int LeftEdge(int head, int limit)
    {
        var start = head;
        while (start > limit)
        {
            var previous = start - 1;
            if (context.MentionAt(previous) is { } mention)
            {
                return mention.Type == EntityType.Project && mention.Span.Start >= limit ? mention.Span.Start : start;
            }

            if (!char.IsLetterOrDigit(_text[previous]) || EndsWithBound(limit, start))
            {
                return start;
            }

            start--;
        }

        return start;
    }

    // 会议室, 大会堂: where events are held
    private bool IsRoom(int end) => end < _text.Length && _text[end] is '室' or '厅' or '堂' or '馆' or '中' && !(_text[end] == '中' && !_text.AsSpan(end).StartsWith("中心", StringComparison.Ordinal));

    private static ImmutableArray<TextSpan> HeadlineEvents(FactContext context) =>
    [
        .. context.Mentions
            .Where(mention => mention.Type == EntityType.Event
                && context.Text.Blocks[context.Text.BlockAt(mention.Span.Start)].Kind is BlockKind.Headline or BlockKind.Kicker or BlockKind.Subhead)
            .Select(mention => mention.Span),
    ];

    // 首届海峡两岸茶业交易会, 第五届…大赛: the number of the edition opens the name
    private int EditionEdge(int head, int limit)
    {
        for (var i = head - 1; i > Math.Max(limit, head - 24); i--)
        {
            if (_text[i] is '，' or '。' or '；' or '：' or '、' or '\n')
            {
                break;
            }

            if (_text[i] != '届' || i - 1 < limit)
            {
                continue;
            }

            if (_text[i - 1] == '首')
            {
                return i - 1;
            }

            for (var k = i - 1; k >= Math.Max(limit, i - 5); k--)
            {
                if (_text[k] == '第')
                {
                    return k;
                }
            }
        }

        return head;
    }

    private bool EndsWithBound(int limit, int end)
    {
        for (var length = 1; length <= 4 && end - length >= limit; length++)
        {
            if (DiscourseLexicon.EventBounds.Contains(_text.AsSpan(end - length, length)))
            {
                return true;
            }
        }

        return false;
    }
}
