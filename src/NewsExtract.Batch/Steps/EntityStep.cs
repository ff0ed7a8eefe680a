using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Linking;
using NewsExtract.Storage;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Batch.Steps;

/// <summary>Links what the articles of all issues name: <see cref="EntityLinker"/> over a store.</summary>
public sealed class EntityStep : IStoreStep
{
    private const string Position = "position";
    private const string Appointment = "appointment";
    private const string Credit = "credit";

    public string? Run(NewsStore store, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var summary = store.LinkEntities(
            EntityLinker.Version,
            [Position, Appointment, Credit],
            (articles, decisions) => [.. EntityLinker.Link(articles.Select(ToArticle), [.. decisions.Select(ToDecision)], cancellation).Select(ToEntry)]);
        return summary is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"linked {summary.Linked:N0} of {summary.Names:N0} names with those of other articles: {summary.Entities:N0} entities");
    }

    private static LinkArticle ToArticle(StoredArticle article) => new(article.Id, article.Document, article.Date, article.Source, article.Dateline)
    {
        Names = [.. article.Entities.Select(static entity => new ArticleName(entity.Number, TypeOf(entity.Type), entity.Name, entity.Aliases))],
        Posts = [.. article.Facts.Where(static fact => fact.Type != Credit).Select(ToPost).OfType<ArticlePost>()],
        Credited = [.. article.Facts.Where(static fact => fact.Type == Credit).Select(static fact => Find(fact, "person")?.Entity).OfType<int>()],
    };

    private static ArticlePost? ToPost(StoredFact fact) => Find(fact, "person")?.Entity is { } person && Find(fact, "title")?.Text is { } title
        ? new ArticlePost(person, title, Find(fact, "organization")?.Entity)
        : null;

    private static StoredArgument? Find(StoredFact fact, string role) => fact.Arguments.FirstOrDefault(argument => argument.Role == role);

    private static LinkDecision ToDecision(EntityDecision decision) =>
        new(decision.Id, decision.Kind == EntityDecisionKind.Merge ? LinkDecisionKind.Merge : LinkDecisionKind.Split, ToAnchors(decision.First), ToAnchors(decision.Second));

    private static ImmutableArray<EntityAnchor> ToAnchors(ImmutableArray<StoredAnchor> anchors) =>
        [.. anchors.Select(static anchor => new EntityAnchor(anchor.Article, TypeOf(anchor.Type), anchor.Name))];

    private static EntityEntry ToEntry(LinkedEntity entity) => new(
        entity.Id,
        entity.Type.Label(),
        entity.Name,
        [.. entity.Members.Select(static member => new MemberEntry(member.Article, member.Number, member.Link?.Reason, member.Link?.Confidence, member.Link?.Article, member.Link?.Number))]);

    private static EntityType TypeOf(string label) =>
        EntityTypes.TryParse(label, out var type) ? type : throw new InvalidDataException($"the store has an entity of type {label}, which this program does not know");
}
