namespace NewsExtract.BulletinPrinter.Setting;

/// <summary>Pours items into columns of equal width: bands between spanning items are balanced, what does not fit stays.</summary>
internal static class ColumnFlow
{
    /// <param name="rest">The items that are left are taken off; what stays did not fit.</param>
    /// <returns>The lowest point used.</returns>
    public static double Pour(Sheet sheet, Area area, int columns, double gutter, Queue<ColumnItem> rest, bool rules)
    {
        var top = area.Top;
        while (rest.TryPeek(out var first) && top < area.Bottom)
        {
            if (first is SpanItem)
            {
                if (top + first.Height > area.Bottom)
                {
                    break;
                }

                rest.Dequeue().Place(sheet, area.Left, top, area.Width);
                top += first.Height;
                continue;
            }

            var band = rest.TakeWhile(item => item is not SpanItem).ToList();
            var step = band.Min(item => item.Height);
            var height = Math.Min(area.Bottom - top, band.Sum(item => item.Height) / columns);
            while (Fit(band, columns, height, out _) < band.Count && height < area.Bottom - top)
            {
                height = Math.Min(height + step / 4, area.Bottom - top);
            }

            var count = Fit(band, columns, height, out var places);
            if (count == 0)
            {
                break;
            }

            Place(sheet, area with { Top = top, Height = height }, columns, gutter, rest, places, rules);
            top += places.Max(place => place.Top + place.Height);
            if (count < band.Count)
            {
                break;
            }
        }

        return top;
    }

    private static void Place(Sheet sheet, Area band, int columns, double gutter, Queue<ColumnItem> rest, List<(int Column, double Top, double Height)> places, bool rules)
    {
        var width = ColumnWidth(band.Width, columns, gutter);
        foreach (var (column, top, _) in places)
        {
            rest.Dequeue().Place(sheet, band.Left + column * (width + gutter), band.Top + top, width);
        }

        var lowest = places.Max(place => place.Top + place.Height);
        for (var column = 1; rules && column <= places.Max(place => place.Column); column++)
        {
            sheet.Rules.Add(new Area(band.Left + column * (width + gutter) - gutter / 2, band.Top + 3, 0.4, lowest - 6));
        }
    }

    public static double ColumnWidth(double width, int columns, double gutter) => (width - (columns - 1) * gutter) / columns;

    // How many items go into the columns, and where.
    private static int Fit(List<ColumnItem> items, int columns, double height, out List<(int Column, double Top, double Height)> places)
    {
        places = [];
        var (column, y) = (0, 0.0);
        for (var i = 0; i < items.Count; i++)
        {
            var needed = items[i].Height;
            for (var next = i + 1; next < items.Count && items[next - 1].KeepWithNext; next++)
            {
                needed += items[next].Height;
            }

            if (y + needed > height + 0.01)
            {
                (column, y) = (column + 1, 0);
            }

            if (column == columns || needed > height + 0.01)
            {
                return i;
            }

            // A gap at the top of a column is lost.
            var used = items[i] is GapItem && y == 0 ? 0 : items[i].Height;
            places.Add((column, y, used));
            y += used;
        }

        return items.Count;
    }
}
