using System.Collections.Immutable;
using System.Globalization;
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

    private readonly Standing<ImmutableArray<Contradiction>> _contradictions = new(store, settings.Clock, () => FindContradictions(store));
    private readonly Standing<ImmutableArray<ReviewPlace>> _places = new(store, settings.Clock, () => FindPlaces(store));

    public Task<Standing<ImmutableArray<Contradiction>>.Made> ContradictionsAsync() => _contradictions.FindAsync();

    /// <summary>In the order of the queue, as the store stood a moment ago: what was reviewed since is still there.</summary>
    public async Task<(ImmutableArray<Contradiction> Contradictions, ImmutableArray<ReviewPlace> Facts)> FindAsync()
    {
        var contradictions = await _contradictions.FindAsync().ConfigureAwait(false);
        var places = await _places.FindAsync().ConfigureAwait(false);
        return (contradictions.Value, places.Value);
    }

    public static (long Article, int Number) PlaceOf(Figure figure) =>
        (NewsStore.ArticleIdOf(figure.Place.Sha256, figure.Place.Article), int.Parse(figure.Place.Fact.AsSpan(1), CultureInfo.InvariantCulture) - 1);

    private static ImmutableArray<Contradiction> FindContradictions(NewsStore store)
    {
        var finder = new ContradictionFinder();
        var linked = store.ReadLinkedEntities();
        foreach (var record in store.ReadRecords(new NewsFilter()))
        {
            finder.Add(record, number => linked.TryGetValue((record.Source.Sha256, record.Article.Index, number), out var entity) ? $"#{entity.ToString(CultureInfo.InvariantCulture)}" : null);
        }

        return finder.Find();
    }

    private static ImmutableArray<ReviewPlace> FindPlaces(NewsStore store) =>
    [
        .. store.FindOpenFacts().Select(static fact => new ReviewPlace(fact.Article, (int)fact.Number, Gain(fact)))
            .OrderByDescending(static place => place.Gain).ThenBy(static place => place.Article).ThenBy(static place => place.Number),
    ];

    private static double Gain(OpenFact fact) =>
        Math.Round((1 - (fact.Confidence ?? UnknownConfidence)) * (1 + fact.Reprints) * (1 + Math.Log2(Math.Max(fact.Named ?? 1, 1))), 4);
}

/// <summary>A fact that waits, with what is gained by looking at it.</summary>
internal sealed record ReviewPlace(long Article, int Number, double Gain);
