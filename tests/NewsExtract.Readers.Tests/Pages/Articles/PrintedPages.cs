using NewsExtract.Readers.Layout;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Tests.Layout;

namespace NewsExtract.Readers.Tests.Pages.Articles;

/// <summary>Sets invented text on pages, in the order in which it is read: 10-point type, a line every 16 points.</summary>
internal sealed class PrintedPages
{
    public const float Body = 10;
    private const float Leading = 16;
    private const float Height = 842;

    private readonly System.Text.StringBuilder _text = new();
    private readonly List<Box> _boxes = [];
    private readonly List<PrintedLine> _lines = [];
    private readonly List<PrintedPicture> _pictures = [];
    private readonly List<PrintedRule> _rules = [];
    private int _page = 1;
    private int _region;

    /// <summary>A line of its own; <paramref name="top"/> counts from the head of the page.</summary>
    public PrintedPages Line(float left, float top, float size, string text, bool bold = false, LineRole role = LineRole.Text)
    {
        _region++;
        AddLine(left, top, size, text, bold, role);
        return this;
    }

    /// <summary>Paragraphs wrapped into a column; one that begins with 　　 stands in by two characters.</summary>
    public PrintedPages Column(float left, float top, int width, params string[] paragraphs)
    {
        _region++;
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.TrimStart('　');
            var indent = paragraph.Length - text.Length;
            while (text.Length > 0)
            {
                var length = Math.Min(width - indent, text.Length);
                AddLine(left + (indent * Body), top, Body, text[..length], bold: false, LineRole.Text);
                text = text[length..];
                top += Leading;
                indent = 0;
            }
        }

        return this;
    }

    public PrintedPages Picture(float left, float top, float width, float height)
    {
        _pictures.Add(new PrintedPicture(_page, new Box(left, Height - top - height, left + width, Height - top)));
        return this;
    }

    /// <summary>Four drawn lines.</summary>
    public PrintedPages Frame(float left, float top, float width, float height)
    {
        var (right, upper, lower) = (left + width, Height - top, Height - top - height);
        _rules.Add(new PrintedRule(_page, new Box(left, upper - 1, right, upper)));
        _rules.Add(new PrintedRule(_page, new Box(left, lower, right, lower + 1)));
        _rules.Add(new PrintedRule(_page, new Box(left, lower, left + 1, upper)));
        _rules.Add(new PrintedRule(_page, new Box(right - 1, lower, right, upper)));
        return this;
    }

    public PrintedPages NextPage()
    {
        _text.Append('\f');
        _boxes.Add(default);
        _page++;
        return this;
    }

    public void Expect(string expected)
    {
        var document = new Document
        {
            Id = "id",
            SourceName = "printed",
            Text = _text.ToString(),
            Pages = [.. Enumerable.Range(1, _page).Select(number => new Page(number, new TextSpan(0, 0), 595, Height))],
            Layout = new PrintedLayout([.. _boxes], null, [.. _lines], [.. _pictures], [.. _rules]),
        };
        var articles = new ArticleSplitter().Split(document);
        CheckCover(document.Text, articles);
        Assert.Equal(expected.Replace("\r", "", StringComparison.Ordinal).Trim(), Bulletin.Describe(document.Text, articles).Trim());
    }

    // Every character that prints is in exactly one block.
    private static void CheckCover(string text, IEnumerable<Article> articles)
    {
        var covers = new int[text.Length];
        foreach (var piece in articles.SelectMany(article => article.Blocks).SelectMany(block => block.Pieces))
        {
            for (var i = piece.Start; i < piece.End; i++)
            {
                covers[i]++;
            }
        }

        Assert.All(Enumerable.Range(0, text.Length).Where(i => !Glyphs.IsBlank(text[i])), i => Assert.Equal(1, covers[i]));
    }

    private void AddLine(float left, float top, float size, string text, bool bold, LineRole role)
    {
        var start = _text.Length;
        var box = new Box(left, Height - top - size, left + (text.Length * size), Height - top);
        for (var i = 0; i < text.Length; i++)
        {
            _text.Append(text[i]);
            _boxes.Add(box with { Left = left + (i * size), Right = left + ((i + 1) * size) });
        }

        _lines.Add(new PrintedLine(new TextSpan(start, _text.Length), _page, box, size, bold, IsVertical: false, _region, role));
        _text.Append('\n');
        _boxes.Add(default);
    }
}
