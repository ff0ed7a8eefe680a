using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;

namespace NewsExtract.Web.Hosting;

/// <summary><c>/health/live</c>: the program runs; <c>/health/ready</c>: its store answers. For whoever starts and watches it.</summary>
internal static class HealthApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", static () => TypedResults.Ok(new HealthItem("live"))).WithName("IsLive").WithSummary("The server runs.");
        health.MapGet("/ready", IsReady).WithName("IsReady").WithSummary("The store answers; 503 when it does not.");
    }

    // What the store throws becomes a problem with status 503.
    private static Ok<HealthItem> IsReady(NewsStore store)
    {
        store.FindDocuments(1, null);
        return TypedResults.Ok(new HealthItem("ready"));
    }
}

/// <summary>How the server is.</summary>
internal sealed record HealthItem(string Status);
