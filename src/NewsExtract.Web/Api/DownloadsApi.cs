using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /facts.csv</c>, <c>/facts.jsonl</c>, <c>/articles.csv</c>, <c>/articles.jsonl</c>: all that a question finds, as <c>newsextract query</c> writes it.</summary>
internal static class DownloadsApi
{
    private const int RowsAtOnce = 1000;
    private const string Csv = "text/csv; charset=utf-8";
    private const string JsonLines = "application/jsonl; charset=utf-8";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/facts.csv", static (HttpRequest request, NewsStore store, FactTypes types) => Send(request.HttpContext, FactLines(store, FilterParameters.Read(request.Query, types), ToCsv), Csv, "facts.csv"))
            .WithName("DownloadFactsCsv").WithSummary("All facts that a question finds, as CSV (RFC 4180, UTF-8 with a mark for Excel).").Produces<string>(contentType: "text/csv").Takes(QueryParameters.Filter);
        api.MapGet("/facts.jsonl", static (HttpRequest request, NewsStore store, FactTypes types) => Send(request.HttpContext, FactLines(store, FilterParameters.Read(request.Query, types), ToJson), JsonLines, "facts.jsonl"))
            .WithName("DownloadFactsJson").WithSummary("All facts that a question finds, as JSON, one a line.").Produces<string>(contentType: "application/jsonl").Takes(QueryParameters.Filter);
        api.MapGet("/articles.csv", static (HttpRequest request, NewsStore store, FactTypes types) => Send(request.HttpContext, ArticleLines(store, FilterParameters.Read(request.Query, types), ToCsv), Csv, "articles.csv"))
            .WithName("DownloadArticlesCsv").WithSummary("All articles that a question finds, as CSV.").Produces<string>(contentType: "text/csv").Takes(QueryParameters.Filter);
        api.MapGet("/articles.jsonl", static (HttpRequest request, NewsStore store, FactTypes types) => Send(request.HttpContext, ArticleLines(store, FilterParameters.Read(request.Query, types), ToJson), JsonLines, "articles.jsonl"))
            .WithName("DownloadArticlesJson").WithSummary("All articles that a question finds, as JSON, one a line.").Produces<string>(contentType: "application/jsonl").Takes(QueryParameters.Filter);
    }

    /// <summary>Sends lines as they are made, until the caller gives up.</summary>
    /// <param name="lines">What can be refused is refused before they are asked for.</param>
    internal static PushStreamHttpResult Send(HttpContext context, IEnumerable<string> lines, string type, string name) => TypedResults.Stream(
        async stream =>
        {
            var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            await using var _ = writer.ConfigureAwait(false);
            foreach (var line in lines)
            {
                await writer.WriteAsync(line.AsMemory(), context.RequestAborted).ConfigureAwait(false);
            }
        },
        type,
        name);

    private static IEnumerable<string> FactLines(NewsStore store, NewsFilter filter, Func<IReadOnlyDictionary<string, object?>, bool, string> write)
    {
        PlaceInOrder? after = null;
        var isFirst = true;
        do
        {
            var part = store.FindFacts(filter, DateOrder.Earliest, RowsAtOnce, after);
            foreach (var fact in part.Items)
            {
                yield return write(QueryRow.Of(fact), isFirst);
                isFirst = false;
            }

            after = part.Next;
        }
        while (after is not null);
    }

    private static IEnumerable<string> ArticleLines(NewsStore store, NewsFilter filter, Func<IReadOnlyDictionary<string, object?>, bool, string> write)
    {
        PlaceInOrder? after = null;
        var isFirst = true;
        do
        {
            var part = store.FindArticles(filter, RowsAtOnce, after);
            foreach (var article in part.Items)
            {
                yield return write(QueryRow.Of(article), isFirst);
                isFirst = false;
            }

            after = part.Next;
        }
        while (after is not null);
    }

    private static string ToCsv(IReadOnlyDictionary<string, object?> row, bool isFirst) => (isFirst ? "\uFEFF" + QueryRow.ToCsv(row.Keys) : "") + QueryRow.ToCsv(row.Values);

    private static string ToJson(IReadOnlyDictionary<string, object?> row, bool isFirst) => QueryRow.ToJson(row) + "\n";
}
