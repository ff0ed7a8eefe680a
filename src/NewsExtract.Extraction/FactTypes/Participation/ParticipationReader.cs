using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>
/// Walks the clauses of an article: names gather until a verb comes (李明，王芳等出席); a left-out subject is the one
/// before; the event is the verb's object or the occasion, a visit's place what was visited first.
/// </summary>
internal sealed class ParticipationReader
{
    private readonly ArticleDiscourse _discourse;
    private readonly FactContext _context;
    private readonly string _text;
    private readonly ParticipationState _state = new();
    private readonly PlaceFinder _places;
    private readonly EventResolver _events;
    private readonly ParticipantReader _participants;
    private readonly ParticipantRows _rows;
    private readonly List<ParticipationDraft> _drafts = [];

    public ParticipationReader(ArticleDiscourse discourse)
    {
        _discourse = discourse;
        _context = discourse.Context;
        _text = discourse.Context.Text.Text;
        _places = new PlaceFinder(discourse);
        _events = new EventResolver(discourse, _state);
        _participants = new ParticipantReader(discourse, _state);
        _rows = new ParticipantRows(discourse);
    }

    public IReadOnlyList<ParticipationDraft> Read()
    {
        var statement = 0;
        foreach (var clause in _discourse.Clauses)
        {
            while (statement < _discourse.Statements.Length && _discourse.Statements[statement].Content.End <= clause.Span.Start)
            {
                statement++;
            }

            _state.StartSentence(clause.Sentence);
            if (!IsSaid(statement, clause))
            {
                ReadClause(clause);
            }
            else if (_context.Trace is { } trace)
            {
                TraceSaid(trace, clause.Span);
            }
        }

        _drafts.AddRange(QuotedSpeakers.Read(_discourse, _events));
        return _drafts;
    }

    private void TraceSaid(ExtractionTrace trace, TextSpan clause)
    {
        for (var i = clause.Start; i < clause.End; i++)
        {
            if (ParticipationRules.At(_text, i, out var length) is not null)
            {
                trace.Reject(ParticipationDefinition.Instance.Name, new TextSpan(i, i + length), RejectionReason.NotPredicate);
                i += length - 1;
            }
        }
    }

    // What is said tells of no participation at the occasion.
    private bool IsSaid(int statement, Clause clause) =>
        statement < _discourse.Statements.Length
        && _discourse.Statements[statement].Content.Contains(clause.Span.Start)
        && _discourse.Statements[statement].Content.Start > _discourse.Statements[statement].Verb.Start;

    private void ReadClause(Clause clause)
    {
        if (_state.Listed is { } listed && !clause.Heads.IsEmpty)
        {
            AddAll(listed, clause.Heads, clause.Span);
            return;
        }

        if (_state.Objects is { } met)
        {
            // …会见了市长李明，董事长王芳一行
            if (clause.IsList && clause.Role != HeadRole.None)
            {
                AddAll(met, clause.Heads, clause.Span);
                return;
            }

            _state.Objects = null;
        }

        if (clause.IsList && clause.Role == HeadRole.Subject)
        {
            _state.Pending.AddRange(clause.Heads);
            return;
        }

        if (ReadAttendees(clause) is { } attended)
        {
            _state.Listed = attended;
            return;
        }

        _participants.SetSubjects(clause);
        ParticipationSetting? list = null;
        ReadPredicate(clause, ref list);
        _state.Listed = list;
    }

    private void ReadPredicate(Clause clause, ref ParticipationSetting? list)
    {
        _state.LocalPlace = _places.OwnPlace(clause) ?? _state.LocalPlace;
        ReadInvited(clause);
        var visited = false;
        for (var i = clause.Heads.IsEmpty ? clause.Span.Start : clause.Predicate.Start; i < clause.Span.End; i++)
        {
            if (_discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
                continue;
            }

            if (_discourse.Quotations.IsQuoted(i) || _discourse.Quotations.IsBracketed(i))
            {
                continue;
            }

            var rule = ParticipationRules.At(_text, i, out var length);
            if (rule is null)
            {
                // 座谈会, 汇报会: the verb is part of an event's noun
                i += Math.Max(0, DiscourseLexicon.EventHeads.MatchAt(_text, i) - 1);
                continue;
            }

            if (i + length > clause.Span.End || DiscourseLexicon.EventHeads.MatchAt(_text, i) > length)
            {
                i += length - 1;
                continue;
            }

            var verb = new TextSpan(i, i + length);
            i += length - 1;
            if (IsNominal(verb, clause) || IsInvitation(verb))
            {
                _context.Trace?.Reject(ParticipationDefinition.Instance.Name, verb, RejectionReason.NotPredicate);
                continue;
            }

            if (rule.Action == "report" && _rows.HeardBefore(verb, clause) is { } heard)
            {
                _state.Subjects.Clear();
                _state.Subjects.AddRange(heard);
            }

            if (IsListLead(verb, clause))
            {
                list = _events.Resolve(rule, verb, clause);
                return;
            }

            var before = _drafts.Count;
            switch (rule.Event)
            {
                case EventSource.Meeting:
                    Meet(rule, verb, clause);
                    break;
                case EventSource.Visit when !visited:
                    visited = true;
                    Visit(rule, verb, clause);
                    break;
                case EventSource.Visit:
                    break;
                case EventSource.Company:
                    visited |= Accompany(rule, verb, clause);

                    // 陪同考察或参加座谈: one of the two, told once
                    if (visited && clause.Span.Of(_text).Contains('或'))
                    {
                        return;
                    }

                    break;
                default:
                    if (_events.Resolve(rule, verb, clause) is { } setting)
                    {
                        AddAll(setting, _state.Subjects, clause.Span);
                    }
                    else
                    {
                        _context.Trace?.Missing(ParticipationDefinition.Instance.Name, verb, "event");
                    }

                    // 参加调研: the activity is what was attended, no verb of its own
                    if (rule.Event == EventSource.Object && _events.Activity(new TextSpan(verb.End, clause.Span.End)) is { } activity)
                    {
                        i = activity.End - 1;
                    }

                    break;
            }

            if (_drafts.Count == before && _state.Subjects.Count == 0)
            {
                _context.Trace?.Missing(ParticipationDefinition.Instance.Name, verb, "person");
            }
        }
    }

    // 率调研组, 考察结束: a noun, not the verb; 的调研
    private bool IsNominal(TextSpan verb, Clause clause) =>
        verb.Start > clause.Span.Start && _text[verb.Start - 1] == '的' && ParticipationRules.At(_text, verb.Start, out _)?.Event is EventSource.Visit or EventSource.Meeting;

    // 前来参加博览会的客人: said of those who follow
    private bool IsInvitation(TextSpan verb) =>
        _context.MentionAt(Math.Min(verb.End, _text.Length - 1)) is { Type: EntityType.Event } mention
        && mention.Span.Start == verb.End
        && mention.Span.End < _text.Length
        && _text[mention.Span.End] == '的';

    // 参加会议的有：
    private bool IsListLead(TextSpan verb, Clause clause) =>
        clause.Heads.IsEmpty
        && ParticipationLexicon.ListOpenings.MatchEnd(clause.Span.Of(_text)) > 0
        && verb.Start - clause.Span.Start <= 6;

    // 出席大会的有市长李明、副市长王芳，局长张强
    private ParticipationSetting? ReadAttendees(Clause clause)
    {
        if (clause.Role != HeadRole.Other || ParticipationLexicon.ListOpenings.MatchEnd(_text.AsSpan(clause.Span.Start, _discourse.Persons[clause.Heads[0]].Chain.Start - clause.Span.Start)) == 0)
        {
            return null;
        }

        var end = _discourse.Persons[clause.Heads[0]].Chain.Start;
        for (var i = clause.Span.Start; i < end; i++)
        {
            if (_discourse.MentionEndAt(i) is { } skip)
            {
                i = skip - 1;
            }
            else if (ParticipationRules.At(_text, i, out var length) is { } rule && i + length < end)
            {
                var verb = new TextSpan(i, i + length);
                var setting = rule.Event switch
                {
                    EventSource.Company or EventSource.Visit or EventSource.Meeting => _state.Visit is { } visit ? visit with { Rule = rule, Verb = verb } : null,
                    _ => _events.Resolve(rule, verb, clause with { Span = new TextSpan(clause.Span.Start, end), Heads = [], Role = HeadRole.None }),
                };
                if (setting is not null)
                {
                    AddAll(setting, clause.Heads, clause.Span);
                }

                return setting;
            }
        }

        return null;
    }

    // 前来参加第五届博览会的市长李明一行
    private void ReadInvited(Clause clause)
    {
        foreach (var mention in _context.MentionsIn(clause.Span))
        {
            if (mention.Type != EntityType.Event
                || !(EndsWith(mention.Span.Start, "参加") || EndsWith(mention.Span.Start, "出席"))
                || mention.Span.End >= clause.Span.End
                || _text[mention.Span.End] != '的')
            {
                continue;
            }

            var rule = ParticipationRules.At(_text, mention.Span.Start - 2, out _);
            if (rule is not null)
            {
                var heads = _rows.From(mention.Span.End + 1, _context.Text.Sentences[clause.Sentence].Span.End);
                foreach (var head in heads)
                {
                    _drafts.Add(new ParticipationDraft(rule, rule.Action, _discourse.Persons[head].Name, mention.Span, null, null, new TextSpan(mention.Span.Start - 2, mention.Span.Start), new TextSpan(mention.Span.Start - 2, _discourse.Persons[heads[^1]].Name.End)));
                }
            }
        }
    }

    private void Meet(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        var objects = _rows.After(verb.End, clause);
        var place = _places.PlaceBefore(clause, verb.Start) ?? (objects.IsEmpty ? _places.ObjectPlace(verb.End, clause.Span.End) : null) ?? (_state.Visit is { } visit && visit.Sentence == clause.Sentence ? visit.Place : null);
        var setting = new ParticipationSetting(rule, verb, _events.DateOf(clause), place, clause.Sentence, verb);
        if (_state.Subjects.Count == 0)
        {
            return;
        }

        AddAll(setting, _state.Subjects, clause.Span);
        if (_text.AsSpan(verb.Start, verb.Length) is "会见" or "接见" or "会谈" or "拜会")
        {
            AddAll(setting, objects, clause.Span);
            _state.Objects = objects.IsEmpty ? null : setting;
            _state.Leader = objects.IsEmpty ? _state.Leader : objects[0];
        }

        _state.Visit = setting;
    }

    private void Visit(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        var place = _places.PlaceBefore(clause, verb.Start) ?? _places.ObjectPlace(verb.End, clause.Span.End) ?? (ParticipationLexicon.WeakVisits.Contains(verb.Of(_text)) ? null : _places.EarlierPlace(clause)) ?? _places.LaterPlace(clause);
        var setting = new ParticipationSetting(rule, verb, _events.DateOf(clause), place, clause.Sentence, verb);
        if (_state.Subjects.Count == 0 || (place is null && !rule.Words.IsEmpty && IsWeak(verb, clause)))
        {
            return;
        }

        AddAll(setting, _state.Subjects, clause.Span);
        foreach (var waiting in _state.Waiting)
        {
            _drafts.Add(Draft(setting, "attend", waiting, clause.Span));
        }

        _state.Waiting = [];
        _state.Visit = setting;
        _state.Leader ??= _state.Subjects.Count > 0 ? _state.Subjects[0] : null;
    }

    // 正查看小麦: without a place it is a visit only when the clause says that someone went there
    private bool IsWeak(TextSpan verb, Clause clause) =>
        ParticipationLexicon.WeakVisits.Contains(verb.Of(_text)) && ParticipationLexicon.Going.FindFirst(_text, clause.Span).IsEmpty;

    private bool Accompany(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        if (_text.AsSpan(verb.End).StartsWith("下", StringComparison.Ordinal))
        {
            // the company of whoever heads the clause joins the visit told next
            var row = _rows.Before(verb.Start, clause);
            _state.Waiting = row;
            _state.Subjects.RemoveAll(row.Contains);
            return false;
        }

        for (var i = verb.End; i < clause.Span.End; i++)
        {
            if (_discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
            }
            else if (ParticipationRules.At(_text, i, out var length) is { Event: EventSource.Visit or EventSource.Meeting })
            {
                var word = new TextSpan(i, i + length);
                var known = _state.Visit is { } before && before.Event.Of(_text).SequenceEqual(word.Of(_text)) ? _state.Visit : null;
                var setting = known ?? new ParticipationSetting(rule, word, _events.DateOf(clause), _places.ObjectPlace(word.End, clause.Span.End) ?? _state.Visit?.Place, clause.Sentence, verb);
                AddAll(setting with { Rule = rule, Verb = verb }, _state.Subjects, clause.Span);
                return true;
            }
        }

        if (_state.Visit is { } visit)
        {
            AddAll(visit with { Rule = rule, Verb = verb }, _state.Subjects, clause.Span);
        }

        return false;
    }

    private void AddAll(ParticipationSetting setting, IEnumerable<int> persons, TextSpan clause)
    {
        foreach (var person in persons)
        {
            _drafts.Add(Draft(setting, setting.Rule.Action, person, clause));
        }
    }

    private ParticipationDraft Draft(ParticipationSetting setting, string action, int person, TextSpan clause)
    {
        var reference = _discourse.Persons[person];
        var start = reference.Chain.Start >= _context.Text.Sentences[_state.Sentence].Span.Start ? Math.Min(reference.Chain.Start, clause.Start) : clause.Start;
        return new ParticipationDraft(setting.Rule, action, reference.Name, setting.Event, setting.Date, setting.Place, setting.Verb, new TextSpan(start, Math.Max(clause.End, reference.Name.End)));
    }

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);
}
