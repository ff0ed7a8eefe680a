using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Establishment;

/// <summary>What was founded or opened, by whom and when: 甲公司与乙大学共建联合实验室; 某公司成立于2009年.</summary>
internal sealed class EstablishmentExtractor : IFactExtractor
{
    public FactDefinition Definition => EstablishmentDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var reader = new EstablishmentReader(context);
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            if (context.Text.Blocks[context.Text.Sentences[i].Block].Kind == BlockKind.Body)
            {
                ReadSentence(context, reader, i, facts);
            }
        }

        return facts;
    }

    private void ReadSentence(FactContext context, EstablishmentReader reader, int index, List<Fact> facts)
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

            var founding = EstablishmentWords.Founding.MatchAt(text, i);
            var founded = EstablishmentWords.Founded.MatchAt(text, i);
            var opening = EstablishmentWords.Opening.MatchAt(text, i);
            var renaming = EstablishmentWords.Renaming.MatchAt(text, i);
            var length = Math.Max(Math.Max(founding, renaming), Math.Max(founded, opening));
            if (length == 0)
            {
                continue;
            }

            var verb = new TextSpan(i, i + length);
            var clause = reader.ClauseStart(sentence, i);
            if (reader.IsAhead(sentence, clause, verb))
            {
                context.Trace?.Reject(Definition.Name, verb, RejectionReason.Ahead);
            }
            else if (IsOver(text, verb.End))
            {
                context.Trace?.Reject(Definition.Name, verb, RejectionReason.NotPredicate);
            }
            else
            {
                var drafts = renaming == length ? reader.Renamed(index, clause, verb) : [];
                drafts = drafts.Count == 0 && (founding == length || founded == length || opening == length) ? reader.Related(index, clause, verb) : drafts;
                drafts = drafts.Count == 0 && founding == length ? reader.Found(index, clause, verb) : drafts;
                drafts = drafts.Count == 0 && founded == length ? reader.Founded(index, clause, verb) : drafts;
                drafts = drafts.Count == 0 && opening == length ? reader.Opened(index, clause, verb) : drafts;
                if (drafts.Count == 0)
                {
                    context.Trace?.Missing(Definition.Name, verb, "organization");
                }

                drafts.ForEach(draft => Add(context, draft, facts));
            }

            i += length - 1;
        }
    }

    // 建成投产|后, 启用|前, 成立|以来: the opening is told elsewhere.
    private static bool IsOver(string text, int end) => end < text.Length && text[end] is '后' or '前' or '後' or '以' or '时' or '之' || text.AsSpan(end).StartsWith("至今", StringComparison.Ordinal);

    private void Add(FactContext context, EstablishmentDraft draft, List<Fact> facts)
    {
        var builder = new FactBuilder(Definition, context.Text)
            .Surface("organization", draft.Organization)
            .Surfaces("by", draft.By)
            .Surface("place", draft.Place)
            .Trigger(draft.Trigger);
        if (draft.Date is { } day)
        {
            builder.Text("date", day.Iso, day.Span);
        }

        var start = draft.Evidence.Start;
        while (start < draft.Evidence.End && context.Text.Text[start] is ' ' or '　' or '“' or '”')
        {
            start++;
        }

        facts.Add(builder.Build(new TextSpan(start, draft.Evidence.End), new Producer($"rule:fact.establishment.{draft.Rule}", "1")));
    }
}
