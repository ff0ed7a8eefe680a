using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Reprints;

/// <summary>Notes what the next search for reprints must look at again.</summary>
internal static class ReprintChanges
{
    /// <summary>A document comes, or counts or does not count from now on.</summary>
    /// <remarks>Written even where it is noted already: a search that begins waits for this transaction, and does not take the note without what it is about.</remarks>
    public static void Note(DbTransaction transaction, long document) => transaction.Connection!.Execute(
        "INSERT INTO reprint_changes (document) VALUES (@document) ON CONFLICT (document) DO UPDATE SET document = excluded.document",
        new { document },
        transaction);

    /// <summary>A document's articles go, and their signatures with them.</summary>
    /// <remarks>Deleted and not merely read: if a search is giving them another story at the moment, it is waited for.</remarks>
    public static void NoteGone(Database database, DbTransaction transaction, long document)
    {
        var gone = transaction.Connection!.Query<RemainsRow>(
            "DELETE FROM article_signatures WHERE article IN (SELECT id FROM articles WHERE document = @document) RETURNING text_hash AS TextHash, story, minhash",
            new { document },
            transaction);
        var noted = transaction.Connection!.Query<(long, long)>("SELECT text_hash, story FROM reprint_remains WHERE document = @document", new { document }, transaction).ToHashSet();
        database.Insert(transaction, StoreTables.ReprintRemains, [.. gone
            .DistinctBy(static row => (row.TextHash, row.Story))
            .Where(row => !noted.Contains((row.TextHash, row.Story)))
            .Select(row => new object?[] { document, row.TextHash, row.Story, row.MinHash })]);
    }

    private sealed class RemainsRow
    {
        public long TextHash { get; init; }

        public long Story { get; init; }

        public byte[]? MinHash { get; init; }
    }
}
