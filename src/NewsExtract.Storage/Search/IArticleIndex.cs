using System.Data.Common;

namespace NewsExtract.Storage.Search;

/// <summary>The full text of articles, by pairs of characters.</summary>
internal interface IArticleIndex
{
    /// <param name="folded">As <see cref="StoreOptions.Fold"/> gives it.</param>
    void Add(DbTransaction transaction, long article, string folded);

    void Remove(DbTransaction transaction, long document);

    /// <summary>
    /// A condition on <c>articles a</c> that holds where <paramref name="word"/> stands literally. <paramref name="parameter"/> is the
    /// name that its value is bound to.
    /// </summary>
    /// <param name="word">Folded, without blanks.</param>
    string Condition(string word, string parameter, IDictionary<string, object?> values);
}
