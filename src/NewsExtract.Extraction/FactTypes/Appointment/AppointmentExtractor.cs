using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Appointment;

/// <summary>Who got, won or gave up which post: each person with each title and outcome, once an article.</summary>
internal sealed class AppointmentExtractor : IFactExtractor
{
    public FactDefinition Definition => AppointmentDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var discourse = ArticleDiscourse.Of(context);
        var text = context.Text.Text;
        var drafts = new List<AppointmentDraft>();
        var known = new Dictionary<(string Person, string Title, string Action), int>();
        foreach (var draft in new AppointmentReader(discourse).Read())
        {
            // 未连任主席
            if (discourse.Modality.Before(draft.Title.Start) == Modality.Negated)
            {
                context.Trace?.Reject(Definition.Name, draft.Whole, RejectionReason.Denied);
                continue;
            }

            if (known.TryAdd((draft.Person.Of(text).ToString(), draft.Title.Of(text).ToString(), draft.Rule.Action), drafts.Count))
            {
                drafts.Add(draft);
                continue;
            }

            var same = known[(draft.Person.Of(text).ToString(), draft.Title.Of(text).ToString(), draft.Rule.Action)];
            var (kept, dropped) = (drafts[same], draft);
            if (IsHead(context, kept) && !IsHead(context, draft))
            {
                // the story says it more fully than the headline
                (kept, dropped) = (draft, kept);
                drafts[same] = draft;
            }

            if (kept.Title != dropped.Title || kept.Person != dropped.Person)
            {
                context.Trace?.Reject(new Rejection(Definition.Name, dropped.Whole, RejectionReason.Repeated) { Other = kept.Evidence });
            }
        }

        return [.. drafts.Select(draft => Build(discourse, draft))];
    }

    private static bool IsHead(FactContext context, AppointmentDraft draft) =>
        context.Text.Blocks[context.Text.BlockAt(draft.Title.Start)].Kind is BlockKind.Headline or BlockKind.Kicker or BlockKind.Subhead;

    private Fact Build(ArticleDiscourse discourse, AppointmentDraft draft)
    {
        var context = discourse.Context;
        var index = context.Text.SentenceAt(draft.Title.Start);
        var date = discourse.Occasions.DateIn(context.Text.Sentences[index].Span) ?? discourse.Occasions.At(index)?.Date;
        return new FactBuilder(Definition, context.Text)
            .Surface("person", draft.Person)
            .Surface("title", draft.Title)
            .Surface("organization", draft.Organization)
            .Trigger(draft.Verb ?? draft.Evidence, discourse.Modality.Before(draft.Title.Start))
            .Text("action", draft.Rule.Action, draft.Evidence)
            .Text("date", date is null ? null : Occasion.IsoDateOf(date), date?.Span ?? draft.Evidence)
            .Build(draft.Evidence, new Producer("rule:" + draft.Rule.Id, "1"));
    }
}
