using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Entities;

/// <summary>
/// What the next linking must look at again. What a document's names were linked to is noted, and by which name each entity is found again whose first
/// member is among them.
/// </summary>
internal static class LinkChanges
{
    /// <summary>Forgets what a document's articles were linked to, which is about to change: their names may soon have other numbers.</summary>
    public static void Forget(DbTransaction transaction, long document)
    {
        // Members go first, as they do when links are written: two that take one another's rows in two orders would wait for each other.
        var gone = transaction.Connection!.Query<Member>(
            "DELETE FROM entity_members WHERE article IN (SELECT id FROM articles WHERE document = @document) RETURNING article, number, entity, place",
            new { document },
            transaction).AsList();
        Note(transaction, document, gone);
    }

    /// <summary>Forgets what those names of an article were linked to that a correction changes. The others lead where they did until names are linked again.</summary>
    /// <param name="entities">The article's rows of <c>article_entities</c> that take the place of those that are there.</param>
    public static void Correct(DbTransaction transaction, long document, long article, IEnumerable<object?[]> entities)
    {
        var connection = transaction.Connection!;
        var left = entities.Select(static row => ((long)(int)row[1]!, (string)row[2]!, (string)row[3]!, (string)row[4]!)).ToHashSet();
        var changed = connection.Query<(long Number, string Type, string Name, string Aliases)>("SELECT number, type, name, aliases FROM article_entities WHERE article = @article", new { article }, transaction)
            .Where(row => !left.Contains(row))
            .Select(row => new { article, number = row.Number })
            .ToList();
        var members = connection.Query<Member>("SELECT article, number, entity, place FROM entity_members WHERE article = @article", new { article }, transaction).AsList();
        connection.Execute("DELETE FROM entity_members WHERE article = @article AND number = @number", changed, transaction);
        Note(transaction, document, members);
    }

    private static void Note(DbTransaction transaction, long document, List<Member> members)
    {
        var connection = transaction.Connection!;
        connection.Execute(
            "INSERT INTO touched_entities (document, entity) VALUES (@document, @entity) ON CONFLICT DO NOTHING",
            members.Select(static member => member.Entity).Distinct().Order().Select(entity => new { document, entity }),
            transaction);
        connection.Execute(
            "INSERT INTO entity_moves (id, article, type, name) SELECT @entity, article, type, name FROM article_entities WHERE article = @article AND number = @number ON CONFLICT DO NOTHING",
            members.Where(static member => member.Place == 0).OrderBy(static member => member.Entity).Select(static member => new { entity = member.Entity, article = member.Article, number = member.Number }),
            transaction);
        connection.Execute(
            "INSERT INTO document_changes (document, changes) VALUES (@document, 1) ON CONFLICT (document) DO UPDATE SET changes = document_changes.changes + 1",
            new { document },
            transaction);
    }

    private sealed class Member
    {
        public long Article { get; init; }

        public long Number { get; init; }

        public long Entity { get; init; }

        public long Place { get; init; }
    }
}
