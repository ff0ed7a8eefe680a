using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>
/// Walks the clauses of an article: names gather until a verb comes (李明，王芳等出席); a left-out subject is the one
/// before; the event is the verb's object or the occasion, a visit's place what was visited first.
/// </summary>
internal sealed class ParticipationReader(ArticleDiscourse discourse)
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_sections =
        new(() => LexiconSection.ReadAll("FactTypes/Participation/participation.lex.txt"));

    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly EventPhrases _phrases = new(discourse.Context, discourse.Quotations);
    private readonly List<ParticipationDraft> _drafts = [];

    // of the sentence
    private readonly List<int> _pending = [];
    private readonly List<int> _subjects = [];
    private int _sentence = -1;
    private TextSpan? _localEvent;
    private Mention? _localPlace;
    private Setting? _listed;
    private Setting? _objects;

    // of the article
    private Setting? _visit;
    private Setting? _established;
    private int? _leader;

    public IReadOnlyList<ParticipationDraft> Read()
    {
        var statement = 0;
        foreach (var clause in discourse.Clauses)
        {
            while (statement < discourse.Statements.Length && discourse.Statements[statement].Content.End <= clause.Span.Start)
            {
                statement++;
            }

            if (clause.Sentence != _sentence)
            {
                _sentence = clause.Sentence;
                _pending.Clear();
                _subjects.Clear();
                _localEvent = null;
                _localPlace = null;
                _listed = null;
                _objects = null;
            }

            var said = statement < discourse.Statements.Length
                && discourse.Statements[statement].Content.Contains(clause.Span.Start)
                && discourse.Statements[statement].Content.Start > discourse.Statements[statement].Verb.Start;
            if (!said)
            {
                ReadClause(clause);
            }
        }

        ReadSpeeches();
        return _drafts;
    }

    // 座谈会上，李明表示，…; 李明在推进会上强调，…: whoever is quoted at a meeting spoke there
    private void ReadSpeeches()
    {
        var speech = ParticipationRules.All.First(static rule => rule.Id == "fact.participation.speech");
        (TextSpan Event, int Block)? at = null;
        foreach (var statement in discourse.Statements)
        {
            var sentence = _context.Text.SentenceAt(statement.Lead.Start);
            var block = _context.Text.Sentences[sentence].Block;
            var occasion = discourse.Occasions.At(sentence);
            if (EventAt(new TextSpan(_context.Text.Sentences[sentence].Span.Start, statement.Verb.Start)) is { } named)
            {
                at = (named, block);
            }
            else if (at?.Block != block)
            {
                at = occasion?.Event is { } current && speech.Words.Any(word => current.Of(_text).EndsWith(word, StringComparison.Ordinal)) ? (current, block) : null;
            }

            if (at is { } meeting && _context.MentionAt(statement.Speaker.Start) is { Type: EntityType.Person })
            {
                var (span, _) = _phrases.Expand(meeting.Event);
                var same = occasion?.Event is { } held && (held == span || held.Of(_text).EndsWith(span.Of(_text), StringComparison.Ordinal));
                _drafts.Add(new ParticipationDraft(speech, speech.Action, statement.Speaker, same ? occasion!.Event!.Value : span, occasion?.Date, same ? occasion?.Place?.Span : null, statement.Lead));
            }
        }
    }

    private void ReadClause(Clause clause)
    {
        if (_listed is { } listed && !clause.Heads.IsEmpty)
        {
            AddAll(listed, clause.Heads, clause.Span);
            return;
        }

        if (_objects is { } met)
        {
            // …会见了市长李明，董事长王芳一行
            if (clause.IsList && clause.Role != HeadRole.None)
            {
                AddAll(met, clause.Heads, clause.Span);
                return;
            }

            _objects = null;
        }

        if (clause.IsList && clause.Role == HeadRole.Subject)
        {
            _pending.AddRange(clause.Heads);
            return;
        }

        SetSubjects(clause);
        Setting? list = null;
        ReadPredicate(clause, ref list);
        _listed = list;
    }

    private void SetSubjects(Clause clause)
    {
        switch (clause.Role)
        {
            case HeadRole.Subject:
                _subjects.Clear();
                _subjects.AddRange(_pending);
                _subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Agent or HeadRole.Source:
                _subjects.Clear();
                _subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Other when _text.AsSpan(clause.Span.Start, clause.Predicate.Start - clause.Span.Start).Contains("听取", StringComparison.Ordinal):
                _subjects.Clear();
                _subjects.AddRange(clause.Heads);
                break;
            case HeadRole.Other:
                if (!Opens(clause, "elided"))
                {
                    _subjects.Clear();
                }

                if (IsLedBy(clause))
                {
                    _leader = clause.Heads[0];
                    _subjects.Clear();
                    _subjects.Add(clause.Heads[0]);
                }

                break;
            case HeadRole.None:
                var start = SkipDates(clause.Span.Start, clause.Span.End);
                if (Section("delegations").MatchAt(_text, start) > 0)
                {
                    _subjects.Clear();
                    if (_leader is { } leader)
                    {
                        _subjects.Add(leader);
                    }
                }
                else if (SpeechLexicon.Pronouns.MatchAt(_text, start) > 0)
                {
                    _subjects.Clear();
                    if (discourse.Subjects.Before(clause.Span.Start, false) is { } subject)
                    {
                        _subjects.Add(subject);
                    }
                }
                else if (!Opens(clause, "elided") && ParticipationRules.At(_text, start, out _) is null)
                {
                    _subjects.Clear();
                }

                break;
        }

        _pending.Clear();
        if (clause.Role == HeadRole.Subject && !Section("leading").FindFirst(_text, new TextSpan(discourse.Persons[clause.Heads[^1]].Name.End, clause.Span.End)).IsEmpty)
        {
            _leader = _subjects[0];
        }
    }

    // 以市长李明为团长的代表团
    private bool IsLedBy(Clause clause)
    {
        var chain = discourse.Persons[clause.Heads[0]].Chain;
        return chain.Start > 0 && _text[chain.Start - 1] == '以';
    }

    private bool Opens(Clause clause, string section)
    {
        var start = SkipDates(clause.Span.Start, clause.Span.End);
        return Section(section).MatchAt(_text, start) > 0 || discourse.MentionEndAt(start) is null && DiscourseLexicon.LeadIns.MatchAt(_text, start) > 0;
    }

    private int SkipDates(int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(_text[start]) || _context.MentionAt(start) is { Type: EntityType.Date }))
        {
            start = _context.MentionAt(start)?.Span.End ?? start + 1;
        }

        return start;
    }

    private void ReadPredicate(Clause clause, ref Setting? list)
    {
        ReadOwnPlace(clause);
        ReadInvited(clause);
        var visited = false;
        for (var i = clause.Heads.IsEmpty ? clause.Span.Start : clause.Predicate.Start; i < clause.Span.End; i++)
        {
            if (discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
                continue;
            }

            if (discourse.Quotations.IsQuoted(i) || discourse.Quotations.IsBracketed(i))
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
                continue;
            }

            if (rule.Action == "report" && HeardBefore(verb, clause) is { } heard)
            {
                _subjects.Clear();
                _subjects.AddRange(heard);
            }

            if (IsListLead(verb, clause))
            {
                list = Resolve(rule, verb, clause);
                return;
            }

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
                    if (Resolve(rule, verb, clause) is { } setting)
                    {
                        AddAll(setting, _subjects, clause.Span);
                    }

                    // 参加调研: the activity is what was attended, no verb of its own
                    if (rule.Event == EventSource.Object && Activity(new TextSpan(verb.End, clause.Span.End)) is { } activity)
                    {
                        i = activity.End - 1;
                    }

                    break;
            }
        }
    }

    // 率调研组, 考察结束: a noun, not the verb; 的调研
    private bool IsNominal(TextSpan verb, Clause clause) =>
        verb.Start > clause.Span.Start && _text[verb.Start - 1] == '的' && ParticipationRules.At(_text, verb.Start, out _)?.Event is EventSource.Visit or EventSource.Meeting;

    // 听取了经理李明的汇报: it is those heard who report
    private ImmutableArray<int>? HeardBefore(TextSpan verb, Clause clause)
    {
        var at = _text.AsSpan(clause.Span.Start, verb.Start - clause.Span.Start).IndexOf("听取", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var heard = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < discourse.Persons.Length; i++)
        {
            var name = discourse.Persons[i].Name;
            if (name.Start >= clause.Span.Start + at && name.End <= verb.Start)
            {
                heard.Add(i);
            }
        }

        return heard.ToImmutable();
    }

    // 前来参加博览会的客人: said of those who follow
    private bool IsInvitation(TextSpan verb) =>
        _context.MentionAt(Math.Min(verb.End, _text.Length - 1)) is { Type: EntityType.Event } mention
        && mention.Span.Start == verb.End
        && mention.Span.End < _text.Length
        && _text[mention.Span.End] == '的';

    // 参加会议的有：
    private bool IsListLead(TextSpan verb, Clause clause) =>
        clause.Heads.IsEmpty
        && (clause.Span.Of(_text).EndsWith("的有", StringComparison.Ordinal) || clause.Span.Of(_text).EndsWith("的还有", StringComparison.Ordinal))
        && verb.Start - clause.Span.Start <= 6;

    // 在主会场…出席: the clause names its own place before the verb
    private void ReadOwnPlace(Clause clause)
    {
        foreach (var mention in _context.MentionsIn(clause.Span))
        {
            if (mention.Span.Start > clause.Span.Start
                && IsPlace(mention)
                && !IsWithinChain(mention, clause)
                && (_text[mention.Span.Start - 1] == '在' || EndsWith(mention.Span.Start, "主会场"))
                && !EndsWith(mention.Span.Start, "存在")
                && !_text.AsSpan(mention.Span.End).StartsWith("与", StringComparison.Ordinal))
            {
                _localPlace = mention;
                return;
            }
        }
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
            var heads = ImmutableArray.CreateBuilder<int>();
            var at = mention.Span.End + 1;
            for (var i = 0; i < discourse.Persons.Length; i++)
            {
                var reference = discourse.Persons[i];
                if (reference.Name.Start < at || reference.Name.Start >= _context.Text.Sentences[clause.Sentence].Span.End)
                {
                    continue;
                }

                if (!IsRow(at, reference.Chain.Start, at == mention.Span.End + 1))
                {
                    break;
                }

                heads.Add(i);
                at = reference.Chain.End;
            }

            if (rule is not null)
            {
                foreach (var head in heads)
                {
                    _drafts.Add(new ParticipationDraft(rule, rule.Action, discourse.Persons[head].Name, mention.Span, null, null, new TextSpan(mention.Span.Start - 2, discourse.Persons[heads[^1]].Name.End)));
                }
            }
        }
    }

    private bool IsRow(int start, int end, bool first)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] is not ('、' or '，' or '和') && !(first && discourse.MentionEndAt(i) is not null))
            {
                return false;
            }
        }

        return true;
    }

    private void Meet(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        var objects = ObjectsAfter(verb.End, clause);
        var place = PlaceBefore(clause, verb.Start) ?? (objects.IsEmpty ? ObjectPlace(verb.End, clause.Span.End) : null) ?? (_visit is { } visit && visit.Sentence == clause.Sentence ? visit.Place : null);
        var setting = new Setting(rule, verb, DateOf(clause), place, clause.Sentence);
        if (_subjects.Count == 0)
        {
            return;
        }

        AddAll(setting, _subjects, clause.Span);
        if (_text.AsSpan(verb.Start, verb.Length) is "会见" or "接见" or "会谈" or "拜会")
        {
            AddAll(setting, objects, clause.Span);
            _objects = objects.IsEmpty ? null : setting;
            _leader = objects.IsEmpty ? _leader : objects[0];
        }

        _visit = setting;
    }

    private ImmutableArray<int> ObjectsAfter(int position, Clause clause)
    {
        var objects = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < discourse.Persons.Length; i++)
        {
            var name = discourse.Persons[i].Name;
            if (name.Start >= position && name.End <= clause.Span.End)
            {
                objects.Add(i);
            }
        }

        return objects.ToImmutable();
    }

    private void Visit(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        var place = PlaceBefore(clause, verb.Start) ?? ObjectPlace(verb.End, clause.Span.End) ?? (Section("weak-visits").Contains(verb.Of(_text)) ? null : EarlierPlace(clause));
        var setting = new Setting(rule, verb, DateOf(clause), place, clause.Sentence);
        if (_subjects.Count == 0 || (place is null && !rule.Words.IsEmpty && IsWeak(verb, clause)))
        {
            return;
        }

        AddAll(setting, _subjects, clause.Span);
        foreach (var waiting in _waiting)
        {
            _drafts.Add(Draft(setting, "attend", waiting, clause.Span));
        }

        _waiting = [];
        _visit = setting;
        _leader ??= _subjects.Count > 0 ? _subjects[0] : null;
    }

    private ImmutableArray<int> _waiting = [];

    // 正查看小麦: without a place it is a visit only when the clause says that someone went there
    private bool IsWeak(TextSpan verb, Clause clause) =>
        Section("weak-visits").Contains(verb.Of(_text)) && Section("going").FindFirst(_text, clause.Span).IsEmpty;

    private bool Accompany(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        if (_text.AsSpan(verb.End).StartsWith("下", StringComparison.Ordinal))
        {
            // the company of whoever heads the clause joins the visit told next
            var row = RowBefore(verb.Start, clause);
            _waiting = row;
            _subjects.RemoveAll(row.Contains);
            return false;
        }

        for (var i = verb.End; i < clause.Span.End; i++)
        {
            if (discourse.MentionEndAt(i) is { } end)
            {
                i = end - 1;
            }
            else if (ParticipationRules.At(_text, i, out var length) is { Event: EventSource.Visit or EventSource.Meeting })
            {
                var word = new TextSpan(i, i + length);
                var known = _visit is { } before && before.Event.Of(_text).SequenceEqual(word.Of(_text)) ? _visit : null;
                var setting = known ?? new Setting(rule, word, DateOf(clause), ObjectPlace(word.End, clause.Span.End) ?? _visit?.Place, clause.Sentence);
                AddAll(setting with { Rule = rule }, _subjects, clause.Span);
                return true;
            }
        }

        if (_visit is { } visit)
        {
            AddAll(visit with { Rule = rule }, _subjects, clause.Span);
        }

        return false;
    }

    private ImmutableArray<int> RowBefore(int position, Clause clause)
    {
        var row = ImmutableArray.CreateBuilder<int>();
        var at = position;
        for (var i = discourse.Persons.Length - 1; i >= 0; i--)
        {
            var reference = discourse.Persons[i];
            if (reference.Name.End > at || reference.Name.Start < clause.Span.Start)
            {
                continue;
            }

            if (!IsRow(reference.Chain.End, at, false) && !_text.AsSpan(reference.Chain.End, at - reference.Chain.End).SequenceEqual("等"))
            {
                break;
            }

            row.Insert(0, i);
            at = reference.Chain.Start;
        }

        return row.ToImmutable();
    }

    private Setting? Resolve(ParticipationRule rule, TextSpan verb, Clause clause)
    {
        var occasion = discourse.Occasions.At(clause.Sentence);
        var date = DateOf(clause);
        if (clause.Role == HeadRole.Agent && _phrases.LastIn(new TextSpan(clause.Span.Start, discourse.Persons[clause.Heads[0]].Chain.Start)) is { } before && !IsVague(before))
        {
            return Explicit(rule, before, occasion, clause);
        }

        if (rule.Event == EventSource.Object)
        {
            var region = new TextSpan(verb.End, clause.Span.End);
            if (_phrases.LastIn(NextVerbBounds(region)) is { } phrase && !IsVague(phrase))
            {
                return Explicit(rule, phrase, occasion, clause);
            }

            if (Activity(region) is { } activity)
            {
                if (_visit is { } visit && visit.Event.Of(_text).SequenceEqual(activity.Of(_text)))
                {
                    return visit with { Rule = rule };
                }

                if (!IsVague(activity))
                {
                    return new Setting(rule, activity, date, _localPlace?.Span ?? occasion?.Place?.Span, clause.Sentence);
                }

                if (_visit is not null && _visit.Sentence >= (occasion?.Sentence ?? -1))
                {
                    return _visit with { Rule = rule };
                }

                if (occasion?.Event is null)
                {
                    return new Setting(rule, activity, date, _localPlace?.Span ?? occasion?.Place?.Span, clause.Sentence);
                }
            }

            if (verb.Of(_text) is "召开" or "召集")
            {
                return null;
            }
        }

        if (EventOf(clause) is { } named)
        {
            return Explicit(rule, named, occasion, clause);
        }

        if ((occasion?.Event ?? _headline.Value) is { } current)
        {
            return new Setting(rule, current, date, _localPlace?.Span ?? occasion?.Place?.Span, clause.Sentence);
        }

        if (_established is not null)
        {
            return _established with { Rule = rule };
        }

        var heard = clause.Role == HeadRole.Other && rule.Action == "report";
        if (_visit is not null && !heard && (rule.Action == "report" || _visit.Sentence >= (occasion?.Sentence ?? -1)))
        {
            return _visit with { Rule = rule };
        }

        var act = rule.Action == "report" ? verb : ActIn(verb) ?? occasion?.Act;
        return act is { } word ? new Setting(rule, word, date, _localPlace?.Span ?? occasion?.Place?.Span, clause.Sentence) : null;
    }

    // 按下启动键: the act within the verb
    private TextSpan? ActIn(TextSpan verb)
    {
        var found = Section("activities").FindFirst(_text, verb);
        return found.IsEmpty ? null : found;
    }

    private readonly Lazy<TextSpan?> _headline = new(() => HeadlineEvent(discourse.Context));

    private static TextSpan? HeadlineEvent(FactContext context)
    {
        foreach (var mention in context.Mentions)
        {
            if (mention.Type == EntityType.Event
                && context.Text.Blocks[context.Text.BlockAt(mention.Span.Start)].Kind is BlockKind.Headline or BlockKind.Kicker or BlockKind.Subhead)
            {
                return mention.Span;
            }
        }

        return null;
    }

    private Setting Explicit(ParticipationRule rule, TextSpan phrase, Occasion? occasion, Clause clause)
    {
        var (span, _) = _phrases.Expand(phrase);
        if (occasion?.Event is { } current && (current == span || current.Of(_text).EndsWith(span.Of(_text), StringComparison.Ordinal)))
        {
            return new Setting(rule, current, DateOf(clause), _localPlace?.Span ?? occasion.Place?.Span, clause.Sentence);
        }

        _localEvent = span;
        if (occasion?.Event is null)
        {
            _established = new Setting(rule, span, DateOf(clause), occasion?.Place?.Span, clause.Sentence);
        }

        var place = _localPlace?.Span ?? (occasion is { Event: null } ? occasion.Place?.Span : null);
        return new Setting(rule, span, DateOf(clause), place, clause.Sentence);
    }

    // the event told of earlier in the sentence, or at its head: 座谈会上，…
    private TextSpan? EventOf(Clause clause)
    {
        if (_localEvent is not null)
        {
            return _localEvent;
        }

        var sentence = _context.Text.Sentences[clause.Sentence].Span;
        var head = new TextSpan(sentence.Start, Math.Max(sentence.Start, clause.Heads.IsEmpty ? clause.Span.Start : discourse.Persons[clause.Heads[0]].Chain.Start));
        return EventAt(head) ?? EventAt(clause.Predicate);
    }

    private TextSpan? EventAt(TextSpan region)
    {
        if (_phrases.LastIn(region) is not { } phrase || IsVague(phrase) || phrase.End >= _text.Length)
        {
            return null;
        }

        return _text[phrase.End] is '上' or '中' ? phrase : null;
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

    private TextSpan? Activity(TextSpan region)
    {
        var start = region.Start;
        if (start < region.End && _text[start] is '了' or '过')
        {
            start++;
        }

        var length = Section("activities").MatchAt(_text, start);
        return length > 0 && start + length <= region.End ? new TextSpan(start, start + length) : null;
    }

    private bool IsVague(TextSpan phrase) => DiscourseLexicon.VagueEvents.Contains(phrase.Of(_text)) && _context.MentionAt(phrase.Start) is not { Type: EntityType.Event };

    private Mention? DateOf(Clause clause)
    {
        var sentence = _context.Text.Sentences[clause.Sentence].Span;
        return discourse.Occasions.DateIn(new TextSpan(sentence.Start, clause.Span.End)) ?? discourse.Occasions.At(clause.Sentence)?.Date;
    }

    // 到某公司调研, 在某区检查: the first place after 到, 在, 深入 before the verb
    private TextSpan? PlaceBefore(Clause clause, int verb)
    {
        foreach (var mention in _context.MentionsIn(new TextSpan(clause.Span.Start, verb)))
        {
            if (IsPlace(mention) && mention.Span.Start > clause.Span.Start && !IsWithinChain(mention, clause) && FollowsPreposition(mention.Span.Start, clause.Span.Start))
            {
                return LastOfRow(mention);
            }
        }

        return null;
    }

    private bool FollowsPreposition(int position, int limit)
    {
        for (var length = 2; length >= 1; length--)
        {
            if (position - length >= limit && Section("visit-places").Contains(_text.AsSpan(position - length, length)))
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan? ObjectPlace(int from, int to)
    {
        foreach (var mention in _context.MentionsIn(new TextSpan(Math.Min(from, to), to)))
        {
            if (IsPlace(mention) && mention.Type != EntityType.Location)
            {
                return mention.Span;
            }
        }

        return null;
    }

    private TextSpan? EarlierPlace(Clause clause)
    {
        var sentence = _context.Text.Sentences[clause.Sentence].Span;
        TextSpan? found = null;
        var mentions = _context.MentionsIn(new TextSpan(sentence.Start, clause.Span.Start));
        foreach (var mention in mentions)
        {
            if (IsPlace(mention) && mention.Span.Start > sentence.Start - 1 && FollowsPreposition(mention.Span.Start, sentence.Start))
            {
                found ??= LastOfRow(mention);
            }
        }

        return found;
    }

    // 江川县石桥镇: the last of places in a row
    private TextSpan LastOfRow(Mention mention)
    {
        var last = mention;
        while (last.Span.End < _text.Length && _context.MentionAt(last.Span.End) is { } next && IsPlace(next))
        {
            last = next;
        }

        return last.Span;
    }

    private bool IsWithinChain(Mention mention, Clause clause)
    {
        foreach (var head in clause.Heads)
        {
            if (discourse.Persons[head].Chain.Contains(mention.Span))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);

    private static bool IsPlace(Mention mention) =>
        mention.Type is EntityType.Facility or EntityType.Zone or EntityType.GeoPolitical or EntityType.Organization or EntityType.Location;

    private static LexiconSection Section(string name) => s_sections.Value[name];

    private void AddAll(Setting setting, IEnumerable<int> persons, TextSpan clause)
    {
        foreach (var person in persons)
        {
            _drafts.Add(Draft(setting, setting.Rule.Action, person, clause));
        }
    }

    private ParticipationDraft Draft(Setting setting, string action, int person, TextSpan clause)
    {
        var reference = discourse.Persons[person];
        var start = reference.Chain.Start >= _context.Text.Sentences[_sentence].Span.Start ? Math.Min(reference.Chain.Start, clause.Start) : clause.Start;
        return new ParticipationDraft(setting.Rule, action, reference.Name, setting.Event, setting.Date, setting.Place, new TextSpan(start, Math.Max(clause.End, reference.Name.End)));
    }

    private sealed record Setting(ParticipationRule Rule, TextSpan Event, Mention? Date, TextSpan? Place, int Sentence);
}
