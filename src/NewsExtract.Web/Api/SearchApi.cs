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
        api.MapGet("/facts", FindFacts).WithName("FindFacts").WithSummary("Facts that meet all conditions, the latest first.").Produces<Part<FactItem>>().Takes(QueryParameters.Filter, QueryParameters.Parts);
        api.MapGet("/articles", FindArticles).WithName("FindArticles").WithSummary("Articles that meet all conditions, the latest first.").Produces<Part<ArticleItem>>().Takes(QueryParameters.Filter, QueryParameters.Parts);
    }

    private static Ok<Part<FactItem>> FindFacts(HttpRequest request, NewsStore store, FactTypes types, AnswerCache answers)
    {
        var filter = FilterParameters.Read(request.Query, types);
        var after = Cursor.Read<PlaceInOrder>(request);
        var page = store.FindFacts(filter, DateOrder.Latest, FilterParameters.Limit(request.Query), after);
        return TypedResults.Ok(new Part<FactItem>([.. page.Items.Select(fact => FactItem.Of(fact, store.FindWords(fact.Evidence, filter)))], Cursor.Write(request, page.Next), after is null ? Count(request, answers, () => store.CountFacts(filter)) : null));
    }

    private static Ok<Part<ArticleItem>> FindArticles(HttpRequest request, NewsStore store, FactTypes types, AnswerCache answers)
    {
        var filter = FilterParameters.Read(request.Query, types);
        var after = Cursor.Read<PlaceInOrder>(request);
        var page = store.FindArticles(filter, FilterParameters.Limit(request.Query), after);
        return TypedResults.Ok(new Part<ArticleItem>([.. page.Items.Select(ArticleItem.Of)], Cursor.Write(request, page.Next), after is null ? Count(request, answers, () => store.CountArticles(filter)) : null));
    }

    private static long Count(HttpRequest request, AnswerCache answers, Func<long> count) => answers.Find(FilterParameters.Name(request, request.Path), () => new Total(count())).Count;

    private sealed record Total(long Count);
}
