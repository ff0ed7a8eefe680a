using System.Collections.Immutable;
using Dapper;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>Figures over time.</content>
public sealed partial class NewsStore
{
    /// <summary>What facts of a kind count, that of most facts first.</summary>
    public IReadOnlyList<NumberSeries> FindSeries(NumberKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Run<IReadOnlyList<NumberSeries>>(connection => [.. connection
            .Query<(string Name, string? Unit, long Facts)>(
                $"""
                SELECT f.series AS Name, COALESCE(f.unit, @plain) AS Unit, COUNT(*) AS Facts
                FROM facts f WHERE f.type = @type AND f.series IS NOT NULL AND {_database.FactPresent}
                GROUP BY f.series, COALESCE(f.unit, @plain)
                """,
                new { type = kind.Type, plain = kind.PlainUnit })
            .GroupBy(static row => row.Name, StringComparer.Ordinal)
            .Select(group => new NumberSeries(
                kind.Type, group.Key, group.Sum(static row => row.Facts),
                [.. group.Where(static row => row.Unit is not null).OrderByDescending(static row => row.Facts).ThenBy(static row => row.Unit, StringComparer.Ordinal).Select(static row => row.Unit!)]))
            .OrderByDescending(static series => series.Facts).ThenBy(static series => series.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The figures of one series by day, file and place; those of no known day last.</summary>
    /// <param name="filter">Which of them; its types are left aside, and its dates are those of the figures' days.</param>
    public IReadOnlyList<NumberPoint> FindPoints(NumberKind kind, string name, NewsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(filter);
        var sql = new FilterSql(_database, _options).Add(filter with { Types = [kind.Type], From = null, To = null }, ofFacts: true);
        sql.Values["seriesRole"] = kind.Name;
        sql.Values["seriesName"] = name;
        sql.Values["scopeRole"] = kind.Scope;
        sql.Values["timeRole"] = kind.Time ?? "";
        return Run<IReadOnlyList<NumberPoint>>(connection =>
        {
            using var reading = _database.BeginReading(connection);
            var rows = connection.Query<FactRow, TimeRow?, (FactRow Fact, TimeRow Time)>(
                $"""
                SELECT f.article, f.number, d.name AS Source, d.sha256, a.number AS ArticleNumber, a.headline, a.date, f.type, f.modality, f.evidence,
                    f.spans, f.boxes, f.producer, f.confidence, f.review, {Reprints}, a.date_to AS DateTo, COALESCE(l.name, s.text) AS Scope, t.text AS Period, m.date_to AS PeriodTo
                FROM facts f JOIN articles a ON a.id = f.article JOIN documents d ON d.id = a.document
                    LEFT JOIN arguments s ON s.article = f.article AND s.fact = f.number AND s.role = @scopeRole AND s.place = 0
                    LEFT JOIN entity_members k ON k.article = s.article AND k.number = s.entity LEFT JOIN entities l ON l.id = k.entity
                    LEFT JOIN arguments t ON t.article = f.article AND t.fact = f.number AND t.role = @timeRole AND t.place = 0
                    LEFT JOIN mentions m ON m.article = t.article AND m.type = 'DATE' AND m.spans = t.spans
                WHERE (f.article, f.number) IN (SELECT n.article, n.fact FROM arguments n WHERE n.role = @seriesRole AND n.text = @seriesName) AND {sql.Text}
                """,
                // Where article and figure tell neither day nor scope there is no such row.
                static (fact, time) => (fact, time ?? new TimeRow()),
                sql.Values,
                splitOn: "DateTo").DistinctBy(static row => (row.Fact.Article, row.Fact.Number)).ToList();
            return [.. WithArguments(connection, [.. rows.Select(static row => row.Fact)]).Zip(rows, (fact, row) => ToPoint(kind, fact, row.Time))
                .Where(point => (filter.From is null || string.CompareOrdinal(point.Day, filter.From) >= 0) && (filter.To is null || (point.Day is not null && string.CompareOrdinal(point.Day, filter.To) <= 0)))
                .OrderBy(static point => point.Day is null).ThenBy(static point => point.Day, StringComparer.Ordinal)
                .ThenBy(static point => point.Fact.Source, StringComparer.Ordinal).ThenBy(static point => point.Fact.ArticleNumber).ThenBy(static point => point.Fact.Article).ThenBy(static point => point.Fact.Number)];
        });
    }

    private static NumberPoint ToPoint(NumberKind kind, FactHit fact, TimeRow row)
    {
        // 2024-06-06 as a role is a date already; 今年1—5月 is resolved where it is mentioned.
        var told = row.PeriodTo ?? (PartialDate.TryParse(row.Period, out var date) ? NewsFilter.LastDay(date) : null);
        return new NumberPoint(
            fact, row.Scope, row.Period, told ?? row.DateTo, told is null && row.DateTo is not null,
            kind.Unit is null ? null : Text(kind.Unit) ?? kind.PlainUnit, Number(kind.Count ?? "value"), Number("min"), Number("max"), Text("approx"), Text("change"));

        string? Text(string role) => fact.Arguments.FirstOrDefault(argument => argument.Role == role)?.Text;

        double? Number(string role) => fact.Arguments.FirstOrDefault(argument => argument.Role == role)?.Number;
    }

    private sealed class TimeRow
    {
        public string? DateTo { get; init; }

        public string? Scope { get; init; }

        public string? Period { get; init; }

        public string? PeriodTo { get; init; }
    }
}
