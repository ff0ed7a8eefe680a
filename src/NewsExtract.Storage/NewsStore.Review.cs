using System.Globalization;
using Dapper;
using NewsExtract.Storage.Queries;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage;

/// <content>What nobody looked at yet.</content>
public sealed partial class NewsStore
{
    /// <summary>The id of an article by its place, whether the store has it or not.</summary>
    /// <param name="number">0-based place in its document.</param>
    public static long ArticleIdOf(string sha256, int number) => StoreKeys.Article(sha256, number);

    /// <summary>Facts by their places, in that order, those left out that are not there or that others took the place of.</summary>
    public IReadOnlyList<FactHit> FindFacts(IReadOnlyCollection<(long Article, int Number)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0)
        {
            return [];
        }

        // Numbers may stand in the text.
        var wanted = string.Join(',', places.Select(static place => string.Create(CultureInfo.InvariantCulture, $"({place.Article},{place.Number})")));
        return Run<IReadOnlyList<FactHit>>(connection =>
        {
            var rows = connection.Query<FactRow>(
                $"""
                SELECT f.article, f.number, d.name AS Source, d.sha256, a.number AS ArticleNumber, a.headline, a.date, f.type, f.modality, f.evidence,
                    f.spans, f.boxes, f.producer, f.confidence, f.review, {Reprints}
                {FromFacts} {FilterSql.Present} AND (f.article, f.number) IN (VALUES {wanted})
                """).AsList();
            var found = WithArguments(connection, rows).ToDictionary(static fact => (fact.Article, fact.Number));
            return [.. places.Where(found.ContainsKey).Select(place => found[place])];
        });
    }

    /// <summary>Facts that nobody looked at, in no order.</summary>
    public IReadOnlyList<OpenFact> FindOpenFacts()
    {
        // Three questions of all, for each fact's own would be asked a hundred thousand times.
        var (from, sql) = Counting(new NewsFilter());
        return Run<IReadOnlyList<OpenFact>>(connection =>
        {
            using var reading = _database.BeginReading(connection);
            var reprints = connection.Query<(long Article, long Count)>(
                "SELECT s.article, COUNT(*) FROM article_signatures s JOIN article_signatures o ON o.story = s.story AND o.article <> s.article GROUP BY s.article").ToDictionary(static row => row.Article, static row => row.Count);
            var named = connection.Query<(long Article, long Fact, long Members)>(
                """
                SELECT g.article, g.fact, MAX(e.members) FROM arguments g JOIN entity_members m ON m.article = g.article AND m.number = g.entity JOIN entities e ON e.id = m.entity
                GROUP BY g.article, g.fact
                """).ToDictionary(static row => (row.Article, row.Fact), static row => row.Members);
            return [.. connection.Query<(long Article, long Number, double? Confidence)>($"SELECT f.article, f.number, f.confidence {from} {sql.Text} AND f.review IS NULL", sql.Values).Select(row => new OpenFact
            {
                Article = row.Article,
                Number = row.Number,
                Confidence = row.Confidence,
                Reprints = reprints.GetValueOrDefault(row.Article),
                Named = named.TryGetValue((row.Article, row.Number), out var members) ? members : null,
            })];
        });
    }
}
