using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Target;

/// <summary>Figures to be reached by a date that lies ahead: 力争到2025年底达到2600家.</summary>
internal sealed class TargetExtractor : IFactExtractor
{
    public FactDefinition Definition => TargetDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        foreach (var reading in NumberReader.Of(context).Readings)
        {
            if (reading.Kind != NumberKind.Target || reading.Date is not { } deadline)
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
                .Surface("deadline", deadline.Span)
                .Trigger(number)
                .Build(NumberEvidence.Of(context, reading, indicator), new Producer("rule:fact.target.deadline", "1")));
        }

        return facts;
    }
}
