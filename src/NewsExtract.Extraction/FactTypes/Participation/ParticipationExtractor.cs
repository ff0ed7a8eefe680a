using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Participation;

/// <summary>Who did what at which event: each person with each action at each event, once an article.</summary>
internal sealed class ParticipationExtractor : IFactExtractor
{
    public FactDefinition Definition => ParticipationDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var text = context.Text.Text;
        var discourse = ArticleDiscourse.Of(context);
        var drafts = new List<ParticipationDraft>();
        var known = new Dictionary<(string Person, string Action), List<int>>();
        foreach (var draft in new ParticipationReader(discourse).Read())
        {
            // 因故未出席会议
            if (discourse.Modality.Before(draft.Verb.Start) == Modality.Negated)
            {
                context.Trace?.Reject(Definition.Name, draft.Verb, RejectionReason.Denied);
                continue;
            }

            var key = (draft.Person.Of(text).ToString(), draft.Action);
            if (!known.TryGetValue(key, out var earlier))
            {
                known.Add(key, earlier = []);
            }

            var same = earlier.FindIndex(index => IsSame(drafts[index], draft, text));
            same = same < 0 ? -1 : earlier[same];
            if (same < 0)
            {
                earlier.Add(drafts.Count);
                drafts.Add(draft);
            }
            else if (Fullness(draft) > Fullness(drafts[same]))
            {
                drafts[same] = draft;
            }
            else if (draft.Verb != drafts[same].Verb)
            {
                context.Trace?.Reject(new Rejection(Definition.Name, draft.Verb, RejectionReason.Repeated) { Other = drafts[same].Evidence });
            }
        }

        return [.. drafts.Select(draft => Build(context, draft))];
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

    private static bool IsSame(ParticipationDraft left, ParticipationDraft right, string text)
    {
        ReadOnlySpan<char> first = left.Event.Of(text), second = right.Event.Of(text);
        return first.SequenceEqual(second)
            ? left.Action != "inspect" || left.Place is null || right.Place is null || left.Place.Value.Of(text).SequenceEqual(right.Place.Value.Of(text))
            : first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal);
    }

    private static int Fullness(ParticipationDraft draft) => draft.Event.Length + (draft.Date is null ? 0 : 100) + (draft.Place is null ? 0 : 100);
}
