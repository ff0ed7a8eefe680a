using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using NewsExtract.Evaluation;
using NewsExtract.Readers.Tests;
using NewsExtract.Readers.Tests.Ofd;
using NewsExtract.Readers.Tests.Word;

namespace NewsExtract.Corpus.Tests.Formats;

/// <summary>A line of a bulletin and what it is.</summary>
internal sealed record FormattedLine(BlockKind Kind, string Text);

/// <summary>
/// A bulletin as its gold file has it, article by article, to be written in other formats. Captions, bylines and running heads,
/// which the gold file lacks, are those of the article that the text run found for it.
/// </summary>
internal sealed class FormattedBulletin
{
    private readonly List<List<FormattedLine>> _articles;

    private FormattedBulletin(List<List<FormattedLine>> articles)
    {
        _articles = articles;
    }

    public static FormattedBulletin Of(GoldBulletin gold, ExtractionResult textRun)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(gold.TextPath, ".json")));
        var records = textRun.ToRecords();
        var articles = new List<List<FormattedLine>>();
        foreach (var article in json.RootElement.GetProperty("articles").EnumerateArray())
        {
            var paragraphs = article.GetProperty("paragraphs").EnumerateArray().Select(item => item.GetString()!).ToList();
            var headline = Text(article, "headline");
            var found = records.FirstOrDefault(record => Squeeze(record.Article.Headline) == Squeeze(headline)) ?? records.FirstOrDefault(record => record.Paragraphs.Any(paragraph => Squeeze(paragraph.Text) == Squeeze(paragraphs[0])));
            var lines = new List<FormattedLine>();
            AddFound(lines, found, "furniture");
            AddOwn(lines, BlockKind.Kicker, Text(article, "kicker"));
            AddOwn(lines, BlockKind.Headline, headline);
            // The text has the dash before a subhead, the gold file has not.
            var subhead = Text(article, "subhead");
            AddOwn(lines, BlockKind.Subhead, found?.Paragraphs.Where(paragraph => paragraph.Kind == "subhead" && Squeeze(paragraph.Text).TrimStart('—') == Squeeze(subhead)).Select(paragraph => paragraph.Text).FirstOrDefault() ?? subhead);
            AddFound(lines, found, "byline");
            AddFound(lines, found, "caption");
            lines.AddRange(paragraphs.Select(paragraph => new FormattedLine(paragraph.StartsWith('#') ? BlockKind.Heading : BlockKind.Body, paragraph.TrimStart('#'))));
            articles.Add(lines);
        }

        return new FormattedBulletin(articles);
    }

    /// <summary>A page of a web site, with menus around the bulletin.</summary>
    /// <param name="hasArticles">Each article stands in an element of its own; else headings alone tell.</param>
    /// <param name="hasHeadings">Headlines are marked as such.</param>
    public byte[] ToHtml(bool hasArticles, bool hasHeadings)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>电子报</title></head><body><div class=\"nav\"><a href=\"/\">首页</a> <a href=\"/a\">新闻</a> <a href=\"/b\">专题</a></div><div class=\"content\">\n");
        foreach (var article in _articles)
        {
            page.Append(hasArticles ? "<article>\n" : "");
            foreach (var (kind, text) in article)
            {
                var (open, close) = kind switch
                {
                    BlockKind.Headline when hasHeadings => ("<h2>", "</h2>"),
                    BlockKind.Kicker when hasHeadings => ("<h4 class=\"kicker\">", "</h4>"),
                    BlockKind.Subhead when hasHeadings => ("<h4 class=\"subtitle\">", "</h4>"),
                    BlockKind.Heading when hasHeadings => ("<h3>", "</h3>"),
                    BlockKind.Caption when hasHeadings => ("<figure><img src=\"x.jpg\"><figcaption>", "</figcaption></figure>"),
                    _ => ("<p>　　", "</p>"),
                };
                page.Append(open).Append(WebUtility.HtmlEncode(text)).Append(close).Append('\n');
            }

            page.Append(hasArticles ? "</article>\n" : "");
        }

        page.Append("</div><div class=\"footer\"><a href=\"/c\">关于我们</a> <a href=\"/d\">联系我们</a></div></body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <param name="look">Gives the properties of a paragraph and of its characters by what it is.</param>
    public byte[] ToWord(Func<BlockKind, (string Paragraph, string Run)> look) => WordFile.Of(
        string.Concat(_articles.SelectMany(article => article).Select(line => WordFile.Paragraph(WebUtility.HtmlEncode(line.Text), look(line.Kind).Paragraph, look(line.Kind).Run))),
        isStrict: false,
        ("styles", "<root><docDefaults><rPrDefault><rPr><sz val='21'/></rPr></rPrDefault></docDefaults><style type='paragraph' styleId='1'><name val='heading 1'/></style><style type='paragraph' styleId='2'><name val='heading 2'/></style><style type='paragraph' styleId='3'><name val='caption'/></style></root>"));

    /// <summary>Pages of one column: headlines large and centred, paragraphs indented, captions small.</summary>
    public byte[] ToOfd()
    {
        const double Left = 25, Width = 160, Top = 25, Bottom = 275;
        var pages = new List<StringBuilder> { new() };
        var baseline = Top;
        foreach (var (kind, text) in _articles.SelectMany(article => article))
        {
            var (size, isCentred, indent) = kind switch
            {
                BlockKind.Headline => (7.0, true, ""),
                BlockKind.Kicker or BlockKind.Subhead => (5.0, true, ""),
                BlockKind.Caption => (3.0, true, ""),
                BlockKind.Byline or BlockKind.Furniture => (4.0, true, ""),
                BlockKind.Heading => (4.0, false, ""),
                _ => (4.0, false, "　　"),
            };
            baseline += isCentred ? size : 0;
            foreach (var line in Wrap(indent + text, size, Width))
            {
                baseline += size * 1.6;
                if (baseline > Bottom)
                {
                    pages.Add(new StringBuilder());
                    baseline = Top;
                }

                var x = isCentred ? Left + ((Width - line.Sum(c => OfdFileWriter.Advance(c, size))) / 2) : Left;
                pages[^1].Append(OfdFileWriter.Line(line, x, baseline, size, font: kind is BlockKind.Headline or BlockKind.Heading ? 2 : 1));
            }
        }

        return OfdFileWriter.Of("<ofd:Fonts><ofd:Font ID='1' FontName='宋体'/><ofd:Font ID='2' FontName='黑体'/></ofd:Fonts>", "", [.. pages.Select(page => page.ToString())]);
    }

    public static (string Paragraph, string Run) Styled(BlockKind kind) => kind switch
    {
        BlockKind.Headline => ("<pStyle val='1'/>", ""),
        BlockKind.Heading => ("<pStyle val='2'/>", ""),
        _ => Plain(kind),
    };

    /// <summary>Captions alone have a style, the one that the program gives them.</summary>
    public static (string Paragraph, string Run) Plain(BlockKind kind) => kind == BlockKind.Caption ? ("<pStyle val='3'/>", "") : ("", "");

    public static (string Paragraph, string Run) Sized(BlockKind kind) => kind switch
    {
        BlockKind.Headline => ("<jc val='center'/>", "<b/><sz val='44'/>"),
        BlockKind.Kicker or BlockKind.Subhead => ("<jc val='center'/>", "<sz val='28'/>"),
        BlockKind.Heading => ("", "<b/>"),
        _ => Plain(kind),
    };

    // No line begins with a mark: the character before it goes down with it.
    private static IEnumerable<string> Wrap(string text, double size, double width)
    {
        var start = 0;
        var length = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            length += OfdFileWriter.Advance(text[i], size);
            if (length <= width)
            {
                continue;
            }

            while (i > start + 1 && (text[i] is '，' or '。' or '、' or '；' or '：' or '”' or '）' or '》' || (char.IsAsciiLetterOrDigit(text[i]) && (char.IsAsciiLetterOrDigit(text[i - 1]) || text[i - 1] is '.'))))
            {
                i--;
            }

            yield return text[start..i];
            start = i;
            length = OfdFileWriter.Advance(text[i], size);
        }

        yield return text[start..];
    }

    private static void AddOwn(List<FormattedLine> lines, BlockKind kind, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            lines.Add(new FormattedLine(kind, text));
        }
    }

    private static void AddFound(List<FormattedLine> lines, ArticleRecord? found, string kind)
    {
        foreach (var paragraph in found?.Paragraphs ?? ImmutableArray<ParagraphRecord>.Empty)
        {
            if (paragraph.Kind == kind)
            {
                AddOwn(lines, Enum.Parse<BlockKind>(kind, ignoreCase: true), paragraph.Text);
            }
        }
    }

    private static string? Text(JsonElement article, string name) => article.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Squeeze(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}
