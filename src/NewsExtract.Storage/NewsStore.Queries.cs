using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Storage;

/// <content>Questions.</content>
public sealed partial class NewsStore
{
    private const string FromFacts = "FROM facts f JOIN articles a ON a.id = f.article JOIN documents d ON d.id = a.document WHERE";
    private const string FromFactsAlone = "FROM facts f WHERE";
    private const string FromArticles = "FROM articles a JOIN documents d ON d.id = a.document WHERE";

    private const string Reprints = "(SELECT COUNT(*) FROM article_signatures s JOIN article_signatures o ON o.story = s.story AND o.article <> s.article WHERE s.article = a.id) AS Reprints";

    /// <summary>Facts whose arguments are asked for in one go.</summary>
    private const int ArgumentsAtOnce = 500;

    private const string LatestFirst = "COALESCE(a.date_from, '') DESC, d.name, a.number, a.id";

    /// <summary>Facts by date, file and place; those without a date first.</summary>
    public IReadOnlyList<FactHit> FindFacts(NewsFilter filter, int limit = int.MaxValue, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var sql = new FilterSql(_database, _options).Add(filter, ofFacts: true);
        return Run<IReadOnlyList<FactHit>>(connection =>
        {
            var rows = connection.Query<FactRow>(
                $"""
                SELECT f.article, f.number, d.name AS Source, d.sha256, a.number AS ArticleNumber, a.headline, a.date, f.type, f.modality, f.evidence,
                    f.spans, f.boxes, f.producer, f.confidence, f.review, {Reprints}
                {FromFacts} {sql.Text}
                ORDER BY {FilterSql.OrderOf(DateOrder.Earliest)}, d.name, a.number, a.id, f.number LIMIT {Limit(limit, offset)}
                """,
                sql.Values);
            return [.. rows.Chunk(ArgumentsAtOnce).SelectMany(chunk => WithArguments(connection, chunk))];
        });
    }

    public long CountFacts(NewsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (from, sql) = Counting(filter);
        return Run(connection => connection.ExecuteScalar<long>($"{Searching(filter)} SELECT COUNT(*) {from} {sql.Text}", sql.Values));
    }

    /// <summary>Articles, the latest first, those without a date last, with where the words stand in them.</summary>
    public IReadOnlyList<ArticleHit> FindArticles(NewsFilter filter, int limit = int.MaxValue, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var words = filter.Words.Select(_options.Fold).ToList();
        return Run<IReadOnlyList<ArticleHit>>(connection =>
        {
            var sql = new FilterSql(_database, _options);
            var walks = sql.Walks(connection, filter, ofFacts: false, limit);
            sql.Add(filter, ofFacts: false, walks);

            // The page is chosen by ids first: texts are long, and are looked up for those on the page alone.
            return [.. connection.Query<ArticleRow>(
                    $"""
                    SELECT a.id, d.name AS Source, d.sha256, a.number, a.headline, a.date, a.text, (SELECT COUNT(*) FROM facts f WHERE f.article = a.id) AS Facts, {Reprints}
                    FROM articles a JOIN documents d ON d.id = a.document
                    WHERE a.id IN (SELECT a.id {(walks ? _database.WalkingArticles : FromArticles)} {sql.Text} ORDER BY {LatestFirst} LIMIT {Limit(limit, offset)})
                    ORDER BY {LatestFirst}
                    """,
                    sql.Values)
                .Select(row => row.ToHit(LiteralHits.Find(_options.Fold(row.Text), words)))];
        });
    }

    public long CountArticles(NewsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var sql = new FilterSql(_database, _options).Add(filter, ofFacts: false);
        return Run(connection => connection.ExecuteScalar<long>($"{Searching(filter)} SELECT COUNT(*) {FromArticles} {sql.Text}", sql.Values));
    }

    /// <summary>
    /// How many facts (articles, when no condition is of facts) each month, quarter or year holds, from the first that has an article to
    /// the last, none left out; what is dated less closely stands last, without a name.
    /// </summary>
    public IReadOnlyList<PeriodCount> CountOverTime(NewsFilter filter, Period period)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var ofFacts = filter.IsOfFacts;
        var sql = new FilterSql(_database, _options).Add(filter, ofFacts);
        var key = KeyOf(period);
        return Run(connection =>
        {
            var found = connection.Query<(string? Name, long Count)>($"{Searching(filter)} SELECT {key} AS Name, COUNT(*) AS Count {(ofFacts ? FromFacts : FromArticles)} {sql.Text} GROUP BY {key}", sql.Values)
                .ToDictionary(static row => row.Name ?? "", static row => row.Count, StringComparer.Ordinal);
            var all = connection.Query<(string? Name, long Articles, long Partial)>($"SELECT {key} AS Name, COUNT(*) AS Articles, SUM(CASE WHEN d.status = 'complete' THEN 0 ELSE 1 END) AS Partial {FromArticles} d.superseded_by IS NULL GROUP BY {key}")
                .ToDictionary(static row => row.Name ?? "", static row => (row.Articles, row.Partial), StringComparer.Ordinal);
            return Spread(found, all, period);
        });
    }

    /// <summary>A question in SQL of the user's own, on a connection that can't write. Rows come as they are read.</summary>
    /// <exception cref="StoreException">NX3007: the database does not take it.</exception>
    public IEnumerable<IReadOnlyDictionary<string, object?>> Ask(string sql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        using var connection = _database.OpenReadOnly();
        using var command = _database.CreateQuestion(connection, sql);
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read))
        {
            var row = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            yield return row;
        }
    }

    /// <summary>Facts that are counted, no more: without their articles and documents where no condition is of these.</summary>
    private (string From, FilterSql Sql) Counting(NewsFilter filter)
    {
        var isAlone = FilterSql.IsOfFactsAlone(filter);
        return (isAlone ? FromFactsAlone : FromFacts, new FilterSql(_database, _options, isAlone ? _database.FactPresent : FilterSql.Present, isAlone ? "f.article" : "a.id").Add(filter, ofFacts: true));
    }

    private string Searching(NewsFilter filter) => filter.Words.IsEmpty ? "" : _database.Searching;

    private static T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (DbException exception)
        {
            throw new StoreException("NX3007", $"the database does not take this question ({exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}) — docs/store.md names the tables; writing is not possible here", exception);
        }
    }

    private static string Limit(int limit, int offset) => string.Create(CultureInfo.InvariantCulture, $"{limit} OFFSET {offset}");

    // Dates are as far as known: 2023 is no month.
    private static string KeyOf(Period period) => period switch
    {
        Period.Year => "SUBSTR(a.date, 1, 4)",
        Period.Month => "CASE WHEN LENGTH(a.date) >= 7 THEN SUBSTR(a.date, 1, 7) END",
        _ => "CASE WHEN LENGTH(a.date) >= 7 THEN SUBSTR(a.date, 1, 4) || '-Q' || CASE WHEN SUBSTR(a.date, 6, 2) <= '03' THEN '1' WHEN SUBSTR(a.date, 6, 2) <= '06' THEN '2' WHEN SUBSTR(a.date, 6, 2) <= '09' THEN '3' ELSE '4' END END",
    };

    private static List<PeriodCount> Spread(Dictionary<string, long> found, Dictionary<string, (long Articles, long Partial)> all, Period period)
    {
        var names = all.Keys.Where(static name => name.Length > 0).Order(StringComparer.Ordinal).ToList();
        var counts = new List<PeriodCount>();
        for (var name = names.Count > 0 ? names[0] : null; name is not null && string.CompareOrdinal(name, names[^1]) <= 0; name = Next(name, period))
        {
            counts.Add(Count(name, name));
        }

        if (all.ContainsKey(""))
        {
            counts.Add(Count("", null));
        }

        return counts;

        PeriodCount Count(string key, string? name) =>
            new(name, found.GetValueOrDefault(key), all.GetValueOrDefault(key).Articles, all.GetValueOrDefault(key).Partial);
    }

    private static string Next(string name, Period period)
    {
        var year = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var (last, part) = period switch
        {
            Period.Year => (1, 1),
            Period.Quarter => (4, name[^1] - '0'),
            _ => (12, int.Parse(name.AsSpan(5), CultureInfo.InvariantCulture)),
        };
        (year, part) = part < last ? (year, part + 1) : (year + 1, 1);
        return period switch
        {
            Period.Year => year.ToString("D4", CultureInfo.InvariantCulture),
            Period.Quarter => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-Q{part}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{part:D2}"),
        };
    }

    private sealed class FactRow
    {
        public long Article { get; init; }

        public long Number { get; init; }

        public string Source { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public long ArticleNumber { get; init; }

        public string? Headline { get; init; }

        public string? Date { get; init; }

        public string Type { get; init; } = "";

        public string? Modality { get; init; }

        public string Evidence { get; init; } = "";

        public string Spans { get; init; } = "";

        public string? Boxes { get; init; }

        public string Producer { get; init; } = "";

        public double? Confidence { get; init; }

        public string? Review { get; init; }

        public long Reprints { get; init; }

        public string? DateFrom { get; init; }

        public PlaceInOrder ToPlace() => new(DateFrom, Source, ArticleNumber, Article, Number);

        public FactHit ToHit() => new(Article, (int)Number, Source, Sha256, (int)ArticleNumber, Headline, Date, Type, Modality, Evidence, Spans, Boxes, Producer, Confidence, Review) { Reprints = (int)Reprints };
    }

    private sealed class ArticleRow
    {
        public long Id { get; init; }

        public string Source { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public long Number { get; init; }

        public string? Headline { get; init; }

        public string? Date { get; init; }

        public string Text { get; init; } = "";

        public long Facts { get; init; }

        public long Reprints { get; init; }

        public string? DateFrom { get; init; }

        public PlaceInOrder ToPlace() => new(DateFrom, Source, Number, Id);

        public ArticleHit ToHit(ImmutableArray<TextSpan> hits) => new(Id, Source, Sha256, (int)Number, Headline, Date, Text, hits, (int)Facts) { Reprints = (int)Reprints };
    }
}
