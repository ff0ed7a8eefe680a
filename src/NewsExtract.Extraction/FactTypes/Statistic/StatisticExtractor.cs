using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Statistic;

/// <summary>Figures of the story that are no project count, investment or target.</summary>
internal sealed class StatisticExtractor : IFactExtractor
{
    public FactDefinition Definition => StatisticDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var modality = ArticleDiscourse.Of(context).Modality;
        foreach (var reading in NumberReader.Of(context).Readings)
        {
            if (reading.Kind != NumberKind.Statistic)
            {
                continue;
            }

            if (reading.Indicator is not { IsEmpty: false } indicator)
            {
                context.Trace?.Missing(Definition.Name, reading.Mention.Span, "indicator");
                continue;
            }

            var number = reading.Mention.Span;
            facts.Add(new FactBuilder(Definition, context.Text)
                .Surface("subject", reading.Subject)
                .Surface("indicator", indicator)
                .Amount(reading.Value, number)
                .Text("unit", reading.Value.Unit.Length > 0 ? reading.Value.Unit : null, number)
                .Surface("period", reading.Date?.Span)
                .Text("change", reading.Change == NumberChange.None ? null : reading.Change == NumberChange.Up ? "up" : "down", number)
                .Trigger(number, modality.OfNumber(reading))
                .Build(NumberEvidence.Of(context, reading, indicator), new Producer($"rule:fact.statistic.{reading.Rule}", "1")));
        }

        return facts;
    }
}
