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
        var sql = new FilterSql(_database, _options).Add(filter, ofFacts);
        return Run(connection =>
        {
            using var reading = _database.BeginReading(connection);
            var found = FindSpread(connection, sql, ofFacts);
            var weights = found.GroupBy(static row => row.Article).ToDictionary(static group => group.Key, static group => group.Sum(static row => row.Count));
            return new Facets(
                weights.Values.Sum(),
                ofFacts ? Most(found.GroupBy(static row => row.Type!).Select(static group => new Facet(group.Key, group.Sum(static row => row.Count)))) : CountTypes(connection, sql),
                CountEntityTypes(connection, sql, ofFacts),
                CountPlaces(connection, weights),
                [.. found.Where(static row => row.Year is not null).GroupBy(static row => row.Year!).Select(static group => new Facet(group.Key, group.Sum(static row => row.Count))).OrderByDescending(static facet => facet.Name, StringComparer.Ordinal)],
                CountSources(found));
        });
    }

    /// <summary>What the store holds, documents left out that others took the place of.</summary>
    public StoreSummary Summarize() => Run(connection => connection.QuerySingle<HoldingsRow>(
        $"""
        SELECT (SELECT COUNT(*) FROM documents d WHERE {FilterSql.Present}) AS Documents,
            (SELECT COUNT(*) {FromArticles} {FilterSql.Present}) AS Articles,
            (SELECT COUNT(*) {FromFacts} {FilterSql.Present}) AS Facts,
            (SELECT COUNT(*) FROM entities) AS Entities,
            (SELECT COUNT(*) FROM inputs WHERE status IN ('failed', 'unreadable')) AS Failed,
            (SELECT COUNT(*) FROM corrections WHERE undone_at IS NULL) AS Corrections,
            (SELECT MIN(a.date_from) {FromArticles} {FilterSql.Present}) AS First,
            (SELECT MAX(a.date_to) {FromArticles} {FilterSql.Present}) AS Last
        """)).ToSummary();

    private static List<SpreadRow> FindSpread(DbConnection connection, FilterSql sql, bool ofFacts) => connection.Query<SpreadRow>(
        ofFacts
            ? $"SELECT a.id AS Article, SUBSTR(a.date, 1, 4) AS Year, a.source AS Source, d.name AS Name, f.type AS Type, COUNT(*) AS Count {FromFacts} {sql.Text} GROUP BY a.id, a.date, a.source, d.name, f.type"
            : $"SELECT a.id AS Article, SUBSTR(a.date, 1, 4) AS Year, a.source AS Source, d.name AS Name, 1 AS Count {FromArticles} {sql.Text}",
        sql.Values).AsList();

    private static ImmutableArray<Facet> CountTypes(DbConnection connection, FilterSql sql) => Most(Count(connection,
        $"SELECT x.type AS Name, COUNT(DISTINCT x.article) AS Count {FromArticles.Replace(" WHERE", " JOIN facts x ON x.article = a.id WHERE", StringComparison.Ordinal)} {sql.Text} GROUP BY x.type", sql));

    private static ImmutableArray<Facet> CountEntityTypes(DbConnection connection, FilterSql sql, bool ofFacts) => Most(Count(connection,
        ofFacts
            ? $"""
              SELECT q.type AS Name, COUNT(*) AS Count FROM (
                  SELECT DISTINCT x.article, x.fact, y.type {FromFacts.Replace(" WHERE", " JOIN arguments x ON x.article = f.article AND x.fact = f.number JOIN article_entities y ON y.article = x.article AND y.number = x.entity WHERE", StringComparison.Ordinal)} {sql.Text}) q
              GROUP BY q.type
              """
            : $"SELECT y.type AS Name, COUNT(DISTINCT y.article) AS Count {FromArticles.Replace(" WHERE", " JOIN article_entities y ON y.article = a.id WHERE", StringComparison.Ordinal)} {sql.Text} GROUP BY y.type",
        sql));

    // Not as facets: of an answer without rows SQLite does not say what its columns are.
    private static IEnumerable<Facet> Count(DbConnection connection, string text, FilterSql sql) =>
        connection.Query<(string Name, long Count)>(text, sql.Values).Select(static row => new Facet(row.Name, row.Count));

    // A place is asked for by how its name begins, so that 太原 counts what names 太原市 or 太原站.
    private static ImmutableArray<Facet> CountPlaces(DbConnection connection, Dictionary<long, long> weights)
    {
        const string Select = "SELECT p.article, p.name FROM article_entities p WHERE p.type IN ('GPE', 'LOC', 'ZONE', 'FAC')";
        var places = weights.Count > ArticlesAtOnce
            ? connection.Query<(long Article, string Name)>(Select).Where(place => weights.ContainsKey(place.Article)).ToList()
            : weights.Count == 0 ? [] : connection.Query<(long Article, string Name)>($"{Select} AND p.article IN ({string.Join(',', weights.Keys.Select(static id => id.ToString(CultureInfo.InvariantCulture)))})").AsList();
        var counts = places.Select(static place => place.Name).Distinct(StringComparer.Ordinal).ToDictionary(static name => name, static _ => 0L, StringComparer.Ordinal);
        var beginnings = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var article in places.GroupBy(static place => place.Article))
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (_, name) in article)
            {
                for (var length = 1; length <= name.Length; length++)
                {
                    if (beginnings.TryGetValue(name.AsSpan(0, length), out var known, out _))
                    {
                        names.Add(known);
                    }
                }
            }

            foreach (var name in names)
            {
                counts[name] += weights[article.Key];
            }
        }

        return Most(counts.Select(static pair => new Facet(pair.Key, pair.Value)));
    }

    // A source is asked for by a part of its name.
    private static ImmutableArray<Facet> CountSources(List<SpreadRow> found)
    {
        var names = found.GroupBy(static row => (row.Source, row.Name)).Select(static group => (group.Key.Source, group.Key.Name, Count: group.Sum(static row => row.Count))).ToList();
        var most = Most(names.GroupBy(static name => name.Source ?? name.Name, StringComparer.Ordinal).Select(static group => new Facet(group.Key, group.Sum(static name => name.Count))));
        return Most(most.Select(facet => facet with
        {
            Count = names.Where(name => name.Name.Contains(facet.Name, StringComparison.Ordinal) || (name.Source?.Contains(facet.Name, StringComparison.Ordinal) ?? false)).Sum(static name => name.Count),
        }));
    }

    private static ImmutableArray<Facet> Most(IEnumerable<Facet> facets) =>
        [.. facets.OrderByDescending(static facet => facet.Count).ThenBy(static facet => facet.Name, StringComparer.Ordinal).Take(MostFacets)];

    private sealed class SpreadRow
    {
        public long Article { get; init; }

        public string? Year { get; init; }

        public string? Source { get; init; }

        public string Name { get; init; } = "";

        public string? Type { get; init; }

        public long Count { get; init; }
    }

    // With properties, since SQLite gives no type to the days of a store that has none.
    private sealed class HoldingsRow
    {
        public long Documents { get; set; }

        public long Articles { get; set; }

        public long Facts { get; set; }

        public long Entities { get; set; }

        public long Failed { get; set; }

        public long Corrections { get; set; }

        public string? First { get; set; }

        public string? Last { get; set; }

        public StoreSummary ToSummary() => new(Documents, Articles, Facts, Entities, Failed, Corrections, First, Last);
    }
}
