using NewsExtract.Linking.Names;

namespace NewsExtract.Linking;

/// <summary>An article's entity in the order of all: by the article's date, then its id, then number.</summary>
/// <param name="Article">Place of the article in that order.</param>
/// <param name="Reading">What its name stands for; of persons nothing is said.</param>
internal readonly record struct LinkNode(int Article, ArticleName Name, NameReading Reading);

/// <summary>An article with its place in the order of all.</summary>
/// <param name="FirstNode">Its entities' nodes follow each other from here, by number.</param>
/// <param name="Year"><c>null</c> when no date is known.</param>
/// <param name="Paper">The paper that it or most of its issue names, folded.</param>
internal sealed record OrderedArticle(LinkArticle Article, int FirstNode, ArticleHome Home, int? Year, string? Paper)
{
    /// <returns><c>null</c> for a number that the article does not have.</returns>
    public int? NodeOf(int number)
    {
        // Numbers are places as a rule; after corrections some may be missing.
        if (number >= 0 && number < Article.Names.Length && Article.Names[number].Number == number)
        {
            return FirstNode + number;
        }

        for (var i = 0; i < Article.Names.Length; i++)
        {
            if (Article.Names[i].Number == number)
            {
                return FirstNode + i;
            }
        }

        return null;
    }
}
