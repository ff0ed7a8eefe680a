using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Html;

/// <summary>The words of <c>Web.lex.txt</c>, read once.</summary>
internal sealed class WebLexicon
{
    private static readonly Lazy<WebLexicon> s_instance = new(() => new WebLexicon());

    private WebLexicon()
    {
        var sections = LayoutLexicon.ReadSections("Html.Web.lex.txt").ToDictionary(section => section.Key, section => new WordList(section.Value), StringComparer.Ordinal);
        MenuZones = sections["menu-zone"];
        StoryZones = sections["story-zone"];
        HeadlineZones = sections["headline-zone"];
        KickerZones = sections["kicker-zone"];
        SubheadZones = sections["subhead-zone"];
        CaptionZones = sections["caption-zone"];
        MenuLines = sections["menu-line"];
        NoticeLines = sections["notice-line"];
        NoticeWords = sections["notice-word"];
        MoreHeadings = sections["more-heading"];
        SiteNames = sections["site-name"];
        SiteSuffixes = sections["site-suffix"];
    }

    public static WebLexicon Instance => s_instance.Value;

    /// <summary>Words of the class and id of what stands around an article: nav, footer, share.</summary>
    public WordList MenuZones { get; }

    /// <summary>Of what holds an article: content, TRS_Editor, zoom.</summary>
    public WordList StoryZones { get; }

    public WordList HeadlineZones { get; }

    public WordList KickerZones { get; }

    public WordList SubheadZones { get; }

    public WordList CaptionZones { get; }

    /// <summary>Short lines of the page, not of the article, open so: 上一篇, 分享到.</summary>
    public WordList MenuLines { get; }

    /// <summary>What stands below an article opens so: 版权声明, 主办单位.</summary>
    public WordList NoticeLines { get; }

    /// <summary>Words of such notices: 不得转载.</summary>
    public WordList NoticeWords { get; }

    /// <summary>Headings of lists of other articles: 相关阅读.</summary>
    public WordList MoreHeadings { get; }

    /// <summary>A short title that ends so names the site and no article: 人民政府, 数字报.</summary>
    public WordList SiteNames { get; }

    /// <summary>What the name of a site or column ends with behind the headline in a title: 某某网, 新闻中心.</summary>
    public WordList SiteSuffixes { get; }
}
