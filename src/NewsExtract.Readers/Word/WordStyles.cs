using System.Globalization;
using System.Xml.Linq;

namespace NewsExtract.Readers.Word;

/// <summary>How a paragraph or its characters look; <c>null</c> where nothing is stated.</summary>
internal sealed record WordStyle
{
    /// <summary>heading 1, Title, caption; 标题 1.</summary>
    public string Name { get; init; } = "";

    /// <summary>Half points.</summary>
    public int? Size { get; init; }

    public bool? IsBold { get; init; }

    public bool? IsCentred { get; init; }

    /// <summary>0 for the highest level; 9 is body text.</summary>
    public int? OutlineLevel { get; init; }

    public (string? Id, int? Level) List { get; init; }

    public WordStyle Over(WordStyle basis) => this with
    {
        Size = Size ?? basis.Size,
        IsBold = IsBold ?? basis.IsBold,
        IsCentred = IsCentred ?? basis.IsCentred,
        OutlineLevel = OutlineLevel ?? basis.OutlineLevel,
        List = (List.Id ?? basis.List.Id, List.Level ?? basis.List.Level),
    };

    public static WordStyle Of(string name, XElement? paragraph, XElement? run) => new()
    {
        Name = name,
        Size = run.Child("sz").Number(),
        IsBold = run.Flag("b"),
        IsCentred = paragraph.Child("jc") is { } alignment ? alignment.Value() == "center" : null,
        OutlineLevel = paragraph.Child("outlineLvl").Number(),
        List = (paragraph.Child("numPr").Child("numId").Value(), paragraph.Child("numPr").Child("ilvl").Number()),
    };
}

/// <summary>The styles of a Word file, with what each takes over from the one it is based on.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;
    private const int DefaultSize = 20;

    private readonly Dictionary<string, (WordStyle Style, string? Basis)> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _resolved = new(StringComparer.Ordinal);
    private readonly string? _default;

    public WordStyles(XElement? root)
    {
        Defaults = WordStyle.Of("", root.Child("docDefaults").Child("pPrDefault").Child("pPr"), root.Child("docDefaults").Child("rPrDefault").Child("rPr"));
        Defaults = Defaults with { Size = Defaults.Size ?? DefaultSize };
        foreach (var style in root?.Elements().Where(element => element.Name.LocalName == "style") ?? [])
        {
            if (style.Value("styleId") is { } id)
            {
                _styles.TryAdd(id, (WordStyle.Of(style.Child("name").Value() ?? "", style.Child("pPr"), style.Child("rPr")), style.Child("basedOn").Value()));
                _default ??= style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" ? id : null;
            }
        }
    }

    public WordStyle Defaults { get; }

    /// <summary>The style of a paragraph; the default one when <paramref name="id"/> is none or unknown.</summary>
    public WordStyle Paragraph(string? id) => Find(id ?? _default) is { } style ? style.Over(Defaults) : Defaults;

    /// <summary>What a style of characters states; <c>null</c> when there is none.</summary>
    public WordStyle? Run(string? id) => Find(id);

    private WordStyle? Find(string? id)
    {
        if (id is null || !_styles.TryGetValue(id, out var found))
        {
            return null;
        }

        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        var style = found.Style;
        var basis = found.Basis;
        for (var i = 0; i < LongestChain && basis is not null && _styles.TryGetValue(basis, out var next); i++)
        {
            style = style.Over(next.Style);
            basis = next.Basis;
        }

        return _resolved[id] = style;
    }

    /// <summary>1 for a title, 2 for heading 1 and so on; 0 for text.</summary>
    public static int HeadingLevel(WordStyle style)
    {
        var name = style.Name.Replace(" ", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
        if (name is "title" or "标题" or "標題")
        {
            return 1;
        }

        foreach (var prefix in (ReadOnlySpan<string>)["heading", "标题", "標題"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length == prefix.Length + 1 && name[^1] is >= '1' and <= '9')
            {
                return name[^1] - '0' + 1;
            }
        }

        return style.OutlineLevel is >= 0 and < 9 and var level ? level + 2 : 0;
    }

    public static bool IsSubtitle(WordStyle style) => style.Name is "Subtitle" or "subtitle" or "副标题" or "副標題";

    public static bool IsCaption(WordStyle style) => style.Name is "caption" or "Caption" or "题注" or "題注";

    /// <summary>toc 1, 目录 1.</summary>
    public static bool IsContents(WordStyle style) => style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || style.Name.StartsWith("目录", StringComparison.Ordinal);
}
