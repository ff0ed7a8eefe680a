using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Investment;

/// <summary>Money put into something: 投资25亿元建设…项目, 总投资32亿元的…项目.</summary>
internal sealed class InvestmentExtractor : IFactExtractor
{
    public FactDefinition Definition => InvestmentDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var modality = ArticleDiscourse.Of(context).Modality;
        foreach (var reading in NumberReader.Of(context).Readings)
        {
            if (reading.Kind != NumberKind.Investment)
            {
                continue;
            }

            if (reading.Target is not { IsEmpty: false } target)
            {
                context.Trace?.Missing(Definition.Name, reading.Mention.Span, "target");
                continue;
            }

            var number = reading.Mention.Span;
            facts.Add(new FactBuilder(Definition, context.Text)
                .Surface("investor", reading.Investor)
                .Surface("target", target)
                .Amount(reading.Value, number)
                .Text("currency", reading.Value.Currency is "CNY" ? null : reading.Value.Currency, number)
                .Trigger(number, modality.OfNumber(reading))
                .Build(NumberEvidence.Of(context, reading, target), new Producer($"rule:fact.investment.{reading.Rule}", "1")));
        }

        return facts;
    }
}
