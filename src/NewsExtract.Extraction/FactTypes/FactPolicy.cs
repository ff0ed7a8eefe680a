using System.Collections.Immutable;

namespace NewsExtract.Extraction.FactTypes;

/// <summary>
/// The one policy for facts of an article that say the same or can't both be: a newly given post is an appointment and no position; of
/// two facts that say the same (<see cref="FactIdentities"/>) the one stays that says more, of equal ones that of the story over
/// that of its headline, then the surer, then the earlier.
/// </summary>
internal static class FactPolicy
{
    /// <param name="facts">In the order of the catalogue and, within a type, as they were found; with their confidence where it is known.</param>
    /// <param name="declared">When facts of types that a file declares say the same, by type.</param>
    /// <returns>Indexes of those that stay; one that ousts another takes its place. The others are told to the trace.</returns>
    public static ImmutableArray<int> Resolve(FactContext context, ImmutableArray<Fact> facts, IReadOnlyDictionary<string, FactIdentity>? declared = null)
    {
        var given = GivenPosts(facts);
        var kept = new List<int>();
        var known = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Type == "position" && given.Contains(PostOf(facts[i])))
            {
                context.Trace?.Reject(facts[i].Type, facts[i].Trigger ?? facts[i].Evidence, RejectionReason.OtherType);
                continue;
            }

            if ((FactIdentities.Of(facts[i].Type) ?? declared?.GetValueOrDefault(facts[i].Type)) is not { } identity || identity.KeyOf(facts[i]) is not { } key)
            {
                kept.Add(i);
                continue;
            }

            if (!known.TryGetValue(key, out var places))
            {
                known.Add(key, places = []);
            }

            var place = places.FindIndex(other => identity.Agrees(facts[kept[other]], facts[i]));
            if (place < 0)
            {
                places.Add(kept.Count);
                kept.Add(i);
                continue;
            }

            var earlier = kept[places[place]];
            var stays = Rank(context, identity, facts[i]).CompareTo(Rank(context, identity, facts[earlier])) > 0 ? i : earlier;
            kept[places[place]] = stays;
            Reject(context, facts[stays == i ? earlier : i], facts[stays]);
        }

        return [.. kept];
    }

    private static (int Fullness, bool InStory, double Confidence) Rank(FactContext context, FactIdentity identity, Fact fact) =>
        (identity.Fullness(fact), !IsHead(context.Text, fact), fact.Confidence ?? 0);

    private static bool IsHead(ArticleText text, Fact fact) =>
        text.Blocks[text.BlockAt((fact.Trigger ?? fact.Evidence).Start)].Kind is BlockKind.Headline or BlockKind.Kicker or BlockKind.Subhead;

    private static HashSet<(ArgumentValue? Person, ArgumentValue? Title)> GivenPosts(ImmutableArray<Fact> facts) =>
    [
        .. facts.Where(static fact => fact.Type == "appointment" && fact.Find("action")?.Value is not ArgumentValue.Text { Value: "removed" }).Select(PostOf).Where(static post => post is { Person: not null, Title: not null }),
    ];

    private static (ArgumentValue? Person, ArgumentValue? Title) PostOf(Fact fact) => (fact.Find("person")?.Value, fact.Find("title")?.Value);

    private static void Reject(FactContext context, Fact ousted, Fact stays)
    {
        // One trigger that was read twice is no second statement.
        if (ousted.Trigger != stays.Trigger)
        {
            context.Trace?.Reject(new Rejection(ousted.Type, ousted.Trigger ?? ousted.Evidence, RejectionReason.Repeated) { Other = stays.Evidence, Producer = ousted.Producer });
        }
    }
}
