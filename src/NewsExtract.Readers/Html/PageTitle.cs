using AngleSharp.Html.Dom;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>What the head of a page says of its article: titles to find the headline by, and the day.</summary>
internal sealed class PageTitle
{
    private const int LongestTitle = 120;
    private const int LongestSiteName = 12;

    private static readonly WebLexicon s_lexicon = WebLexicon.Instance;

    private static readonly string[] s_titleNames = ["ArticleTitle", "og:title", "twitter:title", "headline"];
    private static readonly string[] s_dateNames = ["PubDate", "article:published_time", "publishdate", "pubdate", "og:release_date", "datePublished"];

    private PageTitle(List<string> titles, PartialDate? date)
    {
        Titles = titles;
        Date = date;
    }

    /// <summary>The headline as the page's head gives it, without the names of site and column; the best first.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary><c>null</c> when the head gives none.</summary>
    public PartialDate? Date { get; }

    public static PageTitle Read(IHtmlDocument document)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.Head?.Children.ToArray() ?? [])
        {
            if (meta.LocalName == "meta" && (meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop")) is { } name && meta.GetAttribute("content") is { Length: > 0 } content)
            {
                metas.TryAdd(name.Trim(), content.Trim());
            }
        }

        var titles = new List<string>();
        foreach (var name in s_titleNames)
        {
            Add(titles, metas.GetValueOrDefault(name));
        }

        var title = document.Head?.Children.FirstOrDefault(child => child.LocalName == "title")?.TextContent;
        Add(titles, title);
        var date = s_dateNames.Select(metas.GetValueOrDefault).OfType<string>().Select(value => DateReader.Find(value.AsSpan(0, Math.Min(value.Length, 40)))).FirstOrDefault(found => found is not null);
        return new PageTitle(titles, date);
    }

    /// <summary>Without blanks and marks, for comparison.</summary>
    public static string Squeeze(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Whether a title names the site or a column and no article: 江东新闻网, 首页.</summary>
    public static bool IsSite(string title) => title.Length < 5 || (title.Length <= LongestSiteName && s_lexicon.SiteNames.AtEnd(title) > 0);

    private static void Add(List<string> titles, string? title)
    {
        if (title is null)
        {
            return;
        }

        title = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var bare = WithoutSite(title);
        if (bare.Length is > 1 and <= LongestTitle && !titles.Contains(bare))
        {
            titles.Add(bare);
        }
    }

    // 江州召开项目推进会_新闻中心_江州新闻网: parts behind the last marks that are called like a site or column.
    private static string WithoutSite(string title)
    {
        while (title.LastIndexOfAny(['_', '-', '|', '－', '—', '–', '_', '·', '>', '《']) is > 1 and var mark)
        {
            var part = title[(mark + 1)..].Trim();
            var head = title[..mark].TrimEnd('_', '-', '|', '－', '—', '–', ' ', '>', '·');
            if (head.Length < 4 || part.Length > 24 || (part.Length > 0 && title[mark] is not ('_' or '|') && s_lexicon.SiteSuffixes.AtEnd(part.TrimEnd('》')) == 0 && !IsAddress(part)))
            {
                break;
            }

            title = head;
        }

        // 江东新闻网--江州举行运动会
        var first = title.IndexOfAny(['_', '-', '|', '：']);
        if (first is > 2 and <= 16 && s_lexicon.SiteSuffixes.AtEnd(title.AsSpan(0, first).TrimEnd()) > 0 && title[first..].Trim('_', '-', '|', '：', ' ') is { Length: >= 6 } rest)
        {
            title = rest;
        }

        return title;
    }

    private static bool IsAddress(string part) => part.Contains('.', StringComparison.Ordinal) && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
