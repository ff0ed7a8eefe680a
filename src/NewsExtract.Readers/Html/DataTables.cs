using AngleSharp.Dom;

namespace NewsExtract.Readers.Html;

/// <summary>Tells tables of data, whose rows are lines, from tables that only lay out a page. Not safe for concurrent use.</summary>
internal sealed class DataTables
{
    private const int LongestCell = 200;

    private readonly Dictionary<IElement, bool> _known = [];

    /// <summary>Whether an element is or stands in a cell of a table of data.</summary>
    public bool HoldInCell(IElement? element) => FindCell(element) is { } cell && IsDataTable(cell);

    private static IElement? FindCell(IElement? element)
    {
        for (var (found, depth) = (element, 0); found is not null && depth < 4; found = found.ParentElement, depth++)
        {
            if (found.LocalName is "td" or "th")
            {
                return found;
            }

            if (!ElementNames.Blocks.Contains(found.LocalName) || found.LocalName is "table" or "li")
            {
                return null;
            }
        }

        return null;
    }

    private bool IsDataTable(IElement cell)
    {
        var table = cell.ParentElement;
        for (var depth = 0; table is not null && table.LocalName != "table" && depth < 4; depth++)
        {
            table = table.ParentElement;
        }

        if (table is null)
        {
            return false;
        }

        if (!_known.TryGetValue(table, out var isData))
        {
            _known[table] = isData = LooksLikeData(table);
        }

        return isData;
    }

    // Several cells in a row, none of them long, no table within.
    private static bool LooksLikeData(IElement table)
    {
        int cells = 0, rows = 0, length = 0;
        var path = new Stack<(INode Node, int Next)>();
        path.Push((table, 0));
        while (path.TryPop(out var top))
        {
            if (top.Next >= top.Node.ChildNodes.Length)
            {
                continue;
            }

            path.Push((top.Node, top.Next + 1));
            var node = top.Node.ChildNodes[top.Next];
            switch (node)
            {
                case IElement { LocalName: "table" or "h1" or "h2" or "h3" or "article" or "section" or "ul" or "form" or "iframe" }:
                    return false;
                case IElement { LocalName: "tr" }:
                    rows++;
                    length = 0;
                    break;
                case IElement { LocalName: "td" or "th" }:
                    cells++;
                    length = 0;
                    break;
                case IText text when (length += text.Data.AsSpan().Trim().Length) > LongestCell:
                    return false;
            }

            if (node is IElement)
            {
                path.Push((node, 0));
            }
        }

        return cells > rows;
    }
}
