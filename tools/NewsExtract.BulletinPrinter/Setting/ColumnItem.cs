namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>What stands in a column, one under the other. Heights are in points.</summary>
internal abstract record ColumnItem(double Height)
{
    /// <summary>Needs the next item beneath it in the same column.</summary>
    public bool KeepWithNext { get; init; }

    public abstract void Place(Sheet sheet, double left, double top, double width);
}

internal enum Alignment
{
    Left,
    Centre,
    Right,
}

internal sealed record LineItem(BrokenLine Line, Alignment Alignment = Alignment.Left) : ColumnItem(Line.Style.Leading)
{
    public override void Place(Sheet sheet, double left, double top, double width) => sheet.Lines.Add(Line.Place(
        Alignment switch { Alignment.Centre => left + (width - Line.Width) / 2, Alignment.Right => left + width - Line.Width, _ => left },
        top));
}

internal sealed record GapItem(double Height) : ColumnItem(Height)
{
    public override void Place(Sheet sheet, double left, double top, double width)
    {
    }
}

/// <summary>A grey picture and its caption beneath it.</summary>
/// <param name="Share">Of the column's width.</param>
internal sealed record PictureItem(double PictureHeight, double Share, IReadOnlyList<BrokenLine> Caption, double Height) : ColumnItem(Height)
{
    private const double Gap = 4;

    public static PictureItem Create(string caption, TypeStyle style, double width, double share, double grid)
    {
        var pictureHeight = width * share * 0.62;
        var lines = LineBreaker.Break(caption, style, width * share, justify: false);
        var height = pictureHeight + 3 * Gap + lines.Sum(line => line.Style.Leading);
        return new PictureItem(pictureHeight, share, lines, Math.Ceiling(height / grid) * grid);
    }

    public override void Place(Sheet sheet, double left, double top, double width)
    {
        var pictureLeft = left + width * (1 - Share) / 2;
        sheet.Pictures.Add(new Area(pictureLeft, top + Gap, width * Share, PictureHeight));
        var y = top + PictureHeight + 2 * Gap;
        foreach (var line in Caption)
        {
            sheet.Lines.Add(line.Place(Caption.Count == 1 ? left + (width - line.Width) / 2 : pictureLeft, y));
            y += line.Style.Leading;
        }
    }
}

/// <summary>Items across all columns: text above it is read before it, text below after it.</summary>
internal sealed record SpanItem(IReadOnlyList<ColumnItem> Items) : ColumnItem(Items.Sum(item => item.Height))
{
    public override void Place(Sheet sheet, double left, double top, double width)
    {
        foreach (var item in Items)
        {
            item.Place(sheet, left, top, width);
            top += item.Height;
        }
    }
}

/// <summary>Items between two rules, or in a frame.</summary>
internal sealed record BoxItem(IReadOnlyList<ColumnItem> Items, bool Framed, double Height) : ColumnItem(Height)
{
    public const double Padding = 6;

    public static BoxItem Create(IReadOnlyList<ColumnItem> items, bool framed, double grid) =>
        new(items, framed, Math.Ceiling((items.Sum(item => item.Height) + 4 * Padding) / grid) * grid);

    public override void Place(Sheet sheet, double left, double top, double width)
    {
        var area = new Area(left, top + Padding, width, Items.Sum(item => item.Height) + 2 * Padding);
        if (Framed)
        {
            sheet.AddFrame(area);
        }
        else
        {
            sheet.Rules.Add(area with { Height = 1.2 });
            sheet.Rules.Add(area with { Top = area.Bottom - 1.2, Height = 1.2 });
        }

        var y = area.Top + Padding;
        foreach (var item in Items)
        {
            item.Place(sheet, left + Padding, y, width - 2 * Padding);
            y += item.Height;
        }
    }
}
