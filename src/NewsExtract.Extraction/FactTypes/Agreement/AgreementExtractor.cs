using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Agreement;

/// <summary>Agreements that two or more named bodies sign: 甲公司与乙大学签署战略合作协议.</summary>
internal sealed class AgreementExtractor : IFactExtractor
{
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
        var names = new AgreementNames(context);
        var sides = new AgreementParties(context);
        var sentence = context.Text.Sentences[index].Span;
        var text = context.Text.Text;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (context.MentionAt(i) is { } mention)
            {
                i = mention.Span.End - 1;
                continue;
            }

            var ceremony = AgreementWords.Ceremonies.MatchAt(text, i);
            var signing = ceremony > 0 ? ceremony : AgreementWords.Signing.MatchAt(text, i);
            if (signing == 0 || i + signing > sentence.End)
            {
                continue;
            }

            var clause = parties.ClauseStart(sentence, i);
            var verb = new TextSpan(i, i + signing);
            var agreement = ceremony > 0 ? names.OfCeremony(clause, i) : names.After(sentence, i, i + signing) ?? names.Before(clause, verb);
            if (agreement is not { } name)
            {
                context.Trace?.Missing(Definition.Name, verb, "agreement");
            }
            else
            {
                var signers = sides.Read(index, clause, ceremony > 0 ? Math.Min(i, name.Start) : i);
                if (signers.Count == 0)
                {
                    context.Trace?.Missing(Definition.Name, verb, "parties");
                }

                foreach (var each in signers)
                {
                    Add(context, parties, facts, index, each, name, new TextSpan(clause, Math.Max(i + signing, name.End)), verb, ceremony > 0 ? "ceremony" : "signing");
                }
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
        if (parties.Date(new TextSpan(sentence.Start, Math.Max(verb.Start, name.Start))) is { } day)
        {
            builder.Text("date", day.Iso, day.Span);
        }
        else if (inBody && occasion?.Date is { } date)
        {
            builder.Text("date", occasion.IsoDate, date.Span);
        }

        builder.Surface("place", parties.Place(new TextSpan(evidence.Start, Math.Max(evidence.Start, Math.Max(verb.Start, name.Start)))) ?? (inBody && occasion?.Place is { Type: EntityType.Facility } place ? place.Span : null));
        builder.Surface("topic", Topic(context, Math.Max(verb.End, name.End), sentence.End));
        facts.Add(builder.Build(TrimLead(context, evidence), new Producer($"rule:fact.agreement.{rule}", "1")));
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
