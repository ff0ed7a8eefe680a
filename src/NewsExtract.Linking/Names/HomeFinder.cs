using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Linking.Names;

/// <summary>
/// Finds where articles are at home: by their dateline (太原12月1日电), else the paper that they name (山西日报), else the one that most
/// articles of the issue name, else the places of the article when all lie in one province or city.
/// </summary>
internal sealed class HomeFinder
{
    private const double ByArticle = 0.95;
    private const double ByIssue = 0.9;
    private const double ByPlaces = 0.8;

    private readonly Dictionary<long, string> _papers;

    public HomeFinder(IEnumerable<LinkArticle> articles)
    {
        _papers = articles
            .Where(static article => article.Source is not null)
            .GroupBy(static article => article.Document)
            .ToDictionary(static issue => issue.Key, static issue => issue
                .GroupBy(static article => article.Source!, StringComparer.Ordinal)
                .OrderByDescending(static source => source.Count())
                .ThenBy(static source => source.Key, StringComparer.Ordinal)
                .First().Key);
    }

    /// <summary>The paper that the article names, else the one that most articles of its issue do, folded.</summary>
    public string? PaperOf(LinkArticle article) => (article.Source ?? _papers.GetValueOrDefault(article.Document)) is { } paper ? NameText.Fold(paper) : null;

    public ArticleHome Find(LinkArticle article)
    {
        if (article.Dateline is { } dateline && ReadDateline(dateline) is { Confidence: > 0 } home)
        {
            return home;
        }

        if (article.Source is { } source && Read(source, ByArticle) is { Confidence: > 0 } ofSource)
        {
            return ofSource;
        }

        return _papers.TryGetValue(article.Document, out var paper) && Read(paper, ByIssue) is { Confidence: > 0 } ofIssue ? ofIssue : ByNames(article);
    }

    /// <summary>The last place: 本报太原12月1日电, 凉山晨报成都讯.</summary>
    private static ArticleHome ReadDateline(string text)
    {
        var folded = NameText.Fold(text);
        for (var start = folded.Length - 2; start >= 0; start--)
        {
            if (Read(folded[start..], ByArticle) is { Confidence: > 0 } home)
            {
                return home;
            }
        }

        return ArticleHome.Unknown;
    }

    /// <summary>The place that opens a text.</summary>
    private static ArticleHome Read(string text, double confidence)
    {
        var place = PlaceName.Read(NameText.Fold(text));
        return place.Length > 0 ? Of(place.FullName, confidence) : ArticleHome.Unknown;
    }

    /// <param name="fullName">太原市.</param>
    private static ArticleHome Of(string fullName, double confidence)
    {
        var tree = DivisionTree.Shared;
        if (tree.IsProvince(fullName))
        {
            // What 市 means in a municipality is the municipality.
            return new ArticleHome(fullName, fullName.EndsWith('市') ? fullName : null, null, confidence);
        }

        if (tree.WholesOf(fullName) is not [var whole])
        {
            return ArticleHome.Unknown;
        }

        if (tree.IsProvince(whole))
        {
            var isDistrict = whole.EndsWith('市');
            return new ArticleHome(whole, isDistrict ? whole : fullName, isDistrict ? fullName : null, confidence);
        }

        return tree.WholesOf(whole) is [var province] ? new ArticleHome(province, whole, fullName, confidence) : ArticleHome.Unknown;
    }

    private static ArticleHome ByNames(LinkArticle article)
    {
        var homes = article.Names
            .Where(static name => name.Type is EntityType.GeoPolitical or EntityType.Organization or EntityType.Zone)
            .Select(static name => Read(name.Name, ByPlaces))
            .Where(static home => home.Confidence > 0)
            .Distinct()
            .ToList();
        var province = Only(homes.Select(static home => home.Province));
        var city = Only(homes.Select(static home => home.City));
        return province is null ? ArticleHome.Unknown : new ArticleHome(province, city, city is null ? null : Only(homes.Select(static home => home.County)), ByPlaces);
    }

    private static string? Only(IEnumerable<string?> names) => names.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
}
