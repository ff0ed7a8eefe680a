using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Batch;
using NewsExtract.Linking.Contradictions;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Api;

/// <summary>
/// What is best looked at next. Figures that contradict each other without an explanation come first, then facts by how much is gained:
/// (1 − confidence) × reuse, where reuse is the number of articles that print the text, times 1 + log2 of the number of articles that name
/// the most named of the fact's entities (docs/review.md).
/// </summary>
internal sealed class ReviewQueue(NewsStore store, WebSettings settings)
{
    /// <summary>What a fact is taken for of which nothing says how sure it is.</summary>
    private const double UnknownConfidence = 0.5;

    // Words in the text explain the others.
    private static readonly ContradictionClass[] s_unexplained = [ContradictionClass.Conflict, ContradictionClass.Part, ContradictionClass.Sum];

    private readonly Standing<Reviewable> _reviewable = new(store, settings.Clock, Maker(store));

    /// <summary>As the store stood a moment ago.</summary>
    public Task<Standing<Reviewable>.Made> FindAsync() => _reviewable.FindAsync();

    public static (long Article, int Number) PlaceOf(Figure figure) =>
        (NewsStore.ArticleIdOf(figure.Place.Sha256, figure.Place.Article), int.Parse(figure.Place.Fact.AsSpan(1), CultureInfo.InvariantCulture) - 1);

    private static Func<Reviewable> Maker(NewsStore store)
    {
        var contradictions = new StoreContradictions(store);
        return () =>
        {
            var found = contradictions.Find(new NewsFilter());
            return new Reviewable(found, Order(store.FindOpenFacts(), found));
        };
    }

    private static ImmutableArray<ReviewPlace> Order(IReadOnlyList<OpenFact> facts, ImmutableArray<Contradiction> contradictions)
    {
        var open = facts.ToDictionary(static fact => (fact.Article, (int)fact.Number));
        var contradictory = new Dictionary<(long Article, int Number), Contradiction>();
        foreach (var found in contradictions.Where(static found => s_unexplained.Contains(found.Class)))
        {
            // Of the two the one that nobody looked at, of both the less sure.
            var places = new[] { PlaceOf(found.First), PlaceOf(found.Second) }.Where(open.ContainsKey).OrderBy(place => open[place].Confidence ?? 0).ToList();
            if (places.Count > 0)
            {
                contradictory.TryAdd(places[0], found);
            }
        }

        return
        [
            .. open.Select(fact => new ReviewPlace(fact.Key.Article, fact.Key.Item2, Gain(fact.Value), contradictory.GetValueOrDefault(fact.Key))).Order(),
        ];
    }

    private static double Gain(OpenFact fact) =>
        Math.Round((1 - (fact.Confidence ?? UnknownConfidence)) * (1 + fact.Reprints) * (1 + Math.Log2(Math.Max(fact.Named ?? 1, 1))), 4);
}

/// <summary>What the whole store gives to look at.</summary>
/// <param name="Places">In the order of the queue, each fact once; what was reviewed since is still there.</param>
internal sealed record Reviewable(ImmutableArray<Contradiction> Contradictions, ImmutableArray<ReviewPlace> Places);

/// <summary>A fact that waits, with what is gained by looking at it.</summary>
/// <param name="Contradiction">The first that it is in without an explanation; <c>null</c> when it is in none.</param>
internal sealed record ReviewPlace(long Article, int Number, double Gain, Contradiction? Contradiction) : IComparable<ReviewPlace>
{
    /// <summary>Its place in the queue, which another fact's review does not change.</summary>
    public ReviewCursor Cursor => new(Contradiction is null ? 1 : 0, -Gain, Article, Number);

    public int CompareTo(ReviewPlace? other) => other is null ? 1 : Cursor.CompareTo(other.Cursor);
}

/// <summary>A place in the queue.</summary>
/// <param name="Rank">0 for contradictions, 1 for the others.</param>
/// <param name="Loss">Minus the gain.</param>
internal sealed record ReviewCursor(int Rank, double Loss, long Article, int Number) : IComparable<ReviewCursor>
{
    public int CompareTo(ReviewCursor? other) => other is null ? 1 : (Rank, Loss, Article, Number).CompareTo((other.Rank, other.Loss, other.Article, other.Number));
}
