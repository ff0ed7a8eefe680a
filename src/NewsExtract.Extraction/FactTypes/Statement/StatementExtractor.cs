using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Statement;

/// <summary>Who said what: the reported speech of the article.</summary>
internal sealed class StatementExtractor : IFactExtractor
{
    public FactDefinition Definition => StatementDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        foreach (var statement in ArticleDiscourse.Of(context).Statements)
        {
            facts.Add(new FactBuilder(Definition, context.Text)
                .Surface("speaker", statement.Speaker)
                .Surface("verb", statement.Verb)
                .Surface("content", statement.Content)
                .Build(statement.Lead.Cover(statement.Content), new Producer("rule:fact." + statement.Rule, "1")));
        }

        return facts;
    }
}
