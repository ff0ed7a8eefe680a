using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Linking.Contradictions;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /review</c>: what is best looked at next; <c>GET /contradictions</c>: figures of one thing that differ.</summary>
internal static class ReviewApi
{
    private const string ContradictionReason = "contradiction";
    private const string ConfidenceReason = "low-confidence";

    // Words in the text explain the others.
    private static readonly ContradictionClass[] s_unexplained = [ContradictionClass.Conflict, ContradictionClass.Part, ContradictionClass.Sum];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/review", FindReviewAsync).WithName("FindReview").WithSummary("Facts that nobody looked at: contradictions first, then by what is gained.");
        api.MapGet("/contradictions", FindContradictionsAsync).WithName("FindContradictions").WithSummary("Figures of one thing that differ, with both places; as of the time in X-As-Of.");
    }

    private static async Task<Ok<Part<ReviewItem>>> FindReviewAsync(HttpRequest request, NewsStore store, ReviewQueue queue)
    {
        var limit = FilterParameters.Limit(request.Query, unlessGiven: 20);
        var reason = FilterParameters.Text(request.Query, "reason") is { } text ? FilterParameters.OneOf("reason", text, [ContradictionReason, ConfidenceReason]) : null;
        var after = Cursor.Read<ReviewCursor>(request);
        var (contradictions, facts) = await queue.FindAsync().ConfigureAwait(false);
        var unexplained = reason == ConfidenceReason ? [] : contradictions.Where(static found => s_unexplained.Contains(found.Class)).ToList();
        var places = reason == ContradictionReason ? [] : facts;

        var items = new List<ReviewItem>();
        var first = after is { InFacts: false } ? after.Index + 1 : after is null ? 0 : unexplained.Count;
        var last = after;
        for (var i = first; i < unexplained.Count && items.Count < limit; i++)
        {
            last = new ReviewCursor(InFacts: false, i, 0, 0, 0);
            if (Of(store, unexplained[i]) is { } item)
            {
                items.Add(item);
            }
        }

        var told = new HashSet<string>(items.Select(static item => item.Fact.Id), StringComparer.Ordinal);
        var rest = places.AsEnumerable();
        if (after is { InFacts: true })
        {
            rest = rest.SkipWhile(place => !Follows(place, after));
        }

        // Some of them may have been reviewed a moment ago.
        foreach (var some in rest.Chunk(limit + 20))
        {
            if (items.Count >= limit)
            {
                break;
            }

            var open = store.FindFacts([.. some.Select(static place => (place.Article, place.Number))]).Where(static fact => fact.Review is null).ToDictionary(static fact => (fact.Article, fact.Number));
            foreach (var place in some)
            {
                if (items.Count >= limit)
                {
                    break;
                }

                last = new ReviewCursor(InFacts: true, 0, place.Gain, place.Article, place.Number);
                if (open.TryGetValue((place.Article, place.Number), out var fact) && told.Add(fact.Id))
                {
                    items.Add(new ReviewItem(FactItem.Of(fact, []), ConfidenceReason, place.Gain, null, null, null));
                }
            }
        }

        return TypedResults.Ok(new Part<ReviewItem>([.. items], items.Count < limit ? null : Cursor.Write(request, last), after is null ? unexplained.Count + places.Length : null));
    }

    private static async Task<Ok<List<ContradictionItem>>> FindContradictionsAsync(HttpContext context, NewsStore store, ReviewQueue queue)
    {
        var found = await queue.ContradictionsAsync().ConfigureAwait(false);
        context.Response.Headers["X-As-Of"] = found.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return TypedResults.Ok(found.Value
            .Select(contradiction => (contradiction, Facts: store.FindFacts([ReviewQueue.PlaceOf(contradiction.First), ReviewQueue.PlaceOf(contradiction.Second)])))
            .Where(static pair => pair.Facts.Count == 2)
            .Select(static pair => new ContradictionItem(pair.contradiction.Class, Detail(pair.contradiction), FactItem.Of(pair.Facts[0], []), FactItem.Of(pair.Facts[1], [])))
            .ToList());
    }

    private static bool Follows(ReviewPlace place, ReviewCursor after) =>
        place.Gain < after.Gain || (place.Gain.Equals(after.Gain) && (place.Article, place.Number).CompareTo((after.Article, after.Number)) > 0);

    // Of the two the one that nobody looked at, of both the less sure.
    private static ReviewItem? Of(NewsStore store, Contradiction found)
    {
        var facts = store.FindFacts([ReviewQueue.PlaceOf(found.First), ReviewQueue.PlaceOf(found.Second)]);
        if (facts.Count < 2)
        {
            return null;
        }

        var fact = facts.Where(static fact => fact.Review is null).OrderBy(static fact => fact.Confidence ?? 0).FirstOrDefault();
        return fact is null ? null : new ReviewItem(FactItem.Of(fact, []), ContradictionReason, Math.Round(1 - (fact.Confidence ?? 0), 4), found.Class, Detail(found), FactItem.Of(facts[0] == fact ? facts[1] : facts[0], []));
    }

    private static string? Detail(Contradiction found) => found.Detail.Length > 0 ? found.Detail : null;

    private sealed record ReviewCursor(bool InFacts, int Index, double Gain, long Article, int Number);
}

/// <summary>A fact that waits for a person, and why.</summary>
/// <param name="Gain">(1 − confidence) × reuse.</param>
/// <param name="Other">The figure that it contradicts.</param>
internal sealed record ReviewItem(FactItem Fact, string Reason, double Gain, ContradictionClass? Class, string? Detail, FactItem? Other);

/// <summary>Two figures that differ.</summary>
internal sealed record ContradictionItem(ContradictionClass Class, string? Detail, FactItem First, FactItem Second);
