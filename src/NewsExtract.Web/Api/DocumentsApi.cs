using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Hosting;
using NewsExtract.Web.Uploads;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /articles/{id}</c>, <c>/documents</c>, <c>/documents/{sha256}</c>.</summary>
internal static class DocumentsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/articles/{id}", FindArticle).WithName("FindArticle").WithSummary("An article: its record with the corrections of people, where it stands, and what is linked with it.");
        api.MapGet("/documents", FindDocuments).WithName("FindDocuments").WithSummary("Documents by name.").Takes(QueryParameters.Parts);
        api.MapGet("/documents/{sha256}", FindDocument).WithName("FindDocument").WithSummary("A document with its pages, articles and what went wrong in it.");
    }

    private static Ok<ArticleDetails> FindArticle(string id, NewsStore store, SourceFiles files)
    {
        var article = FilterParameters.Id(id);
        if (store.FindContext(article) is not { } context || store.FindRecord(article) is not { } record || store.FindDocumentHit(context.Place.Sha256) is not { } document)
        {
            throw ApiException.NotFound($"there is no article {id} — it may have another id since its bulletin was extracted again; search for it");
        }

        var at = document.Articles.IndexOf(document.Articles.First(place => place.Id == article));
        return TypedResults.Ok(new ArticleDetails(
            id,
            DocumentItem.Of(document, files),
            JsonElement.Parse(RecordJson.Serialize(record)),
            context.Entities.ToImmutableSortedDictionary(static pair => string.Create(CultureInfo.InvariantCulture, $"e{pair.Key + 1}"), static pair => pair.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
            IdAt(document, at - 1),
            IdAt(document, at + 1),
            [.. context.Reprints.Select(PlaceItem.Of)]));
    }

    private static Ok<Part<DocumentItem>> FindDocuments(HttpRequest request, NewsStore store, SourceFiles files)
    {
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<DocumentPlace>(request);
        var found = store.FindDocuments(limit + 1, after is null ? null : (after.Name, after.Sha256));
        var shown = found.Take(limit).ToList();
        var next = found.Count > limit ? new DocumentPlace(shown[^1].Name, shown[^1].Sha256) : null;
        return TypedResults.Ok(new Part<DocumentItem>([.. shown.Select(document => DocumentItem.Of(document, files))], Cursor.Write(request, next)));
    }

    private static Ok<DocumentItem> FindDocument(string sha256, NewsStore store, SourceFiles files) => store.FindDocumentHit(sha256) is { } document
        ? TypedResults.Ok(DocumentItem.Of(document, files) with { Articles = [.. document.Articles.Select(PlaceItem.Of)], Diagnostics = [.. document.Diagnostics.Select(DiagnosticItem.Of)] })
        : throw ApiException.NotFound("there is no document with this hash — /api/v1/documents lists all");

    private static string? IdAt(DocumentHit document, int place) =>
        place >= 0 && place < document.Articles.Length ? document.Articles[place].Id.ToString(CultureInfo.InvariantCulture) : null;

    private sealed record DocumentPlace(string Name, string Sha256);
}

/// <summary>An article as its page shows it.</summary>
/// <param name="Record">As docs/record.schema.json has it.</param>
/// <param name="Entities">The linked entity of the record's entities.</param>
/// <param name="Previous">The article before it in the file.</param>
internal sealed record ArticleDetails(string Id, DocumentItem Document, JsonElement Record, ImmutableSortedDictionary<string, string> Entities, string? Previous, string? Next, ImmutableArray<PlaceItem> Reprints);
