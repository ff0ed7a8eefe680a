using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>How answers are spread.</content>
public sealed partial class NewsStore
{
    /// <summary>Values of one kind that are named.</summary>
    private const int MostFacets = 20;

    /// <summary>More articles than this are picked here, not by the database.</summary>
    private const int ArticlesAtOnce = 500;

    /// <summary>Counts facts, or articles, by type, types of entities, place, year and source.</summary>
    public Facets CountFacets(NewsFilter filter, bool ofFacts)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (from, sql) = ofFacts ? Counting(filter) : (FromArticles, new FilterSql(_database, _options).Add(filter, ofFacts: false));
        return Run(connection =>
        {
            using var reading = _database.BeginReading(connection);
            Say(connection, Searching(filter));
            var (types, entityTypes) = (new Tally(), new Tally());
            var weights = ofFacts ? WeighFacts(connection, from, sql, types, entityTypes) : WeighArticles(connection, sql, types, entityTypes);
            Say(connection, Searching(filter).Length == 0 ? "" : _database.Searched);
            var (years, sources) = CountArticles(connection, weights);
            return new Facets(weights.Values.Sum(), types.Most(), entityTypes.Most(), CountPlaces(connection, weights), years.Latest(), sources.Most());
        });
    }

    /// <summary>What the store holds, documents left out that others took the place of.</summary>
    public StoreSummary Summarize()
    {
        // Few documents have others in their place: what they hold is taken off all.
        const string Superseded = "articles x JOIN documents y ON y.id = x.document WHERE y.superseded_by IS NOT NULL";
        return Run(connection => connection.QuerySingle<StoreSummary>(
            $"""
            SELECT (SELECT COUNT(*) FROM documents d WHERE {FilterSql.Present}) AS Documents, a.Articles,
                (SELECT COUNT(*) FROM facts) - (SELECT COUNT(*) FROM facts f WHERE f.article IN (SELECT x.id FROM {Superseded})) AS Facts,
                (SELECT COUNT(*) FROM entities) AS Entities,
                (SELECT COUNT(*) FROM inputs WHERE status IN ('failed', 'unreadable')) AS Failed,
                (SELECT COUNT(*) FROM corrections WHERE undone_at IS NULL) AS Corrections,
                a.First, a.Last
            FROM (SELECT COUNT(*) AS Articles, MIN(o.date_from) AS First, MAX(o.date_to) AS Last FROM articles o WHERE o.id NOT IN (SELECT x.id FROM {Superseded})) a
            """));
    }

    private static void Say(DbConnection connection, string sql)
    {
        if (sql.Length > 0)
        {
            connection.Execute(sql);
        }
    }

    /// <returns>How many facts each article has.</returns>
    private static Dictionary<long, long> WeighFacts(DbConnection connection, string from, FilterSql sql, Tally types, Tally entityTypes)
    {
        var weights = new Dictionary<long, long>();
        var combined = new Tally();
        using var rows = connection.ExecuteReader($"SELECT f.article, f.type, f.entity_types, COUNT(*) {from} {sql.Text} GROUP BY f.article, f.type, f.entity_types", sql.Values);
        while (rows.Read())
        {
            var (article, count) = (rows.GetInt64(0), rows.GetInt64(3));
            weights[article] = weights.GetValueOrDefault(article) + count;
            types.Add(rows.GetString(1), count);
            combined.Add(rows.IsDBNull(2) ? null : rows.GetString(2), count);
        }

        // ORG PER and the like: some tens in all.
        foreach (var (names, count) in combined.All())
        {
            foreach (var name in names.Split(' '))
            {
                entityTypes.Add(name, count);
            }
        }

        return weights;
    }

    /// <returns>Each article with the weight 1.</returns>
    private static Dictionary<long, long> WeighArticles(DbConnection connection, FilterSql sql, Tally types, Tally entityTypes)
    {
        var weights = connection.Query<long>($"SELECT a.id {FromArticles} {sql.Text}", sql.Values).ToDictionary(static article => article, static _ => 1L);
        foreach (var (tally, table) in (ReadOnlySpan<(Tally, string)>)[(types, "facts"), (entityTypes, "article_entities")])
        {
            foreach (var type in OfArticles(connection, weights, $"SELECT DISTINCT p.article, p.type FROM {table} p WHERE 0 = 0", static row => row.GetString(1)))
            {
                tally.Add(type, 1);
            }
        }

        return weights;
    }

    private static (Tally Years, Tally Sources) CountArticles(DbConnection connection, Dictionary<long, long> weights)
    {
        var (years, sources, files) = (new Tally(), new Tally(), new List<(string Name, long Weight)>());
        var all = OfArticles(
            connection,
            weights,
            "SELECT p.id, SUBSTR(p.date, 1, 4), p.source, d.name FROM articles p JOIN documents d ON d.id = p.document WHERE d.superseded_by IS NULL",
            static row => (Article: row.GetInt64(0), Year: row.IsDBNull(1) ? null : row.GetString(1), Source: row.IsDBNull(2) ? null : row.GetString(2), Name: row.GetString(3)),
            "p.id");
        foreach (var (article, year, source, name) in all)
        {
            var weight = weights[article];
            years.Add(year, weight);
            sources.Add(source ?? name, weight);
            if (source is not null && source != name)
            {
                files.Add((name, weight));
            }
        }

        // Who asks for a name gets what comes from a file of that name too.
        foreach (var (name, weight) in files.Where(file => sources.Has(file.Name)))
        {
            sources.Add(name, weight);
        }

        return (years, sources);
    }

    /// <summary>Rows of the articles that are weighed, by the article that stands first in them: all are read and picked from where they are many.</summary>
    private static IEnumerable<T> OfArticles<T>(DbConnection connection, Dictionary<long, long> weights, string select, Func<DbDataReader, T> read, string key = "p.article")
    {
        if (weights.Count == 0)
        {
            yield break;
        }

        var isPicked = weights.Count > ArticlesAtOnce;
        using var rows = (DbDataReader)connection.ExecuteReader(isPicked ? select : $"{select} AND {key} IN ({string.Join(',', weights.Keys.Select(static id => id.ToString(CultureInfo.InvariantCulture)))})");
        while (rows.Read())
        {
            if (!isPicked || weights.ContainsKey(rows.GetInt64(0)))
            {
                yield return read(rows);
            }
        }
    }

    // A place is asked for by how its name begins, so that 太原 counts what names 太原市 or 太原站.
    private static ImmutableArray<Facet> CountPlaces(DbConnection connection, Dictionary<long, long> weights)
    {
        var places = OfArticles(connection, weights, "SELECT p.article, p.name FROM article_entities p WHERE p.type IN ('GPE', 'LOC', 'ZONE', 'FAC')", static row => (Article: row.GetInt64(0), Name: row.GetString(1))).ToList();
        var names = places.Select(static place => place.Name).Distinct(StringComparer.Ordinal).ToList();
        var numbers = names.Index().ToDictionary(static name => name.Item, static name => name.Index, StringComparer.Ordinal);
        var beginnings = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var within = names.ConvertAll(name => Enumerable.Range(1, name.Length).Select(length => beginnings.TryGetValue(name.AsSpan(0, length), out var number) ? number : -1).Where(static number => number >= 0).ToArray());

        // The article that a name was last counted for, since one may name both 太原市 and 太原站.
        var counts = new long[names.Count];
        var last = new long?[names.Count];
        foreach (var article in places.GroupBy(static place => place.Article))
        {
            foreach (var number in article.SelectMany(place => within[numbers[place.Name]]).Where(number => last[number] != article.Key))
            {
                last[number] = article.Key;
                counts[number] += weights[article.Key];
            }
        }

        return Most(names.Select((name, number) => new Facet(name, counts[number])));
    }

    private static ImmutableArray<Facet> Most(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(static facet => facet.Count).ThenBy(static facet => facet.Name, StringComparer.Ordinal).Take(MostFacets)];

    /// <summary>Counts by name.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

        /// <param name="name"><c>null</c> counts nowhere.</param>
        public void Add(string? name, long count)
        {
            if (name is not null)
            {
                _counts[name] = _counts.GetValueOrDefault(name) + count;
            }
        }

        public Dictionary<string, long> All() => _counts;

        public bool Has(string name) => _counts.ContainsKey(name);

        public ImmutableArray<Facet> Most() => NewsStore.Most(Facets());

        /// <summary>By name, the greatest first.</summary>
        public ImmutableArray<Facet> Latest() => [.. Facets().OrderByDescending(static facet => facet.Name, StringComparer.Ordinal)];

        private IEnumerable<Facet> Facets() => _counts.Select(static pair => new Facet(pair.Key, pair.Value));
    }
}
