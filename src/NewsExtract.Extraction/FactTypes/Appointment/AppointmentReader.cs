using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>
/// Reads each run of titles (县教育局局长、党组书记) with what stands before it: a verb of taking or leaving office after
/// the person, or 为 and 的 that lead back to a verb before the person or at the head of the list.
/// </summary>
internal sealed class AppointmentReader(ArticleDiscourse discourse)
{
    private readonly FactContext _context = discourse.Context;
    private readonly string _text = discourse.Context.Text.Text;
    private readonly ImmutableArray<Mention> _mentions = discourse.Context.Mentions;
    private readonly PersonRows _rows = new(discourse);
    private readonly TitleRuns _runs = new(discourse);
    private readonly AppointmentLists _lists = new(discourse);
    private readonly OfficeHolders _holders = new(discourse, new PersonRows(discourse));
    private readonly List<AppointmentDraft> _drafts = [];
    private readonly HashSet<int> _heard = [];

    // what the sentence or list gave last
    private AppointmentRule? _lastRule;
    private TextSpan? _lastVerb;
    private ImmutableArray<int> _lastPersons = [];
    private Mention? _lastOrganization;
    private int _lastEnd;

    public IReadOnlyList<AppointmentDraft> Read()
    {
        for (var i = 0; i < _mentions.Length; i++)
        {
            if (_mentions[i].Type == EntityType.Title && !discourse.Quotations.IsQuoted(_mentions[i].Span.Start) && IsStory(_mentions[i].Span.Start))
            {
                var run = _runs.Read(ref i);
                ReadOne(run);
                ReadSuccessor(run);
            }
        }

        _drafts.AddRange(new Departures(discourse).Read());

        if (_context.Trace is not null)
        {
            new UnheardVerbs(discourse, _heard).Trace();
        }

        return _drafts;
    }

    private bool IsStory(int position) =>
        _context.Text.Blocks[_context.Text.BlockAt(position)].Kind is BlockKind.Body or BlockKind.Heading or BlockKind.Headline or BlockKind.Subhead or BlockKind.Kicker;

    private void ReadOne(TitleRun run)
    {
        if (ReadFilledBy(run) || ReadList(run) || ReadElected(run) || ReadStripped(run) || ReadMembers(run))
        {
            return;
        }

        run = _runs.WithUnmarked(run);

        // 李明任…; 李明当选…; 不再担任…
        foreach (var (rule, word) in AppointmentRules.Verbs(AppointmentForm.PersonVerbTitle))
        {
            if (!IsVerb(run.Start, word) || IsLonger(rule, run.Start, word))
            {
                continue;
            }

            var at = run.Start - word.Length;
            _heard.Add(at);
            var persons = _holders.Before(at, rule.Action, out var each);
            if (persons.IsEmpty && !IsNew(at) && _text[at - 1] is '，' or '；' or '并' or '、')
            {
                persons = _lastPersons;
            }

            if (persons.IsEmpty)
            {
                _context.Trace?.Missing(AppointmentDefinition.Instance.Name, new TextSpan(at, run.Start), "person");
            }
            else
            {
                AddDealt(IsElection(word, persons, at) ? AppointmentRules.Election : rule, new TextSpan(at, run.Start), persons, run, each);
            }

            return;
        }

        if (EndsWith(run.Start, "为") || EndsWith(run.Start, "担任") || EndsWith(run.Start, "当"))
        {
            // 选李明当队长
            ReadGoverned(run, AppointmentForm.VerbPersonAs, run.Start - (EndsWith(run.Start, "担任") ? 2 : 1));
        }
        else if (EndsWith(run.Start, "免去其") && !_lastPersons.IsEmpty && !IsNew(run.Start - 3))
        {
            _heard.Add(run.Start - 3);
            Add(AppointmentRules.Removal, new TextSpan(run.Start - 3, run.Start - 1), _lastPersons, run);
        }
        else if (EndsWith(run.Start, "的") || _rows.EndingAt(run.Start) is { IsEmpty: false })
        {
            if (AppointmentLexicon.Offices.MatchAt(_text, run.End) > 0)
            {
                ReadGoverned(run, AppointmentForm.VerbPersonOf, EndsWith(run.Start, "的") ? run.Start - 1 : run.Start);
            }
        }
    }

    // 选举李明担任会长; 选举李明为会长，王芳任副会长; not 受聘为, which says for itself what it is
    private bool IsElection(string word, ImmutableArray<int> persons, int at) =>
        word is "任" or "担任" or "出任" or "兼任"
        && ((_lastRule?.Action == "elected" && !IsNew(at))
            || !AppointmentLexicon.Elections.FindFirst(_text, new TextSpan(_context.Text.Sentences[_context.Text.SentenceAt(at)].Span.Start, at)).IsEmpty
            || AppointmentRules.LastOf(AppointmentForm.VerbPersonAs, _text.AsSpan(0, discourse.Persons[persons[0]].Chain.Start)) is { Rule.Action: "elected" });

    // 李明、王芳分别任主席、秘书长
    private void AddDealt(AppointmentRule rule, TextSpan verb, ImmutableArray<int> persons, TitleRun run, bool each)
    {
        var dealt = each && persons.Length == run.Titles.Length;
        for (var i = 0; i < (dealt ? persons.Length : 1); i++)
        {
            Add(rule, verb, dealt ? [persons[i]] : persons, dealt ? run with { Titles = [run.Titles[i]] } : run);
        }
    }

    // 不再兼任局长，由李明接任: the post goes to another
    private void ReadSuccessor(TitleRun run)
    {
        var at = run.End;
        while (AppointmentLexicon.PassedOn.MatchAt(_text, at) is > 0 and var length)
        {
            at += length;
        }

        if (at > run.End && at < _text.Length && _text[at] == '由' && _lastEnd == run.End)
        {
            ReadFilledBy(run with { End = at });
        }
    }

    // 撤销厂长李明的职务
    private bool ReadStripped(TitleRun run)
    {
        var next = discourse.FirstPersonFrom(run.End);
        if (next >= discourse.Persons.Length || discourse.Persons[next].Name.Start != run.End
            || AppointmentLexicon.Offices.MatchAt(_text, discourse.Persons[next].Name.End) is not (> 0 and var length)
            || AppointmentRules.LastOf(AppointmentForm.VerbPersonOf, _text.AsSpan(0, run.Start)) is not { } verb)
        {
            return false;
        }

        Add(verb.Rule, new TextSpan(run.Start - verb.Word.Length, run.Start), [next], run with { End = discourse.Persons[next].Name.End + length });
        return true;
    }

    // 选举厂工会委员五名，他们是：李明、王芳…
    private bool ReadMembers(TitleRun run)
    {
        if (AppointmentRules.LastOf(AppointmentForm.VerbTitlePerson, _text.AsSpan(0, run.Start)) is not { } verb || _lists.MembersAfter(run.End) is not { IsEmpty: false } persons)
        {
            return false;
        }

        Add(verb.Rule, new TextSpan(run.Start - verb.Word.Length, run.Start), persons, run);
        return true;
    }

    // 选举产生主席李明，副主席王芳、张强; 当选主席的是李明; 选举结果：会长为李明，副会长为王芳
    private bool ReadElected(TitleRun run)
    {
        if (AppointmentRules.LastOf(AppointmentForm.PersonVerbTitle, _text.AsSpan(0, run.Start)) is { } given && AppointmentLexicon.Inversions.MatchAt(_text, run.End) is > 0 and var link)
        {
            return AddNamed(given.Rule, new TextSpan(run.Start - given.Word.Length, run.Start), run, run.End + link);
        }

        var goesOn = _lastRule?.Form == AppointmentForm.VerbTitlePerson && _lastEnd < run.Start && _text.AsSpan(_lastEnd, run.Start - _lastEnd) is "，" or "、" or "；" or "和";
        var verb = AppointmentRules.LastOf(AppointmentForm.VerbTitlePerson, _text.AsSpan(0, run.Start));
        return (goesOn || verb is not null)
            && AddNamed(verb?.Rule ?? _lastRule!, verb is { } found ? new TextSpan(run.Start - found.Word.Length, run.Start) : _lastVerb, run, run.End);
    }

    private bool AddNamed(AppointmentRule rule, TextSpan? verb, TitleRun run, int start)
    {
        var persons = _rows.From(start, out var at);

        // 选举总裁李明为会长: that is the post he had
        if (persons.IsEmpty || (at < _text.Length && _text[at] is '为' or '任' or '担' or '出' or '兼' or '等'))
        {
            return false;
        }

        Add(rule, verb, persons, run with { End = at });
        return true;
    }

    // The verb stands right before the persons, or the list goes on from the one before or from its heading.
    private void ReadGoverned(TitleRun run, AppointmentForm form, int at)
    {
        var each = EndsWith(at, "分别");
        var persons = _rows.EndingAt(each ? at - 2 : at);
        if (persons.IsEmpty)
        {
            return;
        }

        var start = discourse.Persons[persons[0]].Chain.Start;
        foreach (var (rule, word) in AppointmentRules.Verbs(form))
        {
            var verb = EndsWith(start, word) ? start - word.Length : EndsWith(start, word + "了") ? start - word.Length - 1 : EndsWith(start, word + "退休") ? start - word.Length - 2 : -1;
            if (verb >= 0)
            {
                _heard.Add(verb);
                AddDealt(rule, new TextSpan(verb, verb + word.Length), persons, run, each);
                return;
            }
        }

        // 选举产生了以李明为会长的理事会
        if (EndsWith(start, "以") && AppointmentRules.LastOf(AppointmentForm.VerbTitlePerson, _text.AsSpan(0, start - 1)) is { } formed)
        {
            Add(formed.Rule, new TextSpan(start - 1 - formed.Word.Length, start - 1), persons, run);
            return;
        }

        // 任命李明为局长，王芳为副局长; 李明被推选为会长，王芳为副会长
        if (_lastRule is { } last && !IsNew(start) && (last.Form == form || (form == AppointmentForm.VerbPersonAs && last.Form == AppointmentForm.PersonVerbTitle && last.Action != "removed")))
        {
            Add(last, _lastVerb, persons, run);
        }
        else if (_lists.Heading(start, form) is { } heading)
        {
            _heard.Add(heading.Verb.Start);
            Add(heading.Rule, heading.Verb, persons, run);
        }
        else
        {
            // 李明为主任
            _context.Trace?.Reject(AppointmentDefinition.Instance.Name, run.Titles[0].Title.Span, RejectionReason.NoTrigger);
        }
    }

    // 首任主任由某某担任
    private bool ReadFilledBy(TitleRun run)
    {
        // 局长一职由李明接任
        var by = run.End + AppointmentLexicon.Offices.MatchAt(_text, run.End);
        by += AppointmentLexicon.ByAdverbs.MatchAt(_text, by);
        if (by >= _text.Length || _text[by] != '由')
        {
            return false;
        }

        var i = discourse.FirstPersonFrom(by);
        if (i < discourse.Persons.Length && discourse.Persons[i].Chain.Start <= by + 1)
        {
            var first = i;
            while (i + 1 < discourse.Persons.Length && discourse.Persons[i + 1].Chain.Start - discourse.Persons[i].Chain.End == 1 && _text[discourse.Persons[i].Chain.End] is '、' or '和')
            {
                i++;
            }

            var reference = discourse.Persons[i];
            foreach (var (rule, word) in AppointmentRules.Verbs(AppointmentForm.TitleByPerson))
            {
                var at = _text.AsSpan(reference.Chain.End).StartsWith("同志", StringComparison.Ordinal) ? reference.Chain.End + 2 : reference.Chain.End;
                if (_text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                {
                    _heard.Add(at);
                    Add(rule, new TextSpan(at, at + word.Length), [.. Enumerable.Range(first, i - first + 1)], run with { End = at + word.Length });
                    return true;
                }
            }
        }

        return false;
    }

    // 秘书长：李明　王芳, in an article that says it is such a list
    private bool ReadList(TitleRun run)
    {
        var block = _context.Text.Blocks[_context.Text.BlockAt(run.Start)];
        var colon = run.End;
        while (colon < block.Span.End && (discourse.Quotations.IsBracketed(colon) || char.IsWhiteSpace(_text[colon])))
        {
            colon++;
        }

        if (run.Start != block.Span.Start || block.Kind == BlockKind.Headline || colon >= block.Span.End || _text[colon] != '：')
        {
            return false;
        }

        var rule = AppointmentRules.List;
        if (!_lists.IsListArticle(rule))
        {
            _context.Trace?.Reject(AppointmentDefinition.Instance.Name, run.Titles[0].Title.Span, RejectionReason.NoTrigger);
            return false;
        }

        var persons = ImmutableArray.CreateBuilder<int>();
        var at = colon + 1;
        for (var i = discourse.FirstPersonFrom(at); i < discourse.Persons.Length; i++)
        {
            var name = discourse.Persons[i].Name;
            if (!_rows.IsListGap(at, name.Start))
            {
                break;
            }

            persons.Add(i);
            at = name.End;
        }

        if (persons.Count == 0)
        {
            _context.Trace?.Missing(AppointmentDefinition.Instance.Name, run.Titles[0].Title.Span, "person");
            return false;
        }

        Add(rule, null, persons.ToImmutable(), run with { End = at });
        return true;
    }

    private void Add(AppointmentRule rule, TextSpan? verb, ImmutableArray<int> persons, TitleRun run)
    {
        var organization = IsNew(run.Start) ? null : _lastOrganization;
        foreach (var (title, own) in run.Titles)
        {
            organization = own ?? Carried(organization, title) ?? EarlierOrganization(title.Span.Start);
            foreach (var person in persons)
            {
                var name = discourse.Persons[person].Name;
                _drafts.Add(new AppointmentDraft(rule, verb, name, title.Span, organization?.Span, new TextSpan(Math.Min(name.Start, run.Start), Math.Max(name.End, run.End))));
            }
        }

        _lastRule = rule;
        _lastVerb = verb;
        _lastPersons = persons;
        _lastOrganization = organization;
        _lastEnd = run.End;
    }

    // 副县长 goes with a government, not with the 人大 named before it
    private Mention? Carried(Mention? organization, Mention title) =>
        organization is null
        || (DiscourseLexicon.LevelTitles.MatchAt(_text, title.Span.Start) > 0 && !organization.Span.Of(_text).EndsWith("政府", StringComparison.Ordinal))
            ? null
            : organization;

    // 编纂办公室由六人组成，李明兼主任: an organisation told of earlier in the sentence
    private Mention? EarlierOrganization(int position)
    {
        var sentence = _context.Text.Sentences[_context.Text.SentenceAt(position)].Span;
        Mention? found = null;
        foreach (var mention in _context.MentionsIn(new TextSpan(sentence.Start, position)))
        {
            if (mention.Type == EntityType.Organization)
            {
                var comma = _text.AsSpan(mention.Span.End, position - mention.Span.End);
                found = comma.Contains('，') && !IsOfPerson(mention) ? mention : found;
            }
        }

        return found;
    }

    private bool IsOfPerson(Mention mention)
    {
        var next = discourse.FirstPersonFrom(mention.Span.Start);
        return next < discourse.Persons.Length && discourse.Persons[next].Chain.Contains(mention.Span);
    }

    // Another sentence began since the last appointment; lines of a list go on.
    private bool IsNew(int position) =>
        _lastEnd == 0 || position < _lastEnd || _text.AsSpan(_lastEnd, position - _lastEnd).IndexOfAny("。！？\n") >= 0;

    private bool EndsWith(int end, string word) => end >= word.Length && _text.AsSpan(end - word.Length, word.Length).SequenceEqual(word);

    // 王新|任局长: no 新任, the name ends there
    private bool IsVerb(int end, string word) => EndsWith(end, word) && discourse.MentionEndAt(end - word.Length) is null;

    // 担任 is no 任, 不再担任 no 担任
    private bool IsLonger(AppointmentRule rule, int end, string word)
    {
        foreach (var (_, other) in AppointmentRules.Verbs(AppointmentForm.PersonVerbTitle))
        {
            if (other.Length > word.Length && other.EndsWith(word, StringComparison.Ordinal) && IsVerb(end, other))
            {
                return true;
            }
        }

        return word.Length == 1 && rule.Action == "appointed" && end - 2 >= 0 && discourse.MentionEndAt(end - 1) is not null;
    }
}
