using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace NewsExtract.Storage.Entities;

/// <summary>Reads what linking needs, in one transaction.</summary>
internal sealed class LinkReader(Database database, DbTransaction transaction)
{
    private readonly DbConnection _connection = transaction.Connection!;

    // Names come again and again; each is kept once.
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <param name="types">Of facts.</param>
    /// <param name="scope">A condition on <c>articles a</c>; <c>null</c> for all.</param>
    public IReadOnlyCollection<StoredArticle> ReadArticles(string[] types, string? scope = null, object? values = null)
    {
        var articles = Query<ArticleRow>($"SELECT a.id, a.document, a.date, a.source, a.dateline FROM articles a JOIN documents d ON d.id = a.document WHERE d.superseded_by IS NULL {(scope is null ? "" : $"AND {scope}")}", values)
            .ToDictionary(static row => row.Id, static row => new StoredArticle(row.Id, row.Document, row.Date, row.Source, row.Dateline));
        var within = scope is null ? "" : $"IN (SELECT a.id FROM articles a WHERE {scope})";
        foreach (var (article, entities) in Runs(Query<EntityRow>($"SELECT article, number, type, name, aliases FROM article_entities {(scope is null ? "" : $"WHERE article {within}")} ORDER BY article, number", values), static row => row.Article))
        {
            if (articles.TryGetValue(article, out var owner))
            {
                articles[article] = owner with { Entities = [.. entities.Select(row => Entity(row.Number, row.Type, row.Name, row.Aliases))] };
            }
        }

        // A program's own words: no value that a person gave stands in the question.
        var arguments = Query<ArgumentRow>(
            $"""
            SELECT g.article, g.fact, f.type, g.role, g.text, g.entity FROM facts f JOIN arguments g ON g.article = f.article AND g.fact = f.number
            WHERE f.type IN ({string.Join(", ", types.Select(static type => $"'{type}'"))}) {(scope is null ? "" : $"AND f.article {within}")} ORDER BY g.article, g.fact, {database.OrderOf("g.role")}, g.place
            """,
            values);
        foreach (var (article, rows) in Runs(arguments, static row => row.Article))
        {
            if (articles.TryGetValue(article, out var owner))
            {
                articles[article] = owner with { Facts = [.. Runs(rows, static row => row.Fact).Select(fact => Fact(fact.Rows))] };
            }
        }

        return articles.Values;
    }

    public StoredEntity Entity(long number, string type, string name, string aliases) => new((int)number, Shared(type), Shared(name), Aliases(aliases));

    /// <summary>The decisions that hold, by number.</summary>
    public ImmutableArray<EntityDecision> ReadDecisions() => ReadDecisions("WHERE undone IS NULL ORDER BY id");

    /// <param name="which">Conditions on <c>entity_decisions</c>, and their order.</param>
    public ImmutableArray<EntityDecision> ReadDecisions(string which, object? values = null)
    {
        var rows = Query<DecisionRow>($"SELECT id, kind, made_by AS MadeBy, made, why, undone_by AS UndoneBy, undone FROM entity_decisions {which}", values).ToList();
        var anchors = IdLists.Of(rows.Select(static row => row.Id)).SelectMany(ids => Query<AnchorRow>($"SELECT decision, side, article, type, name FROM entity_anchors WHERE decision IN ({ids})"))
            .ToLookup(static row => (row.Decision, row.Side), static row => new StoredAnchor(row.Article, row.Type, row.Name));
        return [.. rows.Select(row => row.ToDecision() with { First = Sorted(anchors[(row.Id, 1)]), Second = Sorted(anchors[(row.Id, 2)]) })];
    }

    private static ImmutableArray<StoredAnchor> Sorted(IEnumerable<StoredAnchor> anchors) =>
        [.. anchors.OrderBy(static anchor => anchor.Article).ThenBy(static anchor => anchor.Type, StringComparer.Ordinal).ThenBy(static anchor => anchor.Name, StringComparer.Ordinal)];

    public IEnumerable<T> Query<T>(string sql, object? values = null) => _connection.Query<T>(sql, values, transaction, buffered: false);

    private StoredFact Fact(List<ArgumentRow> rows) =>
        new(Shared(rows[0].Type), [.. rows.Select(row => new StoredArgument(Shared(row.Role), row.Text is null ? null : Shared(row.Text), (int?)row.Entity))]);

    private ImmutableArray<string> Aliases(string json) => json == "[]" ? [] : [.. JsonSerializer.Deserialize<string[]>(json)!.Select(Shared)];

    private string Shared(string text) => _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;

    // Rows that follow each other with one key.
    private static IEnumerable<(long Key, List<T> Rows)> Runs<T>(IEnumerable<T> rows, Func<T, long> keyOf)
    {
        List<T>? run = null;
        var key = 0L;
        foreach (var row in rows)
        {
            if (run is not null && key == keyOf(row))
            {
                run.Add(row);
                continue;
            }

            if (run is not null)
            {
                yield return (key, run);
            }

            (run, key) = ([row], keyOf(row));
        }

        if (run is not null)
        {
            yield return (key, run);
        }
    }

    private sealed class ArticleRow
    {
        public long Id { get; init; }

        public long Document { get; init; }

        public string? Date { get; init; }

        public string? Source { get; init; }

        public string? Dateline { get; init; }
    }

    private sealed class EntityRow
    {
        public long Article { get; init; }

        public long Number { get; init; }

        public string Type { get; init; } = "";

        public string Name { get; init; } = "";

        public string Aliases { get; init; } = "";
    }

    private sealed class ArgumentRow
    {
        public long Article { get; init; }

        public long Fact { get; init; }

        public string Type { get; init; } = "";

        public string Role { get; init; } = "";

        public string? Text { get; init; }

        public long? Entity { get; init; }
    }

    private sealed class AnchorRow
    {
        public long Decision { get; init; }

        public long Side { get; init; }

        public long Article { get; init; }

        public string Type { get; init; } = "";

        public string Name { get; init; } = "";
    }

    private sealed class DecisionRow
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public string MadeBy { get; init; } = "";

        public string Made { get; init; } = "";

        public string Why { get; init; } = "";

        public string? UndoneBy { get; init; }

        public string? Undone { get; init; }

        public EntityDecision ToDecision() => new(Id, Enum.Parse<EntityDecisionKind>(Kind, ignoreCase: true), MadeBy, Made, Why, UndoneBy, Undone);
    }
}
