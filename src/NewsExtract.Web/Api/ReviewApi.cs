using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Linking.Contradictions;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /review</c>: what is best looked at next; <c>GET /contradictions</c>: figures of one thing that differ.</summary>
internal static class ReviewApi
{
    private const string ContradictionReason = "contradiction";
    private const string ConfidenceReason = "low-confidence";

    // What is looked up at a time beyond what is wanted: some of it was reviewed a moment ago.
    private const int Spare = 20;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/review", FindReviewAsync).WithName("FindReview").WithSummary("Facts that nobody looked at: contradictions first, then by what is gained.").Takes(QueryParameters.Parts).Takes(new QueryParameter("reason", "contradiction or low-confidence."));
        api.MapGet("/contradictions", FindContradictionsAsync).WithName("FindContradictions").WithSummary("Figures of one thing that differ, with both places; as of the time in X-As-Of.").Takes(QueryParameters.Parts);
    }

    private static async Task<Ok<Part<ReviewItem>>> FindReviewAsync(HttpRequest request, NewsStore store, ReviewQueue queue)
    {
        var limit = FilterParameters.Limit(request.Query, unlessGiven: 20);
        var reason = FilterParameters.Text(request.Query, "reason") is { } text ? FilterParameters.OneOf("reason", text, [ContradictionReason, ConfidenceReason]) : null;
        var after = Cursor.Read<ReviewCursor>(request);
        var all = (await queue.FindAsync().ConfigureAwait(false)).Value.Places;
        var wanted = all.Where(place => reason is null || (reason == ContradictionReason) == (place.Contradiction is not null));
        var rest = wanted.SkipWhile(place => after is not null && place.Cursor.CompareTo(after) <= 0);

        var items = new List<ReviewItem>();
        ReviewCursor? last = null;
        foreach (var some in rest.Chunk(limit + Spare))
        {
            var facts = store.FindFacts([.. some.SelectMany(Places).Distinct()]).ToDictionary(static fact => (fact.Article, fact.Number));
            foreach (var place in some)
            {
                if (items.Count == limit)
                {
                    return Answer(last);
                }

                last = place.Cursor;
                if (ToItem(place, facts) is { } item)
                {
                    items.Add(item);
                }
            }
        }

        return Answer(null);

        Ok<Part<ReviewItem>> Answer(ReviewCursor? next) => TypedResults.Ok(new Part<ReviewItem>([.. items], Cursor.Write(request, next), after is null ? wanted.Count() : null));
    }

    private static async Task<Ok<Part<ContradictionItem>>> FindContradictionsAsync(HttpContext context, NewsStore store, ReviewQueue queue)
    {
        var request = context.Request;
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<ContradictionPlace>(request);
        var found = await queue.FindAsync().ConfigureAwait(false);
        context.Response.Headers["X-As-Of"] = found.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var all = found.Value.Contradictions;

        // They may have been found anew since the part before: it goes on behind the one that was shown last, or at its place where that is gone.
        var before = after is null ? 0 : all.TakeWhile(contradiction => !PlaceOf(contradiction, 0).IsSame(after)).Count();
        var first = after is null ? 0 : before < all.Length ? before + 1 : after.Index;
        var shown = all.Skip(first).Take(limit).ToArray();
        var next = first + shown.Length < all.Length ? PlaceOf(shown[^1], first + shown.Length) : null;
        return TypedResults.Ok(new Part<ContradictionItem>([.. Show(shown, store)], Cursor.Write(request, next), after is null ? all.Length : null));
    }

    /// <summary>Those of which both figures are still there.</summary>
    private static IEnumerable<ContradictionItem> Show(Contradiction[] some, NewsStore store)
    {
        var facts = store.FindFacts([.. some.SelectMany(Places).Distinct()]).ToDictionary(static fact => (fact.Article, fact.Number));
        foreach (var found in some)
        {
            if (Places(found) is [var first, var second] && facts.TryGetValue(first, out var one) && facts.TryGetValue(second, out var other))
            {
                yield return new ContradictionItem(found.Class, Detail(found), FactItem.Of(one, []), FactItem.Of(other, []));
            }
        }
    }

    private static IEnumerable<(long Article, int Number)> Places(ReviewPlace place) => [(place.Article, place.Number), .. place.Contradiction is { } found ? Places(found) : []];

    private static (long Article, int Number)[] Places(Contradiction found) => [ReviewQueue.PlaceOf(found.First), ReviewQueue.PlaceOf(found.Second)];

    /// <returns><c>null</c> for what was reviewed or has gone meanwhile.</returns>
    private static ReviewItem? ToItem(ReviewPlace place, Dictionary<(long Article, int Number), FactHit> facts)
    {
        if (!facts.TryGetValue((place.Article, place.Number), out var fact) || fact.Review is not null)
        {
            return null;
        }

        if (place.Contradiction is not { } found)
        {
            return new ReviewItem(FactItem.Of(fact, []), ConfidenceReason, place.Gain, null, null, null);
        }

        var (first, second) = (ReviewQueue.PlaceOf(found.First), ReviewQueue.PlaceOf(found.Second));
        return facts.TryGetValue(first == (place.Article, place.Number) ? second : first, out var other)
            ? new ReviewItem(FactItem.Of(fact, []), ContradictionReason, place.Gain, found.Class, Detail(found), FactItem.Of(other, []))
            : null;
    }

    private static ContradictionPlace PlaceOf(Contradiction found, int index)
    {
        var places = Places(found);
        return new ContradictionPlace(places[0].Article, places[0].Number, places[1].Article, places[1].Number, found.Class, index);
    }

    private static string? Detail(Contradiction found) => found.Detail.Length > 0 ? found.Detail : null;

    /// <param name="Index">Of the one that follows.</param>
    private sealed record ContradictionPlace(long First, int FirstNumber, long Second, int SecondNumber, ContradictionClass Class, int Index)
    {
        public bool IsSame(ContradictionPlace other) => this == other with { Index = Index };
    }
}

/// <summary>A fact that waits for a person, and why.</summary>
/// <param name="Gain">(1 − confidence) × reuse.</param>
/// <param name="Other">The figure that it contradicts.</param>
internal sealed record ReviewItem(FactItem Fact, string Reason, double Gain, ContradictionClass? Class, string? Detail, FactItem? Other);

/// <summary>Two figures that differ.</summary>
internal sealed record ContradictionItem(ContradictionClass Class, string? Detail, FactItem First, FactItem Second);
