namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Puts the glyphs of a document's pages into lines and the lines into reading order.</summary>
internal static class PageArranger
{
    /// <summary>Pages are arranged together, for what repeats on several of them is furniture.</summary>
    public static IReadOnlyList<ArrangedPage> Arrange(IReadOnlyList<PageContent> pages, CancellationToken cancellation = default)
    {
        var arranged = new List<ArrangedPage>(pages.Count);
        var edges = new List<PageEdgeLines>(pages.Count);
        foreach (var page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            var regions = PageCutter.Cut(page);
            var lines = new List<ArrangedLine>();
            var number = AddLines(lines, regions.Head, regions.Space with { IsVertical = false }, 0);
            var head = lines.Count;
            number = AddLines(lines, regions.Text, regions.Space, number);
            var foot = lines.Count;
            ContentOrder.Apply(page, lines, head, foot);
            number = foot == 0 ? 0 : lines[^1].Region + 1;
            AddLines(lines, regions.Foot, regions.Space with { IsVertical = false }, number);
            arranged.Add(new ArrangedPage(page, lines));
            edges.Add(new PageEdgeLines(head, foot));
        }

        FurnitureMarker.Mark(arranged, edges);
        return arranged;
    }

    private static int AddLines(List<ArrangedLine> lines, List<Region> regions, ReadingSpace space, int number)
    {
        foreach (var region in regions)
        {
            LineBuilder.AddLines(lines, region, region.Space ?? space, number++);
        }

        return number;
    }
}

/// <summary>Lines of a page before <paramref name="HeadEnd"/> stand apart at its head, those from <paramref name="FootStart"/> at its foot.</summary>
internal readonly record struct PageEdgeLines(int HeadEnd, int FootStart);
