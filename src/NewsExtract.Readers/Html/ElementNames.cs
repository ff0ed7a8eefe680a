namespace NewsExtract.Readers.Html;

/// <summary>Elements of HTML by how they show.</summary>
internal static class ElementNames
{
    /// <summary>Show no text of the page.</summary>
    public static HashSet<string> Unseen { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "head", "script", "style", "template", "noscript", "iframe", "frame", "object", "embed", "svg", "math", "canvas", "audio", "video", "select", "textarea", "button", "input", "datalist", "rt", "rp", "map", "progress", "meter", "applet",
    };

    /// <summary>Stand on lines of their own.</summary>
    public static HashSet<string> Blocks { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "marquee",
    };
}
