using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Establishment;

/// <summary>Reads what a verb of founding or opening says came into being: the name after it, before it, or the one told of.</summary>
internal sealed class EstablishmentReader(FactContext context)
{
    private const int LongestName = 24;

    private readonly string _text = context.Text.Text;
    private readonly PartyReader _parties = new(context);
    private readonly EstablishmentClauses _clauses = new(context);

    /// <summary>See <see cref="EstablishmentClauses.IsAhead"/>.</summary>
    public bool IsAhead(TextSpan sentence, int clause, TextSpan verb) => _clauses.IsAhead(sentence, clause, verb);

    public int ClauseStart(TextSpan sentence, int position) => _parties.ClauseStart(sentence, position);

    /// <summary>设立|产业发展基金; 共建|中试基地、实训基地.</summary>
    public List<EstablishmentDraft> Found(int index, int clause, TextSpan verb)
    {
        var drafts = new List<EstablishmentDraft>();
        var sentence = context.Text.Sentences[index].Span;
        var start = verb.End;
        while (Name(start, sentence.End) is { } name)
        {
            drafts.Add(Draft(index, clause, verb, name, new TextSpan(clause, name.End), "founding"));
            if (name.End >= sentence.End || _text[name.End] != '、')
            {
                break;
            }

            start = name.End + 1;
        }

        return drafts;
    }

    /// <summary>甲公司独资设立的|某公司; 由甲与乙合办的|某研究院.</summary>
    public List<EstablishmentDraft> Related(int index, int clause, TextSpan verb)
    {
        var end = verb.End;
        if (end >= _text.Length || _text[end] != '的' || context.MentionAt(end + 1) is not { Type: EntityType.Organization or EntityType.Facility or EntityType.Zone or EntityType.Project } named
            || (!IsNewlyOpened(clause, verb) && AgentStart(clause, verb.Start) is null && !_clauses.Has(clause, verb.Start, static type => type is EntityType.Organization or EntityType.Person or EntityType.Zone)))
        {
            return [];
        }

        return [Draft(index, clause, verb, named.Span, new TextSpan(clause, named.Span.End), "founded")];
    }

    // 刚|落成|的某小学; 2020年|投产|的某工厂
    private bool IsNewlyOpened(int clause, TextSpan verb) =>
        EstablishmentWords.Opening.Contains(verb.Of(_text)) && verb.Start > clause
        && (_text[verb.Start - 1] is '刚' or '新' || context.MentionAt(verb.Start - 1) is { Type: EntityType.Date });

    /// <summary>某公司|成立于|2009年; 公司由某人于2008年|创办.</summary>
    public List<EstablishmentDraft> Founded(int index, int clause, TextSpan verb)
    {
        var sentence = context.Text.Sentences[index].Span;
        var end = verb.End;
        var dated = context.MentionAt(end) is { Type: EntityType.Date } date && !date.Span.Of(_text).EndsWith("来", StringComparison.Ordinal) ? date : null;
        var closes = end >= sentence.End || _text[end] is '，' or '。' or '；';

        // 该公司|2017年|成立，
        dated ??= closes && verb.Start > clause && context.MentionAt(verb.Start - 1) is { Type: EntityType.Date } before ? before : null;
        var by = AgentStart(clause, verb.Start);
        if (dated is null && !(closes && by is { } from && _clauses.Has(from, verb.Start, static type => type is EntityType.Organization or EntityType.Person or EntityType.GeoPolitical)))
        {
            return [];
        }

        var head = _parties.Row(clause, verb.Start, static type => type is EntityType.Organization or EntityType.Zone or EntityType.Facility);
        var subject = _parties.Bodies(new TextSpan(clause, by ?? verb.Start)) is [var first, ..] ? first
            : by is null && head.Count > 0 ? head[0]
            : by == clause && Predicated(sentence, clause) is { } told ? told
            : _clauses.Unnamed(clause, verb.Start) is { } unnamed ? unnamed
            : _parties.General(new TextSpan(clause, verb.Start)) ?? _parties.Subject(index, clause);
        return subject is { } organization
            ? [Draft(index, clause, verb, organization, new TextSpan(clause, Math.Max(dated?.Span.End ?? end, end)), "founded", dated)]
            : [];
    }

    // 最大的一家是|某公司，|由某人创办
    private TextSpan? Predicated(TextSpan sentence, int clause) =>
        clause - 1 > sentence.Start && context.MentionAt(clause - 2) is { Type: EntityType.Organization or EntityType.Facility } before && before.Span.End == clause - 1 ? before.Span : null;

    /// <summary>某园区|建成投产; 甲、乙同时|揭牌; 某大楼举行|落成启用|典礼; 2023年6月|投产.</summary>
    public List<EstablishmentDraft> Opened(int index, int clause, TextSpan verb)
    {
        var end = verb.End;
        if (!(end >= _text.Length || _text[end] is '，' or '。' or '；' or '、' or '在' or '于' or '至' or '\n' || EstablishmentWords.Ceremonies.MatchAt(_text, end) > 0))
        {
            return [];
        }

        // 在某证券交易所|挂牌: listed, not founded.
        if (!EstablishmentWords.Listings.FindFirst(_text, new TextSpan(clause, end)).IsEmpty)
        {
            return [];
        }

        var opened = new List<TextSpan>();
        var near = false;
        foreach (var mention in context.MentionsIn(new TextSpan(clause, verb.Start)))
        {
            if (ArticleDiscourse.Of(context).Quotations.IsBracketed(mention.Span.Start) || mention.Type is EntityType.Date or EntityType.GeoPolitical or EntityType.Location || _parties.IsPlace(mention.Span.Start))
            {
                continue;
            }

            if (mention.Type is EntityType.Organization or EntityType.Facility or EntityType.Zone or EntityType.Project)
            {
                // 甲、乙|同时揭牌: a row; 甲公司的乙项目|投产: the last.
                if (opened.Count > 0 && !_clauses.IsListed(opened[^1].End, mention.Span.Start))
                {
                    opened.Clear();
                }

                opened.Add(mention.Span);
                near = _clauses.IsNear(mention.Span.End, verb.Start);
            }
            else if (mention.Type is not EntityType.Quantity)
            {
                opened.Clear();
            }
        }

        if (opened.Count > 0)
        {
            return near ? opened.ConvertAll(name => Draft(index, Math.Max(clause, Math.Min(name.Start, verb.Start)), verb, name, new TextSpan(clause, end), "opening")) : [];
        }

        return Untold(index, clause, verb) is { } subject ? [Draft(index, clause, verb, subject, new TextSpan(clause, end), "opening")] : [];
    }

    // 该项目2019年开工，2020年7月|投产: dates alone in the clause, or a word for what was told of
    private TextSpan? Untold(int index, int clause, TextSpan verb)
    {
        if (DateOf(index, verb.Start) is null)
        {
            return null;
        }

        if (_clauses.Unnamed(clause, verb.Start) is { } unnamed)
        {
            return unnamed;
        }

        var said = _clauses.Said(clause, verb.Start);
        if (said.IsEmpty && !(verb.Start > clause && _clauses.IsDatesOnly(clause, verb.Start) && _clauses.Has(clause, verb.Start, static type => type == EntityType.Date)))
        {
            return null;
        }

        var subject = said.IsEmpty ? _parties.Subject(index, verb.Start)
            : _text[said.End - 1] is '目' or '程' ? null
            : _parties.General(said) ?? _parties.Subject(index, verb.Start);
        return subject is { } body && context.MentionAt(body.Start) is { Type: EntityType.Project or EntityType.Facility or EntityType.Organization or EntityType.Zone }
            ? body
            : _clauses.LastWorks(verb.Start);
    }

    /// <summary>某厂更名为|某公司.</summary>
    public List<EstablishmentDraft> Renamed(int index, int clause, TextSpan verb)
    {
        var at = verb.End + (verb.End < _text.Length && _text[verb.End] is '“' or '「' ? 1 : 0);
        return context.MentionAt(at) is { Type: EntityType.Organization or EntityType.Facility or EntityType.Zone } named && named.Span.Start == at
            ? [new EstablishmentDraft(named.Span, [], DateOf(index, verb.Start), null, new TextSpan(clause, named.Span.End), "renaming", verb)]
            : [];
    }

    private EstablishmentDraft Draft(int index, int clause, TextSpan verb, TextSpan organization, TextSpan evidence, string rule, Mention? dated = null)
    {
        var date = dated is null ? DateOf(index, Math.Max(evidence.End, verb.Start)) : _parties.Date(dated.Span);
        if (date is null && rule == "opening" && ArticleDiscourse.Of(context).Occasions.At(index) is { Date: { } occasion, IsoDate: { } iso })
        {
            date = (iso, occasion.Span);
        }

        var by = rule == "opening" ? [] : Founders(index, clause, verb.Start, organization, rule);
        return new EstablishmentDraft(organization, by, date, _parties.Place(evidence) ?? PlaceAfter(index, evidence.End, rule), evidence, rule, verb);
    }

    private (string Iso, TextSpan Span)? DateOf(int index, int end)
    {
        var sentence = context.Text.Sentences[index].Span;
        return _parties.Date(new TextSpan(sentence.Start, end));
    }

    // 揭牌仪式|在某中心举行
    private TextSpan? PlaceAfter(int index, int end, string rule)
    {
        var sentence = context.Text.Sentences[index].Span;
        var stop = end;
        while (rule == "opening" && stop < sentence.End && _text[stop] is not ('，' or '。' or '；'))
        {
            stop = context.MentionAt(stop)?.Span.End ?? stop + 1;
        }

        return _parties.Place(new TextSpan(end, Math.Min(stop, sentence.End)));
    }

    private TextSpan? Name(int start, int end)
    {
        var head = start;
        TextSpan? found = null;
        for (var i = start; i < end && i < start + LongestName && _text[i] is not ('，' or '。' or '；' or '、' or '：'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type is EntityType.Organization or EntityType.Facility or EntityType.Zone && i - head <= 2 && (mention.Span.End >= end || _text[mention.Span.End] is '，' or '。' or '；' or '、' or '和' or '及' or '（' or '，' or '”'))
                {
                    return mention.Span;
                }

                if (mention.Type is EntityType.Quantity or EntityType.Project or EntityType.Event or EntityType.Person)
                {
                    return null;
                }

                head = mention.Type is EntityType.Money ? mention.Span.End : head;
                i = mention.Span.End - 1;
                continue;
            }

            if (_text[i] == '的')
            {
                head = i + 1;
                continue;
            }

            var length = EstablishmentWords.Heads.MatchAt(_text, i);
            if (length > 0 && i + length - head > 3 && (i + length >= end || _text[i + length] is '，' or '。' or '；' or '、'))
            {
                found = new TextSpan(head, i + length);
            }
        }

        return found;
    }

    private int? AgentStart(int clause, int verb)
    {
        for (var i = clause; i < verb; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (_text[i] is '由' or '经' or '經')
            {
                return i;
            }
        }

        return null;
    }

    private List<TextSpan> Founders(int index, int clause, int verb, TextSpan organization, string rule)
    {
        var agent = AgentStart(clause, verb);
        var from = agent ?? clause;
        var people = _parties.Row(from, verb, static type => type == EntityType.Person);
        if (people.Count > 0)
        {
            return people;
        }

        var bodies = _parties.Bodies(new TextSpan(from, verb), places: agent is not null);
        bodies.RemoveAll(body => body == organization);
        if (bodies.Count > 0 || rule == "founded")
        {
            return bodies;
        }

        if (EstablishmentWords.Joint.MatchAt(_text, clause) > 0 && _parties.Both(index, clause) is { Count: > 1 } both)
        {
            return both;
        }

        return _parties.Subject(index, verb) is { } subject && subject != organization ? [subject] : [];
    }
}
