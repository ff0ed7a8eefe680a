using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Reprints;

namespace NewsExtract.Storage.Writing;

/// <summary>Puts a document in the place of what the store had of it, in one transaction: all of it or nothing.</summary>
internal sealed class DocumentWriter(Database database, StoreOptions options)
{
    private const string Upsert = """
        INSERT INTO documents (id, sha256, name, bytes, encoding, ocr, status, characters, reading_key, extraction_key, version)
        VALUES (@Id, @Sha256, @Name, @Bytes, @Encoding, @Ocr, @status, @Characters, @ReadingKey, @ExtractionKey, @Version)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, bytes = excluded.bytes, encoding = excluded.encoding, ocr = excluded.ocr,
            status = excluded.status, characters = excluded.characters, reading_key = excluded.reading_key,
            extraction_key = excluded.extraction_key, version = excluded.version
        """;

    /// <exception cref="StoreException">NX3006: another document has the same id.</exception>
    public void Write(DbTransaction transaction, PreparedDocument prepared)
    {
        var connection = transaction.Connection!;
        var (id, document) = (prepared.Id, prepared.Entry);
        LinkChanges.Forget(transaction, id);
        ReprintChanges.Note(transaction, id);
        var present = connection.ExecuteScalar<string?>("SELECT sha256 FROM documents WHERE id = @id", new { id }, transaction);
        if (present is not null)
        {
            if (present != document.Sha256)
            {
                throw new StoreException("NX3006", $"{document.Name}: the store has another document of the same id ({present}) — keep the two in different stores");
            }

            ReprintChanges.NoteGone(database, transaction, id);
            Clear(transaction, id);
        }

        connection.Execute(
            Upsert,
            new
            {
                prepared.Id,
                document.Sha256,
                document.Name,
                document.Bytes,
                document.Encoding,
                document.Ocr,
                status = StateName(document.State),
                document.Characters,
                document.ReadingKey,
                document.ExtractionKey,
                document.Version,
            },
            transaction);
        WriteReading(transaction, id, document);

        // Only the store knows what people corrected; few documents are.
        var corrected = CorrectionTable.Apply(transaction, document.Sha256, document.Articles);
        database.Insert(transaction, corrected == document.Articles ? prepared.Rows : DocumentRows.Of(id, document, corrected, database.Index, options));
    }

    /// <summary>Applies a document's corrections anew, and puts what came of it in the place of what the articles that they change had.</summary>
    public void Correct(DbTransaction transaction, string sha256)
    {
        var connection = transaction.Connection!;
        var extracted = CorrectionTable.Records(transaction, sha256);
        var former = connection.Query<(long Article, string Json)>(
            "SELECT c.article, c.json FROM corrected_records c JOIN articles a ON a.id = c.article WHERE a.document = @id",
            new { id = StoreKeys.Document(sha256) },
            transaction).ToDictionary(static row => row.Article, static row => row.Json);
        foreach (var (record, corrected) in extracted.Zip(CorrectionTable.Apply(transaction, sha256, extracted)))
        {
            var article = StoreKeys.Article(sha256, record.Article.Index);
            var json = corrected != record ? RecordJson.Serialize(corrected) : null;
            if (json == former.GetValueOrDefault(article))
            {
                continue;
            }

            var rows = ArticleRows.Of(article, corrected, options);
            LinkChanges.Correct(transaction, StoreKeys.Document(sha256), article, rows.Entities);
            foreach (var table in (string[])["corrected_records", "facts", "mentions", "article_entities"])
            {
                connection.Execute($"DELETE FROM {table} WHERE article = @article", new { article }, transaction);
            }

            database.Insert(transaction, StoreTables.CorrectedRecords, json is null ? [] : [[article, json]]);
            database.Insert(transaction, DocumentRows.Found([rows]));
        }
    }

    public static string StateName(ExtractionState state) => state.ToString().ToLowerInvariant();

    private void Clear(DbTransaction transaction, long id)
    {
        database.Index.Remove(transaction, id);
        foreach (var table in (string[])["articles", "pages", "diagnostics"])
        {
            transaction.Connection!.Execute($"DELETE FROM {table} WHERE document = @id", new { id }, transaction);
        }
    }

    private static void WriteReading(DbTransaction transaction, long id, DocumentEntry document)
    {
        if (document.Reading is not { } reading)
        {
            return;
        }

        transaction.Connection!.Execute(
            "INSERT INTO readings (document, reading_key, content) VALUES (@id, @key, @content) ON CONFLICT (document) DO UPDATE SET reading_key = excluded.reading_key, content = excluded.content",
            new { id, key = document.ReadingKey, content = reading.ToArray() },
            transaction);
    }
}
