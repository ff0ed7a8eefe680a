using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Tells which event a verb speaks of: its object (出席签约仪式), the occasion of the article, or the visit told before.</summary>
internal sealed class EventResolver(ArticleDiscourse discourse, ParticipationState state)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly EventPhrases _phrases = discourse.Events;

    public ParticipationSetting? Resolve(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        var occasion = discourse.Occasions.At(clause.Sentence);
        var date = DateOf(clause);
        if (clause.Role == HeadRole.Agent && _phrases.LastIn(new TextSpan(clause.Span.Start, discourse.Persons[clause.Heads[0]].Chain.Start)) is { } before && !IsVague(before))
        {
            return Explicit(rule, verb, before, occasion, clause);
        }

        if (rule.Event == EventSource.Object)
        {
            var region = new TextSpan(verb.End, clause.Span.End);
            if (_phrases.LastIn(NextVerbBounds(region)) is { } phrase && !IsVague(phrase))
            {
                return Explicit(rule, verb, phrase, occasion, clause);
            }

            if (Activity(region) is { } activity)
            {
                if (state.Visit is { } visit && visit.Event.Of(_text).SequenceEqual(activity.Of(_text)))
                {
                    return visit with { Rule = rule, Verb = verb };
                }

                if (!IsVague(activity))
                {
                    return new ParticipationSetting(rule, activity, date, state.LocalPlace?.Span ?? occasion?.Place?.Span, clause.Sentence, verb);
                }

                if (state.Visit is not null && state.Visit.Sentence >= (occasion?.Sentence ?? -1))
                {
                    return state.Visit with { Rule = rule, Verb = verb };
                }

                if (occasion?.Event is null)
                {
                    state.Established = new ParticipationSetting(rule, activity, date, state.LocalPlace?.Span ?? occasion?.Place?.Span, clause.Sentence, verb);
                    return state.Established;
                }
            }

            if (verb.Of(_text) is "召开" or "召集")
            {
                return null;
            }
        }

        if (EventOf(clause) is { } named)
        {
            return Explicit(rule, verb, named, occasion, clause);
        }

        if (rule.Event == EventSource.Gathering && occasion?.Event is null && state.Established is null)
        {
            return null;
        }

        if ((occasion?.Event is { } whole ? PartOf(whole, verb, clause) : occasion?.Act is null ? _phrases.Headline : null) is { } current)
        {
            return new ParticipationSetting(rule, current, date, state.LocalPlace?.Span ?? occasion?.Place?.Span, clause.Sentence, verb);
        }

        if (state.Established is not null)
        {
            return state.Established with { Rule = rule, Verb = verb };
        }

        if (rule.Event is EventSource.Occasion or EventSource.Object && EventAhead(clause) is { } ahead)
        {
            return Explicit(rule, verb, ahead, occasion, clause);
        }

        var heard = clause.Role == HeadRole.Other && rule.Action == "report";
        if (state.Visit is not null && !heard && (rule.Action == "report" || state.Visit.Sentence >= (occasion?.Sentence ?? -1)))
        {
            return state.Visit with { Rule = rule, Verb = verb };
        }

        var own = ActIn(verb);
        if (own is not null && rule.Event == EventSource.Occasion)
        {
            // 为博物馆揭牌，县长李明致辞
            state.LocalEvent = own;
        }

        var act = rule.Action == "report" ? verb : own ?? occasion?.Act;
        return act is { } word ? new ParticipationSetting(rule, word, date, state.LocalPlace?.Span ?? occasion?.Place?.Span, clause.Sentence, verb) : null;
    }

    /// <summary>The event that something is said or done at: …会上.</summary>
    public TextSpan? EventAt(TextSpan region)
    {
        if (_phrases.LastIn(region) is not { } phrase || IsVague(phrase) || phrase.End >= _text.Length)
        {
            return null;
        }

        return _text[phrase.End] is '上' or '中' ? phrase : null;
    }

    /// <summary>The activity that opens <paramref name="region"/>: 参加调研.</summary>
    public TextSpan? Activity(TextSpan region)
    {
        var start = region.Start;
        if (start < region.End && _text[start] is '了' or '过')
        {
            start++;
        }

        var length = ParticipationLexicon.Activities.MatchAt(_text, start);
        return length > 0 && start + length <= region.End ? new TextSpan(start, start + length) : null;
    }

    public Mention? DateOf(Clause clause)
    {
        var sentence = _context.Text.Sentences[clause.Sentence].Span;
        return discourse.Occasions.DateIn(new TextSpan(sentence.Start, clause.Span.End)) ?? discourse.Occasions.At(clause.Sentence)?.Date;
    }

    private ParticipationSetting Explicit(ParticipationRule rule, TextSpan verb, TextSpan phrase, Occasion? occasion, Clause clause)
    {
        var (span, _) = _phrases.Expand(phrase);
        if (occasion?.Event is { } current && (current == span || current.Of(_text).EndsWith(span.Of(_text), StringComparison.Ordinal)))
        {
            return new ParticipationSetting(rule, current, DateOf(clause), state.LocalPlace?.Span ?? occasion.Place?.Span, clause.Sentence, verb);
        }

        if (occasion?.Event is { } whole && DiscourseLexicon.EventParts.Contains(span.Of(_text)))
        {
            state.Part = (span, whole, _context.Text.Sentences[clause.Sentence].Block);
            return new ParticipationSetting(rule, span, DateOf(clause), state.LocalPlace?.Span ?? occasion.Place?.Span, clause.Sentence, verb);
        }

        state.LocalEvent = span;
        if (occasion?.Event is null)
        {
            state.Established = new ParticipationSetting(rule, span, DateOf(clause), occasion?.Place?.Span, clause.Sentence, verb);
        }

        var place = state.LocalPlace?.Span ?? (occasion is { Event: null } ? occasion.Place?.Span : null);
        return new ParticipationSetting(rule, span, DateOf(clause), place, clause.Sentence, verb);
    }

    // 主持闭幕式, and whoever speaks next does so there
    private TextSpan PartOf(TextSpan whole, TextSpan verb, Clause clause) =>
        state.Part is { } part && part.Whole == whole
        && (part.Session.Of(_text)[^1] == '会' || !verb.Of(_text).EndsWith("会", StringComparison.Ordinal)) && part.Block == _context.Text.Sentences[clause.Sentence].Block ? part.Session : whole;

    // 部长李明讲话，局长王芳参加了开学典礼: told once, with the verb that comes last
    private TextSpan? EventAhead(Clause clause)
    {
        var end = _context.Text.Sentences[clause.Sentence].Span.End;
        for (var i = clause.Span.End; i < end; i++)
        {
            if (discourse.MentionEndAt(i) is { } skip)
            {
                i = skip - 1;
            }
            else if (ParticipationRules.At(_text, i, out var length) is { Event: EventSource.Object })
            {
                return _phrases.LastIn(NextVerbBounds(new TextSpan(i + length, end))) is { } phrase && !IsVague(phrase) ? phrase : null;
            }
        }

        return null;
    }

    // the event told of earlier in the sentence, or at its head: 座谈会上，…
    private TextSpan? EventOf(Clause clause)
    {
        if (state.LocalEvent is not null)
        {
            return state.LocalEvent;
        }

        var sentence = _context.Text.Sentences[clause.Sentence].Span;
        var head = new TextSpan(sentence.Start, Math.Max(sentence.Start, clause.Heads.IsEmpty ? clause.Span.Start : discourse.Persons[clause.Heads[0]].Chain.Start));
        return EventAt(head) ?? EventAt(clause.Predicate);
    }

    // 按下启动键: the act within the verb
    private TextSpan? ActIn(TextSpan verb)
    {
        var found = ParticipationLexicon.Activities.FindFirst(_text, verb);
        return found.IsEmpty ? null : found;
    }

    private TextSpan NextVerbBounds(TextSpan region)
    {
        for (var i = region.Start; i < region.End; i++)
        {
            if (_text[i] == '并' && discourse.MentionEndAt(i) is null)
            {
                return new TextSpan(region.Start, i);
            }
        }

        return region;
    }

    private bool IsVague(TextSpan phrase) =>
        DiscourseLexicon.VagueEvents.Contains(phrase.Of(_text)) && !DiscourseLexicon.EventParts.Contains(phrase.Of(_text)) && _context.MentionAt(phrase.Start) is not { Type: EntityType.Event };
}
