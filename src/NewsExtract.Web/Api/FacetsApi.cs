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
        api.MapGet("/facets", CountFacets).WithName("CountFacets").WithSummary("How what a question finds is spread over types, entity types, places, years and sources.").Takes(QueryParameters.Filter).Takes(new QueryParameter("of", "facts or articles; facts unless given."));
        api.MapGet("/summary", static (NewsStore store, AnswerCache answers) => TypedResults.Ok(answers.Find("summary", store.Summarize))).WithName("Summarize").WithSummary("How much the store holds.");
    }

    private static Ok<Facets> CountFacets(HttpRequest request, NewsStore store, FactTypes types, AnswerCache answers)
    {
        var filter = FilterParameters.Read(request.Query, types);
        var ofFacts = FilterParameters.OneOf("of", FilterParameters.Text(request.Query, "of") ?? "facts", ["facts", "articles"]) == "facts";
        return TypedResults.Ok(answers.Find(FilterParameters.Name(request, "facets"), () => store.CountFacets(filter, ofFacts)));
    }
}
