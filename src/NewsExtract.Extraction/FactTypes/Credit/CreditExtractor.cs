using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Credit;

/// <summary>Who wrote, took, sent in or edited: each name with each role, once an article.</summary>
internal sealed class CreditExtractor : IFactExtractor
{
    public FactDefinition Definition => CreditDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var seen = new HashSet<(string Person, string Role)>();
        foreach (var draft in new CreditReader(ArticleDiscourse.Of(context)).Read())
        {
            foreach (var role in draft.Rule.Roles)
            {
                // a correspondent's text is the correspondent's
                if (role == "author" && seen.Contains((draft.Person.Of(context.Text.Text).ToString(), "correspondent")))
                {
                    continue;
                }

                if (seen.Add((draft.Person.Of(context.Text.Text).ToString(), role)))
                {
                    facts.Add(new FactBuilder(Definition, context.Text)
                        .Surface("person", draft.Person)
                        .Text("role", role, draft.Evidence)
                        .Build(draft.Evidence, new Producer("rule:" + draft.Rule.Id, "1")));
                }
            }
        }

        return facts;
    }
}
