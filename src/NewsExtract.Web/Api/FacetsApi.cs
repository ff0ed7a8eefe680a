using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /facets</c> and <c>/summary</c>: how what is found is spread, and what the store holds.</summary>
internal static class FacetsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/facets", CountFacetsAsync).WithName("CountFacets").WithSummary("How what a question finds is spread over types, entity types, places, years and sources.").Takes(QueryParameters.Filter).Takes(new QueryParameter("of", "facts or articles; facts unless given."));
        api.MapGet("/summary", static async (HttpContext context, NewsStore store, StandingAnswers answers) => TypedResults.Ok(await answers.FindAsync(context, "summary", store.Summarize).ConfigureAwait(false))).WithName("Summarize").WithSummary("How much the store holds.");
    }

    private static async Task<Ok<Facets>> CountFacetsAsync(HttpContext context, NewsStore store, FactTypes types, StandingAnswers answers)
    {
        var request = context.Request;
        var filter = FilterParameters.Read(request.Query, types);
        var ofFacts = FilterParameters.OneOf("of", FilterParameters.Text(request.Query, "of") ?? "facts", ["facts", "articles"]) == "facts";
        return TypedResults.Ok(await answers.FindAsync(context, FilterParameters.Name(request, "facets"), () => store.CountFacets(filter, ofFacts)).ConfigureAwait(false));
    }
}
