using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Agreement;

/// <summary>Agreements that two or more named bodies sign: 甲公司与乙大学签署战略合作协议.</summary>
internal sealed class AgreementExtractor : IFactExtractor
{
    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_words = new(() => LexiconSection.ReadAll("FactTypes/Agreement/agreement.lex.txt"));

    public FactDefinition Definition => AgreementDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var parties = new PartyReader(context);
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            if (context.Text.Blocks[context.Text.Sentences[i].Block].Kind is BlockKind.Body or BlockKind.Headline)
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

            var ceremony = s_words.Value["ceremonies"].MatchAt(text, i);
            var signing = ceremony > 0 ? ceremony : s_words.Value["signing"].MatchAt(text, i);
            if (signing == 0 || i + signing > sentence.End)
            {
                continue;
            }

            var clause = parties.ClauseStart(sentence, i);
            var agreement = ceremony > 0 ? NameBefore(context, clause, i) : NameAfter(context, sentence, i, i + signing) ?? NameOn(context, clause, i, signing);
            var verb = new TextSpan(i, i + signing);
            if (agreement is not { } name)
            {
                context.Trace?.Missing(Definition.Name, verb, "agreement");
            }
            else if (Parties(context, parties, index, clause, Math.Min(i, name.Start)) is { Count: > 1 } signers)
            {
                Add(context, parties, facts, index, signers, name, new TextSpan(clause, Math.Max(i + signing, name.End)), verb, ceremony > 0 ? "ceremony" : "signing");
            }
            else
            {
                context.Trace?.Missing(Definition.Name, verb, "parties");
            }

            i += signing - 1;
        }
    }

    private void Add(FactContext context, PartyReader parties, List<Fact> facts, int index, List<TextSpan> signers, TextSpan name, TextSpan evidence, TextSpan verb, string rule)
    {
        // 尚未签署协议
        var modality = ArticleDiscourse.Of(context).Modality.Before(verb.Start);
        if (modality == Modality.Negated)
        {
            context.Trace?.Reject(Definition.Name, verb, RejectionReason.Denied);
            return;
        }

        var sentence = context.Text.Sentences[index].Span;
        var occasion = ArticleDiscourse.Of(context).Occasions.At(index);
        var inBody = context.Text.Blocks[context.Text.Sentences[index].Block].Kind == BlockKind.Body;
        var builder = new FactBuilder(Definition, context.Text).Surfaces("parties", signers).Surface("agreement", name).Trigger(verb, modality);
        if (parties.Date(new TextSpan(sentence.Start, name.Start)) is { } day)
        {
            builder.Text("date", day.Iso, day.Span);
        }
        else if (inBody && occasion?.Date is { } date)
        {
            builder.Text("date", occasion.IsoDate, date.Span);
        }

        builder.Surface("place", parties.Place(new TextSpan(evidence.Start, name.Start)) ?? (inBody && occasion?.Place is { Type: EntityType.Facility } place ? place.Span : null));
        builder.Surface("topic", Topic(context, name.End, sentence.End));
        facts.Add(builder.Build(TrimLead(context, evidence), new Producer($"rule:fact.agreement.{rule}", "1")));
    }

    private static List<TextSpan> Parties(FactContext context, PartyReader reader, int sentence, int clause, int end)
    {
        var text = context.Text.Text;
        var joint = Joint(text, new TextSpan(clause, end), context);
        if (joint < 0)
        {
            return [];
        }

        var bodies = reader.Bodies(new TextSpan(clause, end), places: true);
        bodies.RemoveAll(body => context.MentionAt(body.Start) is { Type: EntityType.GeoPolitical } && !IsPartyPlace(context, body, joint));
        if (bodies.Count == 0)
        {
            return bodies;
        }

        // 与甲公司签署…: the other side is the subject so far.
        if (bodies[0].Start > joint)
        {
            var general = reader.General(new TextSpan(clause, joint)) ?? reader.Subject(sentence, Math.Max(context.Text.Sentences[sentence].Span.Start, joint));
            if (general is { } subject && !bodies.Contains(subject) && context.MentionAt(subject.Start) is { Type: EntityType.Organization or EntityType.Zone })
            {
                bodies.Insert(0, subject);
            }
        }
        else if (bodies[^1].End <= joint && reader.General(new TextSpan(joint, end)) is { } other && !bodies.Contains(other))
        {
            bodies.Add(other);
        }

        return [.. bodies.DistinctBy(span => span.Of(text).ToString())];
    }

    // 江川市|与某公司签署…, 某公司与|江川市|签署…; a place before a name only says where that is.
    private static bool IsPartyPlace(FactContext context, TextSpan place, int joint) =>
        (place.End == joint || place.Start == joint + 1) && context.MentionAt(place.End) is null;

    // The first 与 or 和 outside names.
    private static int Joint(string text, TextSpan span, FactContext context)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
            }
            else if (s_words.Value["joints"].MatchAt(text, i) > 0 && text[i] != '、')
            {
                return i;
            }
        }

        return -1;
    }

    // 签署|《合作协议》; 签订|帝王蟹进口协议; 签约
    private static TextSpan? NameAfter(FactContext context, TextSpan sentence, int verb, int start)
    {
        var text = context.Text.Text;
        if (start < sentence.End && text[start] == '了')
        {
            start++;
        }

        var head = start;
        for (var i = start; i < sentence.End && i < start + 40 && text[i] is not ('，' or '。' or '；' or '、'); i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                if (mention.Type == EntityType.Work)
                {
                    return mention.Span;
                }

                if (mention.Type is EntityType.Quantity or EntityType.Money)
                {
                    head = mention.Span.End;
                }

                i = mention.Span.End - 1;
                continue;
            }

            if (text[i] is '的' or '于')
            {
                head = i + 1;
            }

            var length = s_words.Value["heads"].MatchAt(text, i);
            if (length > 0 && !IsHeadGoingOn(text, i + length))
            {
                var span = new TextSpan(head, i + length);
                return span.Length <= 14 ? span : new TextSpan(i, i + length);
            }
        }

        var word = text.AsSpan(verb, start - verb);
        return word.EndsWith("签约", StringComparison.Ordinal) && (start >= sentence.End || text[start] is '，' or '。' or '；') ? new TextSpan(start - 2, start) : null;
    }

    private static bool IsHeadGoingOn(string text, int end) => end < text.Length && s_words.Value["heads"].MatchAt(text, end) > 0;

    // 在|协议|上签字
    private static TextSpan? NameOn(FactContext context, int clause, int verb, int length)
    {
        var text = context.Text.Text;
        if (length != 2 || text[verb + 1] != '字' || verb == 0 || text[verb - 1] != '上')
        {
            return null;
        }

        var from = Math.Max(clause, verb - 7);
        var name = s_words.Value["heads"].MatchEnd(text.AsSpan(from, verb - 1 - from));
        return name > 0 && context.MentionAt(verb - 2) is null ? new TextSpan(verb - 1 - name, verb - 1) : null;
    }

    // 甲与乙|战略合作|签约仪式; 甲与乙合资兴办某厂的|合同|签字仪式
    private static TextSpan? NameBefore(FactContext context, int clause, int end)
    {
        var text = context.Text.Text;
        var start = end;
        while (start > clause && end - start < 8 && context.MentionAt(start - 1) is null && text[start - 1] is not ('的' or '、' or '，'))
        {
            start--;
        }

        return end - start >= 2 && start > clause ? new TextSpan(start, end) : null;
    }

    private static TextSpan? Topic(FactContext context, int start, int end)
    {
        foreach (var mention in context.MentionsIn(new TextSpan(start, Math.Max(start, end))))
        {
            if (mention.Type == EntityType.Project)
            {
                return mention.Span;
            }
        }

        return null;
    }

    private static TextSpan TrimLead(FactContext context, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && context.Text.Text[start] is ' ' or '　' or '”' or '“')
        {
            start++;
        }

        return new TextSpan(start, span.End);
    }
}
