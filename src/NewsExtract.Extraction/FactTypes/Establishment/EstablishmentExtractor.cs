using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Establishment;

/// <summary>What was founded or opened, by whom and when: 甲公司与乙大学共建联合实验室; 某公司成立于2009年.</summary>
internal sealed class EstablishmentExtractor : IFactExtractor
{
    private const int LongestName = 24;

    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_words = new(() => LexiconSection.ReadAll("FactTypes/Establishment/establishment.lex.txt"));

    public FactDefinition Definition => EstablishmentDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var parties = new PartyReader(context);
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            if (context.Text.Blocks[context.Text.Sentences[i].Block].Kind == BlockKind.Body)
            {
                ReadSentence(context, parties, i, facts);
            }
        }

        return facts;
    }

    private void ReadSentence(FactContext context, PartyReader parties, int index, List<Fact> facts)
    {
        var sentence = context.Text.Sentences[index].Span;
        var text = context.Text.Text;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
                continue;
            }

            var founding = s_words.Value["founding"].MatchAt(text, i);
            var founded = s_words.Value["founded"].MatchAt(text, i);
            var opening = s_words.Value["opening"].MatchAt(text, i);
            var length = Math.Max(founding, Math.Max(founded, opening));
            if (length == 0)
            {
                continue;
            }

            var clause = parties.ClauseStart(sentence, i);
            var verb = new TextSpan(i, i + length);
            if (IsPlanned(text, clause, i) && !IsAgreed(text, clause))
            {
                context.Trace?.Reject(Definition.Name, verb, RejectionReason.Ahead);
            }
            else if (IsOver(text, i + length))
            {
                context.Trace?.Reject(Definition.Name, verb, RejectionReason.NotPredicate);
            }
            else if (!(founding == length && Found(context, parties, index, clause, i, i + length, facts))
                && !(founded == length && Founded(context, parties, index, clause, i, i + length, facts))
                && !(opening == length && Opened(context, parties, index, clause, i, i + length, facts)))
            {
                context.Trace?.Missing(Definition.Name, verb, "organization");
            }

            i += length - 1;
        }
    }

    private static bool IsPlanned(string text, int clause, int verb) => !s_words.Value["plans"].FindFirst(text, new TextSpan(clause, verb)).IsEmpty;

    private static bool IsAgreed(string text, int clause) => s_words.Value["joint"].MatchAt(text, clause) > 0;

    // 建成投产|后, 启用|前: the opening is told elsewhere.
    private static bool IsOver(string text, int end) => end < text.Length && text[end] is '后' or '前' or '後' or '以';

    // 设立|产业发展基金; 共建|中试基地、实训基地
    private bool Found(FactContext context, PartyReader parties, int index, int clause, int verb, int start, List<Fact> facts)
    {
        var sentence = context.Text.Sentences[index].Span;
        var text = context.Text.Text;
        var trigger = new TextSpan(verb, start);
        var found = false;
        while (Name(context, start, sentence.End) is { } name)
        {
            Add(context, parties, index, clause, verb, name, new TextSpan(clause, name.End), facts, ("founding", trigger));
            found = true;
            if (name.End >= sentence.End || text[name.End] != '、')
            {
                break;
            }

            start = name.End + 1;
        }

        return found;
    }

    private static TextSpan? Name(FactContext context, int start, int end)
    {
        var text = context.Text.Text;
        var head = start;
        TextSpan? found = null;
        for (var i = start; i < end && i < start + LongestName && text[i] is not ('，' or '。' or '；' or '、' or '：'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type is EntityType.Organization or EntityType.Facility or EntityType.Zone && i - head <= 2 && (mention.Span.End >= end || text[mention.Span.End] is '，' or '。' or '；' or '、' or '和' or '及' or '（' or '，'))
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

            if (text[i] == '的')
            {
                head = i + 1;
                continue;
            }

            var length = s_words.Value["heads"].MatchAt(text, i);
            if (length > 0 && i + length - head > 3 && (i + length >= end || text[i + length] is '，' or '。' or '；' or '、'))
            {
                found = new TextSpan(head, i + length);
            }
        }

        return found;
    }

    // 某公司|成立于|2009年; 公司由某人于2008年|创办; 由甲与乙|共建|的某研究院
    private bool Founded(FactContext context, PartyReader parties, int index, int clause, int verb, int end, List<Fact> facts)
    {
        var sentence = context.Text.Sentences[index].Span;
        var text = context.Text.Text;
        if (end < sentence.End && text[end] == '的' && HasAgent(context, clause, verb) && context.MentionAt(end + 1) is { Type: EntityType.Organization or EntityType.Facility or EntityType.Zone } named)
        {
            return Add(context, parties, index, clause, verb, named.Span, new TextSpan(clause, named.Span.End), facts, ("founded", new TextSpan(verb, end)));
        }

        var dated = context.MentionAt(end) is { Type: EntityType.Date } date && !date.Span.Of(text).EndsWith("来", StringComparison.Ordinal) ? date : null;
        var closes = end >= sentence.End || text[end] is '，' or '。' or '；';

        // 该公司|2017年|成立，
        dated ??= closes && verb > clause && context.MentionAt(verb - 1) is { Type: EntityType.Date } before ? before : null;
        if (dated is null && !(closes && HasAgent(context, clause, verb)))
        {
            return false;
        }

        var head = parties.Row(clause, verb, type => type is EntityType.Organization or EntityType.Zone or EntityType.Facility);
        var by = AgentStart(context, clause, verb);
        var subject = parties.Bodies(new TextSpan(clause, by ?? verb)) is [var first, ..] ? first : by is null && head.Count > 0 ? head[0] : parties.General(new TextSpan(clause, verb)) ?? parties.Subject(index, clause);
        return subject is { } organization && Add(context, parties, index, clause, verb, organization, new TextSpan(clause, Math.Max(dated?.Span.End ?? end, end)), facts, ("founded", new TextSpan(verb, end)), dated);
    }

    private static bool HasAgent(FactContext context, int clause, int verb) => AgentStart(context, clause, verb) is not null;

    private static int? AgentStart(FactContext context, int clause, int verb)
    {
        for (var i = clause; i < verb; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (context.Text.Text[i] is '由' or '经' or '經')
            {
                return i;
            }
        }

        return null;
    }

    // 某园区|建成投产; 某大楼举行|落成启用|典礼
    private bool Opened(FactContext context, PartyReader parties, int index, int clause, int verb, int end, List<Fact> facts)
    {
        var text = context.Text.Text;
        TextSpan? opened = null;
        foreach (var mention in context.MentionsIn(new TextSpan(clause, verb)))
        {
            if (ArticleDiscourse.Of(context).Quotations.IsBracketed(mention.Span.Start))
            {
                continue;
            }

            if (mention.Type is EntityType.Organization or EntityType.Facility or EntityType.Zone or EntityType.Project && !parties.IsPlace(mention.Span.Start))
            {
                opened = mention.Span;
            }
            else if (mention.Type is not (EntityType.Date or EntityType.GeoPolitical))
            {
                opened = null;
            }
        }

        return opened is { } organization
            && IsNear(context, organization.End, verb)
            && (end >= text.Length || text[end] is '，' or '。' or '；' or '典' or '仪' or '在' or '儀' or '\n')
            && Add(context, parties, index, clause, organization.Start, organization, new TextSpan(clause, end), facts, ("opening", new TextSpan(verb, end)));
    }

    // Between the name and its opening only dates, brackets and 举行 may stand.
    private static bool IsNear(FactContext context, int start, int end)
    {
        var others = 0;
        for (var i = start; i < end; i++)
        {
            if (context.MentionAt(i) is { Type: EntityType.Date } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (s_words.Value["parts"].MatchAt(context.Text.Text, i) is > 0 and var part)
            {
                i += part - 1;
            }
            else if (!ArticleDiscourse.Of(context).Quotations.IsBracketed(i))
            {
                others++;
            }
        }

        return others <= 3;
    }

    private bool Add(FactContext context, PartyReader parties, int index, int clause, int verb, TextSpan organization, TextSpan evidence, List<Fact> facts, (string Rule, TextSpan Trigger) known, Mention? dated = null)
    {
        var sentence = context.Text.Sentences[index].Span;
        var founders = known.Rule == "opening" ? [] : Founders(context, parties, index, clause, verb, organization, known.Rule);
        var builder = new FactBuilder(Definition, context.Text).Surface("organization", organization).Surfaces("by", founders).Trigger(known.Trigger);
        var date = dated is null ? parties.Date(new TextSpan(sentence.Start, Math.Max(evidence.End, verb))) : parties.Date(dated.Span);
        if (date is { } day)
        {
            builder.Text("date", day.Iso, day.Span);
        }
        else if (known.Rule == "opening" && ArticleDiscourse.Of(context).Occasions.At(index) is { Date: { } occasion } held)
        {
            builder.Text("date", held.IsoDate, occasion.Span);
        }

        builder.Surface("place", parties.Place(new TextSpan(clause, evidence.End)));
        var start = evidence.Start;
        while (start < evidence.End && context.Text.Text[start] is ' ' or '　' or '“' or '”')
        {
            start++;
        }

        var fact = builder.Build(new TextSpan(start, evidence.End), new Producer($"rule:fact.establishment.{known.Rule}", "1"));
        if (!facts.Exists(other => other.Find("organization")!.Value.Equals(fact.Find("organization")!.Value)))
        {
            facts.Add(fact);
        }

        return true;
    }

    private static List<TextSpan> Founders(FactContext context, PartyReader parties, int index, int clause, int verb, TextSpan organization, string rule)
    {
        var agent = AgentStart(context, clause, verb);
        var from = agent ?? clause;
        var people = parties.Row(from, verb, type => type == EntityType.Person);
        if (people.Count > 0)
        {
            return people;
        }

        var bodies = parties.Bodies(new TextSpan(from, verb), places: agent is not null);
        bodies.RemoveAll(body => body == organization);
        if (bodies.Count > 0 || rule == "founded")
        {
            return bodies;
        }

        if (IsAgreed(context.Text.Text, clause) && parties.Both(index, clause) is { Count: > 1 } both)
        {
            return both;
        }

        return parties.Subject(index, verb) is { } subject && subject != organization ? [subject] : [];
    }
}
