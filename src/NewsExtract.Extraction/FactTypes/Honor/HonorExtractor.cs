using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>Who received which honour: 某公司获评国家级绿色工厂.</summary>
internal sealed class HonorExtractor : IFactExtractor
{
    private const int Reach = 8;

    private static readonly Lazy<IReadOnlyDictionary<string, LexiconSection>> s_words = new(() => LexiconSection.ReadAll("FactTypes/Honor/honor.lex.txt"));

    public FactDefinition Definition => HonorDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var parties = new PartyReader(context);
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            var sentence = context.Text.Sentences[i];
            if (context.Text.Blocks[sentence.Block].Kind != BlockKind.Body)
            {
                continue;
            }

            foreach (var mention in context.MentionsIn(sentence.Span))
            {
                if (mention.Type != EntityType.Honor)
                {
                    continue;
                }

                if (IsCounted(context, mention))
                {
                    context.Trace?.Reject(Definition.Name, mention.Span, RejectionReason.OtherType);
                }
                else
                {
                    ReadHonor(context, parties, i, mention.Span, facts);
                }
            }

            ReadList(context, parties, i, facts);
        }

        return facts;
    }

    // 高新技术企业|206户 is a figure.
    private static bool IsCounted(FactContext context, Mention honor) => context.MentionAt(honor.Span.End) is { Type: EntityType.Quantity };

    private void ReadHonor(FactContext context, PartyReader parties, int sentence, TextSpan honor, List<Fact> facts)
    {
        var span = context.Text.Sentences[sentence].Span;
        // 被授予|“某称号”: the marks are the honour's own.
        var quoted = honor.Start > span.Start && context.Text.Text[honor.Start - 1] is '“' or '‘' or '「' ? honor.Start - 1 : honor.Start;
        var clause = parties.ClauseStart(span, quoted);
        if (VerbBefore(context, clause, honor.Start) is not { } verb)
        {
            // 是甲奖、乙奖: the next of a row shares the verb.
            if (facts.Count > 0 && honor.Start > 1 && context.Text.Text[honor.Start - 1] is '、' && facts[^1].Evidence.End == honor.Start - 1)
            {
                var last = facts[^1];
                Add(context, facts, last.Find("recipient")!.Spans[0], honor, Giver(context, sentence, honor, default), null, new TextSpan(last.Evidence.Start, honor.End), ("row", honor));
            }
            else
            {
                context.Trace?.Reject(Definition.Name, honor, RejectionReason.NoTrigger);
            }

            return;
        }

        if (IsDenied(context, clause, verb.Start))
        {
            context.Trace?.Reject(Definition.Name, verb, RejectionReason.Denied);
            return;
        }

        // 某协会|授予|某市|“某之乡”称号
        if (verb.Start > clause && context.Text.Text[verb.Start - 1] != '被' && context.Text.Text[verb.Start] != '被' && s_words.Value["granting"].Contains(verb.Of(context.Text.Text)) && parties.Row(verb.End, honor.Start, IsNamed) is { Count: > 0 } given)
        {
            var giver = parties.Bodies(new TextSpan(clause, verb.Start));
            foreach (var recipient in given)
            {
                Add(context, facts, recipient, honor, giver.Count > 0 ? giver[^1] : null, parties.Date(new TextSpan(clause, honor.Start)), new TextSpan(clause, honor.End), ("granted", verb));
            }

            return;
        }

        var recipients = Recipients(context, parties, sentence, clause, verb.Start, honor);
        if (recipients.Count == 0)
        {
            context.Trace?.Missing(Definition.Name, verb, "recipient");
        }

        var date = parties.Date(new TextSpan(clause, honor.Start)) ?? parties.Date(new TextSpan(span.Start, clause));
        foreach (var recipient in recipients)
        {
            var start = Math.Min(Math.Max(clause, recipient.Start), verb.Start);
            Add(context, facts, recipient, honor, Giver(context, sentence, honor, recipient), date, new TextSpan(start, honor.End), ("verb", verb));
        }
    }

    private void Add(FactContext context, List<Fact> facts, TextSpan recipient, TextSpan honor, TextSpan? by, (string Iso, TextSpan Span)? date, TextSpan evidence, (string Rule, TextSpan Trigger) known)
    {
        var builder = new FactBuilder(Definition, context.Text)
            .Surface("recipient", recipient)
            .Surface("honor", honor)
            .Surface("by", by == recipient ? null : by)
            .Trigger(known.Trigger);
        if (date is { } day)
        {
            builder.Text("date", day.Iso, day.Span);
        }

        var fact = builder.Build(evidence, new Producer($"rule:fact.honor.{known.Rule}", "1"));
        if (!facts.Exists(other => other.Find("recipient")!.Value.Equals(fact.Find("recipient")!.Value) && other.Find("honor")!.Value.Equals(fact.Find("honor")!.Value)))
        {
            facts.Add(fact);
        }
    }

    /// <summary>The verb right before an honour; quotation marks, dates, the giver and 第二批 may stand between.</summary>
    private static TextSpan? VerbBefore(FactContext context, int clause, int honor)
    {
        var text = context.Text.Text;
        var end = honor;
        for (var steps = 0; end > clause && honor - end < 30 && steps < 30; steps++)
        {
            var from = Math.Max(clause, end - Reach);
            var tail = text.AsSpan(from, end - from);
            var length = s_words.Value["winning"].MatchEnd(tail);
            if (length == 0 && s_words.Value["being"].MatchEnd(tail) is > 0 and var being && (end == honor || HasGrant(context, new TextSpan(end, honor))))
            {
                length = being;
            }

            if (length > 0 && text[end] != '的')
            {
                return new TextSpan(end - length, end);
            }

            end = context.MentionAt(end - 1) is { Type: EntityType.Date or EntityType.Organization or EntityType.GeoPolitical } mention && mention.Span.Start >= clause ? mention.Span.Start : end - 1;
        }

        return null;
    }

    // 是|工信部认定的|高新技术企业
    private static bool IsNamed(EntityType type) => type is EntityType.Person or EntityType.Organization or EntityType.Zone or EntityType.GeoPolitical or EntityType.Facility or EntityType.Project;

    private static bool HasGrant(FactContext context, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (s_words.Value["granting"].MatchAt(context.Text.Text, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenied(FactContext context, int clause, int verb)
    {
        for (var i = Math.Max(clause, verb - 8); i < verb; i++)
        {
            if (context.MentionAt(i) is null && s_words.Value["denials"].MatchAt(context.Text.Text, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static List<TextSpan> Recipients(FactContext context, PartyReader parties, int sentence, int clause, int verb, TextSpan honor)
    {
        var people = parties.Row(clause, verb, type => type == EntityType.Person);
        if (people.Count > 0)
        {
            return people;
        }

        var by = GiverBefore(context, verb);
        var end = by?.Start ?? verb;
        var projects = parties.Row(clause, end, type => type == EntityType.Project);
        if (projects.Count > 0)
        {
            return [projects[^1]];
        }

        var bodies = parties.Row(clause, end, type => type is EntityType.Organization or EntityType.Zone or EntityType.Facility);
        if (bodies.Count > 0)
        {
            return bodies.ConvertAll(parties.Full);
        }

        // 46名职工|被授予…: nobody is named.
        foreach (var mention in context.MentionsIn(new TextSpan(clause, Math.Max(clause, end))))
        {
            if (mention.Type == EntityType.Quantity)
            {
                return [];
            }
        }

        if (parties.General(new TextSpan(clause, end)) is { } general)
        {
            return [general];
        }

        // 桃花源景区|被授予…: a name that no mention holds.
        if (Unnamed(context, clause, end) is { } unnamed)
        {
            return [unnamed];
        }

        // 区内企业|是…: a phrase may have an honour, too.
        var phrase = new TextSpan(clause, end);
        if (s_words.Value["being"].Contains(new TextSpan(verb, Math.Min(verb + 1, context.Text.Text.Length)).Of(context.Text.Text)) && phrase.Length is >= 3 and <= 8 && context.MentionsIn(phrase).IsEmpty && context.Text.Text[clause] is not ('这' or '该' or '它' or '也'))
        {
            return [phrase];
        }

        var discourse = ArticleDiscourse.Of(context);
        if (s_words.Value["personal"].MatchEnd(honor.Of(context.Text.Text)) > 0 && discourse.Subjects.Before(verb, true) is { } person)
        {
            return [discourse.Persons[person].Name];
        }

        return parties.Subject(sentence, verb) is { } subject ? [subject] : [];
    }

    private static TextSpan? Unnamed(FactContext context, int clause, int end)
    {
        var text = context.Text.Text;
        var start = clause;
        while (start < end && NumberWords.Instance.At(text, start, end, NumberWord.Lead, out _) is > 0 and var length)
        {
            start += length;
        }

        while (end > start && text[end - 1] is '被' or '已' or '成' or '功' or '又' or '再' or '先' or '后')
        {
            end--;
        }

        var span = new TextSpan(Math.Min(start, end), end);
        return span.Length is >= 3 and <= 16 && context.MentionsIn(span).IsEmpty && s_words.Value["places"].MatchEnd(span.Of(text)) > 0 ? span : null;
    }

    // 被|省卫健委|确定为: the giver is no recipient.
    private static TextSpan? GiverBefore(FactContext context, int verb) =>
        context.MentionAt(verb - 1) is { Type: EntityType.Organization } mention && mention.Span.Start > 0 && context.Text.Text[mention.Span.Start - 1] == '被' ? mention.Span : null;

    private static TextSpan? Giver(FactContext context, int sentence, TextSpan honor, TextSpan recipient)
    {
        var text = context.Text.Text;
        var span = context.Text.Sentences[sentence].Span;
        TextSpan? giver = null;
        foreach (var mention in context.MentionsIn(new TextSpan(span.Start, Math.Max(span.Start, honor.Start))))
        {
            if (mention.Type != EntityType.Organization || mention.Span == recipient)
            {
                continue;
            }

            if ((mention.Span.Start > 0 && text[mention.Span.Start - 1] == '被' && text.AsSpan(mention.Span.End, honor.Start - mention.Span.End).IndexOfAny('，', '；') < 0)
                || s_words.Value["granting"].MatchAt(text, mention.Span.End) > 0
                || (mention.Span.Start >= recipient.End && honor.Start - mention.Span.End <= 4 && recipient != default && VerbEnds(text, mention.Span.Start)))
            {
                giver = mention.Span;
            }
        }

        return giver;
    }

    private static bool VerbEnds(string text, int end) => s_words.Value["winning"].MatchEnd(text.AsSpan(Math.Max(0, end - Reach), Math.Min(Reach, end))) > 0;

    // 公示了…认定名单，某公司|荣登榜单
    private void ReadList(FactContext context, PartyReader parties, int sentence, List<Fact> facts)
    {
        var span = context.Text.Sentences[sentence].Span;
        var text = context.Text.Text;
        TextSpan? honor = null;
        foreach (var mention in context.MentionsIn(span))
        {
            if (mention.Type != EntityType.Honor)
            {
                continue;
            }

            honor = mention.Span;
            var listed = text.AsSpan(mention.Span.End, Math.Min(8, text.Length - mention.Span.End)) is var after && (after.IndexOf("名单", StringComparison.Ordinal) >= 0 || after.IndexOf("结果", StringComparison.Ordinal) >= 0 || after.IndexOf("榜单", StringComparison.Ordinal) >= 0);
            var comma = text.IndexOf('，', mention.Span.End);
            if (!listed || comma < 0 || comma >= span.End)
            {
                continue;
            }

            for (var i = comma + 1; i < span.End; i++)
            {
                var length = context.MentionAt(i) is null ? s_words.Value["lists"].MatchAt(text, i) : 0;
                if (length == 0 || (i + length < span.End && text[i + length] is not ('，' or '。' or '；')))
                {
                    continue;
                }

                foreach (var recipient in Recipients(context, parties, sentence, parties.ClauseStart(span, i), i, honor.Value))
                {
                    Add(context, facts, recipient, honor.Value, Giver(context, sentence, honor.Value, recipient), parties.Date(new TextSpan(span.Start, mention.Span.Start)), new TextSpan(span.Start, i + length), ("list", new TextSpan(i, i + length)));
                }
            }
        }
    }
}
