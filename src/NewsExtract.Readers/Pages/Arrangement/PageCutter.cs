namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>Finds the regions of a page in reading order, whichever way its text is set.</summary>
internal sealed class PageCutter
{
    private const int MostClustered = 400;
    private const int MostPictures = 100;
    private const int MostRules = 400;

    // Points.
    private const float LeastPicture = 40;
    private readonly PageContent _page;
    private readonly ReadingSpace _space;
    private readonly bool[]? _isVertical;

    private PageCutter(PageContent page)
    {
        _page = page;
        _isVertical = Directions.FindVertical(page);
        _space = new ReadingSpace(_isVertical is not null && _isVertical.Count(static isVertical => isVertical) * 2 > page.Glyphs.Length);
    }

    /// <summary>Regions in reading order, with those at the head of the page first and those at its foot last.</summary>
    public static PageRegions Cut(PageContent page) => new PageCutter(page).Cut();

    private PageRegions Cut()
    {
        var main = RunsOf(_space);
        var other = _isVertical is null ? [] : RunsOf(new ReadingSpace(!_space.IsVertical));
        var edges = PageEdges.Take(_page, _space.IsVertical ? other : main, _space.IsVertical ? main : other, new ReadingSpace(true));
        var items = main.ConvertAll(ToItem);
        AddOthers(items, other);
        AddPictures(items);
        BoxFrames(items);
        return new PageRegions(edges.Head, RegionCutter.Cut(items, RulesIn(_space)), edges.Foot, _space);
    }

    private List<Run> RunsOf(ReadingSpace space)
    {
        var members = new List<int>(_page.Glyphs.Length);
        for (var i = 0; i < _page.Glyphs.Length; i++)
        {
            if ((_isVertical is not null && _isVertical[i]) == space.IsVertical)
            {
                members.Add(i);
            }
        }

        var boxes = new Box[members.Count];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = space.FromPage(_page.Glyphs[members[i]].Box);
        }

        return RunBuilder.Build(_page, boxes, [.. members]);
    }

    // What is set in the other direction stays together, and stands among the rest as a box.
    private void AddOthers(List<Item> items, List<Run> others)
    {
        var space = new ReadingSpace(!_space.IsVertical);
        foreach (var cluster in Clusters(others))
        {
            var box = cluster[0].Box;
            var weight = 0;
            var size = 0f;
            foreach (var run in cluster)
            {
                box = box.Union(run.Box);
                weight += run.Glyphs.Length;
                size = Math.Max(size, run.Size);
            }

            var inside = RegionCutter.Cut(cluster.ConvertAll(ToItem), RulesIn(space));
            items.Add(new Item(_space.FromPage(space.ToPage(box)), size, weight) { Inside = inside.ConvertAll(region => region with { Space = space }) });
        }
    }

    // A picture fills its column: what stands beside it is in another. Those behind text, and ornaments, part nothing.
    private void AddPictures(List<Item> items)
    {
        if (items.Count == 0 || _page.Pictures.Length > MostPictures)
        {
            return;
        }

        var runs = items.ToArray();
        foreach (var picture in _page.Pictures)
        {
            var box = _space.FromPage(picture);
            if (picture.Width >= LeastPicture && picture.Height >= LeastPicture && !Array.Exists(runs, run => run.Box.OverlapX(box) > run.Box.Width * 0.2f && run.Box.OverlapY(box) > run.Box.Height * 0.5f))
            {
                items.Add(new Item(box, Size: 1, Weight: 0));
            }
        }
    }

    // What stands in a frame stays together, and stands among the rest as a box.
    private void BoxFrames(List<Item> items)
    {
        foreach (var frame in FrameFinder.Find(_page))
        {
            var box = _space.FromPage(frame);
            var inside = items.FindAll(item => item.Box.CenterX > box.Left && item.Box.CenterX < box.Right && item.Box.CenterY > box.Bottom && item.Box.CenterY < box.Top);
            var isCrossed = items.Exists(item => item.Box.OverlapX(box) > item.Size && item.Box.OverlapY(box) > item.Size * 0.5f && !inside.Contains(item));
            if (isCrossed || !inside.Exists(item => item.Run is not null) || inside.Count == items.Count)
            {
                continue;
            }

            items.RemoveAll(inside.Contains);
            items.Add(new Item(box, RegionCutter.MedianSize(inside), inside.Sum(static item => item.Weight)) { Inside = RegionCutter.Cut(inside, RulesIn(_space)) });
        }
    }

    private Box[] RulesIn(ReadingSpace space) => _page.Rules.Length > MostRules ? [] : Array.ConvertAll(_page.Rules, space.FromPage);

    private static List<List<Run>> Clusters(List<Run> runs)
    {
        var clusters = new List<List<Run>>();
        if (runs.Count > MostClustered)
        {
            clusters.Add(runs);
            return clusters;
        }

        var reached = new bool[runs.Count];
        var open = new Stack<int>();
        for (var i = 0; i < runs.Count; i++)
        {
            if (reached[i])
            {
                continue;
            }

            var cluster = new List<Run>();
            reached[i] = true;
            open.Push(i);
            while (open.TryPop(out var index))
            {
                cluster.Add(runs[index]);
                for (var j = 0; j < runs.Count; j++)
                {
                    var reach = Math.Max(runs[index].Size, runs[j].Size) * 1.2f;
                    if (!reached[j] && runs[index].Box.OverlapX(runs[j].Box) > -reach && runs[index].Box.OverlapY(runs[j].Box) > -reach)
                    {
                        reached[j] = true;
                        open.Push(j);
                    }
                }
            }

            clusters.Add(cluster);
        }

        return clusters;
    }

    private Item ToItem(Run run) => new(run.Box with { Left = run.Box.Left + Blank(run.Glyphs[0], isLeft: true), Right = run.Box.Right - Blank(run.Glyphs[^1], isLeft: false) }, run.Size, run.Glyphs.Length) { Run = run, Closes = _page.Glyphs[run.Glyphs[^1]].Text[^1] is '。' or '！' or '？' or '；' or '：' or '”' or '」' or '』' or '）' };

    // Half of the em box of 。 and （ is white; set at the end of a line it may hang into the gutter.
    private float Blank(int index, bool isLeft)
    {
        var glyph = _page.Glyphs[index];
        var advance = Math.Min(glyph.Box.Width, glyph.Box.Height);
        var text = glyph.Text[0];
        return advance > glyph.Size * 0.8f && (isLeft ? text is '（' or '《' or '“' or '‘' or '「' or '【' : text is '。' or '，' or '、' or '；' or '：' or '”' or '’' or '）' or '》' or '」' or '】') ? advance * 0.45f : 0;
    }
}

/// <summary>The regions of a page in reading order.</summary>
/// <param name="Head">Rows that stand apart at the head of the page.</param>
/// <param name="Foot">Rows that stand apart at the foot of the page.</param>
/// <param name="Space">In which most of the page is set.</param>
internal sealed record PageRegions(List<Region> Head, List<Region> Text, List<Region> Foot, ReadingSpace Space);
