using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract.Extraction.Discourse;

/// <summary>
/// Follows the occasion through an article. A sentence sets a new one when it says that an event takes place
/// (12月1日，…活动在…举行), opens with a named event, or tells of an act that is an occasion of its own (签署协议).
/// It holds until another one is set.
/// </summary>
internal sealed class OccasionTracker
{
    private readonly FactContext _context;
    private readonly QuotationMap _quotations;
    private readonly string _text;
    private readonly EventPhrases _phrases;
    private readonly ImmutableArray<Occasion?> _occasions;

    public OccasionTracker(FactContext context, QuotationMap quotations, EventPhrases phrases)
    {
        _context = context;
        _quotations = quotations;
        _text = context.Text.Text;
        _phrases = phrases;
        _occasions = Track();
    }

    /// <summary>The occasion after the sentence was read; <c>null</c> before the first.</summary>
    public Occasion? At(int sentence) => sentence >= 0 && sentence < _occasions.Length ? _occasions[sentence] : null;

    /// <summary>The day that <paramref name="span"/> opens with (19日，客人一行到…), else that of the occasion.</summary>
    public Mention? DateIn(TextSpan span)
    {
        foreach (var mention in _context.MentionsIn(span))
        {
            // the date of 新华社北京1月9日电 is that of the report
            if (IsDay(mention) && !(mention.Span.End < _text.Length && _text[mention.Span.End] is '电' or '讯'))
            {
                return mention;
            }
        }

        return null;
    }

    private ImmutableArray<Occasion?> Track()
    {
        var text = _context.Text;
        var occasions = ImmutableArray.CreateBuilder<Occasion?>(text.Sentences.Length);
        Occasion? current = null;
        for (var i = 0; i < text.Sentences.Length; i++)
        {
            var sentence = text.Sentences[i];
            if (text.Blocks[sentence.Block].Kind is BlockKind.Body or BlockKind.Heading)
            {
                current = Next(current, sentence.Span, i);
            }

            occasions.Add(current);
        }

        return occasions.MoveToImmutable();
    }

    private Occasion? Next(Occasion? current, TextSpan sentence, int index)
    {
        var (held, named, verb) = HeldEvent(sentence, current);
        var day = DateIn(sentence);
        if (held is null)
        {
            var act = ActIn(sentence);
            var place = act.IsEmpty ? null : PlaceBefore(sentence, act.Start);
            if (!act.IsEmpty && day is null && current is { Event: null, Act: null })
            {
                // 5月8日，会议中心内掌声阵阵。两家在这里签订协议
                return current with { Act = act, Place = place ?? current.Place };
            }

            if (act.IsEmpty || (day is null && place is null))
            {
                return current is null && day is not null ? new Occasion(null, null, false, day, VenueIn(sentence), index) : current;
            }

            return current is not null && (day is null || current.Event is not null && current.Sentence == index) ? current : new Occasion(null, act, false, day ?? current?.Date, place, index);
        }

        var same = current?.Event is null || SameEvent(current.Event.Value, held.Value);
        var where = PlaceBefore(sentence, verb.IsEmpty ? sentence.End : verb.Start) ?? PlaceSet(sentence);
        return new Occasion(
            same && current?.Event is not null && !named && (current.IsNamed || DiscourseLexicon.VagueEvents.Contains(held.Value.Of(_text))) ? current.Event : held,
            null,
            named || (same && current?.IsNamed == true),
            day ?? current?.Date,
            where ?? (same ? current?.Place : null),
            index);
    }

    // 12月1日，…活动在…举行; …召开第一次会议; 经…会议决定; …会议任命
    private (TextSpan? Event, bool Named, TextSpan Verb) HeldEvent(TextSpan sentence, Occasion? current)
    {
        var verb = FindOutsideMentions(DiscourseLexicon.HoldingVerbs, sentence, sentence.Start);
        Mention? first = null;
        foreach (var mention in _context.MentionsIn(sentence))
        {
            if (mention.Type == EntityType.Event && !_quotations.IsQuoted(mention.Span.Start))
            {
                first ??= mention;
                if (!verb.IsEmpty && SameClause(mention.Span, verb))
                {
                    if (mention.Span.End <= verb.Start && SessionAfter(verb.End, sentence.End) is { } session)
                    {
                        return (session, false, verb);
                    }

                    return (mention.Span, true, verb);
                }
            }
        }

        if (first is not null && IsAtHead(sentence, first.Span))
        {
            return (first.Span, true, verb);
        }

        // 记者从开发区经济运行分析会上获悉
        if (_phrases.LastIn(sentence) is { } source
            && source.End < sentence.End
            && _text[source.End] == '上'
            && !DiscourseLexicon.VagueEvents.Contains(source.Of(_text))
            && !DiscourseLexicon.SourceVerbs.FindFirst(_text, new TextSpan(source.End, sentence.End)).IsEmpty)
        {
            var (span, isNamed) = _phrases.Expand(source);
            return (span, isNamed, default);
        }

        for (; !verb.IsEmpty; verb = FindOutsideMentions(DiscourseLexicon.HoldingVerbs, sentence, verb.End))
        {
            if (_phrases.Beside(verb, sentence) is { } phrase)
            {
                // …博览会开幕 of the one told of
                if (current?.Event is { } known && known.Of(_text).EndsWith(phrase.Of(_text), StringComparison.Ordinal))
                {
                    return (known, current.IsNamed, verb);
                }

                var expanded = _phrases.Expand(phrase);
                return (expanded.Span, expanded.Named, verb);
            }
        }

        return (null, false, default);
    }

    // 某大会第一次会议举行|第三次全体会议
    private TextSpan? SessionAfter(int start, int end)
    {
        if (start >= end || _text[start] != '第')
        {
            return null;
        }

        for (var i = start; i + 2 <= end && i - start < 10 && _text[i] is not ('，' or '。' or '；') && _context.MentionAt(i) is null; i++)
        {
            if (_text.AsSpan(i, 2) is "会议")
            {
                return new TextSpan(start, i + 2);
            }
        }

        return null;
    }

    // An act that is still to come (预计年底投产) is no occasion.
    private TextSpan ActIn(TextSpan sentence)
    {
        for (var act = FindOutsideMentions(DiscourseLexicon.OccasionVerbs, sentence, sentence.Start);
             !act.IsEmpty;
             act = FindOutsideMentions(DiscourseLexicon.OccasionVerbs, sentence, act.End))
        {
            var clause = act.Start;
            while (clause > sentence.Start && _text[clause - 1] is not ('，' or '；' or '：'))
            {
                clause--;
            }

            if (DiscourseLexicon.PlanWords.FindFirst(_text, new TextSpan(clause, act.Start)).IsEmpty)
            {
                return act;
            }
        }

        return default;
    }

    private TextSpan FindOutsideMentions(LexiconSection section, TextSpan sentence, int start)
    {
        for (var i = start; i < sentence.End; i++)
        {
            if (_context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
                continue;
            }

            var length = section.MatchAt(_text, i);
            if (length > 0 && i + length <= sentence.End && !_quotations.IsQuoted(i))
            {
                return new TextSpan(i, i + length);
            }
        }

        return default;
    }

    // Only dates, blanks, commas and 经, 在, 由 stand before it.
    private bool IsAtHead(TextSpan sentence, TextSpan mention)
    {
        for (var i = sentence.Start; i < mention.Start; i++)
        {
            if (_context.MentionAt(i) is { Type: EntityType.Date } date)
            {
                i = date.Span.End - 1;
            }
            else if (DiscourseLexicon.LeadIns.MatchAt(_text, i) is > 0 and var length && i + length <= mention.Start)
            {
                i += length - 1;
            }
            else if (_text[i] is not ('，' or ' ' or '　' or '经' or '“' or '日' or '上' or '午' or '下') && !_quotations.IsBracketed(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool SameClause(TextSpan left, TextSpan right)
    {
        var between = new TextSpan(Math.Min(left.End, right.End), Math.Max(left.Start, right.Start));
        return between.Of(_text).IndexOfAny('；', '。', '：') < 0;
    }

    // 在淇县举行; 在安定区鲁家沟镇岔口村开幕: the last of the places in a row after 在 or 于, nearest before the verb
    private Mention? PlaceBefore(TextSpan sentence, int verb)
    {
        Mention? found = null;
        var mentions = _context.MentionsIn(new TextSpan(sentence.Start, Math.Max(sentence.Start, verb)));
        for (var k = 0; k < mentions.Length; k++)
        {
            var start = mentions[k].Span.Start;
            if (!IsPlace(mentions[k]) || start == sentence.Start || _text[start - 1] is not ('在' or '于'))
            {
                continue;
            }

            while (k + 1 < mentions.Length && IsPlace(mentions[k + 1]) && mentions[k + 1].Span.Start == mentions[k].Span.End)
            {
                k++;
            }

            // 在太原市和各开发区同步举行: no one place
            var after = mentions[k].Span.End;
            found = after < _text.Length && _text[after] is '和' or '与' or '、' ? found : mentions[k];
        }

        return found;
    }

    // 会议中心内掌声阵阵
    private Mention? VenueIn(TextSpan sentence)
    {
        foreach (var mention in _context.MentionsIn(sentence))
        {
            if (mention.Type == EntityType.Facility && mention.Span.End < _text.Length && _text[mention.Span.End] is '内' or '里' or '外')
            {
                return mention;
            }
        }

        return null;
    }

    // 主会场设在…
    private Mention? PlaceSet(TextSpan sentence)
    {
        var at = _text.AsSpan(sentence.Start, sentence.Length).IndexOf("设在", StringComparison.Ordinal);
        return at < 0 ? null : _context.MentionAt(Math.Min(_text.Length - 1, sentence.Start + at + 2)) is { } mention && IsPlace(mention) ? mention : null;
    }

    private bool SameEvent(TextSpan left, TextSpan right)
    {
        ReadOnlySpan<char> first = left.Of(_text), second = right.Of(_text);
        return DiscourseLexicon.VagueEvents.Contains(second) || first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal);
    }

    private bool IsDay(Mention mention) =>
        mention.Type == EntityType.Date
        && !_quotations.IsQuoted(mention.Span.Start)
        && DiscourseLexicon.SameDayWords.FindFirst(_text, mention.Span).IsEmpty
        && (mention.Value is DateValue { Edtf: [_, _, _, _, _, _, _, '-', _, _, ..] }
            || (mention.Value is not DateValue { Edtf: not null } && !DiscourseLexicon.DayWords.FindFirst(_text, mention.Span).IsEmpty));

    private static bool IsPlace(Mention mention) =>
        mention.Type is EntityType.Facility or EntityType.Zone or EntityType.GeoPolitical or EntityType.Organization or EntityType.Location;
}
