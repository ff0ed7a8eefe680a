using System.Globalization;
using NewsExtract.BulletinPrinter.Bulletins;

namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>Sets the articles of an edition on pages.</summary>
internal sealed class EditionSetter(PageDesign design, int firstPage)
{
    private readonly List<Sheet> _sheets = [];

    public static List<Sheet> Set(Edition edition, PageDesign design, int firstPage = 12)
    {
        var setter = new EditionSetter(design, firstPage);
        if (design.Boxes)
        {
            setter.SetBoxes(edition);
        }
        else if (design.Vertical)
        {
            setter.SetVertical(edition);
        }
        else
        {
            setter.SetOneByOne(edition);
        }

        foreach (var (index, sheet) in setter._sheets.Index())
        {
            setter.AddFoot(sheet, firstPage + index);
        }

        return setter._sheets;
    }

    private double Bottom => design.Height - design.BottomMargin;

    // One article after the other; one that finds little room begins a page.
    private void SetOneByOne(Edition edition)
    {
        var sheet = NewSheet(edition);
        var y = design.TopMargin;
        // Articles that follow one another in the columns are one flow.
        var flows = edition.Articles.Select(article => ArticleSetter.Set(article, design, design.Measure, design.Columns));
        foreach (var items in design.HeadlineInColumn ? [new Queue<ColumnItem>(flows.SelectMany(flow => flow))] : flows)
        {
            if (y > design.TopMargin && Bottom - y < 10 * design.Body.Leading)
            {
                (sheet, y) = (NewSheet(edition), design.TopMargin);
            }
            else if (y > design.TopMargin)
            {
                sheet.Rules.Add(new Area(design.SideMargin, y + design.Body.Leading / 2, design.Measure, 0.6));
                y += design.Body.Leading;
            }

            while (true)
            {
                y = ColumnFlow.Pour(sheet, new Area(design.SideMargin, y, design.Measure, Bottom - y), design.Columns, design.Gutter, items, design.ColumnRules);
                if (items.Count == 0)
                {
                    break;
                }

                (sheet, y) = (NewSheet(edition), design.TopMargin);
            }
        }

    }

    private void SetVertical(Edition edition)
    {
        var setter = new VerticalSetter(design, () => NewSheet(edition));
        foreach (var article in edition.Articles)
        {
            setter.Add(article);
        }
    }

    // The first article over the whole width, the others two by two, the right one in a frame. What does not fit in its place goes on on the next page.
    private void SetBoxes(Edition edition)
    {
        const double Air = 12;
        var sheet = NewSheet(edition);
        var carried = new List<CarriedItems>();
        var y = design.TopMargin;
        for (var i = 0; i < edition.Articles.Length;)
        {
            var single = i == 0 || i == edition.Articles.Length - 1;
            var room = Bottom - y;
            // The lead article of several has a fifth of the page at most; the rest of it is on the next.
            var height = i == 0 && edition.Articles.Length > 1 ? room * 0.2 : Math.Min(room, (Bottom - design.TopMargin) * 0.45);
            if (room < 14 * design.Body.Leading)
            {
                (sheet, y) = (NewSheet(edition), CarryOn(carried));
                continue;
            }

            if (single)
            {
                y = PourOrCarry(sheet, new Area(design.SideMargin, y, design.Measure, height), design.Columns, Items(i, design.Measure, design.Columns, 1), carried) + Air;
                i++;
                continue;
            }

            var half = (design.Measure - 2 * Air) / 2;
            var left = PourOrCarry(sheet, new Area(design.SideMargin, y, half, height), 3, Items(i, half, 3, 0.75), carried);
            var right = PourOrCarry(sheet, new Area(design.SideMargin + half + 2 * Air, y + Air / 2, half - Air, height - Air), 2, Items(i + 1, half - Air, 2, 0.75), carried);
            sheet.AddFrame(new Area(design.SideMargin + half + Air, y, half + Air, right - y + Air / 2));
            y = Math.Max(left, right) + 2 * Air;
            i += 2;
        }

        Queue<ColumnItem> Items(int article, double width, int columns, double scale) => ArticleSetter.Set(edition.Articles[article], design, width, columns, scale);

        while (carried.Count > 0)
        {
            sheet = NewSheet(edition);
            CarryOn(carried);
        }
    }

    // Leaves room for the note that says where the article goes on.
    private double PourOrCarry(Sheet sheet, Area area, int columns, Queue<ColumnItem> items, List<CarriedItems> carried)
    {
        var note = design.Body.Leading;
        var bottom = ColumnFlow.Pour(sheet, area with { Height = area.Height - note }, columns, design.Gutter, items, design.ColumnRules);
        if (items.Count == 0)
        {
            return bottom;
        }

        var line = LineBreaker.Break(string.Create(CultureInfo.InvariantCulture, $"（下转第{firstPage + _sheets.Count}版）"), design.Byline with { Leading = note }, area.Width, justify: false)[0];
        new LineItem(line, Alignment.Right).Place(sheet, area.Left, bottom, area.Width);
        carried.Add(new CarriedItems(items, firstPage + _sheets.Count - 1, ColumnFlow.ColumnWidth(area.Width, columns, design.Gutter)));
        return bottom + note;
    }

    // At the top of a new page; what is longer than the page is carried on once more.
    private double CarryOn(List<CarriedItems> carried)
    {
        var y = design.TopMargin;
        var due = carried.ToList();
        carried.Clear();
        foreach (var (items, from, width) in due)
        {
            if (Bottom - y < 6 * design.Body.Leading)
            {
                carried.Add(new CarriedItems(items, from, width));
                continue;
            }

            var line = LineBreaker.Break(string.Create(CultureInfo.InvariantCulture, $"（上接第{from}版）"), design.Byline, design.Measure, justify: false)[0];
            new LineItem(line).Place(_sheets[^1], design.SideMargin, y, design.Measure);
            y += line.Style.Leading;
            // What was broken for columns of a width goes on in columns of that width, as many as there is room for.
            var columns = Math.Max(1, (int)Math.Floor((design.Measure + design.Gutter + 1) / (width + design.Gutter)));
            y = PourOrCarry(_sheets[^1], new Area(design.SideMargin, y, columns * width + (columns - 1) * design.Gutter, Bottom - y), columns, items, carried) + 2 * design.Body.Leading;
        }

        return y;
    }

    private Sheet NewSheet(Edition edition)
    {
        var sheet = new Sheet(design.Width, design.Height);
        var head = LineBreaker.Break(edition.RunningHead ?? "江州新刊　　本期要闻", design.Furniture, design.Measure, justify: false)[0];
        var line = head.Place((firstPage + _sheets.Count) % 2 == 0 ? design.SideMargin : design.Width - design.SideMargin - head.Width, design.TopMargin - 36);
        sheet.Lines.Add(line with { Furniture = true });
        sheet.Rules.Add(new Area(design.SideMargin, design.TopMargin - 20, design.Measure, 0.5));
        _sheets.Add(sheet);
        return sheet;
    }

    private void AddFoot(Sheet sheet, int number)
    {
        var foot = LineBreaker.Break(string.Create(CultureInfo.InvariantCulture, $"· {number} ·"), design.Furniture, design.Measure, justify: false)[0];
        sheet.Lines.Add(foot.Place((design.Width - foot.Width) / 2, design.Height - design.BottomMargin + 24) with { Furniture = true });
    }

    /// <summary>The end of an article whose beginning is on page <paramref name="From"/>, broken for columns of a width.</summary>
    private sealed record CarriedItems(Queue<ColumnItem> Items, int From, double ColumnWidth);
}
