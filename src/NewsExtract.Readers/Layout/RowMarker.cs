namespace NewsExtract.Readers.Layout;

/// <summary>Finds lists: lines right below one another that could each be a headline are rows when there are many, or rows among them.</summary>
internal static class RowMarker
{
    private const int FewestLines = 3;
    private const int MostTitleLines = 4;

    public static void Mark(List<TextUnit> units)
    {
        for (var i = 0; i < units.Count;)
        {
            var end = i + 1;
            var rows = units[i].Kind == UnitKind.Row ? 1 : 0;
            var labels = HasLabel(units[i]) ? 1 : 0;
            if (!IsListLine(units[i]))
            {
                i = end;
                continue;
            }

            while (end < units.Count && units[end].BlankLines == 0 && !units[end].AfterPageBreak && IsListLine(units[end]))
            {
                rows += units[end].Kind == UnitKind.Row ? 1 : 0;
                labels += HasLabel(units[end]) ? 1 : 0;
                end++;
            }

            if (end - i >= FewestLines && (rows > 0 || labels > 2 || end - i > MostTitleLines || (i > 0 && IsHeaderEnd(units[i - 1]))))
            {
                // A list may stand right below its headline.
                for (var k = i == 0 ? 1 : i; k < end; k++)
                {
                    units[k].Kind = UnitKind.Row;
                }
            }

            i = end;
        }

        MarkSignatures(units);
        MarkKickers(units);
    }

    // 全国人大代表方大海： / 让更多青年返乡创业: a line that ends with a colon right above a headline.
    private static void MarkKickers(List<TextUnit> units)
    {
        for (var i = 0; i + 2 < units.Count; i++)
        {
            if (units[i] is { Kind: UnitKind.Row, IsNumbered: false } unit && unit.Profile is { Last: ':', Visible: >= 5 and <= 26, Commas: 0 }
                && (i == 0 || unit.BlankLines > 0 || units[i - 1].IsFurniture)
                && units[i + 1] is { Kind: UnitKind.Title, BlankLines: 0 } && units[i + 2].Kind is UnitKind.Prose or UnitKind.Byline or UnitKind.DashTitle or UnitKind.Title)
            {
                unit.Kind = UnitKind.Title;
            }
        }
    }

    // 中共江州市委 / 2016年8月10日: the date that ends a notice.
    private static void MarkSignatures(List<TextUnit> units)
    {
        for (var i = 1; i < units.Count; i++)
        {
            var before = units[i - 1];
            if (units[i].Kind == UnitKind.DateLine && (before.IsBody || before is { Kind: UnitKind.Title, Setting: not { Level: TypeLevel.Display } })
                && (i + 1 == units.Count || (units[i].BlankLines == 0 && !units[i].AfterPageBreak && i > 1)))
            {
                units[i].Kind = UnitKind.Row;
                before.Kind = before.Kind == UnitKind.Title ? UnitKind.Row : before.Kind;
            }
        }
    }

    // The lines of a poem stand below its title and author.
    private static bool IsHeaderEnd(TextUnit unit) => unit.Kind is UnitKind.Byline or UnitKind.Title or UnitKind.DashTitle;

    // 秘书长：张三
    private static bool HasLabel(TextUnit unit) => unit.Profile is { Commas: 0, ClauseMarks: > 0 };

    private static bool IsListLine(TextUnit unit) => unit.Kind == UnitKind.Row || unit is { Kind: UnitKind.Title, Setting: null or { Level: TypeLevel.Plain } };
}
