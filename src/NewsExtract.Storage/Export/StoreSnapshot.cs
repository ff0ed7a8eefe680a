using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Export;

/// <summary>
/// A store as it stood at one moment: each pass gives the same articles, whatever is written meanwhile. Documents that others took the
/// place of are left out. Ordered by document (name, then hash), article, fact. One pass at a time.
/// </summary>
internal sealed class StoreSnapshot : IDisposable
{
    private readonly Database _database;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    public StoreSnapshot(Database database)
    {
        _database = database;
        _connection = database.OpenReadOnly();
        _transaction = database.BeginReading(_connection);
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    public ExportSummary Count() => _connection.QuerySingle<ExportSummary>(
        """
        SELECT COUNT(*) AS Articles, CAST(COALESCE(SUM((SELECT COUNT(*) FROM facts f WHERE f.article = a.id)), 0) AS BIGINT) AS Facts
        FROM documents d JOIN articles a ON a.document = d.id WHERE d.superseded_by IS NULL
        """,
        transaction: _transaction);

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

    public IEnumerable<StoredDocument> Documents() => _connection.Query<StoredDocument>(
        $"""
        SELECT d.name AS Name, d.sha256 AS Sha256, d.bytes AS Bytes, d.encoding AS Encoding, d.ocr AS Ocr, d.status AS Status,
            (SELECT COUNT(*) FROM pages p WHERE p.document = d.id) AS Pages
        FROM documents d WHERE d.superseded_by IS NULL ORDER BY {_database.OrderOf("d.name")}, d.sha256
        """,
        transaction: _transaction,
        buffered: false);

    /// <summary>The records as JSON.</summary>
    public IEnumerable<string> RecordTexts() => Rows("", null).Select(static row => row.Json);

    /// <param name="factType">Only articles that state such a fact; all when <c>null</c>.</param>
    public IEnumerable<ArticleRecord> Records(string? factType = null) =>
        Rows(factType is null ? "" : "AND EXISTS (SELECT 1 FROM facts f WHERE f.article = a.id AND f.type = @factType)", factType).Select(static row => RecordJson.Deserialize(row.Json));

    private IEnumerable<ArticleRow> Rows(string condition, string? factType) => _connection.Query<ArticleRow>(
        $"""
        SELECT r.json AS Json FROM documents d JOIN articles a ON a.document = d.id JOIN records r ON r.article = a.id
        WHERE d.superseded_by IS NULL {condition} ORDER BY {_database.OrderOf("d.name")}, d.sha256, a.number
        """,
        new { factType },
        _transaction,
        buffered: false);

    private sealed class ArticleRow
    {
        public string Json { get; init; } = "";
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
    public string Name { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long Bytes { get; init; }

    public string? Encoding { get; init; }

    public string? Ocr { get; init; }

    public string Status { get; init; } = "";

    public long Pages { get; init; }
}
