using System.Collections.Immutable;
using NewsExtract.Extraction.Discourse;
using NewsExtract.Extraction.Rules;

namespace NewsExtract.Extraction.FactTypes.Statement;

/// <summary>Who said what: the reported speech of the article.</summary>
internal sealed class StatementExtractor : IFactExtractor
{
    private static readonly Lazy<ImmutableDictionary<string, StatementRule>> s_rules = new(() =>
        RuleFile.Load("FactTypes/Statement/statement.rules.json", StatementRuleContext.Default.ImmutableArrayStatementRule).ToImmutableDictionary(rule => rule.Id));

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
                .Trigger(statement.Verb)
                .Build(statement.Lead.Cover(statement.Content), new Producer("rule:" + s_rules.Value["fact." + statement.Rule].Id, "1")));
        }

        return facts;
    }
}
