using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.ProjectCount;

/// <summary>Projects counted at a stage: 签约项目18个，总投资65亿元.</summary>
internal sealed class ProjectCountExtractor : IFactExtractor
{
    public FactDefinition Definition => ProjectCountDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var readings = NumberReader.Of(context).Readings;
        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i] is { Kind: NumberKind.ProjectCount, Stage: { } stage })
            {
                facts.Add(Build(context, [.. readings], i, stage));
            }
        }

        return facts;
    }

    private static bool IsScope(FactContext context, TextSpan? subject) =>
        subject is { } span
        && (context.MentionAt(span.Start) is { Type: EntityType.GeoPolitical or EntityType.Zone or EntityType.Organization }
            || (context.MentionAt(span.Start) is null && context.Text.Text[span.Start] is '全' or '各' or '园' or '开' or '新' or '两' or '辖' or '区' or '高' or '经' or '市' or '县' or '省'));

    private Fact Build(FactContext context, List<NumberReading> readings, int index, string stage)
    {
        var reading = readings[index];
        var number = reading.Mention.Span;
        var evidence = NumberEvidence.Of(context, reading, null);
        var builder = new FactBuilder(Definition, context.Text)
            .Trigger(number, ArticleDiscourse.Of(context).Modality.OfNumber(reading))
            .Text("stage", stage, reading.Clause)
            .Number("count", reading.Value.Value, number)
            .Text("approx", RecordBuilder.ApproximationName(reading.Value.Approximation), number)
            .Surface("scope", IsScope(context, reading.Subject) ? reading.Subject : null);
        var year = reading.Date?.Value is DateValue { Edtf: { Length: >= 4 } edtf } ? edtf[..4] : null;
        if (year is not null && reading.Date is { } period)
        {
            builder.Text("date", year, period.Span);
        }
        else if (ArticleDiscourse.Of(context).Occasions.At(reading.Sentence) is { } occasion)
        {
            builder.Surface("occasion", occasion.IsNamed ? occasion.Event : null);
            if (occasion.Date is { } day)
            {
                builder.Text("date", occasion.IsoDate, day.Span);
            }
        }

        for (var i = index + 1; i < readings.Count; i++)
        {
            if (readings[i].Of == index && readings[i].AmountRole is { } role)
            {
                builder.Number(role, readings[i].Value.Value, readings[i].Mention.Span);
                evidence = evidence.Cover(readings[i].Mention.Span);
            }
        }

        return builder.Build(evidence, new Producer("rule:fact.project-count.stage", "1"));
    }
}
