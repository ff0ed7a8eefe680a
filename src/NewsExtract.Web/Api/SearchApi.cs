using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /facts</c> and <c>/articles</c>: what a question finds, part by part.</summary>
internal static class SearchApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/facts", FindFactsAsync).WithName("FindFacts").WithSummary("Facts that meet all conditions, the latest first.").Produces<Part<FactItem>>().Takes(QueryParameters.Filter, QueryParameters.Parts);
        api.MapGet("/articles", FindArticlesAsync).WithName("FindArticles").WithSummary("Articles that meet all conditions, the latest first.").Produces<Part<ArticleItem>>().Takes(QueryParameters.Filter, QueryParameters.Parts);
    }

    private static async Task<Ok<Part<FactItem>>> FindFactsAsync(HttpContext context, NewsStore store, FactTypes types, StandingAnswers answers)
    {
        var request = context.Request;
        var filter = FilterParameters.Read(request.Query, types);
        var after = Cursor.Read<PlaceInOrder>(request);
        var page = store.FindFacts(filter, DateOrder.Latest, FilterParameters.Limit(request.Query), after);
        var total = after is null ? await CountAsync(context, answers, page, () => store.CountFacts(filter)).ConfigureAwait(false) : (long?)null;
        return TypedResults.Ok(new Part<FactItem>([.. page.Items.Select(fact => FactItem.Of(fact, store.FindWords(fact.Evidence, filter)))], Cursor.Write(request, page.Next), total));
    }

    private static async Task<Ok<Part<ArticleItem>>> FindArticlesAsync(HttpContext context, NewsStore store, FactTypes types, StandingAnswers answers)
    {
        var request = context.Request;
        var filter = FilterParameters.Read(request.Query, types);
        var after = Cursor.Read<PlaceInOrder>(request);
        var page = store.FindArticles(filter, FilterParameters.Limit(request.Query), after);
        var total = after is null ? await CountAsync(context, answers, page, () => store.CountArticles(filter)).ConfigureAwait(false) : (long?)null;
        return TypedResults.Ok(new Part<ArticleItem>([.. page.Items.Select(ArticleItem.Of)], Cursor.Write(request, page.Next), total));
    }

    // What is all on one page is counted already.
    private static async Task<long> CountAsync<T>(HttpContext context, StandingAnswers answers, ResultPage<T> page, Func<long> count) =>
        page.Next is null ? page.Items.Length : (await answers.FindAsync(context, FilterParameters.Name(context.Request, context.Request.Path), () => new Total(count())).ConfigureAwait(false)).Count;

    internal sealed record Total(long Count);
}
