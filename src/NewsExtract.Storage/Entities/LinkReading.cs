using System.Collections.Immutable;
using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Entities;

/// <summary>
/// A store as it stood at one moment, for linking: what has changed since the last one, and what that came to. It remembers of each name that it
/// gave what is stored with the entity.
/// </summary>
public sealed class LinkReading
{
    private readonly DbTransaction _transaction;
    private readonly LinkReader _reader;
    private readonly string[] _factTypes;
    private readonly Dictionary<long, string?> _dates = [];
    private readonly Dictionary<long, long> _documents = [];
    private readonly Dictionary<(long Article, int Number), StoredEntity> _names = [];
    private readonly HashSet<long> _changed;

    /// <param name="version">Of the rules.</param>
    internal LinkReading(Database database, DbTransaction transaction, string version, string[] factTypes)
    {
        (_transaction, _reader, _factTypes) = (transaction, new LinkReader(database, transaction), factTypes);
        Version = version;
        Last = LinkState.Read(transaction);
        IsFirst = Last.Version != version;
        Decisions = _reader.ReadDecisions();
        var before = Last.Decisions.ToHashSet();
        ChangedDecisions = before.SetEquals(Decisions.Select(static decision => decision.Id))
            ? []
            : [.. _reader.ReadDecisions("ORDER BY id").Where(decision => before.Contains(decision.Id) != (decision.Undone is null))];
        Changed = _reader.Query<(long Document, long Changes)>(
            """
            SELECT d.id, COALESCE(c.changes, 0) FROM documents d LEFT JOIN document_changes c ON c.document = d.id LEFT JOIN linked_documents l ON l.document = d.id
            WHERE d.superseded_by IS NULL AND (l.changes IS NULL OR l.changes <> COALESCE(c.changes, 0))
            """).ToDictionary(static row => row.Document, static row => row.Changes);
        Gone = [.. _reader.Query<long>("SELECT l.document FROM linked_documents l LEFT JOIN documents d ON d.id = l.document AND d.superseded_by IS NULL WHERE d.id IS NULL")];
        _changed = [.. Changed.Keys, .. Gone];
    }

    /// <summary>Whether nothing of the last linking can be used: there was none, or one by other rules.</summary>
    public bool IsFirst { get; }

    /// <summary>Those that hold.</summary>
    public ImmutableArray<EntityDecision> Decisions { get; }

    /// <summary>Those that were made or taken back since.</summary>
    public ImmutableArray<EntityDecision> ChangedDecisions { get; }

    /// <summary>Names that were read.</summary>
    public int Names => _names.Count;

    internal string Version { get; }

    internal LinkState Last { get; }

    /// <summary>New and changed documents, and how often they were written.</summary>
    internal IReadOnlyDictionary<long, long> Changed { get; }

    /// <summary>All documents that count, and how often they were written; read with all articles.</summary>
    internal IReadOnlyDictionary<long, long> Documents { get; private set; } = new Dictionary<long, long>();

    /// <summary>Documents that no longer count.</summary>
    internal ImmutableArray<long> Gone { get; }

    internal bool HasChanges => IsFirst || _changed.Count > 0 || !ChangedDecisions.IsEmpty;

    internal ImmutableArray<(long Document, long Entity)> Touched { get; private set; } = [];

    /// <summary>Ends what was read, so that the database need not keep that moment while links are found.</summary>
    public void End() => _transaction.Dispose();

    public IReadOnlyCollection<StoredArticle> ReadArticles()
    {
        Documents = _reader.Query<(long Document, long Changes)>("SELECT d.id, COALESCE(c.changes, 0) FROM documents d LEFT JOIN document_changes c ON c.document = d.id WHERE d.superseded_by IS NULL")
            .ToDictionary(static row => row.Document, static row => row.Changes);
        return Remember(_reader.ReadArticles(_factTypes));
    }

    /// <summary>The articles of new and changed documents.</summary>
    public IReadOnlyCollection<StoredArticle> ReadChanged() => Remember([.. Ask(Changed.Keys, ids => _reader.ReadArticles(_factTypes, $"a.document IN ({ids})"))]);

    /// <summary>Some articles of other documents, with their homes.</summary>
    public IReadOnlyCollection<StoredArticle> ReadArticles(IReadOnlyCollection<long> articles)
    {
        var homes = Ask(articles, ids => _reader.Query<ArticleHomeRow>($"SELECT article, date, province, city, county, confidence, paper FROM article_homes WHERE article IN ({ids})")).ToDictionary(static row => row.Article, static row => row.ToHome());
        return Remember(
        [
            .. Ask(articles, ids => _reader.ReadArticles(_factTypes, $"a.id IN ({ids})"))
                .Where(article => !_changed.Contains(article.Document))
                .Select(article => article with { Home = homes.GetValueOrDefault(article.Id) }),
        ]);
    }

    /// <summary>Share of all articles that are in documents that have changed.</summary>
    public double ShareOfChanged()
    {
        var all = _reader.Query<long>("SELECT COUNT(*) FROM article_homes").Single();
        var changed = Ask(_changed, ids => _reader.Query<long>($"SELECT COUNT(*) FROM articles WHERE document IN ({ids})")).Sum()
            + Ask(Gone, ids => _reader.Query<long>($"SELECT COUNT(*) FROM article_homes WHERE document IN ({ids})")).Sum();
        return (double)changed / Math.Max(all, 1);
    }

    /// <summary>Share of all names that are of some entities.</summary>
    public double ShareOf(IEnumerable<FormerEntity> entities) => (double)entities.Sum(static entity => entity.Members) / Math.Max(_reader.Query<long>("SELECT COUNT(*) FROM entity_members").Single(), 1);

    /// <summary>Entities of which a name has changed or gone, as far as they are there.</summary>
    public IReadOnlySet<long> FindTouched()
    {
        Touched = [.. Ask(_changed, ids => _reader.Query<(long, long)>($"SELECT document, entity FROM touched_entities WHERE document IN ({ids})"))];

        // Documents that others took the place of, and what another linking wrote while one was being written.
        var members = Ask(_changed, ids => _reader.Query<long>($"SELECT DISTINCT m.entity FROM article_homes h JOIN entity_members m ON m.article = h.article WHERE h.document IN ({ids})"));
        return Touched.Select(static touched => touched.Entity).Concat(members).ToHashSet();
    }

    /// <summary>Of some articles those whose documents are new, changed or gone.</summary>
    public IReadOnlySet<long> FindChanged(IReadOnlyCollection<long> articles) => Ask(articles, ids => _reader.Query<(long Article, long Document)>(
            $"SELECT id, document FROM articles WHERE id IN ({ids}) UNION SELECT article, document FROM article_homes WHERE article IN ({ids})"))
        .Where(row => _changed.Contains(row.Document))
        .Select(static row => row.Article)
        .ToHashSet();

    public IEnumerable<FormerEntity> FindEntities(IReadOnlyCollection<long> entities) =>
        Ask(entities, ids => _reader.Query<EntityRow>($"SELECT id, type, members, bodies FROM entities WHERE id IN ({ids})")).Select(static row => new FormerEntity(row.Id, row.Type, row.Members, row.Bodies));

    public IEnumerable<FormerKey> FindKeys(IReadOnlyCollection<long> entities) => IdLists.Of(entities).SelectMany(ids => Keys($"entity IN ({ids})"));

    public IEnumerable<FormerKey> FindKeysByText(IReadOnlyCollection<string> texts) => FindKeys("text", texts);

    public IEnumerable<FormerKey> FindKeysByBrand(IReadOnlyCollection<string> brands) => FindKeys("brand", brands);

    /// <summary>The members of some entities, but for those of documents that have changed.</summary>
    public IReadOnlyList<FormerMember> ReadMembers(IReadOnlyCollection<long> entities)
    {
        var members = new List<FormerMember>();
        foreach (var row in Ask(entities, ids => _reader.Query<MemberRow>(
            $"""
            SELECT m.article, m.number, m.entity, e.type, e.name, e.aliases, h.document, h.date, h.province, h.city, h.county, h.confidence, h.paper
            FROM entity_members m JOIN article_entities e ON e.article = m.article AND e.number = m.number JOIN article_homes h ON h.article = m.article WHERE m.entity IN ({ids})
            """)))
        {
            if (_changed.Contains(row.Document))
            {
                continue;
            }

            var name = _reader.Entity(row.Number, row.Type, row.Name, row.Aliases);
            (_dates[row.Article], _names[(row.Article, name.Number)]) = (row.Date, name);
            members.Add(new FormerMember(row.Article, name, row.Entity) { Date = row.Date, Home = row.ToHome() });
        }

        return members;
    }

    /// <summary>What the names of some articles were linked to.</summary>
    public IReadOnlyDictionary<(long Article, int Number), FormerEntity> FindLinked(IReadOnlyCollection<long> articles) => Ask(articles, ids => _reader.Query<LinkedRow>(
            $"SELECT m.article, m.number, e.id, e.type, e.members, e.bodies FROM entity_members m JOIN entities e ON e.id = m.entity WHERE m.article IN ({ids})"))
        .ToDictionary(static row => (row.Article, (int)row.Number), static row => new FormerEntity(row.Id, row.Type, row.Members, row.Bodies));

    /// <summary>What some articles call things of a type.</summary>
    public IReadOnlySet<string> FindNames(IReadOnlyCollection<long> articles, string type) =>
        Ask(articles, ids => _reader.Query<string>($"SELECT DISTINCT name FROM article_entities WHERE article IN ({ids}) AND type = @type", new { type })).ToHashSet(StringComparer.Ordinal);

    internal string? DateOf(long article) => _dates[article];

    internal StoredEntity NameOf(long article, int number) => _names[(article, number)];

    internal long DocumentOf(long article) => _documents[article];

    private IReadOnlyCollection<StoredArticle> Remember(IReadOnlyCollection<StoredArticle> articles)
    {
        foreach (var article in articles)
        {
            (_dates[article.Id], _documents[article.Id]) = (article.Date, article.Document);
            foreach (var entity in article.Entities)
            {
                _names[(article.Id, entity.Number)] = entity;
            }
        }

        return articles;
    }

    private IEnumerable<FormerKey> FindKeys(string column, IReadOnlyCollection<string> texts) => texts.Chunk(IdLists.Part)
        .SelectMany(part => Keys($"{column} IN ({string.Join(',', part.Select(static (_, place) => $"@t{place}"))})", part.Select(static (text, place) => KeyValuePair.Create($"t{place}", (object?)text))));

    private IEnumerable<FormerKey> Keys(string condition, IEnumerable<KeyValuePair<string, object?>>? values = null) =>
        _reader.Query<KeyRow>($"SELECT entity, text, brand FROM entity_keys WHERE {condition}", new DynamicParameters(values ?? [])).AsList().Select(static row => new FormerKey(row.Entity, row.Text, row.Brand));

    private static IEnumerable<TRow> Ask<TRow>(IEnumerable<long> keys, Func<string, IEnumerable<TRow>> ask) => IdLists.Of(keys).SelectMany(ids => ask(ids).AsList());

    private sealed class EntityRow
    {
        public long Id { get; init; }

        public string Type { get; init; } = "";

        public long Members { get; init; }

        public long Bodies { get; init; }
    }

    private sealed class LinkedRow
    {
        public long Article { get; init; }

        public long Number { get; init; }

        public long Id { get; init; }

        public string Type { get; init; } = "";

        public long Members { get; init; }

        public long Bodies { get; init; }
    }

    private sealed class KeyRow
    {
        public long Entity { get; init; }

        public string Text { get; init; } = "";

        public string? Brand { get; init; }
    }

    private abstract class HomeRow
    {
        public long Article { get; init; }

        public string? Date { get; init; }

        public string? Province { get; init; }

        public string? City { get; init; }

        public string? County { get; init; }

        public double Confidence { get; init; }

        public string? Paper { get; init; }

        public StoredHome ToHome() => new(Province, City, County, Confidence, Paper);
    }

    private sealed class ArticleHomeRow : HomeRow;

    private sealed class MemberRow : HomeRow
    {
        public long Document { get; init; }

        public long Number { get; init; }

        public long Entity { get; init; }

        public string Type { get; init; } = "";

        public string Name { get; init; } = "";

        public string Aliases { get; init; } = "";
    }
}
