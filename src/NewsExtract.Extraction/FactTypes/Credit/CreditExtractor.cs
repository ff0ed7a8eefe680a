using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>Who wrote, took, sent in or edited: each name with each role, once an article.</summary>
internal sealed class CreditExtractor : IFactExtractor
{
    public FactDefinition Definition => CreditDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var seen = new Dictionary<(string Person, string Role), TextSpan>();
        foreach (var draft in new CreditReader(ArticleDiscourse.Of(context)).Read())
        {
            foreach (var role in draft.Rule.Roles)
            {
                var name = draft.Person.Of(context.Text.Text).ToString();
                if (seen.TryGetValue((name, role), out var known) || (role == "author" && seen.TryGetValue((name, "correspondent"), out known)))
                {
                    // 通讯员 李明 文/图: a correspondent's text is the correspondent's
                    context.Trace?.Reject(new Rejection(Definition.Name, draft.Evidence, RejectionReason.Repeated) { Other = known });
                }
                else
                {
                    seen.Add((name, role), draft.Evidence);
                    var builder = new FactBuilder(Definition, context.Text).Surface("person", draft.Person).Text("role", role, draft.Evidence);
                    if (draft.Word is { } word)
                    {
                        builder.Trigger(word);
                    }

                    facts.Add(builder.Build(draft.Evidence, new Producer("rule:" + draft.Rule.Id, "1")));
                }
            }
        }

        return facts;
    }
}
