using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Entities;

/// <summary>Puts linked entities in the place of what the store had of them.</summary>
internal static class LinkWriter
{
    public const string Derivation = "entities";

    public static LinkSummary Write(Database database, DbTransaction transaction, string key, IReadOnlyCollection<StoredArticle> articles, IReadOnlyCollection<EntityEntry> entities)
    {
        var connection = transaction.Connection!;
        var dates = articles.ToDictionary(static article => article.Id, static article => article.Date);
        var names = articles.SelectMany(static article => article.Entities.Select(entity => (article.Id, entity))).ToDictionary(static pair => (pair.Id, pair.entity.Number), static pair => pair.entity);
        foreach (var table in (string[])["entity_names", "entity_members", "entities"])
        {
            connection.Execute($"DELETE FROM {table}", transaction: transaction);
        }

        // In the order of their keys: a database that keeps rows so appends a million of them, where it would seek a place for each.
        database.Insert(transaction, StoreTables.Entities, [.. entities.OrderBy(static entity => entity.Id).Select(entity => Row(entity, dates))]);
        database.Insert(transaction, StoreTables.EntityNames,
        [
            .. entities.SelectMany(entity => NamesOf(entity, names).Select(name => (Name: name, entity.Id)))
                .OrderBy(static row => row.Name, StringComparer.Ordinal)
                .ThenBy(static row => row.Id)
                .Select(static row => new object?[] { row.Name, row.Id }),
        ]);
        database.Insert(transaction, StoreTables.EntityMembers,
        [
            .. entities.SelectMany(static entity => entity.Members.Select((member, place) => (Member: member, Row: new object?[]
            {
                member.Article, member.Number, entity.Id, place, member.Reason, member.Confidence, member.PartnerArticle, member.PartnerNumber,
            }))).OrderBy(static row => row.Member.Article).ThenBy(static row => row.Member.Number).Select(static row => row.Row),
        ]);
        connection.Execute("INSERT INTO derivations (name, key) VALUES (@Derivation, @key) ON CONFLICT (name) DO UPDATE SET key = excluded.key", new { Derivation, key }, transaction);
        return new LinkSummary(names.Count, entities.Where(static entity => entity.Members.Length > 1).Sum(static entity => entity.Members.Length), entities.Count);
    }

    /// <summary>Forgets what the document's articles were linked to, which is about to change.</summary>
    public static void Forget(DbTransaction transaction, long document)
    {
        transaction.Connection!.Execute("DELETE FROM entity_members WHERE article IN (SELECT id FROM articles WHERE document = @document)", new { document }, transaction);
        transaction.Connection!.Execute("DELETE FROM derivations WHERE name = @Derivation", new { Derivation }, transaction);
    }

    /// <summary>As <see cref="Forget"/>, of one article that a person corrected.</summary>
    public static void ForgetArticle(DbTransaction transaction, long article)
    {
        transaction.Connection!.Execute("DELETE FROM entity_members WHERE article = @article", new { article }, transaction);
        transaction.Connection!.Execute("DELETE FROM derivations WHERE name = @Derivation", new { Derivation }, transaction);
    }

    private static object?[] Row(EntityEntry entity, Dictionary<long, string?> dates)
    {
        var dated = entity.Members.Select(member => dates[member.Article]).OfType<string>().ToList();
        return [entity.Id, entity.Type, entity.Name, entity.Members.Length, dated.Min(StringComparer.Ordinal), dated.Max(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> NamesOf(EntityEntry entity, Dictionary<(long Article, int Number), StoredEntity> names) => entity.Members
        .Select(member => names[(member.Article, member.Number)])
        .SelectMany(static name => name.Aliases.Append(name.Name))
        .Append(entity.Name)
        .Select(PostgreSql.PostgresText.Clean)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
