using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Entities;

namespace NewsExtract.Storage.Writing;

/// <summary>Puts a document in the place of what the store had of it, in one transaction: all of it or nothing.</summary>
internal sealed class DocumentWriter(Database database, StoreOptions options)
{
    private const string Upsert = """
        INSERT INTO documents (id, sha256, name, bytes, encoding, ocr, status, characters, reading_key, extraction_key, version)
        VALUES (@id, @Sha256, @Name, @Bytes, @Encoding, @Ocr, @status, @Characters, @ReadingKey, @ExtractionKey, @Version)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, bytes = excluded.bytes, encoding = excluded.encoding, ocr = excluded.ocr,
            status = excluded.status, characters = excluded.characters, reading_key = excluded.reading_key,
            extraction_key = excluded.extraction_key, version = excluded.version
        """;

    /// <exception cref="StoreException">NX3006: another document has the same id.</exception>
    public void Write(DbTransaction transaction, DocumentEntry document)
    {
        var connection = transaction.Connection!;
        var id = StoreKeys.Document(document.Sha256);
        var present = connection.ExecuteScalar<string?>("SELECT sha256 FROM documents WHERE id = @id", new { id }, transaction);
        if (present is not null && present != document.Sha256)
        {
            throw new StoreException("NX3006", $"{document.Name}: the store has another document of the same id ({present}) — keep the two in different stores");
        }

        database.Index.Remove(transaction, id);
        LinkWriter.Forget(transaction, id);
        connection.Execute("DELETE FROM articles WHERE document = @id", new { id }, transaction);
        connection.Execute("DELETE FROM pages WHERE document = @id", new { id }, transaction);
        connection.Execute("DELETE FROM diagnostics WHERE document = @id", new { id }, transaction);
        connection.Execute(
            Upsert,
            new
            {
                id,
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
        database.Insert(transaction, StoreTables.Pages, [.. document.Pages.Select(page => new object?[] { id, page.Number, page.Width, page.Height, page.Span.Start, page.Span.End })]);
        WriteArticles(transaction, id, document);
        WriteDiagnostics(transaction, id, document);
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

            LinkWriter.ForgetArticle(transaction, article);
            foreach (var table in (string[])["corrected_records", "facts", "mentions", "article_entities"])
            {
                connection.Execute($"DELETE FROM {table} WHERE article = @article", new { article }, transaction);
            }

            database.Insert(transaction, StoreTables.CorrectedRecords, json is null ? [] : [[article, json]]);
            WriteFound(transaction, [ArticleRows.Of(article, corrected)]);
        }
    }

    public static string StateName(ExtractionState state) => state.ToString().ToLowerInvariant();

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

    private void WriteArticles(DbTransaction transaction, long document, DocumentEntry entry)
    {
        var articles = new List<object?[]>();
        var records = new List<object?[]>();
        var correctedRecords = new List<object?[]>();
        var all = new List<ArticleRows>();
        foreach (var (record, corrected) in entry.Articles.Zip(CorrectionTable.Apply(transaction, entry.Sha256, entry.Articles)))
        {
            var id = StoreKeys.Article(entry.Sha256, record.Article.Index);
            var rows = ArticleRows.Of(id, corrected);
            all.Add(rows);
            articles.Add(rows.Article(document, record));
            records.Add([id, RecordJson.Serialize(record)]);
            if (corrected != record)
            {
                correctedRecords.Add([id, RecordJson.Serialize(corrected)]);
            }
        }

        database.Insert(transaction, StoreTables.Articles, articles);
        database.Insert(transaction, StoreTables.Records, records);
        database.Insert(transaction, StoreTables.CorrectedRecords, correctedRecords);
        database.Insert(transaction, StoreTables.Paragraphs, [.. all.SelectMany(static rows => rows.Paragraphs)]);
        WriteFound(transaction, all);
        foreach (var record in entry.Articles)
        {
            database.Index.Add(transaction, StoreKeys.Article(entry.Sha256, record.Article.Index), options.Fold(ArticleRows.Text(record)));
        }
    }

    // What corrections change.
    private void WriteFound(DbTransaction transaction, IReadOnlyList<ArticleRows> all)
    {
        database.Insert(transaction, StoreTables.ArticleEntities, [.. all.SelectMany(static rows => rows.Entities)]);
        database.Insert(transaction, StoreTables.Mentions, [.. all.SelectMany(static rows => rows.Mentions)]);
        database.Insert(transaction, StoreTables.Facts, [.. all.SelectMany(static rows => rows.Facts)]);
        database.Insert(transaction, StoreTables.Arguments, [.. all.SelectMany(static rows => rows.Arguments)]);
    }

    private void WriteDiagnostics(DbTransaction transaction, long document, DocumentEntry entry)
    {
        var rows = new List<object?[]>();
        foreach (var diagnostic in entry.Diagnostics)
        {
            rows.Add([document, rows.Count, null, diagnostic.Code, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Message, ArticleRows.Json(diagnostic.Span is { } span ? [span] : [])]);
        }

        foreach (var record in entry.Articles)
        {
            foreach (var diagnostic in record.Diagnostics)
            {
                rows.Add([document, rows.Count, record.Article.Index, diagnostic.Code, diagnostic.Severity, diagnostic.Message, ArticleRows.Json(diagnostic.Spans)]);
            }
        }

        database.Insert(transaction, StoreTables.Diagnostics, rows);
    }
}
