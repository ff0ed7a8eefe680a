using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Entities;

/// <summary>What the next linking must look at again.</summary>
internal static class LinkChanges
{
    /// <summary>
    /// Forgets what a document's articles were linked to, which is about to change: their names may soon have other numbers. What they were linked
    /// to is noted, and by which name each entity is found again whose first member is among them.
    /// </summary>
    /// <param name="article">One article of it; <c>null</c> for all.</param>
    public static void Forget(DbTransaction transaction, long document, long? article = null)
    {
        var connection = transaction.Connection!;
        var articles = article is null ? "SELECT id FROM articles WHERE document = @document" : "SELECT id FROM articles WHERE id = @article";
        var values = new { document, article };

        // Members go first, as they do when links are written: two that take one another's rows in two orders would wait for each other.
        var gone = connection.Query<(long Article, long Number, long Entity, long Place)>($"DELETE FROM entity_members WHERE article IN ({articles}) RETURNING article, number, entity, place", values, transaction).AsList();
        connection.Execute(
            "INSERT INTO touched_entities (document, entity) VALUES (@document, @entity) ON CONFLICT DO NOTHING",
            gone.Select(static member => member.Entity).Distinct().Order().Select(entity => new { document, entity }),
            transaction);
        connection.Execute(
            "INSERT INTO entity_moves (id, article, type, name) SELECT @entity, article, type, name FROM article_entities WHERE article = @article AND number = @number ON CONFLICT DO NOTHING",
            gone.Where(static member => member.Place == 0).OrderBy(static member => member.Entity).Select(static member => new { entity = member.Entity, article = member.Article, number = member.Number }),
            transaction);
        connection.Execute(
            "INSERT INTO document_changes (document, changes) VALUES (@document, 1) ON CONFLICT (document) DO UPDATE SET changes = document_changes.changes + 1",
            new { document },
            transaction);
    }
}
