using System.Collections.Immutable;
using Dapper;
using NewsExtract.Storage.Queries;
using NewsExtract.Storage.Reprints;

namespace NewsExtract.Storage;

/// <content>Articles that share their text.</content>
public sealed partial class NewsStore
{
    /// <summary>Whether <see cref="Relate"/> has something to do: documents came, changed or went.</summary>
    public bool NeedsLinks() => Run(connection => connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM reprint_changes)"));

    /// <summary>Articles without signature of documents that came or changed, with the paragraphs of their bodies.</summary>
    /// <param name="after">The last document of those that were asked about before.</param>
    /// <returns><c>null</c> when there are no more documents.</returns>
    public UnsignedTexts? FindUnsigned(long after, int limit) => Run(connection =>
    {
        var documents = connection.Query<long>("SELECT document FROM reprint_changes WHERE document > @after ORDER BY document LIMIT @limit", new { after, limit }).AsList();

        // First: of a document that is written meanwhile the texts may be newer than that, never older.
        var changes = ReprintTables.CountChanges(connection, null, documents);
        return documents.Count == 0 ? null : new UnsignedTexts(documents[^1], changes, ReprintTables.FindUnsigned(connection, null, documents));
    });

    /// <summary>Signatures of articles that had none; those of documents that were written meanwhile are left out.</summary>
    /// <param name="texts">What was signed.</param>
    public void SaveSignatures(UnsignedTexts texts, IReadOnlyCollection<SignatureEntry> signatures)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(signatures);

        // The store, because of who relates texts meanwhile and signs what has no signature; the documents, because of who writes one of them.
        Write(texts.Changes.Keys.Prepend(Database.WholeStore), transaction =>
        {
            var now = ReprintTables.CountChanges(transaction.Connection!, transaction, texts.Changes.Keys.ToList());
            var same = texts.Changes.Where(one => now[one.Key] == one.Value).Select(static one => one.Key).ToList();
            new ReprintTables(_database, transaction).AddSignatures(signatures, same);
        }, unhurried: true);
    }

    /// <summary>Brings the links between articles, and their stories, up to what the store holds.</summary>
    /// <param name="relate">Called once, while no other program does the same.</param>
    /// <returns>How many links there are now.</returns>
    /// <exception cref="StoreException">NX3003 to NX3005.</exception>
    public long Relate(Action<ReprintTables> relate)
    {
        ArgumentNullException.ThrowIfNull(relate);
        var count = 0L;
        WriteUnhurried(transaction =>
        {
            relate(new ReprintTables(_database, transaction));
            count = transaction.Connection!.ExecuteScalar<long>("SELECT COUNT(*) FROM article_links", transaction: transaction);
        });
        return count;
    }

    /// <summary>Articles that share text, by date, file and place of the first.</summary>
    /// <param name="filter">What one of the two must meet.</param>
    /// <param name="kind"><c>null</c> for all.</param>
    public IReadOnlyList<LinkHit> FindLinks(NewsFilter filter, LinkKind? kind = null, int limit = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var ofFacts = filter.IsOfFacts || filter.Entity is not null;
        var sql = new FilterSql(_database, _options).Add(filter, ofFacts);
        var meets = $"(SELECT 1 FROM articles a JOIN documents d ON d.id = a.document {(ofFacts ? "JOIN facts f ON f.article = a.id" : "")} WHERE a.id IN (l.first, l.second) AND {sql.Text})";
        return Run<IReadOnlyList<LinkHit>>(connection => [.. connection.Query<LinkHitRow, PlaceRow, PlaceRow, LinkHit>(
            $"""
            SELECT l.kind, l.similarity, x.id, e.name AS Source, e.sha256, x.number, x.headline, x.date, y.id, g.name AS Source, g.sha256, y.number, y.headline, y.date
            FROM article_links l JOIN articles x ON x.id = l.first JOIN documents e ON e.id = x.document JOIN articles y ON y.id = l.second JOIN documents g ON g.id = y.document
            WHERE e.superseded_by IS NULL AND g.superseded_by IS NULL {(kind is null ? "" : "AND l.kind = @kind")} {(sql.Text == FilterSql.Present ? "" : $"AND EXISTS {meets}")}
            ORDER BY x.date_from NULLS FIRST, e.name, x.number, g.name, y.number, y.id LIMIT {Limit(limit, 0)}
            """,
            static (link, first, second) => new LinkHit(Enum.Parse<LinkKind>(link.Kind, ignoreCase: true), link.Similarity, first.ToPlace(), second.ToPlace()),
            new Dictionary<string, object?>(sql.Values) { ["kind"] = kind is { } wanted ? KindName(wanted) : null },
            splitOn: "id,id")]);
    }

    private static string KindName(LinkKind kind) => kind.ToString().ToLowerInvariant();

    private sealed class LinkHitRow
    {
        public string Kind { get; init; } = "";

        public double Similarity { get; init; }
    }

    private sealed class PlaceRow
    {
        public long Id { get; init; }

        public string Source { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public long Number { get; init; }

        public string? Headline { get; init; }

        public string? Date { get; init; }

        public ArticlePlace ToPlace() => new(Id, Source, Sha256, (int)Number, Headline, Date);
    }
}
