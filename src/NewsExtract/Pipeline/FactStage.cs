using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;

namespace NewsExtract;

/// <summary>Finds the facts of an article, says how sure they are and leaves out what is too unlikely.</summary>
internal sealed class FactStage(ImmutableArray<IFactExtractor> extractors, IFactScorer? scorer)
{
    public ImmutableArray<FactDefinition> Definitions { get; } = [.. extractors.Select(extractor => extractor.Definition)];

    /// <returns>By place, those of one place in the order of the catalogue.</returns>
    public ImmutableArray<Fact> Find(FactContext context)
    {
        var facts = new List<(Fact Fact, bool IsOwn)>();
        foreach (var extractor in extractors)
        {
            // What an extractor of the user's makes is not the model's to judge: it has never seen its like.
            var isOwn = extractor.GetType().Assembly == typeof(FactCatalog).Assembly;
            facts.AddRange(extractor.Extract(context).Select(fact => (fact, isOwn)));
        }

        var own = facts.Where(item => item.IsOwn).Select(item => item.Fact).ToImmutableArray();
        var scores = scorer?.Score(context, own) ?? [.. own.Select(_ => new FactScore(null))];
        var (kept, next) = (new List<Fact>(), 0);
        foreach (var (fact, isOwn) in facts)
        {
            var score = isOwn ? scores[next++] : new FactScore(fact.Confidence);
            if (score.IsKept)
            {
                kept.Add(fact with { Confidence = score.Confidence });
            }
            else
            {
                context.Trace?.Reject(new Rejection(fact.Type, fact.Trigger ?? fact.Evidence, RejectionReason.Model) { Producer = fact.Producer });
            }
        }

        // OrderBy is stable.
        return [.. kept.OrderBy(fact => fact.Evidence)];
    }
}
