using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Who did what at which event: each person with each action at each event.</summary>
internal sealed class ParticipationExtractor : IFactExtractor
{
    public FactDefinition Definition => ParticipationDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var discourse = ArticleDiscourse.Of(context);
        var facts = new List<Fact>();
        foreach (var draft in new ParticipationReader(discourse).Read())
        {
            // 因故未出席会议
            if (discourse.Modality.Before(draft.Verb.Start) == Modality.Negated)
            {
                context.Trace?.Reject(Definition.Name, draft.Verb, RejectionReason.Denied);
                continue;
            }

            facts.Add(Build(context, draft));
        }

        return facts;
    }

    private Fact Build(FactContext context, ParticipationDraft draft) =>
        new FactBuilder(Definition, context.Text)
            .Surface("person", draft.Person)
            .Text("action", draft.Action, draft.Evidence)
            .Surface("event", draft.Event)
            .Text("date", draft.Date is null ? null : Occasion.IsoDateOf(draft.Date), draft.Date?.Span ?? draft.Evidence)
            .Surface("place", draft.Place)
            .Trigger(draft.Verb, ArticleDiscourse.Of(context).Modality.Before(draft.Verb.Start))
            .Build(draft.Evidence, new Producer("rule:" + draft.Rule.Id, "1"));
}
