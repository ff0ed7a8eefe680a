using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Queries;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage;

/// <content>Articles that share their text.</content>
public sealed partial class NewsStore
{
    private const string Unsigned = """
        FROM articles a JOIN documents d ON d.id = a.document LEFT JOIN article_signatures s ON s.article = a.id
        WHERE d.superseded_by IS NULL AND s.article IS NULL
        """;

    private const string Superseded = "(SELECT a.id FROM documents d JOIN articles a ON a.document = d.id WHERE d.superseded_by IS NOT NULL)";

    // An article that went took its links along, and those of others that were linked over it.
    private const string Orphaned = """
        SELECT 1 FROM article_signatures s WHERE s.story <> s.article AND (NOT EXISTS (SELECT 1 FROM article_signatures t WHERE t.article = s.story)
            OR NOT EXISTS (SELECT 1 FROM article_links l WHERE l.first = s.article OR l.second = s.article))
        """;

    /// <summary>Whether <see cref="Link"/> has something to do: articles came, or went.</summary>
    public bool NeedsLinks() => Run(connection => connection.ExecuteScalar<bool>(
        $"SELECT EXISTS (SELECT 1 {Unsigned}) OR EXISTS (SELECT 1 FROM article_signatures WHERE article IN {Superseded}) OR EXISTS ({Orphaned})"));

    /// <summary>Articles that have no signature yet, with the paragraphs of their bodies; by id.</summary>
    /// <param name="after">The last id of those that were found before.</param>
    public IReadOnlyDictionary<long, ImmutableArray<string>> FindUnsigned(long after, int limit) => Run(connection =>
    {
        var ids = connection.Query<long>($"SELECT a.id {Unsigned} AND a.id > @after ORDER BY a.id LIMIT @limit", new { after, limit }).AsList();
        return FindParagraphs(connection, null, ids);
    });

    /// <summary>Signatures of articles that had none; those of articles that have gone meanwhile are left out.</summary>
    public void SaveSignatures(IReadOnlyCollection<SignatureEntry> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        Write(Database.WholeStore, transaction =>
        {
            var missing = transaction.Connection!
                .Query<long>($"SELECT a.id FROM articles a LEFT JOIN article_signatures s ON s.article = a.id WHERE s.article IS NULL AND a.id IN ({List(signatures.Select(static signature => signature.Article))})", transaction: transaction)
                .ToHashSet();
            _database.Insert(transaction, StoreTables.ArticleSignatures, [.. signatures
                .Where(signature => missing.Contains(signature.Article))
                .Select(static signature => new object?[] { signature.Article, signature.Letters, signature.TextHash, signature.MinHash?.ToArray(), signature.Story })]);
        });
    }

    /// <summary>Puts the links of all articles that count in the place of those that are there; what stays the same is not written.</summary>
    /// <param name="relate">Called once, while no other program links.</param>
    /// <returns>How many links there are now.</returns>
    public int Link(Func<LinkContext, LinkResult> relate)
    {
        ArgumentNullException.ThrowIfNull(relate);
        var count = 0;
        Write(Database.WholeStore, transaction =>
        {
            var connection = transaction.Connection!;
            connection.Execute($"DELETE FROM article_signatures WHERE article IN {Superseded}", transaction: transaction);
            connection.Execute($"DELETE FROM article_links WHERE first IN {Superseded} OR second IN {Superseded}", transaction: transaction);
            var signatures = connection.Query<SignatureRow>(
                "SELECT s.article, s.letters, s.text_hash AS TextHash, s.minhash, s.story, a.date_from AS Date FROM article_signatures s JOIN articles a ON a.id = s.article ORDER BY s.article",
                transaction: transaction).Select(static row => row.ToEntry()).ToList();
            var links = connection.Query<LinkRow>("SELECT first, second, kind, similarity FROM article_links ORDER BY first, second", transaction: transaction).Select(static row => row.ToEntry()).ToList();
            var result = relate(new LinkContext(signatures, links, ids => FindParagraphs(connection, transaction, ids)));
            Replace(transaction, links, result.Links);
            var moved = signatures.Where(signature => result.Stories[signature.Article] != signature.Story).Select(signature => new { article = signature.Article, story = result.Stories[signature.Article] });
            connection.Execute("UPDATE article_signatures SET story = @story WHERE article = @article", moved, transaction);
            count = result.Links.Count;
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

    private void Replace(DbTransaction transaction, IReadOnlyList<LinkEntry> before, IReadOnlyList<LinkEntry> after)
    {
        var gone = before.Except(after).Select(static link => new { link.First, link.Second });
        transaction.Connection!.Execute("DELETE FROM article_links WHERE first = @First AND second = @Second", gone, transaction);
        _database.Insert(transaction, StoreTables.ArticleLinks, [.. after.Except(before).Select(static link => new object?[] { link.First, link.Second, KindName(link.Kind), link.Similarity })]);
    }

    private static string KindName(LinkKind kind) => kind.ToString().ToLowerInvariant();

    // Numbers of the store's own.
    private static string List(IEnumerable<long> ids) => string.Join(',', ids.DefaultIfEmpty(-1));

    private static Dictionary<long, ImmutableArray<string>> FindParagraphs(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<long> articles)
    {
        var found = articles.ToDictionary(static article => article, static _ => ImmutableArray<string>.Empty);
        foreach (var part in articles.Chunk(500))
        {
            var rows = connection.Query<(long Article, string Text)>($"SELECT article, text FROM paragraphs WHERE article IN ({List(part)}) AND kind = 'body' ORDER BY article, number", transaction: transaction);
            foreach (var article in rows.GroupBy(static row => row.Article))
            {
                found[article.Key] = [.. article.Select(static row => row.Text)];
            }
        }

        return found;
    }

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

    private sealed class LinkRow
    {
        public long First { get; init; }

        public long Second { get; init; }

        public string Kind { get; init; } = "";

        public double Similarity { get; init; }

        public LinkEntry ToEntry() => new(First, Second, Enum.Parse<LinkKind>(Kind, ignoreCase: true), Similarity);
    }
}
