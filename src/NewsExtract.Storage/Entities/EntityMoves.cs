using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Entities;

/// <summary>
/// Keeps ids that entities had, so that kept addresses lead on: each with the first of its members that is left, and so to the entity that has this
/// member, whichever that is by then.
/// </summary>
internal sealed class EntityMoves
{
    /// <summary>Of an id <c>@entity</c> the entity that has it, or the one that took its place; none when there is neither.</summary>
    public const string Resolve = $"COALESCE((SELECT id FROM entities WHERE id = @entity), (SELECT k.entity {Follow} WHERE v.id = @entity LIMIT 1))";

    private const string Follow = """
        FROM entity_moves v JOIN article_entities n ON n.article = v.article AND n.type = v.type AND n.name = v.name
            JOIN entity_members k ON k.article = n.article AND k.number = n.number
        """;

    // A document that changed while links were found may have other names under its numbers.
    private const string Members = """
        SELECT m.entity, m.article, e.type, e.name FROM entity_members m JOIN article_entities e ON e.article = m.article AND e.number = m.number
            JOIN articles a ON a.id = m.article JOIN documents d ON d.id = a.document AND d.superseded_by IS NULL
            JOIN linked_documents l ON l.document = d.id LEFT JOIN document_changes c ON c.document = d.id
        WHERE l.changes = COALESCE(c.changes, 0) AND m.entity IN
        """;

    private readonly DbTransaction _transaction;
    private readonly DbConnection _connection;
    private readonly long[] _gone;
    private readonly Dictionary<long, (long Entity, long Article, string Type, string Name)> _firsts = [];

    /// <summary>To be made before links are written.</summary>
    public EntityMoves(DbTransaction transaction, EntityLinks links)
    {
        (_transaction, _connection) = (transaction, transaction.Connection!);
        var left = links.Entities.Select(static entity => entity.Id).ToHashSet();
        _gone = [.. (links.Former ?? _connection.Query<long>("SELECT id FROM entities", transaction: transaction)).Where(id => !left.Contains(id)).Order()];
        foreach (var row in IdLists.Of(_gone).SelectMany(ids => _connection.Query<(long Entity, long Article, string Type, string Name)>($"{Members} ({ids}) ORDER BY m.entity, m.place", transaction: transaction)))
        {
            _firsts.TryAdd(row.Entity, row);
        }
    }

    /// <summary>Once links are written.</summary>
    public void Write()
    {
        var known = IdLists.Of(_gone).SelectMany(ids => _connection.Query<long>($"SELECT DISTINCT v.id {Follow} WHERE v.id IN ({ids})", transaction: _transaction)).ToHashSet();
        foreach (var (id, article, type, name) in _gone.Where(id => !known.Contains(id) && _firsts.ContainsKey(id)).Select(id => _firsts[id]))
        {
            _connection.Execute(
                "INSERT INTO entity_moves (id, article, type, name) VALUES (@id, @article, @type, @name) ON CONFLICT (id) DO UPDATE SET article = excluded.article, type = excluded.type, name = excluded.name",
                new { id, article, type, name },
                _transaction);
        }
    }
}
