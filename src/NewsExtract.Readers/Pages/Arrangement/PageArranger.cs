namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Puts the glyphs of a document's pages into lines and the lines into reading order.</summary>
internal static class PageArranger
{
    /// <summary>Pages are arranged together, for what repeats on several of them is furniture.</summary>
    public static IReadOnlyList<ArrangedPage> Arrange(IReadOnlyList<PageContent> pages, CancellationToken cancellation = default)
    {
        var arranged = new List<ArrangedPage>(pages.Count);
        foreach (var page in pages)
        {
            cancellation.ThrowIfCancellationRequested();
            arranged.Add(new ArrangedPage(page, ReadLines(page)));
        }

        return arranged;
    }

    private static List<ArrangedLine> ReadLines(PageContent page)
    {
        var lines = new List<ArrangedLine>();
        var space = new ReadingSpace(false);
        var members = new int[page.Glyphs.Length];
        var boxes = new Box[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = i;
            boxes[i] = space.FromPage(page.Glyphs[i].Box);
        }

        var runs = RunBuilder.Build(page, boxes, members, isContentTrusted: false);
        var items = new List<Item>(runs.Count);
        foreach (var run in runs)
        {
            items.Add(new Item(run.Box, run.Size, run.Glyphs.Length) { Run = run });
        }

        var regions = RegionCutter.Cut(items);
        for (var i = 0; i < regions.Count; i++)
        {
            LineBuilder.AddLines(lines, regions[i], space, i);
        }

        return lines;
    }
}
