using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract;

/// <summary>Finds the facts of an article, says how sure they are, and leaves out what is said twice or too unlikely.</summary>
internal sealed class FactStage(ImmutableArray<IFactExtractor> extractors, IFactScorer? scorer)
{
    public ImmutableArray<FactDefinition> Definitions { get; } = [.. extractors.Select(extractor => extractor.Definition)];

    /// <returns>By place, those of one place in the order of the catalogue.</returns>
    public ImmutableArray<Fact> Find(FactContext context)
    {
        var (facts, own) = Extract(context);
        var found = own.Select(index => facts[index]).ToImmutableArray();
        var scores = scorer?.Score(context, found) ?? [.. found.Select(_ => new FactScore(null))];
        for (var i = 0; i < own.Count; i++)
        {
            facts[own[i]] = facts[own[i]] with { Confidence = scores[i].Confidence };
        }

        var kept = Enumerable.Range(0, facts.Count).Except(own).ToList();
        foreach (var index in FactPolicy.Resolve(context, [.. own.Select(index => facts[index])]))
        {
            if (scores[index].IsKept)
            {
                kept.Add(own[index]);
            }
            else
            {
                context.Trace?.Reject(new Rejection(found[index].Type, found[index].Trigger ?? found[index].Evidence, RejectionReason.Model) { Producer = found[index].Producer });
            }
        }

        return [.. kept.Select(index => (index, facts[index])).OrderBy(item => item.Item2.Evidence).ThenBy(item => item.index).Select(item => item.Item2)];
    }

    /// <summary>What the library's own extractors find, for a scorer to learn from.</summary>
    public FactDraft Draft(FactContext context)
    {
        var (facts, own) = Extract(context);
        var found = own.Select(index => facts[index]).ToImmutableArray();
        return new FactDraft(context, found, [.. FactPolicy.Resolve(context, found).Order().OrderBy(index => found[index].Evidence)]);
    }

    /// <returns>What all extractors find, in their order, and which of it the library's own do: what an extractor of the user's makes is not the model's to judge, which has never seen its like.</returns>
    private (List<Fact> Facts, List<int> Own) Extract(FactContext context)
    {
        var (facts, own) = (new List<Fact>(), new List<int>());
        foreach (var extractor in extractors)
        {
            var start = facts.Count;
            facts.AddRange(extractor.Extract(context));
            if (extractor.GetType().Assembly == typeof(FactCatalog).Assembly)
            {
                own.AddRange(Enumerable.Range(start, facts.Count - start));
            }
        }

        return (facts, own);
    }
}
