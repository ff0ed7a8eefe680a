using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Entities;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Reprints;

/// <summary>What the store keeps of articles that share their text, in one transaction: what has changed, what is near it, and what is to be written.</summary>
public sealed class ReprintTables
{
    private const string SelectSignatures = "SELECT s.article, s.letters, s.text_hash AS TextHash, s.minhash, s.story, a.date_from AS Date FROM article_signatures s JOIN articles a ON a.id = s.article";

    private const string SelectLinks = "SELECT first, second, kind, similarity FROM article_links";

    private readonly Database _database;
    private readonly DbTransaction _transaction;
    private readonly DbConnection _connection;

    internal ReprintTables(Database database, DbTransaction transaction) => (_database, _transaction, _connection) = (database, transaction, transaction.Connection!);

    /// <summary>Documents that came, changed or went since the last time; to be called first, and once. Who writes one of them now waits until the transaction ends.</summary>
    public IReadOnlyList<long> TakeChanged() => Query<long>("DELETE FROM reprint_changes RETURNING document");

    /// <summary>Whether so many documents are more than a quarter of all.</summary>
    public bool AreMost(int documents) => Query<long>(string.Create(CultureInfo.InvariantCulture, $"SELECT COUNT(*) FROM (SELECT 1 FROM documents LIMIT {4L * documents}) d")).Single() < 4L * documents;

    /// <summary>The articles of some documents that have no signature yet, with the paragraphs of their bodies.</summary>
    public IReadOnlyDictionary<long, ImmutableArray<string>> FindUnsigned(IReadOnlyCollection<long> documents) => FindUnsigned(_connection, _transaction, documents);

    /// <summary>Signatures of articles that had none; those of articles that have gone meanwhile are left out.</summary>
    /// <param name="documents">Left out are those of articles of others; <c>null</c>: of none.</param>
    public void AddSignatures(IReadOnlyCollection<SignatureEntry> signatures, IReadOnlyCollection<long>? documents = null)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        var wanted = documents?.ToHashSet();
        var missing = Ask<(long Article, long Document)>(
            signatures.Select(static signature => signature.Article),
            static ids => $"SELECT a.id, a.document FROM articles a LEFT JOIN article_signatures s ON s.article = a.id WHERE s.article IS NULL AND a.id IN ({ids})")
            .Where(row => wanted?.Contains(row.Document) ?? true).Select(static row => row.Article).ToHashSet();
        _database.Insert(_transaction, StoreTables.ArticleSignatures, [.. signatures
            .Where(signature => missing.Contains(signature.Article))
            .Select(static signature => new object?[] { signature.Article, signature.Letters, signature.TextHash, signature.MinHash?.ToArray(), signature.Story })]);
    }

    /// <summary>Takes what articles of some documents left behind that are gone or count no more.</summary>
    /// <returns>Their signatures as they were; the articles' ids stand for nothing.</returns>
    public IReadOnlyList<SignatureEntry> TakeGone(IReadOnlyCollection<long> documents)
    {
        var superseded = Ask<SignatureRow>(documents, static ids => $"{SelectSignatures} JOIN documents d ON d.id = a.document WHERE d.id IN ({ids}) AND d.superseded_by IS NOT NULL").ToList();
        foreach (var ids in IdLists.Of(superseded.Select(static row => row.Article)))
        {
            _connection.Execute($"DELETE FROM article_links WHERE first IN ({ids}) OR second IN ({ids})", transaction: _transaction);
            _connection.Execute($"DELETE FROM article_signatures WHERE article IN ({ids})", transaction: _transaction);
        }

        var remains = Ask<SignatureRow>(documents, static ids => $"DELETE FROM reprint_remains WHERE document IN ({ids}) RETURNING text_hash AS TextHash, story, minhash");
        return [.. superseded.Concat(remains).Select(static row => row.ToEntry())];
    }

    public IReadOnlyList<SignatureEntry> ReadSignatures() => [.. Query<SignatureRow>($"{SelectSignatures} ORDER BY s.article").Select(static row => row.ToEntry())];

    public IReadOnlyList<LinkEntry> ReadLinks() => [.. Query<LinkRow>($"{SelectLinks} ORDER BY first, second").Select(static row => row.ToEntry())];

    /// <summary>Of the articles of some documents.</summary>
    public IReadOnlyList<SignatureEntry> FindByDocument(IReadOnlyCollection<long> documents) => FindSignatures("a.document", documents);

    public IReadOnlyList<SignatureEntry> FindByArticle(IReadOnlyCollection<long> articles) => FindSignatures("s.article", articles);

    /// <summary>Of the articles that print some texts.</summary>
    public IReadOnlyList<SignatureEntry> FindByText(IReadOnlyCollection<long> texts) => FindSignatures("s.minhash IS NOT NULL AND s.text_hash", texts);

    /// <summary>Of the article of the least id of those that print each of some texts.</summary>
    public IReadOnlyList<SignatureEntry> FindFirstByText(IReadOnlyCollection<long> texts) => FindSignatures(
        "s.minhash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM article_signatures o WHERE o.text_hash = s.text_hash AND o.minhash IS NOT NULL AND o.article < s.article) AND s.text_hash", texts);

    public IReadOnlyList<SignatureEntry> FindByStory(IReadOnlyCollection<long> stories) => FindSignatures("s.story", stories);

    /// <summary>The links of some articles with any.</summary>
    public IReadOnlyList<LinkEntry> FindLinks(IReadOnlyCollection<long> articles) =>
        [.. Ask<LinkRow>(articles, static ids => $"{SelectLinks} WHERE first IN ({ids}) UNION {SelectLinks} WHERE second IN ({ids})").Select(static row => row.ToEntry()).Distinct()];

    public IReadOnlyDictionary<long, ImmutableArray<string>> FindParagraphs(IReadOnlyCollection<long> articles) => FindParagraphs(_connection, _transaction, articles);

    /// <summary>Those texts of some pairs of band and text that are noted so.</summary>
    public IReadOnlySet<long> FindBanded(IEnumerable<(long Band, long Text)> pairs) =>
        Pairs(pairs).SelectMany(values => Query<long>($"SELECT text_hash FROM text_bands WHERE (band, text_hash) IN (VALUES {values})")).ToHashSet();

    public void AddBands(IEnumerable<(long Band, long Text)> pairs) => _database.Insert(_transaction, StoreTables.TextBands, [.. pairs.Order().Select(static pair => new object?[] { pair.Band, pair.Text })]);

    public void RemoveBands(IEnumerable<(long Band, long Text)> pairs)
    {
        foreach (var values in Pairs(pairs))
        {
            _connection.Execute($"DELETE FROM text_bands WHERE (band, text_hash) IN (VALUES {values})", transaction: _transaction);
        }
    }

    /// <summary>Texts by band, of each those of the least hashes.</summary>
    /// <param name="most">Of one band.</param>
    public ILookup<long, long> ReadBands(IEnumerable<long> bands, int most) => bands.Chunk(IdLists.Part)
        .SelectMany(part => Query<(long Band, long Text)>(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH wanted (band) AS (VALUES {string.Join(',', part.Select(static band => string.Create(CultureInfo.InvariantCulture, $"({band})")))})
            SELECT w.band, b.text_hash FROM wanted w JOIN text_bands b ON b.band = w.band
            WHERE b.text_hash <= COALESCE((SELECT c.text_hash FROM text_bands c WHERE c.band = w.band ORDER BY c.text_hash LIMIT 1 OFFSET {most - 1}), {long.MaxValue})
            """)))
        .ToLookup(static row => row.Band, static row => row.Text);

    /// <summary>The texts of a band that come before a hash, the nearest first.</summary>
    public IReadOnlyList<long> FindBefore(long band, long text, int count) => Query<long>($"SELECT text_hash FROM text_bands WHERE band = @band AND text_hash < @text ORDER BY text_hash DESC LIMIT @count", new { band, text, count });

    /// <inheritdoc cref="FindBefore"/>
    public IReadOnlyList<long> FindAfter(long band, long text, int count) => Query<long>($"SELECT text_hash FROM text_bands WHERE band = @band AND text_hash > @text ORDER BY text_hash LIMIT @count", new { band, text, count });

    /// <summary>Puts links in the place of others; those that stay the same are not written.</summary>
    public void Replace(IReadOnlyCollection<LinkEntry> before, IReadOnlyCollection<LinkEntry> after)
    {
        _connection.Execute("DELETE FROM article_links WHERE first = @First AND second = @Second", before.Except(after).Select(static link => new { link.First, link.Second }), _transaction);
        _database.Insert(_transaction, StoreTables.ArticleLinks, [.. after.Except(before).Select(static link => new object?[] { link.First, link.Second, link.Kind.ToString().ToLowerInvariant(), link.Similarity })]);
    }

    /// <param name="stories">By article, those that have changed.</param>
    public void WriteStories(IEnumerable<KeyValuePair<long, long>> stories) =>
        _connection.Execute("UPDATE article_signatures SET story = @story WHERE article = @article", stories.Select(static story => new { article = story.Key, story = story.Value }), _transaction);

    /// <summary>How often some documents were written.</summary>
    internal static IReadOnlyDictionary<long, long> CountChanges(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<long> documents) => IdLists.Of(documents)
        .SelectMany(ids => connection.Query<(long Document, long Changes)>($"SELECT document, changes FROM document_changes WHERE document IN ({ids})", transaction: transaction))
        .Concat(documents.Select(static document => (Document: document, Changes: 0L)))
        .DistinctBy(static row => row.Document)
        .ToDictionary(static row => row.Document, static row => row.Changes);

    internal static IReadOnlyDictionary<long, ImmutableArray<string>> FindUnsigned(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<long> documents) => FindParagraphs(
        connection,
        transaction,
        [.. IdLists.Of(documents).SelectMany(ids => connection.Query<long>(
            $"""
            SELECT a.id FROM articles a JOIN documents d ON d.id = a.document LEFT JOIN article_signatures s ON s.article = a.id
            WHERE d.id IN ({ids}) AND d.superseded_by IS NULL AND s.article IS NULL
            """,
            transaction: transaction))]);

    private static Dictionary<long, ImmutableArray<string>> FindParagraphs(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<long> articles)
    {
        var found = articles.ToDictionary(static article => article, static _ => ImmutableArray<string>.Empty);
        foreach (var ids in IdLists.Of(articles))
        {
            var rows = connection.Query<(long Article, string Text)>($"SELECT article, text FROM paragraphs WHERE article IN ({ids}) AND kind = 'body' ORDER BY article, number", transaction: transaction);
            foreach (var article in rows.GroupBy(static row => row.Article))
            {
                found[article.Key] = [.. article.Select(static row => row.Text)];
            }
        }

        return found;
    }

    private List<SignatureEntry> FindSignatures(string condition, IReadOnlyCollection<long> keys) =>
        [.. Ask<SignatureRow>(keys, ids => $"{SelectSignatures} WHERE {condition} IN ({ids})").Select(static row => row.ToEntry())];

    private List<TRow> Query<TRow>(string sql, object? values = null) => _connection.Query<TRow>(sql, values, _transaction).AsList();

    private IEnumerable<TRow> Ask<TRow>(IEnumerable<long> keys, Func<string, string> sql) => IdLists.Of(keys).SelectMany(ids => Query<TRow>(sql(ids)));

    private static IEnumerable<string> Pairs(IEnumerable<(long, long)> pairs) =>
        pairs.Chunk(IdLists.Part).Select(static part => string.Join(',', part.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"({pair.Item1},{pair.Item2})"))));

    private sealed class SignatureRow
    {
        public long Article { get; init; }

        public long Letters { get; init; }

        public long TextHash { get; init; }

        public byte[]? MinHash { get; init; }

        public long Story { get; init; }

        public string? Date { get; init; }

        public SignatureEntry ToEntry() => new(Article, (int)Letters, TextHash, MinHash is null ? null : new ReadOnlyMemory<byte>?(MinHash)) { Date = Date, Story = Story };
    }

    private sealed class LinkRow
    {
        public long First { get; init; }

        public long Second { get; init; }

        public string Kind { get; init; } = "";

        public double Similarity { get; init; }

        public LinkEntry ToEntry() => new(First, Second, Enum.Parse<LinkKind>(Kind, ignoreCase: true), Similarity);
    }
}

/// <summary>Articles that have no signature yet.</summary>
/// <param name="Last">The document to go on after.</param>
/// <param name="Changes">How often each of the documents had been written before their texts were read.</param>
/// <param name="Articles">The paragraphs of their bodies.</param>
public sealed record UnsignedTexts(long Last, IReadOnlyDictionary<long, long> Changes, IReadOnlyDictionary<long, ImmutableArray<string>> Articles);
