using System.Data.Common;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.PostgreSql;

/// <summary>The pairs that an article holds in a GIN index; what holds all of a word's is checked against its text.</summary>
internal sealed class PostgresArticleIndex : IArticleIndex
{
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

    public string Condition(string word, string parameter, IDictionary<string, object?> values)
    {
        var clean = PostgresText.Clean(word);
        values[parameter] = SearchText.Phrase(clean).ToArray();
        values[parameter + "w"] = SearchText.WithoutBlanks(clean);
        return $"a.id IN (SELECT article FROM article_search WHERE pairs @> @{parameter} AND strpos(folded, @{parameter}w) > 0)";
    }

    public string WalkingCondition(string word, string parameter, IDictionary<string, object?> values) => Condition(word, parameter, values);

    public bool IsCommon(DbConnection connection, string word) => false;

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
