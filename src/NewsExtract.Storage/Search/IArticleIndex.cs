using System.Data.Common;

namespace NewsExtract.Storage.Search;

/// <summary>The full text of articles, by pairs of characters.</summary>
internal interface IArticleIndex
{
    Table Table { get; }

    /// <summary>The row of <see cref="Table"/> for an article.</summary>
    /// <param name="folded">As <see cref="StoreOptions.Fold"/> gives it.</param>
    object?[] Row(long article, string folded);

    void Remove(DbTransaction transaction, long document);

    /// <summary>
    /// A condition on articles that holds where <paramref name="word"/> stands literally. <paramref name="parameter"/> is the
    /// name that its value is bound to.
    /// </summary>
    /// <param name="word">Folded, without blanks.</param>
    /// <param name="article">The column that names the article.</param>
    string Condition(string word, string parameter, IDictionary<string, object?> values, string article);

    /// <summary>
    /// The same for one article after another: of a word that stands in half of them the first twenty by date are soon found that way,
    /// where collecting all and sorting them takes seconds.
    /// </summary>
    string WalkingCondition(string word, string parameter, IDictionary<string, object?> values);

    /// <summary>Whether so many articles hold the word that walking through them by date is faster.</summary>
    bool IsCommon(DbConnection connection, string word);
}
