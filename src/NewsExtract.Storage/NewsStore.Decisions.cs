using System.Globalization;
using Dapper;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Storage;

/// <content>What people decide of entities.</content>
public sealed partial class NewsStore
{
    /// <summary>That name what belongs to an entity.</summary>
    private const string DecisionsOfEntity = """
        id IN (SELECT a.decision FROM entity_anchors a JOIN article_entities e ON e.article = a.article AND e.type = a.type AND e.name = a.name
            JOIN entity_members m ON m.article = e.article AND m.number = e.number WHERE m.entity = @entity)
        """;

    /// <summary>All decisions by number, those that were taken back too.</summary>
    public IReadOnlyList<EntityDecision> FindDecisions() => ReadDecisions("ORDER BY id", null);

    /// <summary>A part of them, the latest first.</summary>
    /// <param name="entity">Only those that name what belongs to it now; <c>null</c> for all.</param>
    /// <param name="after">The number of the last of the part before; <c>null</c> for the first part.</param>
    public IReadOnlyList<EntityDecision> FindDecisions(long? entity, int limit, long? after) =>
        ReadDecisions($"WHERE {(entity is null ? "TRUE" : DecisionsOfEntity)} AND {(after is null ? "TRUE" : "id < @after")} ORDER BY id DESC LIMIT {Limit(limit, 0)}", new { entity, after });

    public long CountDecisions(long? entity) => Run(connection => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM entity_decisions WHERE {(entity is null ? "TRUE" : DecisionsOfEntity)}", new { entity }));

    /// <summary>Makes one of two entities; the next linking follows it.</summary>
    /// <returns>The decision's number.</returns>
    /// <exception cref="StoreException">NX3203: they are one already, or of two types. NX3201: one is none any more.</exception>
    public long Merge(EntityHit first, EntityHit second, string by, string why)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Id == second.Id)
        {
            throw new StoreException("NX3203", $"{first.Name} is one entity already — name two");
        }

        if (first.Type != second.Type)
        {
            throw new StoreException("NX3203", $"{first.Name} is {first.Type} and {second.Name} is {second.Type} — name two of one type");
        }

        // Names may have been linked again since the two were found: then one of them is in the other already, or has another id.
        var (one, two) = (ToAnchors(FindMembers(first.Id)), ToAnchors(FindMembers(second.Id)));
        return one.Length > 0 && two.Length > 0
            ? AddDecision(EntityDecisionKind.Merge, by, why, one, two)
            : throw new StoreException("NX3201", $"{(one.Length == 0 ? first : second).Name} is no entity of its own any more: names were linked again meanwhile — search for its name");
    }

    /// <summary>Takes articles' names out of an entity: together they make another; the next linking follows it.</summary>
    /// <param name="articles">Ids, FILE for all of its articles, or FILE#NUMBER.</param>
    /// <returns>The decision's number.</returns>
    /// <exception cref="StoreException">NX3204: none is named, one names no member, or together they name all.</exception>
    public long Split(EntityHit entity, IReadOnlyCollection<string> articles, string by, string why)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(articles);
        var members = FindMembers(entity.Id);
        if (articles.FirstOrDefault(article => !members.Any(member => Names(article, member))) is { } missing)
        {
            throw new StoreException("NX3204", string.Create(CultureInfo.InvariantCulture, $"{missing}: {entity.Name} has no member there — take articles from the list of its members"));
        }

        var taken = members.Where(member => articles.Any(article => Names(article, member))).ToList();
        if (taken.Count == 0 || taken.Count == members.Count)
        {
            throw new StoreException("NX3204", $"{(taken.Count == 0 ? "none" : "all")} of the articles of {entity.Name} {(taken.Count == 0 ? "is" : "are")} named — name some of them");
        }

        return AddDecision(EntityDecisionKind.Split, by, why, ToAnchors(taken), ToAnchors(members.Except(taken)));
    }

    private IReadOnlyList<EntityDecision> ReadDecisions(string which, object? values) => Run<IReadOnlyList<EntityDecision>>(connection =>
    {
        using var reading = _database.BeginReading(connection);
        return new LinkReader(_database, reading).ReadDecisions(which, values);
    });

    private static StoredAnchor[] ToAnchors(IEnumerable<MemberHit> members) => [.. members.Select(static member => new StoredAnchor(member.Article, member.Type, member.Name))];

    private static bool Names(string article, MemberHit member) =>
        article == member.Source
        || article == string.Create(CultureInfo.InvariantCulture, $"{member.Source}#{member.ArticleNumber + 1}")
        || article == member.Article.ToString(CultureInfo.InvariantCulture);
}
