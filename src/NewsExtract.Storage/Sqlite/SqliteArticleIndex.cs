using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Sqlite;

/// <summary>FTS5 over pairs of characters; the text itself is not kept a second time.</summary>
internal sealed class SqliteArticleIndex : IArticleIndex
{
    /// <summary>So many articles are sorted in some milliseconds.</summary>
    private const int Common = 2000;

    public Table Table { get; } = Table.Of("article_search", "rowid:i pairs");

    public object?[] Row(long article, string folded) => [article, string.Join(' ', SearchText.Pairs(folded))];

    public void Remove(DbTransaction transaction, long document) => transaction.Connection!.Execute(
        "DELETE FROM article_search WHERE rowid IN (SELECT id FROM articles WHERE document = @document)",
        new { document },
        transaction);

    public string Condition(string word, string parameter, IDictionary<string, object?> values, string article)
    {
        values[parameter] = Expression(word);
        return $"{article} IN (SELECT rowid FROM article_search WHERE article_search MATCH @{parameter})";
    }

    public string WalkingCondition(string word, string parameter, IDictionary<string, object?> values)
    {
        values[parameter] = Expression(word);
        return $"EXISTS (SELECT 1 FROM article_search WHERE article_search MATCH @{parameter} AND rowid = a.id)";
    }

    public bool IsCommon(DbConnection connection, string word) => Common == connection.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM (SELECT rowid FROM article_search WHERE article_search MATCH @expression LIMIT @Common)",
        new { expression = Expression(word), Common });

    // Tokens hold no quotation mark: ASCII signs are written wide.
    private static string Expression(string word)
    {
        var tokens = SearchText.Phrase(word);
        return tokens is [{ } only] && word.EnumerateRunes().Count() == 1 ? $"\"{only}\"*" : $"\"{string.Join(' ', tokens)}\"";
    }
}
