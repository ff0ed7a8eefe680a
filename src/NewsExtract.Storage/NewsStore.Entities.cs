using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>Entities across articles: linking, and what people decide.</content>
public sealed partial class NewsStore
{
    /// <summary>So many are compared by how often they are named, where as many articles name each.</summary>
    private const int MostCompanions = 200;

    /// <summary>
    /// Links what the articles name, unless nothing has changed since it was last done: <paramref name="link"/> reads what it needs of the store as it
    /// stands at one moment, and what it makes of it takes the place of what was there. If another linking comes first, it is asked again.
    /// </summary>
    /// <param name="version">Of the rules of <paramref name="link"/>.</param>
    /// <param name="factTypes">Of the facts that it needs.</param>
    /// <param name="link">Gives every entity of every article that it reads to one entity.</param>
    /// <returns><c>null</c> when nothing has changed.</returns>
    /// <exception cref="StoreException">NX3003 to NX3005.</exception>
    public LinkSummary? LinkEntities(string version, string[] factTypes, Func<LinkReading, EntityLinks> link)
    {
        ArgumentNullException.ThrowIfNull(factTypes);
        ArgumentNullException.ThrowIfNull(link);
        return RunUnhurried(connection =>
        {
            while (true)
            {
                LinkReading reading;
                EntityLinks links;
                using (var transaction = _database.BeginReading(connection))
                {
                    reading = new LinkReading(_database, transaction, version, factTypes);
                    if (!reading.HasChanges)
                    {
                        return null;
                    }

                    links = link(reading);
                }

                using var writing = _database.BeginWriting(connection, Database.WholeStore);
                if (LinkState.Read(writing).Turn == reading.Last.Turn)
                {
                    var summary = new LinkWriter(_database, writing, reading).Write(links);
                    writing.Commit();
                    return summary;
                }
            }
        });
    }

    /// <summary>Keeps a decision; the next linking follows it.</summary>
    /// <param name="by">Who decides.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="StoreException">NX3003 to NX3005.</exception>
    public long AddDecision(EntityDecisionKind kind, string by, string why, IReadOnlyCollection<StoredAnchor> first, IReadOnlyCollection<StoredAnchor> second)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentNullException.ThrowIfNull(why);
        ArgumentOutOfRangeException.ThrowIfZero(first?.Count ?? 0, nameof(first));
        ArgumentOutOfRangeException.ThrowIfZero(second?.Count ?? 0, nameof(second));
        long id = 0;
        Write(Database.WholeStore, transaction =>
        {
            var connection = transaction.Connection!;
            id = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM entity_decisions", transaction: transaction);
            connection.Execute(
                "INSERT INTO entity_decisions (id, kind, made_by, made, why) VALUES (@id, @kind, @by, @made, @why)",
                new { id, kind = kind.ToString().ToLowerInvariant(), by, made = Now(), why },
                transaction);
            foreach (var (side, anchors) in ((long, IReadOnlyCollection<StoredAnchor>)[])[(1, first!), (2, second!)])
            {
                _database.Insert(transaction, Writing.StoreTables.EntityAnchors, [.. anchors.Distinct().Select(anchor => new object?[] { id, side, anchor.Article, anchor.Type, anchor.Name })]);
            }
        });
        return id;
    }

    /// <summary>Takes a decision back; it stays on record.</summary>
    /// <returns>Whether there was one that held.</returns>
    /// <exception cref="StoreException">NX3003 to NX3005.</exception>
    public bool UndoDecision(long id, string by)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var changed = 0;
        Write(Database.WholeStore, transaction => changed = transaction.Connection!.Execute(
            "UPDATE entity_decisions SET undone = @undone, undone_by = @by WHERE id = @id AND undone IS NULL",
            new { id, by, undone = Now() },
            transaction));
        return changed > 0;
    }

    /// <summary>Entities by how many articles name them, the most first.</summary>
    /// <param name="word">A part of one of its names; <c>null</c> for all.</param>
    /// <param name="type">PER, ORG …; <c>null</c> for all.</param>
    public IReadOnlyList<EntityHit> FindEntities(string? word, string? type, int limit = int.MaxValue) => Run<IReadOnlyList<EntityHit>>(connection => [.. connection.Query<EntityHit>(
        $"SELECT e.id AS Id, e.type AS Type, e.name AS Name, e.members AS Members, e.first_date AS First, e.last_date AS Last {EntitySql.Where(word, type)} ORDER BY e.members DESC, {_database.OrderOf("e.name")}, e.id LIMIT {Limit(limit, 0)}",
        EntitySql.Values(word, type))]);

    public long CountEntities(string? word, string? type) => Run(connection => connection.ExecuteScalar<long>($"SELECT COUNT(*) {EntitySql.Where(word, type)}", EntitySql.Values(word, type)));

    /// <summary>The entities that some article calls so, or the one that has that id or had it.</summary>
    public IReadOnlyList<EntityHit> FindEntities(string nameOrId)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrId);
        var id = long.TryParse(nameOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return Run<IReadOnlyList<EntityHit>>(connection => [.. connection.Query<EntityHit>(
            $"SELECT id AS Id, type AS Type, name AS Name, members AS Members, first_date AS First, last_date AS Last FROM entities WHERE id = {EntityMoves.Resolve} OR id IN (SELECT entity FROM entity_names WHERE name = @nameOrId) ORDER BY members DESC, id",
            new { entity = id, nameOrId })]);
    }

    /// <summary>The entity of an id, or the one that has its first member since names were linked again.</summary>
    /// <returns><c>null</c> when there is none.</returns>
    public EntityHit? FindEntity(long id) => Run(connection => connection.QuerySingleOrDefault<EntityHit>(
        $"SELECT id AS Id, type AS Type, name AS Name, members AS Members, first_date AS First, last_date AS Last FROM entities WHERE id = {EntityMoves.Resolve}",
        new { entity = id }));

    /// <summary>All names by their characters.</summary>
    public IReadOnlyList<string> FindEntityNames(long entity) => Run<IReadOnlyList<string>>(connection =>
        [.. connection.Query<string>($"SELECT name FROM entity_names WHERE entity = @entity ORDER BY {_database.OrderOf("name")}", new { entity })]);

    /// <summary>Which entity the members of linked ones are of, where there is more than one: by article the entity's number in its record (of e3 it is 2), in order, and what it is linked to.</summary>
    public ILookup<long, (int Number, long Entity)> ReadLinkedEntities() => Run(connection => connection.Query<(long Article, long Number, long Entity)>(
        "SELECT m.article, m.number, m.entity FROM entity_members m JOIN entities e ON e.id = m.entity WHERE e.members > 1 ORDER BY m.article, m.number")
        .ToLookup(static row => row.Article, static row => ((int)row.Number, row.Entity)));

    /// <summary>The articles' entities that belong to an entity, in their order.</summary>
    public IReadOnlyList<MemberHit> FindMembers(long entity) => Run<IReadOnlyList<MemberHit>>(connection =>
        [.. connection.Query<MemberRow>($"{MemberRow.Select} ORDER BY m.place", new { entity }).Select(static row => row.ToHit())]);

    /// <summary>A part of them.</summary>
    /// <param name="after">The last of the part before; <c>null</c> for the first part. Where it has left the entity, the part begins at its place.</param>
    public IReadOnlyList<MemberHit> FindMembers(long entity, int limit, MemberPlace? after)
    {
        var follows = after is null ? "" : "AND m.place > COALESCE((SELECT o.place FROM entity_members o WHERE o.entity = @entity AND o.article = @article AND o.number = @number), @place - 1)";
        return Run<IReadOnlyList<MemberHit>>(connection => [.. connection
            .Query<MemberRow>($"{MemberRow.Select} {follows} ORDER BY m.place LIMIT {Limit(limit, 0)}", new { entity, article = after?.Article, number = after?.Number, place = after?.Place })
            .Select(static row => row.ToHit())]);
    }

    /// <summary>The posts that a person is said to have or be given, by first mention.</summary>
    public IReadOnlyList<OfficeHit> FindOffices(long entity) => Run<IReadOnlyList<OfficeHit>>(connection =>
        OfficeRow.Group(connection.Query<OfficeRow>(OfficeRow.Select, new { entity })));

    /// <summary>Entities by how many articles name them, those that follow one.</summary>
    /// <param name="after">The last of the part before; <c>null</c> for the first part.</param>
    public IReadOnlyList<EntityHit> FindEntities(string? word, string? type, int limit, EntityHit? after)
    {
        var name = _database.OrderOf("e.name");
        var where = EntitySql.Where(word, type);
        var follows = after is null ? "" : $"{(where.Contains(" WHERE ", StringComparison.Ordinal) ? "AND" : "WHERE")} e.members <= @members AND (e.members < @members OR (e.members = @members AND ({name} > @name OR ({name} = @name AND e.id > @id))))";
        return Run<IReadOnlyList<EntityHit>>(connection => [.. connection.Query<EntityHit>(
            $"SELECT e.id AS Id, e.type AS Type, e.name AS Name, e.members AS Members, e.first_date AS First, e.last_date AS Last {where} {follows} ORDER BY e.members DESC, {name}, e.id LIMIT {Limit(limit, 0)}",
            new { word = word is null ? null : FilterSql.Part(word), type, members = after?.Members, name = after?.Name, id = after?.Id })]);
    }

    /// <summary>Entities that the same articles name, those in most articles first.</summary>
    /// <param name="latest">How many of the articles' names for the entity are looked at, the latest: what is named everywhere would take too long.</param>
    public IReadOnlyList<CompanionHit> FindCompanions(long entity, int limit, int latest = int.MaxValue) => Run<IReadOnlyList<CompanionHit>>(connection => [.. connection
        .Query<EntityHit, long, CompanionHit>(
            $"""
            SELECT e.id AS Id, e.type AS Type, e.name AS Name, e.members AS Members, e.first_date AS First, e.last_date AS Last, q.articles AS Articles
            FROM (SELECT o.entity, COUNT(DISTINCT o.article) AS articles
                    FROM (SELECT m.article FROM entity_members m WHERE m.entity = @entity ORDER BY m.place DESC LIMIT {Limit(latest, 0)}) n JOIN entity_members o ON o.article = n.article
                    WHERE o.entity <> @entity GROUP BY o.entity ORDER BY COUNT(DISTINCT o.article) DESC, o.entity LIMIT {Limit(Math.Max(limit, MostCompanions), 0)}) q
                JOIN entities e ON e.id = q.entity
            ORDER BY q.articles DESC, e.members DESC, e.id LIMIT {Limit(limit, 0)}
            """,
            static (other, articles) => new CompanionHit(other, articles),
            new { entity },
            splitOn: "Articles")]);
}
