using System.Collections.Immutable;
using NewsExtract.Linking;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Batch.Steps;

/// <summary>What linking reads and makes, as the store keeps it.</summary>
internal static class LinkRecords
{
    private const string Position = "position";
    private const string Appointment = "appointment";
    private const string Credit = "credit";

    /// <summary>Of the facts that linking needs.</summary>
    public static readonly string[] FactTypes = [Position, Appointment, Credit];

    public static LinkArticle ToArticle(StoredArticle article) => new(article.Id, article.Document, article.Date, article.Source, article.Dateline)
    {
        Names = [.. article.Entities.Select(ToName)],
        Posts = [.. article.Facts.Where(static fact => fact.Type != Credit).Select(ToPost).OfType<ArticlePost>()],
        Credited = [.. article.Facts.Where(static fact => fact.Type == Credit).Select(static fact => Find(fact, "person")?.Entity).OfType<int>()],
        Home = article.Home is { } home ? ToHome(home) : null,
    };

    public static ArticleName ToName(StoredEntity entity) => new(entity.Number, TypeOf(entity.Type), entity.Name, entity.Aliases);

    public static LinkHome ToHome(StoredHome home) => new(home.Province, home.City, home.County, home.Confidence, home.Paper);

    public static Dictionary<long, StoredHome> ToHomes(IEnumerable<LinkArticle> articles) =>
        articles.ToDictionary(static article => article.Id, static article => new StoredHome(article.Home!.Province, article.Home.City, article.Home.County, article.Home.Confidence, article.Home.Paper));

    public static LinkDecision ToDecision(EntityDecision decision) =>
        new(decision.Id, decision.Kind == EntityDecisionKind.Merge ? LinkDecisionKind.Merge : LinkDecisionKind.Split, ToAnchors(decision.First), ToAnchors(decision.Second));

    public static EntityEntry ToEntry(LinkedEntity entity) => new(
        entity.Id,
        entity.Type.Label(),
        entity.Name,
        [.. entity.Members.Select(static member => new MemberEntry(member.Article, member.Number, member.Link?.Reason, member.Link?.Confidence, member.Link?.Article, member.Link?.Number))])
    {
        Keys = [.. entity.Keys.Select(static key => new KeyEntry(key.Text, key.Brand))],
        Bodies = entity.Bodies,
    };

    private static ArticlePost? ToPost(StoredFact fact) => Find(fact, "person")?.Entity is { } person && Find(fact, "title")?.Text is { } title
        ? new ArticlePost(person, title, Find(fact, "organization")?.Entity)
        : null;

    private static StoredArgument? Find(StoredFact fact, string role) => fact.Arguments.FirstOrDefault(argument => argument.Role == role);

    private static ImmutableArray<EntityAnchor> ToAnchors(ImmutableArray<StoredAnchor> anchors) =>
        [.. anchors.Select(static anchor => new EntityAnchor(anchor.Article, TypeOf(anchor.Type), anchor.Name))];

    private static EntityType TypeOf(string label) =>
        EntityTypes.TryParse(label, out var type) ? type : throw new InvalidDataException($"the store has an entity of type {label}, which this program does not know");
}
