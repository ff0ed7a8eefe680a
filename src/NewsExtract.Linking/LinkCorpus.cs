using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Linking.Names;

namespace NewsExtract.Linking;

/// <summary>All articles in an order of their content alone, and their entities as nodes in that order.</summary>
internal sealed class LinkCorpus
{
    // Undated articles follow the dated ones.
    private const string NoDate = "9999";

    public LinkCorpus(IEnumerable<LinkArticle> articles)
    {
        var ordered = articles.OrderBy(static article => article.Date ?? NoDate, StringComparer.Ordinal).ThenBy(static article => article.Id).ToList();
        var homes = new HomeFinder(ordered.Where(static article => article.Home is null));
        var list = new List<OrderedArticle>(ordered.Count);
        var nodes = new List<LinkNode>();
        foreach (var article in ordered)
        {
            var (home, paper) = article.Home is { } known ? (ArticleHome.Of(known), known.Paper) : (homes.Find(article), homes.PaperOf(article));
            var year = article.Date is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
            list.Add(new OrderedArticle(article, nodes.Count, home, year, paper));
            foreach (var name in article.Names)
            {
                var reading = name.Type == EntityType.Person ? NameReading.Bare(name.Name) : NameReader.Read(name.Type, name.Name, home);
                nodes.Add(new LinkNode(list.Count - 1, name, reading));
            }
        }

        (Articles, Nodes) = ([.. list], [.. nodes]);
    }

    public ImmutableArray<OrderedArticle> Articles { get; }

    public ImmutableArray<LinkNode> Nodes { get; }

    /// <summary>The node that a person decided on: by its name, or by another name of it where it is called otherwise now.</summary>
    public Func<EntityAnchor, int?> Finder(IEnumerable<LinkDecision> decisions)
    {
        var wanted = decisions.SelectMany(static decision => decision.First.Concat(decision.Second)).Select(static anchor => anchor.Article).ToHashSet();
        var articles = Articles.Where(article => wanted.Contains(article.Article.Id)).ToDictionary(static article => article.Article.Id);
        return anchor => articles.TryGetValue(anchor.Article, out var article) && anchor.FindIn(article.Article) is { } place ? article.FirstNode + place : null;
    }
}
