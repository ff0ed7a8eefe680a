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
    private readonly AppointmentLists _lists = new(discourse);
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
                var run = ReadRun(ref i);
                ReadOne(run);
            }
        }

        if (_context.Trace is not null)
        {
            new UnheardVerbs(discourse, _heard).Trace();
        }

        return _drafts;
    }

    private bool IsStory(int position) =>
        _context.Text.Blocks[_context.Text.BlockAt(position)].Kind is BlockKind.Body or BlockKind.Heading or BlockKind.Headline or BlockKind.Subhead or BlockKind.Kicker;

    // 县法院副院长、审判委员会委员: titles with the organisation each has of its own
    private TitleRun ReadRun(ref int index)
    {
        var titles = ImmutableArray.CreateBuilder<(Mention Title, Mention? Organization)>();
        var organization = OrganizationBefore(index);
        var start = organization?.Span.Start ?? _mentions[index].Span.Start;
        while (organization is not null && _context.MentionAt(start - 1) is { } outer && start > 0 && outer.Span.End == start && IsPlace(outer.Type))
        {
            start = outer.Span.Start;
        }

        titles.Add((_mentions[index], organization));
        while (index + 1 < _mentions.Length)
        {
            var next = _mentions[index + 1];
            var gap = _text.AsSpan(_mentions[index].Span.End, Math.Max(0, next.Span.Start - _mentions[index].Span.End));
            if (gap is not ("、" or "兼" or "和" or "及"))
            {
                break;
            }

            if (next.Type == EntityType.Title)
            {
                titles.Add((next, null));
                index++;
            }
            else if (IsPlace(next.Type) && index + 2 < _mentions.Length && _mentions[index + 2].Type == EntityType.Title && _mentions[index + 2].Span.Start == next.Span.End)
            {
                titles.Add((_mentions[index + 2], next));
                index += 2;
            }
            else
            {
                break;
            }
        }

        return new TitleRun(titles.ToImmutable(), start, _mentions[index].Span.End, index);
    }

    private void ReadOne(TitleRun run)
    {
        if (ReadFilledBy(run) || ReadList(run))
        {
            return;
        }

        run = WithUnmarked(run);

        // 李明任…; 李明当选…; 不再担任…
        foreach (var (rule, word) in AppointmentRules.Verbs(AppointmentForm.PersonVerbTitle))
        {
            if (!EndsWith(run.Start, word) || IsLonger(rule, run.Start, word))
            {
                continue;
            }

            var at = run.Start - word.Length;
            _heard.Add(at);
            var persons = _rows.EndingAt(at);
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
                Add(rule, new TextSpan(at, run.Start), persons, run);
            }

            return;
        }

        if (EndsWith(run.Start, "为") || EndsWith(run.Start, "担任"))
        {
            ReadGoverned(run, AppointmentForm.VerbPersonAs, run.Start - (EndsWith(run.Start, "为") ? 1 : 2));
        }
        else if (EndsWith(run.Start, "免去其") && !_lastPersons.IsEmpty && !IsNew(run.Start - 3))
        {
            _heard.Add(run.Start - 3);
            Add(AppointmentRules.Removal, new TextSpan(run.Start - 3, run.Start - 1), _lastPersons, run);
        }
        else if (EndsWith(run.Start, "的") || _rows.EndingAt(run.Start) is { IsEmpty: false })
        {
            if (_text.AsSpan(run.End).StartsWith("职务", StringComparison.Ordinal) || _text.AsSpan(run.End).StartsWith("的职务", StringComparison.Ordinal))
            {
                ReadGoverned(run, AppointmentForm.VerbPersonOf, EndsWith(run.Start, "的") ? run.Start - 1 : run.Start);
            }
        }
    }

    // 任县农业农村局党组书记: an organisation that is no mention may stand between verb and title
    private TitleRun WithUnmarked(TitleRun run)
    {
        if (run.Titles[0].Organization is not null)
        {
            return run;
        }

        for (var at = run.Start; at > 0 && run.Start - at <= 16; at--)
        {
            if (at < run.Start && (EndsWith(at, "同志任") || EndsWith(at, "担任") || EndsWith(at, "当选") || EndsWith(at, "免去其")
                || ((EndsWith(at, "为") || EndsWith(at, "任") || EndsWith(at, "的")) && !_rows.EndingAt(at - 1).IsEmpty)))
            {
                return run with { Start = at };
            }

            if (!char.IsLetter(_text[at - 1]) || _context.MentionAt(at - 1) is { Type: EntityType.Person or EntityType.Title })
            {
                break;
            }
        }

        return run;
    }

    // The verb stands right before the persons, or the list goes on from the one before or from its heading.
    private void ReadGoverned(TitleRun run, AppointmentForm form, int at)
    {
        var persons = _rows.EndingAt(at);
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
                Add(rule, new TextSpan(verb, verb + word.Length), persons, run);
                return;
            }
        }

        if (_lastRule?.Form == form && !IsNew(start))
        {
            Add(_lastRule, _lastVerb, persons, run);
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
        if (run.End >= _text.Length || _text[run.End] != '由')
        {
            return false;
        }

        var i = discourse.FirstPersonFrom(run.End);
        if (i < discourse.Persons.Length && discourse.Persons[i].Chain.Start <= run.End + 1)
        {
            var reference = discourse.Persons[i];
            foreach (var (rule, word) in AppointmentRules.Verbs(AppointmentForm.TitleByPerson))
            {
                var at = _text.AsSpan(reference.Chain.End).StartsWith("同志", StringComparison.Ordinal) ? reference.Chain.End + 2 : reference.Chain.End;
                if (_text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                {
                    _heard.Add(at);
                    Add(rule, new TextSpan(at, at + word.Length), [i], run with { End = reference.Chain.End + word.Length });
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

    // 担任 is no 任, 不再担任 no 担任
    private bool IsLonger(AppointmentRule rule, int end, string word)
    {
        foreach (var (_, other) in AppointmentRules.Verbs(AppointmentForm.PersonVerbTitle))
        {
            if (other.Length > word.Length && other.EndsWith(word, StringComparison.Ordinal) && EndsWith(end, other))
            {
                return true;
            }
        }

        return word.Length == 1 && rule.Action == "appointed" && end - 2 >= 0 && discourse.MentionEndAt(end - 1) is not null;
    }

    private Mention? OrganizationBefore(int title) =>
        title > 0 && IsPlace(_mentions[title - 1].Type) && _mentions[title - 1].Span.End == _mentions[title].Span.Start ? _mentions[title - 1] : null;

    private static bool IsPlace(EntityType type) =>
        type is EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility;

    private sealed record TitleRun(ImmutableArray<(Mention Title, Mention? Organization)> Titles, int Start, int End, int Last);
}
