using NewsExtract.Extraction.Discourse;

namespace NewsExtract.Extraction.FactTypes.Honor;

/// <summary>Who received which honour: 某公司获评国家级绿色工厂.</summary>
internal sealed class HonorExtractor : IFactExtractor
{
    public FactDefinition Definition => HonorDefinition.Instance;

    public IReadOnlyList<Fact> Extract(FactContext context)
    {
        var facts = new List<Fact>();
        var reader = new HonorReader(context);
        for (var i = 0; i < context.Text.Sentences.Length; i++)
        {
            if (context.Text.Blocks[context.Text.Sentences[i].Block].Kind != BlockKind.Body)
            {
                continue;
            }

            foreach (var draft in reader.Read(i))
            {
                Add(context, facts, draft);
            }
        }

        return facts;
    }

    private void Add(FactContext context, List<Fact> facts, HonorDraft draft)
    {
        var builder = new FactBuilder(Definition, context.Text)
            .Surface("recipient", draft.Recipient)
            .Surface("honor", draft.Honor)
            .Surface("by", draft.By == draft.Recipient ? null : draft.By)
            .Trigger(draft.Trigger);
        if (draft.Date is { } day)
        {
            builder.Text("date", day.Iso, day.Span);
        }

        facts.Add(builder.Build(draft.Evidence, new Producer($"rule:fact.honor.{draft.Rule}", "1")));
    }
}
