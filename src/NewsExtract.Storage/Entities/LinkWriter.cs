using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Entities;

/// <summary>Puts linked entities in the place of what the store had of them: of all, or of those that were looked at again, of which only what differs is written.</summary>
internal sealed class LinkWriter(Database database, DbTransaction transaction, LinkReading reading)
{
    private readonly DbConnection _connection = transaction.Connection!;

    public LinkSummary Write(EntityLinks links)
    {
        var moves = new EntityMoves(transaction, links);
        if (links.Former is { } former)
        {
            WriteEntities(former, links.Entities);
            WriteParts(former, links.Entities);
        }
        else
        {
            WriteAll(links.Entities);
        }

        WriteHomes(links);
        moves.Write();
        new LinkState(reading.Version, reading.Last.Turn + 1, [.. reading.Decisions.Select(static decision => decision.Id)]).Write(transaction);
        var (names, linked, entities) = _connection.QuerySingle<(long, long, long)>(
            "SELECT COALESCE(SUM(members), 0), COALESCE(SUM(CASE WHEN members > 1 THEN members ELSE 0 END), 0), COUNT(*) FROM entities", transaction: transaction);
        return new LinkSummary(names, linked, entities, reading.Names);
    }

    private void WriteAll(IReadOnlyCollection<EntityEntry> entities)
    {
        foreach (var table in (string[])["entity_names", "entity_keys", "entity_members", "entities", "touched_entities", "article_homes", "linked_documents"])
        {
            _connection.Execute($"DELETE FROM {table}", transaction: transaction);
        }

        database.Insert(transaction, StoreTables.Entities, [.. entities.OrderBy(static entity => entity.Id).Select(entity => EntityRow.Of(entity, reading).Values)]);
        database.Insert(transaction, StoreTables.EntityNames, [.. EntityNameRow.Of(entities, reading).Select(static row => row.Values)]);
        database.Insert(transaction, StoreTables.EntityKeys, [.. EntityKeyRow.Of(entities).Select(static row => row.Values)]);
        database.Insert(transaction, StoreTables.EntityMembers, [.. EntityMemberRow.Of(entities).Select(static row => row.Values)]);
    }

    private void WriteEntities(IReadOnlySet<long> former, IReadOnlyCollection<EntityEntry> entities)
    {
        var present = Ask<EntityRow>(former, $"{EntityRow.Select} WHERE id").ToDictionary(static row => row.Id);
        var rows = entities.Select(entity => EntityRow.Of(entity, reading)).OrderBy(static row => row.Id).ToList();
        database.Insert(transaction, StoreTables.Entities, [.. rows.Where(row => !present.ContainsKey(row.Id)).Select(static row => row.Values)]);
        _connection.Execute(
            "UPDATE entities SET type = @Type, name = @Name, members = @Members, first_date = @FirstDate, last_date = @LastDate, bodies = @Bodies WHERE id = @Id",
            rows.Where(row => present.TryGetValue(row.Id, out var before) && before != row),
            transaction);
    }

    private void WriteParts(IReadOnlySet<long> former, IReadOnlyCollection<EntityEntry> entities)
    {
        var members = Ask<EntityMemberRow>(former, $"{EntityMemberRow.Select} WHERE entity").ToHashSet();
        var names = Ask<(string, long)>(former, "SELECT name, entity FROM entity_names WHERE entity").Select(static row => new EntityNameRow(row.Item1, row.Item2)).ToHashSet();
        var keys = Ask<(string, long, string?)>(former, "SELECT text, entity, brand FROM entity_keys WHERE entity").Select(static row => new EntityKeyRow(row.Item1, row.Item2, row.Item3)).ToHashSet();
        Replace(members, [.. EntityMemberRow.Of(entities)], StoreTables.EntityMembers, "DELETE FROM entity_members WHERE article = @Article AND number = @Number", static row => row.Values);
        Replace(names, [.. EntityNameRow.Of(entities, reading)], StoreTables.EntityNames, "DELETE FROM entity_names WHERE name = @Name AND entity = @Entity", static row => row.Values);
        Replace(keys, [.. EntityKeyRow.Of(entities)], StoreTables.EntityKeys, "DELETE FROM entity_keys WHERE text = @Text AND entity = @Entity", static row => row.Values);
        var left = entities.Select(static entity => entity.Id).ToHashSet();
        Ask<long>([.. former.Where(id => !left.Contains(id))], "DELETE FROM entities WHERE id");
    }

    private void Replace<TRow>(HashSet<TRow> present, List<TRow> wanted, Table table, string delete, Func<TRow, object?[]> valuesOf)
    {
        var kept = wanted.ToHashSet();
        foreach (var row in present.Where(row => !kept.Contains(row)))
        {
            _connection.Execute(delete, row, transaction);
        }

        database.Insert(transaction, table, [.. wanted.Where(row => !present.Contains(row)).Select(valuesOf)]);
    }

    private void WriteHomes(EntityLinks links)
    {
        long[] changed = [.. reading.Changed.Keys, .. reading.Gone];
        if (links.Former is not null)
        {
            Ask<long>(changed, "DELETE FROM article_homes WHERE document");
            Ask<long>(changed, "DELETE FROM linked_documents WHERE document");
            _connection.Execute("DELETE FROM touched_entities WHERE document = @Document AND entity = @Entity", reading.Touched.Select(static touched => new { touched.Document, touched.Entity }), transaction);
        }

        var documents = links.Former is null ? reading.Documents : reading.Changed;
        database.Insert(transaction, StoreTables.LinkedDocuments, [.. documents.OrderBy(static row => row.Key).Select(static row => new object?[] { row.Key, row.Value })]);
        database.Insert(transaction, StoreTables.ArticleHomes,
        [
            .. links.Homes.OrderBy(static home => home.Key).Select(home => new object?[]
            {
                home.Key, reading.DocumentOf(home.Key), reading.DateOf(home.Key), home.Value.Province, home.Value.City, home.Value.County, home.Value.Confidence, home.Value.Paper,
            }),
        ]);
    }

    /// <param name="sql">Up to the list of ids.</param>
    private List<TRow> Ask<TRow>(IEnumerable<long> ids, string sql) => [.. IdLists.Of(ids).SelectMany(part => _connection.Query<TRow>($"{sql} IN ({part})", transaction: transaction))];
}
