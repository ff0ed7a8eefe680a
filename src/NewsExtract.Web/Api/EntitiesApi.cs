using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using NewsExtract.Storage;
using NewsExtract.Storage.Entities;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Api;

/// <summary><c>GET /entities</c>, <c>/entities/{id}</c> and its members.</summary>
internal static class EntitiesApi
{
    private const int CompanionsShown = 20;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/entities", FindEntities).WithName("FindEntities").WithSummary("Entities across issues, those that most articles name first.").Takes(QueryParameters.Parts).Takes(new QueryParameter("q", "A part of a name."), new QueryParameter("type", "PER, ORG, …"));
        api.MapGet("/entities/{id}", FindEntity).WithName("FindEntity").WithSummary("An entity: its names, a person's posts over time, and what the same articles name.").Takes(new QueryParameter("latest", "How many of its articles, the latest, are looked at for what they name beside it; all unless given.", JsonSchemaType.Integer));
        api.MapGet("/entities/{id}/members", FindMembers).WithName("FindMembers").WithSummary("The articles' names that were linked to one entity, and why.").Takes(QueryParameters.Parts);
    }

    /// <exception cref="ApiException">NX4004: there is none.</exception>
    public static EntityHit Get(NewsStore store, string id)
    {
        return store.FindEntity(FilterParameters.Id(id)) ?? throw ApiException.NotFound($"there is no entity {id} — what it was made of may be gone; search for its name");
    }

    private static Ok<Part<EntityItem>> FindEntities(HttpRequest request, NewsStore store)
    {
        var word = FilterParameters.Text(request.Query, "q");
        var type = FilterParameters.EntityTypeOf(request.Query, "type");
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<EntityHit>(request);
        var found = store.FindEntities(word, type, limit + 1, after);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Part<EntityItem>([.. shown.Select(EntityItem.Of)], Cursor.Write(request, found.Count > limit ? shown[^1] : null), after is null ? store.CountEntities(word, type) : null));
    }

    private static Ok<EntityDetails> FindEntity(string id, HttpRequest request, NewsStore store)
    {
        var latest = FilterParameters.Number(request.Query, "latest", unlessGiven: int.MaxValue, most: int.MaxValue);
        var entity = Get(store, id);
        return TypedResults.Ok(new EntityDetails(
            EntityItem.IdOf(entity), entity.Type, entity.Name, entity.Members, entity.First, entity.Last,
            [.. store.FindEntityNames(entity.Id)],
            [.. store.FindOffices(entity.Id).Select(static office => new OfficeItem(office.Title, office.Organization, office.Mentions, OfficePlace.Of(office.First), OfficePlace.Of(office.Last)))],
            [.. store.FindCompanions(entity.Id, CompanionsShown, latest).Select(static companion => new CompanionItem(EntityItem.Of(companion.Entity), companion.Articles))]));
    }

    private static Ok<Part<MemberItem>> FindMembers(string id, HttpRequest request, NewsStore store)
    {
        var entity = Get(store, id);
        var limit = FilterParameters.Limit(request.Query);
        var after = Cursor.Read<MemberPlace>(request);
        var found = store.FindMembers(entity.Id, limit + 1, after);
        var shown = found.Take(limit).ToList();
        return TypedResults.Ok(new Part<MemberItem>([.. shown.Select(MemberItem.Of)], Cursor.Write(request, found.Count > limit ? shown[^1].Place : null), after is null ? entity.Members : null));
    }
}

/// <summary>An entity with how often and when articles name it.</summary>
/// <param name="Members">Articles' entities that were linked to it.</param>
internal sealed record EntityItem(string Id, string Type, string Name, long Members, string? First, string? Last)
{
    public static EntityItem Of(EntityHit entity) => new(IdOf(entity), entity.Type, entity.Name, entity.Members, entity.First, entity.Last);

    public static string IdOf(EntityHit entity) => entity.Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An entity as its page shows it.</summary>
/// <param name="Together">What the same articles name.</param>
internal sealed record EntityDetails(string Id, string Type, string Name, long Members, string? First, string? Last, ImmutableArray<string> Names, ImmutableArray<OfficeItem> Offices, ImmutableArray<CompanionItem> Together);

/// <summary>A post, from the first to the last fact that tells of it.</summary>
internal sealed record OfficeItem(string Title, string? Organization, int Mentions, OfficePlace First, OfficePlace Last);

/// <summary>Where a post is told of.</summary>
internal sealed record OfficePlace(string? Date, string Source, int Article, string ArticleId, string FactId, string Evidence)
{
    public static OfficePlace Of(OfficeMention mention) => new(
        mention.Date, mention.Source, mention.ArticleNumber, mention.Article.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{mention.Article}/f{mention.Fact + 1}"), mention.Evidence);
}

/// <summary>What articles name beside an entity.</summary>
internal sealed record CompanionItem(EntityItem Entity, long Articles);

/// <summary>An article's name for an entity.</summary>
/// <param name="Number">0-based, of the article's entities.</param>
/// <param name="Partner">The name to which it was linked.</param>
internal sealed record MemberItem(string ArticleId, int Number, string Type, string Name, ImmutableArray<string> Aliases, string Source, int Article, string? Headline, string? Date, string? Reason, double? Confidence, string? Partner)
{
    public static MemberItem Of(MemberHit member) => new(
        member.Article.ToString(CultureInfo.InvariantCulture), member.Number, member.Type, member.Name, member.Aliases, member.Source, member.ArticleNumber, member.Headline, member.Date, member.Reason, member.Confidence, member.Partner);
}
