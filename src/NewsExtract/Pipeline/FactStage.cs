using System.Collections.Immutable;
using NewsExtract.Extraction.FactTypes;
using NewsExtract.Extraction.FactTypes.Declared;

namespace NewsExtract;

/// <summary>Finds the facts of an article, says how sure they are, and leaves out what is said twice or too unlikely.</summary>
internal sealed class FactStage(ImmutableArray<IFactExtractor> extractors, IFactScorer? scorer)
{
    // By what it defines, so that an extractor of the library that the user wrapped is still the library's.
    private static readonly HashSet<FactDefinition> s_own = new(FactCatalog.CreateAll().Select(extractor => extractor.Definition), ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, FactIdentity> _declared = extractors.OfType<DeclaredExtractor>().Where(static extractor => extractor.Identity is not null)
        .ToDictionary(static extractor => extractor.Definition.Name, static extractor => extractor.Identity!, StringComparer.Ordinal);

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

        var unlikely = own.Where((_, index) => !scores[index].IsKept).ToHashSet();
        var kept = new List<(int Place, Fact Fact)>();
        foreach (var place in FactPolicy.Resolve(context, [.. facts], _declared))
        {
            var fact = facts[place];
            if (unlikely.Contains(place))
            {
                context.Trace?.Reject(new Rejection(fact.Type, fact.Trigger ?? fact.Evidence, RejectionReason.Model) { Producer = fact.Producer });
            }
            else
            {
                kept.Add((place, fact));
            }
        }

        return [.. kept.OrderBy(item => item.Fact.Evidence).ThenBy(item => item.Place).Select(item => item.Fact)];
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
            if (s_own.Contains(extractor.Definition))
            {
                own.AddRange(Enumerable.Range(start, facts.Count - start));
            }
        }

        return (facts, own);
    }
}
