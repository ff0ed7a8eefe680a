using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Entities;
using NewsExtract.Web.Hosting;
using NewsExtract.Web.Jobs;

namespace NewsExtract.Web.Api;

/// <summary>What people decide of entities: two are one, or one is two. Names are linked anew in the background.</summary>
internal static class DecisionsApi
{
    private const int LongestReason = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/entities/merge", Merge).WithName("MergeEntities").WithSummary("Makes one of two entities.");
        api.MapPost("/entities/{id}/split", Split).WithName("SplitEntity").WithSummary("Takes articles' names out of an entity; together they make another.");
        api.MapGet("/decisions", Find).WithName("FindDecisions").WithSummary("What people decided of entities, the latest first, what was taken back too.").Takes(QueryParameters.Parts).Takes(new QueryParameter("entity", "The id of an entity: only decisions that name what belongs to it."));
        api.MapPost("/decisions/{id:long}/undo", Undo).WithName("UndoDecision").WithSummary("Takes a decision back.");
    }

    private static Ok<Part<DecisionItem>> Find(HttpRequest request, NewsStore store)
    {
        long? entity = FilterParameters.Text(request.Query, "entity") is { } id ? EntitiesApi.Get(store, id).Id : null;
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<DecisionPlace>(request);
        var found = store.FindDecisions(entity, limit + 1, after?.Id);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Part<DecisionItem>([.. shown.Select(DecisionItem.Of)], Cursor.Write(request, found.Count > limit ? new DecisionPlace(shown[^1].Id) : null), after is null ? store.CountDecisions(entity) : null));
    }

    private static Accepted<DecisionMade> Merge(MergeWanted wanted, HttpContext context, NewsStore store, IJobs jobs)
    {
        var (first, second) = (EntitiesApi.Get(store, wanted.First ?? ""), EntitiesApi.Get(store, wanted.Second ?? ""));
        return Link(jobs, store.Merge(first, second, Who.Of(context, wanted.By), Reason(wanted.Why)));
    }

    private static Accepted<DecisionMade> Split(string id, SplitWanted wanted, HttpContext context, NewsStore store, IJobs jobs)
    {
        var entity = EntitiesApi.Get(store, id);
        var articles = (wanted.Articles.IsDefault ? [] : wanted.Articles).Select(static article => FilterParameters.Id(article ?? "").ToString(CultureInfo.InvariantCulture)).ToList();
        return Link(jobs, store.Split(entity, articles, Who.Of(context, wanted.By), Reason(wanted.Why)));
    }

    private static Accepted<DecisionMade> Undo(long id, DecisionUndone? undone, HttpContext context, NewsStore store, IJobs jobs) => store.UndoDecision(id, Who.Of(context, undone?.By))
        ? Link(jobs, id)
        : throw new ApiException(StatusCodes.Status404NotFound, "NX3205", string.Create(CultureInfo.InvariantCulture, $"decision {id}: there is none that holds — /api/v1/decisions lists all"));

    private static string Reason(string? why) => string.IsNullOrWhiteSpace(why) || why.Length > LongestReason || why.Any(FilterParameters.IsNoText)
        ? throw ApiException.BadValue($"why must say the reason, in at most {LongestReason} characters: others look at the decision later")
        : why.Trim();

    private static Accepted<DecisionMade> Link(IJobs jobs, long decision)
    {
        var job = jobs.EnqueueLink(string.Create(CultureInfo.InvariantCulture, $"decision {decision}"));
        return TypedResults.Accepted($"/api/v1/jobs/{job}", new DecisionMade(decision, job));
    }

    private sealed record DecisionPlace(long Id);
}

/// <summary>Two entities that are one.</summary>
internal sealed record MergeWanted(string? First, string? Second, string? Why, string? By);

/// <summary>Articles whose name is of another thing.</summary>
internal sealed record SplitWanted(ImmutableArray<string> Articles, string? Why, string? By);

/// <summary>Who takes it back.</summary>
internal sealed record DecisionUndone(string? By);

/// <summary>A decision, and the job that links names by it.</summary>
internal sealed record DecisionMade(long Decision, string Job);

/// <summary>A decision with who made it and when.</summary>
internal sealed record DecisionItem(long Id, EntityDecisionKind Kind, string By, string Made, string Why, string? UndoneBy, string? Undone, ImmutableArray<AnchorItem> First, ImmutableArray<AnchorItem> Second)
{
    public static DecisionItem Of(EntityDecision decision) => new(
        decision.Id, decision.Kind, decision.By, decision.Made, decision.Why, decision.UndoneBy, decision.Undone, [.. decision.First.Select(AnchorItem.Of)], [.. decision.Second.Select(AnchorItem.Of)]);
}

/// <summary>An article's name for an entity.</summary>
internal sealed record AnchorItem(string ArticleId, string Type, string Name)
{
    public static AnchorItem Of(StoredAnchor anchor) => new(anchor.Article.ToString(CultureInfo.InvariantCulture), anchor.Type, anchor.Name);
}
