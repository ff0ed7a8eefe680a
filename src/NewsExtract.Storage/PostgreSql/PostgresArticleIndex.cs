using System.Data.Common;
using System.Text.Json;
using Dapper;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.PostgreSql;

/// <summary>The pairs that an article holds in a GIN index; what holds all of a word's is checked against its text.</summary>
internal sealed class PostgresArticleIndex : IArticleIndex
{
    /// <summary>So many articles are sorted in some milliseconds.</summary>
    private const int Common = 2000;

    public Table Table { get; } = Table.Of("article_search", "article:i pairs folded");

    public object?[] Row(long article, string folded)
    {
        var clean = PostgresText.Clean(folded);
        return [article, SearchText.Pairs(clean).SelectMany(WithFirst).Distinct(StringComparer.Ordinal).ToArray(), SearchText.WithoutBlanks(clean)];
    }

    // The rows go with their articles.
    public void Remove(DbTransaction transaction, long document)
    {
    }

    public string Condition(string word, string parameter, IDictionary<string, object?> values, string article) =>
        $"{article} IN (SELECT s.article FROM article_search s WHERE {Holds(word, parameter, values)})";

    // A question for a single value is asked of one article after another.
    public string WalkingCondition(string word, string parameter, IDictionary<string, object?> values) =>
        $"(SELECT {Holds(word, parameter, values)} FROM article_search s WHERE s.article = a.id)";

    // The planner keeps how many articles have each of the frequent pairs.
    public bool IsCommon(DbConnection connection, string word)
    {
        var plan = connection.ExecuteScalar<string>("EXPLAIN (FORMAT JSON) SELECT 1 FROM article_search WHERE pairs @> @pairs", new { pairs = SearchText.Phrase(PostgresText.Clean(word)).ToArray() });
        using var json = JsonDocument.Parse(plan!);
        return json.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble() >= Common;
    }

    // 太原 is one pair, and stands where that does; 太原市 need not stand where 太原 and 原市 do.
    private static string Holds(string word, string parameter, IDictionary<string, object?> values)
    {
        var clean = PostgresText.Clean(word);
        var pairs = SearchText.Phrase(clean).ToArray();
        values[parameter] = pairs;
        if (pairs.Length == 1)
        {
            return $"s.pairs @> @{parameter}";
        }

        values[parameter + "w"] = SearchText.WithoutBlanks(clean);
        return $"s.pairs @> @{parameter} AND strpos(s.folded, @{parameter}w) > 0";
    }

    // One character is searched as an item of its own.
    private static IEnumerable<string> WithFirst(string pair)
    {
        yield return pair;
        var first = pair.EnumerateRunes().First().ToString();
        if (first.Length < pair.Length)
        {
            yield return first;
        }
    }
}
