using AngleSharp.Dom;

namespace NewsExtract.Readers.Html;

/// <summary>
/// Finds the element that holds the article: the one with the most text that reads like an article and the least of everything
/// else. A page with several article elements, none of which outweighs the others, has as many articles.
/// </summary>
internal sealed class StoryFinder(WebPage page)
{
    private const int LeastStory = 15;
    private const double MainShare = 0.7;
    private const double StoryBonus = 1.25;

    private static readonly WebLexicon s_lexicon = WebLexicon.Instance;

    /// <summary>The elements that hold an article each, in order; empty for a page without text.</summary>
    public IReadOnlyList<IElement> Find()
    {
        var weights = Weigh();
        var articles = page.Elements.Where(element => element.LocalName == "article" && Sum(weights, element) >= LeastStory && !IsWithin(element, "article")).ToList();
        if (articles.Count > 1)
        {
            var all = articles.Sum(article => Sum(weights, article));
            if (articles.Max(article => Sum(weights, article)) < all * MainShare && articles.Count(HasHeading) * 2 > articles.Count)
            {
                return articles;
            }
        }

        IElement? best = null;
        var bestScore = 0.0;
        foreach (var element in page.Elements)
        {
            var (first, end) = page.RangeOf(element);
            var length = page.Length(first, end);
            var weight = Sum(weights, element);
            if (length == 0 || weight <= 0 || element.LocalName is "p" or "ul" or "ol" or "li" or "blockquote" or "h1" or "h2" or "h3" or "tr" or "figure")
            {
                continue;
            }

            var score = weight * weight / length * (IsStory(element) ? StoryBonus : 1);
            if (score > bestScore * 1.02)
            {
                (best, bestScore) = (element, score);
            }
        }

        return best is null ? [] : [best];
    }

    /// <summary>For each line of the page whether it stands in a menu, a footer or a list of other articles.</summary>
    public bool[] InMenu { get; } = new bool[page.Blocks.Count];

    // Prefix sums over the lines.
    private double[] Weigh()
    {
        foreach (var element in page.Elements)
        {
            var (first, end) = page.RangeOf(element);
            if (LooksLikeMenu(element) && page.Prose(first, end) * 5 < Math.Max(1, page.Prose(0, page.Blocks.Count)) * 3)
            {
                InMenu.AsSpan(first..end).Fill(true);
            }
        }

        var weights = new double[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            weights[i + 1] = weights[i] + (InMenu[i] ? 0 : Weight(page.Blocks[i]));
        }

        return weights;
    }

    private static double Weight(WebBlock block) =>
        s_lexicon.MenuLines.AtStart(block.Text) > 0 ? 0
        : block.IsProse ? block.Length
        : block.LinkLength * 4 > block.Length ? 0
        : block.Kind == WebBlockKind.TableRow ? block.Length * 0.6
        : block.Kind == WebBlockKind.Caption ? block.Length * 0.5
        : block.Length * 0.3;

    private double Sum(double[] weights, IElement element) => page.RangeOf(element) is var (first, end) ? weights[end] - weights[first] : 0;

    private bool HasHeading(IElement article)
    {
        var (first, end) = page.RangeOf(article);
        for (var i = first; i < end; i++)
        {
            if (page.Blocks[i].Level > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(IElement element, string name)
    {
        for (var (parent, depth) = (element.ParentElement, 0); parent is not null && depth < 64; parent = parent.ParentElement, depth++)
        {
            if (parent.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeMenu(IElement element) => element.LocalName switch
    {
        "nav" or "aside" or "footer" or "menu" => true,
        "body" or "article" or "main" or "p" or "h1" or "h2" or "h3" => false,
        _ => element.GetAttribute("role") is "navigation" or "contentinfo" or "complementary" or "search" or "banner" || ZoneWords.Hold(element, s_lexicon.MenuZones),
    };

    private static bool IsStory(IElement element) =>
        element.LocalName is "article" or "main" || element.GetAttribute("itemprop") == "articleBody" || element.GetAttribute("role") is "main" or "article" || ZoneWords.Hold(element, s_lexicon.StoryZones);
}
