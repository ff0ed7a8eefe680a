using NewsExtract.BulletinPrinter.Bulletins;

namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>Turns an article into the items of its columns.</summary>
internal static class ArticleSetter
{
    /// <summary>The head of the framed box of a feature, which no bulletin holds.</summary>
    public const string SidebarTitle = "小贴士";

    public const string SidebarText = "本栏目每期介绍一个常用词语，欢迎读者来信推荐，来信请注明栏目名称和联系方式。";

    /// <param name="width">Of the whole article.</param>
    /// <param name="scale">Of the headline's size: smaller articles have smaller heads.</param>
    public static Queue<ColumnItem> Set(PrintedArticle article, PageDesign design, double width, int columns, double scale = 1)
    {
        var body = Body(article, design, width, columns).ToList();
        if (design.PullQuoteAndSidebar)
        {
            AddPullQuoteAndSidebar(body, article, design, ColumnFlow.ColumnWidth(width, columns, design.Gutter));
        }

        if (design.HeadlineInColumn)
        {
            var inColumn = Head(article, design, ColumnFlow.ColumnWidth(width, columns, design.Gutter), scale).Select(item => item with { KeepWithNext = true });
            return new Queue<ColumnItem>(inColumn.Concat(body));
        }

        var head = new SpanItem([.. Head(article, design, width, scale)]);
        if (design.HeadlineInMiddle)
        {
            // Between two paragraphs, or inside one where a column of lines ends: readers meet both.
            body.Insert(body.FindIndex(body.Count * 2 / 5, item => item is LineItem), head);
            return new Queue<ColumnItem>(body);
        }

        return new Queue<ColumnItem>(body.Prepend(head));
    }

    // The quote repeats a sentence of the text; the box says what no bulletin says.
    private static void AddPullQuoteAndSidebar(List<ColumnItem> body, PrintedArticle article, PageDesign design, double column)
    {
        var width = column - 2 * BoxItem.Padding;
        var sentence = article.Body.Where(block => block.Kind == BodyKind.Paragraph).SelectMany(block => block.Text.Split('。')).FirstOrDefault(text => text.Length is > 15 and < 45);
        if (sentence is not null)
        {
            var quote = LineBreaker.Break(sentence, design.Subhead, width, justify: false).Select(line => new LineItem(line, Alignment.Centre));
            body.Insert(body.Count / 3, BoxItem.Create([.. quote], framed: false, design.Body.Leading));
        }

        var small = design.Caption with { Leading = design.Caption.Size * 1.5 };
        var title = LineBreaker.Break(SidebarTitle, design.Section with { Leading = design.Body.Leading }, width, justify: false).Select(line => new LineItem(line, Alignment.Centre));
        var text = LineBreaker.Break(SidebarText, small, width, indent: 2).Select(line => new LineItem(line));
        body.Insert(body.Count * 2 / 3, BoxItem.Create([.. title, .. text], framed: true, design.Body.Leading));
    }

    private static IEnumerable<ColumnItem> Head(PrintedArticle article, PageDesign design, double width, double scale)
    {
        yield return new GapItem(design.Body.Leading * 0.6);
        foreach (var item in Centred(article.Kicker, Scaled(design.Subhead, scale), width).Concat(Centred(article.Headline, Scaled(design.Headline, scale), width)))
        {
            yield return item;
        }

        foreach (var item in Centred(article.Subhead is { } subhead ? "——" + subhead : null, Scaled(design.Subhead, scale), width).Concat(Centred(article.Byline, design.Byline, width)))
        {
            yield return item;
        }

        yield return new GapItem(design.Body.Leading * 0.5);
    }

    private static TypeStyle Scaled(TypeStyle style, double scale) => style with { Size = Math.Round(style.Size * scale * 2) / 2, Leading = Math.Round(style.Leading * scale * 2) / 2 };

    // A head that is too long breaks at its wide blank where it has one.
    private static IEnumerable<LineItem> Centred(string? text, TypeStyle style, double width)
    {
        if (text is null)
        {
            return [];
        }

        var lines = LineBreaker.Break(text, style, width, justify: false);
        if (lines.Count > 1 && text.Contains('　', StringComparison.Ordinal))
        {
            lines = [.. text.Split('　', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => LineBreaker.Break(part, style, width, justify: false))];
        }
        else if (lines.Count > 1)
        {
            // Lines of like length read better than one full and one short.
            var even = lines.Sum(line => line.Width) / lines.Count + 1.5 * style.Size;
            var evened = LineBreaker.Break(text, style, Math.Min(width, even), justify: false);
            lines = evened.Count == lines.Count ? evened : lines;
        }

        return lines.Select(line => new LineItem(line, Alignment.Centre));
    }

    private static IEnumerable<ColumnItem> Body(PrintedArticle article, PageDesign design, double width, int columns)
    {
        var column = ColumnFlow.ColumnWidth(width, columns, design.Gutter);
        foreach (var (index, block) in article.Body.Index())
        {
            switch (block.Kind)
            {
                case BodyKind.Paragraph:
                    foreach (var line in design.HeadlineInColumn ? LineBreaker.Break("　　" + block.Text, design.Body, column) : LineBreaker.Break(block.Text, design.Body, column, indent: 2))
                    {
                        yield return new LineItem(line);
                    }

                    break;
                case BodyKind.Section:
                    yield return new GapItem(design.Body.Leading);
                    foreach (var line in LineBreaker.Break(block.Text, design.Section, column, indent: 2, justify: false))
                    {
                        yield return new LineItem(line) { KeepWithNext = true };
                    }

                    break;
                case BodyKind.Row:
                    // A run of rows is one table across the columns.
                    if (index > 0 && article.Body[index - 1].Kind == BodyKind.Row)
                    {
                        break;
                    }

                    yield return new SpanItem([new GapItem(5), .. article.Body.Skip(index).TakeWhile(next => next.Kind == BodyKind.Row).SelectMany(row => Table(row.Text, design, width)), new GapItem(5)]);
                    break;
                case BodyKind.Caption when design.SpanningPictures && columns > 1:
                    yield return new SpanItem([PictureItem.Create(block.Text, design.Caption, width, 0.6, design.Body.Leading)]);
                    break;
                case BodyKind.Caption:
                    yield return PictureItem.Create(block.Text, design.Caption, column, columns == 1 ? 0.6 : 1, design.Body.Leading);
                    break;
                case BodyKind.Tail:
                    foreach (var line in LineBreaker.Break(block.Text, design.Byline with { Leading = design.Body.Leading }, column, justify: false))
                    {
                        yield return new LineItem(line, Alignment.Right);
                    }

                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(article), block.Kind, "unknown kind of block");
            }
        }
    }

    private static IEnumerable<LineItem> Table(string row, PageDesign design, double width)
    {
        var style = design.Body;
        var line = LineBreaker.Break(row, style, double.MaxValue, justify: false)[0];
        return line.Width <= width
            ? [new LineItem(line, Alignment.Centre)]
            : LineBreaker.Break(row, style with { Size = Math.Floor(style.Size * width / line.Width * 4) / 4 }, width, justify: false).Select(part => new LineItem(part, Alignment.Centre));
    }
}
