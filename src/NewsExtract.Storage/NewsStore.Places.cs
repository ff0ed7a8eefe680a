using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>Documents and articles one by one.</content>
public sealed partial class NewsStore
{
    private const string SelectPlace = "SELECT a.id AS Id, d.name AS Source, d.sha256 AS Sha256, a.number AS Number, a.headline AS Headline, a.date AS Date";

    /// <summary>A document with its pages and articles.</summary>
    /// <returns><c>null</c> for bytes that were never stored.</returns>
    public DocumentHit? FindDocumentHit(string sha256) => Run(connection =>
    {
        using var reading = _database.BeginReading(connection);
        var row = connection.QuerySingleOrDefault<DocumentRow>($"{DocumentRow.Select} WHERE d.sha256 = @sha256", new { sha256 });
        return row is null ? null : ToHits(connection, [row])[0] with { Articles = FindPlaces(connection, row.Id), Diagnostics = FindDiagnostics(connection, row.Id) };
    });

    /// <summary>Documents by name, those left out that others took the place of; without their articles and diagnostics.</summary>
    /// <param name="after">The last one of the part before: name and hash; <c>null</c> for the first part.</param>
    public IReadOnlyList<DocumentHit> FindDocuments(int limit, (string Name, string Sha256)? after) => Run<IReadOnlyList<DocumentHit>>(connection =>
    {
        using var reading = _database.BeginReading(connection);
        var follows = after is null ? "" : "AND (d.name, d.sha256) > (@name, @sha256)";
        return ToHits(connection, connection.Query<DocumentRow>(
            $"{DocumentRow.Select} WHERE {FilterSql.Present} {follows} ORDER BY d.name, d.sha256 LIMIT {Limit(limit, 0)}", new { name = after?.Name, sha256 = after?.Sha256 }).AsList());
    });

    /// <summary>Where an article stands, and what is linked with it.</summary>
    /// <returns><c>null</c> when there is none.</returns>
    public ArticleContext? FindContext(long article) => Run(connection =>
    {
        using var reading = _database.BeginReading(connection);
        var place = connection.QuerySingleOrDefault<PlaceRow>($"{SelectPlace} FROM articles a JOIN documents d ON d.id = a.document WHERE a.id = @article", new { article })?.ToPlace();
        if (place is null)
        {
            return null;
        }

        var linked = connection.Query<(long Number, long Entity)>("SELECT number, entity FROM entity_members WHERE article = @article ORDER BY number", new { article })
            .ToImmutableSortedDictionary(static row => (int)row.Number, static row => row.Entity);
        var reprints = connection.Query<PlaceRow>(
            $"{SelectPlace} FROM article_signatures s JOIN article_signatures o ON o.story = s.story AND o.article <> s.article JOIN articles a ON a.id = o.article JOIN documents d ON d.id = a.document WHERE s.article = @article ORDER BY {LatestFirst}",
            new { article });
        return new ArticleContext(place, linked, [.. reprints.Select(static row => row.ToPlace())]);
    });

    private static ImmutableArray<ArticlePlace> FindPlaces(DbConnection connection, long document) =>
        [.. connection.Query<PlaceRow>($"{SelectPlace} FROM articles a JOIN documents d ON d.id = a.document WHERE d.id = @document ORDER BY a.number", new { document }).Select(static row => row.ToPlace())];

    private static ImmutableArray<Diagnostic> FindDiagnostics(DbConnection connection, long document) =>
        [.. connection.Query<(string Code, string Severity, string Message)>("SELECT code, severity, message FROM diagnostics WHERE document = @document ORDER BY number", new { document })
            .Select(static row => new Diagnostic(row.Code, Enum.Parse<Severity>(row.Severity, ignoreCase: true), row.Message))];

    private static List<DocumentHit> ToHits(DbConnection connection, List<DocumentRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        // Ids are numbers, so that they may stand in the text.
        var ids = string.Join(',', rows.Select(static row => row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var pages = connection.Query<(long Document, long Number, double Width, double Height)>($"SELECT document, number, width, height FROM pages WHERE document IN ({ids}) ORDER BY document, number")
            .ToLookup(static page => page.Document, static page => new PageSize((int)page.Number, page.Width, page.Height));
        var paths = connection.Query<(long Document, string Path)>($"SELECT document, path FROM inputs WHERE document IN ({ids}) ORDER BY path").ToLookup(static input => input.Document, static input => input.Path);
        return [.. rows.Select(row => new DocumentHit(row.Sha256, row.Name, Enum.Parse<ExtractionState>(row.Status, ignoreCase: true), [.. pages[row.Id]], [.. paths[row.Id]]))];
    }

    private sealed class DocumentRow
    {
        public const string Select = "SELECT d.id AS Id, d.sha256 AS Sha256, d.name AS Name, d.status AS Status FROM documents d";

        public long Id { get; init; }

        public string Sha256 { get; init; } = "";

        public string Name { get; init; } = "";

        public string Status { get; init; } = "";
    }
}
