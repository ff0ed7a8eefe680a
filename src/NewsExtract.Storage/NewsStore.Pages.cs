using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>Answers in parts.</content>
public sealed partial class NewsStore
{
    /// <summary>The facts that follow a place in the order.</summary>
    /// <param name="after"><c>null</c> for the first part.</param>
    public ResultPage<FactHit> FindFacts(NewsFilter filter, DateOrder order, int limit, PlaceInOrder? after)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Run(connection =>
        {
            var sql = new FilterSql(_database, _options);
            var walks = sql.Walks(connection, filter, ofFacts: true, limit);
            sql.Add(filter, ofFacts: true, walks).After(after, order, "a.id", "f.number");
            var rows = connection.Query<FactRow>(
                $"""
                {(walks ? "" : Searching(filter))}
                SELECT f.article, f.number, d.name AS Source, d.sha256, a.number AS ArticleNumber, a.headline, a.date, a.date_from AS DateFrom, f.type, f.modality, f.evidence,
                    f.spans, f.boxes, f.producer, f.confidence, f.review, {Reprints}
                {(walks ? _database.WalkingFacts : FromFacts)} {sql.Text}
                ORDER BY {FilterSql.OrderOf(order)}, d.name, a.number, a.id, f.number LIMIT {Limit(limit + 1, 0)}
                """,
                sql.Values).AsList();
            var shown = rows.Take(limit).ToList();
            return new ResultPage<FactHit>(
                [.. WithArguments(connection, shown)],
                rows.Count > limit ? shown[^1].ToPlace() : null);
        });
    }

    /// <summary>The articles that follow a place in the order, the latest first.</summary>
    /// <param name="after"><c>null</c> for the first part.</param>
    public ResultPage<ArticleHit> FindArticles(NewsFilter filter, int limit, PlaceInOrder? after)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var words = filter.Words.Select(_options.Fold).ToList();
        return Run(connection =>
        {
            var sql = new FilterSql(_database, _options);
            var walks = sql.Walks(connection, filter, ofFacts: false, limit);
            sql.Add(filter, ofFacts: false, walks).After(after, DateOrder.Latest, "a.id");
            var rows = connection.Query<ArticleRow>(
                $"""
                {(walks ? "" : Searching(filter))}
                SELECT a.id, d.name AS Source, d.sha256, a.number, a.headline, a.date, a.date_from AS DateFrom, a.text, (SELECT COUNT(*) FROM facts f WHERE f.article = a.id) AS Facts, {Reprints}
                FROM articles a JOIN documents d ON d.id = a.document
                WHERE a.id IN (SELECT a.id {(walks ? _database.WalkingArticles : FromArticles)} {sql.Text} ORDER BY {LatestFirst} LIMIT {Limit(limit + 1, 0)})
                ORDER BY {LatestFirst}
                """,
                sql.Values).AsList();
            var shown = rows.Take(limit).ToList();
            return new ResultPage<ArticleHit>(
                [.. shown.Select(row => row.ToHit(LiteralHits.Find(_options.Fold(row.Text), words)))],
                rows.Count > limit ? shown[^1].ToPlace() : null);
        });
    }

    /// <summary>Where the words of a question stand in a text.</summary>
    public ImmutableArray<TextSpan> FindWords(string text, NewsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return LiteralHits.Find(_options.Fold(text), filter.Words.Select(_options.Fold));
    }

    private static IEnumerable<FactHit> WithArguments(DbConnection connection, IReadOnlyCollection<FactRow> facts)
    {
        if (facts.Count == 0)
        {
            return [];
        }

        // Ids are numbers, so that they may stand in the text: a list as a parameter is written differently for each database.
        var articles = string.Join(',', facts.Select(static fact => fact.Article).Distinct().Select(static id => id.ToString(CultureInfo.InvariantCulture)));
        var arguments = connection
            .Query<(long Article, long Fact, string Role, string? Text, double? Number)>($"SELECT article, fact, role, text, number FROM arguments WHERE article IN ({articles}) ORDER BY article, fact, role, place")
            .ToLookup(static row => (row.Article, row.Fact), static row => new ArgumentHit(row.Role, row.Text, row.Number));
        return facts.Select(row => row.ToHit() with { Arguments = [.. arguments[(row.Article, row.Number)]] });
    }
}
