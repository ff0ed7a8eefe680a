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
        connection.Execute(
            $"INSERT INTO touched_entities (document, entity) SELECT DISTINCT CAST(@document AS BIGINT), entity FROM entity_members WHERE article IN ({articles}) ON CONFLICT DO NOTHING",
            values,
            transaction);
        connection.Execute(
            $"""
            INSERT INTO entity_moves (id, article, type, name)
            SELECT m.entity, m.article, e.type, e.name FROM entity_members m JOIN article_entities e ON e.article = m.article AND e.number = m.number
            WHERE m.article IN ({articles}) AND m.place = 0 ON CONFLICT DO NOTHING
            """,
            values,
            transaction);
        connection.Execute($"DELETE FROM entity_members WHERE article IN ({articles})", values, transaction);
        connection.Execute(
            "INSERT INTO document_changes (document, changes) VALUES (@document, 1) ON CONFLICT (document) DO UPDATE SET changes = document_changes.changes + 1",
            new { document },
            transaction);
    }
}
