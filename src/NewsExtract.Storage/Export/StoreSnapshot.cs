using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Corrections;
using NewsExtract.Storage.Queries;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage.Export;

/// <summary>
/// A store as it stood at one moment: each pass gives the same articles, whatever is written meanwhile. Documents that others took the
/// place of are left out, and so is what the filter does not ask for: of a filter on facts there remain the facts that meet it and the
/// articles that state one. Ordered by document (name, then hash), article, fact. One pass at a time.
/// </summary>
internal sealed class StoreSnapshot : IDisposable
{
    // Documents whose names are held at a time.
    private const int Batch = 2000;

    private readonly Database _database;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly bool _asExtracted;
    private readonly string _articles;
    private readonly string? _facts;
    private readonly Dictionary<string, object?> _values;

    /// <param name="asExtracted">Records without corrections.</param>
    public StoreSnapshot(Database database, StoreOptions options, NewsFilter filter, bool asExtracted = false)
    {
        _asExtracted = asExtracted;
        _database = database;
        var ofFacts = filter.IsOfFacts || filter.Entity is not null;
        var sql = new FilterSql(database, options).Add(filter, ofFacts);
        _values = sql.Values;
        _facts = ofFacts ? $"f.article = a.id AND {sql.Text}" : null;
        _articles = ofFacts ? $"EXISTS (SELECT 1 FROM facts f WHERE {_facts})" : sql.Text;
        _connection = database.OpenReadOnly();
        _transaction = database.BeginReading(_connection);
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    public ExportSummary Count() => _connection.QuerySingle<ExportSummary>(
        $"""
        SELECT COUNT(*) AS Articles, CAST(COALESCE(SUM((SELECT COUNT(*) FROM facts f WHERE {_facts ?? "f.article = a.id"})), 0) AS BIGINT) AS Facts
        FROM documents d JOIN articles a ON a.document = d.id WHERE {_articles}
        """,
        _values,
        _transaction);

    /// <summary>The roles that the store's facts have, by type and role name.</summary>
    public IReadOnlyList<StoredRole> Roles() =>
    [
        .. _connection.Query<StoredRole>(
            """
            SELECT f.type AS Type, g.role AS Role, COALESCE(MAX(g.place), 0) AS LastPlace, COUNT(g.text) AS Texts
            FROM documents d JOIN articles a ON a.document = d.id JOIN facts f ON f.article = a.id
                LEFT JOIN arguments g ON g.article = f.article AND g.fact = f.number
            WHERE d.superseded_by IS NULL GROUP BY f.type, g.role
            """,
            transaction: _transaction).OrderBy(static role => role.Type, StringComparer.Ordinal).ThenBy(static role => role.Role, StringComparer.Ordinal),
    ];

    /// <summary>All documents, also those without articles, unless a filter is given.</summary>
    public IEnumerable<StoredDocument> Documents()
    {
        var after = (Name: "", Sha256: "");
        while (true)
        {
            var batch = FindDocuments(after);
            foreach (var document in batch)
            {
                yield return document;
            }

            if (batch.Count < Batch)
            {
                yield break;
            }

            after = (batch[^1].Name, batch[^1].Sha256);
        }
    }

    /// <summary>The pages of a document by number.</summary>
    public ImmutableDictionary<int, (double Width, double Height)> Pages(StoredDocument document) => _connection
        .Query<(long Number, double Width, double Height)>("SELECT number, width, height FROM pages WHERE document = @Id", new { document.Id }, _transaction)
        .ToImmutableDictionary(static page => (int)page.Number, static page => (page.Width, page.Height));

    /// <returns>What reading made of a document, as it was stored; <c>null</c> when none is kept.</returns>
    public byte[]? Reading(StoredDocument document) =>
        _connection.ExecuteScalar<byte[]?>("SELECT content FROM readings WHERE document = @Id", new { document.Id }, _transaction);

    /// <summary>What people said, by number; with a filter, what has its effect on articles that it leaves.</summary>
    public IEnumerable<CorrectionEntry> Corrections()
    {
        var articles = _articles == FilterSql.Present ? null : _connection
            .Query<long>($"SELECT a.id FROM documents d JOIN articles a ON a.document = d.id WHERE {_articles}", _values, _transaction)
            .ToHashSet();
        return CorrectionTable.All(_connection, _transaction).Where(row => articles is null || (row.Place is { } place && articles.Contains(place))).Select(static row => row.ToEntry(newerArticle: null));
    }

    /// <summary>The records as JSON.</summary>
    public IEnumerable<string> RecordTexts() => _facts is null ? Rows("").Select(static row => row.Json) : Rows("").Select(static row => RecordJson.Serialize(row.ToRecord()));

    /// <param name="factType">Only articles that state such a fact; all when <c>null</c>.</param>
    public IEnumerable<ArticleRecord> Records(string? factType = null) =>
        Rows(factType is null ? "" : "AND EXISTS (SELECT 1 FROM facts t WHERE t.article = a.id AND t.type = @factType)", ("factType", factType)).Select(static row => row.ToRecord());

    /// <summary>The records of a document, all at once: other questions may be asked between them.</summary>
    public IReadOnlyList<ArticleRecord> Records(StoredDocument document) =>
        [.. Rows("AND d.id = @document", ("document", document.Id)).Select(static row => row.ToRecord())];

    /// <summary>The records as JSON by the ids of their articles, in no order.</summary>
    /// <param name="factTypes">Only articles that state a fact of one of them.</param>
    public IEnumerable<(long Article, string Json)> Stating(IReadOnlyCollection<string> factTypes) =>
        Rows(
            $"AND EXISTS (SELECT 1 FROM facts t WHERE t.article = a.id AND t.type IN ({string.Join(", ", factTypes.Select(static (_, place) => $"@y{place}"))}))",
            "",
            [.. factTypes.Select(static (type, place) => ($"y{place}", (object?)type))]).Select(row => (row.Article, _facts is null ? row.Json : RecordJson.Serialize(row.ToRecord())));

    private List<StoredDocument> FindDocuments((string Name, string Sha256) after) => _connection.Query<StoredDocument>(
        $"""
        SELECT d.id AS Id, d.name AS Name, d.sha256 AS Sha256, d.bytes AS Bytes, d.encoding AS Encoding, d.ocr AS Ocr, d.status AS Status,
            (SELECT COUNT(*) FROM pages p WHERE p.document = d.id) AS Pages
        FROM documents d
        WHERE d.superseded_by IS NULL {(_articles != FilterSql.Present ? $"AND EXISTS (SELECT 1 FROM articles a WHERE a.document = d.id AND {_articles})" : "")}
            AND ({_database.OrderOf("d.name")}, d.sha256) > (@afterName, @afterSha256)
        ORDER BY {_database.OrderOf("d.name")}, d.sha256 LIMIT {Batch}
        """,
        new Dictionary<string, object?>(_values) { ["afterName"] = after.Name, ["afterSha256"] = after.Sha256 },
        _transaction).AsList();

    private IEnumerable<ArticleRow> Rows(string condition, params (string Name, object? Value)[] values) => Rows(condition, $"ORDER BY {_database.OrderOf("d.name")}, d.sha256, a.number", values);

    private IEnumerable<ArticleRow> Rows(string condition, string order, params (string Name, object? Value)[] values) => _connection.Query<ArticleRow>(
        $"""
        SELECT a.id AS Article, {(_asExtracted ? "r.json" : "COALESCE(c.json, r.json)")} AS Json{(_facts is null ? "" : $", (SELECT string_agg(CAST(f.number AS TEXT), ',') FROM facts f WHERE {_facts}) AS Facts")}
        FROM documents d JOIN articles a ON a.document = d.id JOIN records r ON r.article = a.id LEFT JOIN corrected_records c ON c.article = a.id
        WHERE {_articles} {condition} {order}
        """,
        new Dictionary<string, object?>(_values.Concat(values.Select(static value => KeyValuePair.Create(value.Name, value.Value)))),
        _transaction,
        buffered: false);

    private sealed class ArticleRow
    {
        public long Article { get; init; }

        public string Json { get; init; } = "";

        /// <summary>The numbers of the facts that are wanted, with commas between; <c>null</c> for all.</summary>
        public string? Facts { get; init; }

        public ArticleRecord ToRecord()
        {
            var record = RecordJson.Deserialize(Json);
            if (Facts is null)
            {
                return record;
            }

            var wanted = Facts.Split(',').ToHashSet(StringComparer.Ordinal);
            return record with { Facts = [.. record.Facts.Where(fact => wanted.Contains(ArticleRows.NumberOf(fact.Id).ToString(CultureInfo.InvariantCulture)))] };
        }
    }
}

/// <summary>A role that facts of a type have.</summary>
internal sealed class StoredRole
{
    public string Type { get; init; } = "";

    /// <summary><c>null</c> where facts of the type have no roles at all.</summary>
    public string? Role { get; init; }

    /// <summary>Above 0 for lists.</summary>
    public long LastPlace { get; init; }

    /// <summary>How many of its values are no numbers.</summary>
    public long Texts { get; init; }
}

internal sealed class StoredDocument
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long Bytes { get; init; }

    public string? Encoding { get; init; }

    public string? Ocr { get; init; }

    public string Status { get; init; } = "";

    public long Pages { get; init; }
}
