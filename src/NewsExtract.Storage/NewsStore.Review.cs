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
    public IReadOnlyList<OpenFact> FindOpenFacts() => Run<IReadOnlyList<OpenFact>>(connection => [.. connection.Query<OpenFact>(
        $"""
        SELECT f.article AS Article, f.number AS Number, f.confidence AS Confidence, {Reprints},
            (SELECT MAX(e.members) FROM arguments g JOIN entity_members m ON m.article = g.article AND m.number = g.entity JOIN entities e ON e.id = m.entity WHERE g.article = f.article AND g.fact = f.number) AS Named
        {FromFacts} {FilterSql.Present} AND f.review IS NULL
        """)]);
}
