using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Sqlite;

/// <summary>FTS5 over pairs of characters; the text itself is not kept a second time.</summary>
internal sealed class SqliteArticleIndex : IArticleIndex
{
    public void Add(DbTransaction transaction, long article, string folded) => transaction.Connection!.Execute(
        "INSERT INTO article_search (rowid, pairs) VALUES (@article, @pairs)",
        new { article, pairs = string.Join(' ', SearchText.Pairs(folded)) },
        transaction);

    public void Remove(DbTransaction transaction, long document) => transaction.Connection!.Execute(
        "DELETE FROM article_search WHERE rowid IN (SELECT id FROM articles WHERE document = @document)",
        new { document },
        transaction);

    // Tokens hold no quotation mark: ASCII signs are written wide.
    public string Condition(string word, string parameter, IDictionary<string, object?> values)
    {
        var tokens = SearchText.Phrase(word);
        values[parameter] = tokens is [{ } only] && word.EnumerateRunes().Count() == 1 ? $"\"{only}\"*" : $"\"{string.Join(' ', tokens)}\"";
        return $"a.id IN (SELECT rowid FROM article_search WHERE article_search MATCH @{parameter})";
    }
}
