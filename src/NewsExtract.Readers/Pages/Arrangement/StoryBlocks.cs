namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>
/// Puts the stories of a newspaper page in order where blocks of unlike width stand side by side, each with headlines of its own: as the file
/// draws them when it draws one after the other, else by how high they begin, then from the left.
/// </summary>
internal static class StoryBlocks
{
    // Blocks of one width are the columns of one flow.
    private const float LeastUnlike = 1.5f;

    // Stories that begin this many ems apart begin side by side.
    private const float SameHeight = 3;

    /// <param name="headline">The least type size of a headline in points.</param>
    public static bool AreBlocks(List<List<Item>> columns, float headline)
    {
        float narrowest = float.MaxValue, widest = 0;
        foreach (var column in columns)
        {
            if (column.Count == 0)
            {
                return false;
            }

            float left = float.MaxValue, right = float.MinValue;
            var top = column[0];
            foreach (var item in column)
            {
                left = Math.Min(left, item.Box.Left);
                right = Math.Max(right, item.Box.Right);
                top = item.Box.Top > top.Box.Top ? item : top;
            }

            if (SizeOf(top) < headline)
            {
                return false;
            }

            narrowest = Math.Min(narrowest, right - left);
            widest = Math.Max(widest, right - left);
        }

        return widest >= narrowest * LeastUnlike;
    }

    // A framed story's is that of its headline.
    private static float SizeOf(Item item) => item.Inside.Count == 0 ? item.Size : Math.Max(item.Size, TopOf(item.Inside[0]).Size);

    /// <param name="blocks">The regions of each block in reading order, blocks from left to right.</param>
    /// <param name="em">The usual type size in points.</param>
    public static List<Region> Merge(List<List<Region>> blocks, float headline, float em)
    {
        var queues = blocks.ConvertAll(block => new Queue<Story>(Split(block, headline)));
        var byContent = DrawnInTurn(queues);
        var merged = new List<Region>();
        while (true)
        {
            Queue<Story>? next = null;
            foreach (var queue in queues)
            {
                if (queue.TryPeek(out var story) && (next is null || ComesBefore(story, next.Peek(), byContent, em)))
                {
                    next = queue;
                }
            }

            if (next is null)
            {
                return merged;
            }

            merged.AddRange(next.Dequeue().Regions);
        }
    }

    private static bool ComesBefore(Story story, Story other, bool byContent, float em) =>
        byContent ? story.First < other.First : story.Top > other.Top + (em * SameHeight);

    private static List<Story> Split(List<Region> regions, float headline)
    {
        var stories = new List<Story>();
        var hasText = true;
        foreach (var region in regions)
        {
            var opens = TopOf(region).Size >= headline;
            if (stories.Count == 0 || (opens && hasText))
            {
                stories.Add(new Story());
                hasText = false;
            }

            stories[^1].Add(region);
            hasText |= region.Items.Exists(item => item.Size < headline);
        }

        return stories;
    }

    private static Item TopOf(Region region)
    {
        var top = region.Items[0];
        foreach (var item in region.Items)
        {
            top = item.Box.Top > top.Box.Top ? item : top;
        }

        return top;
    }

    // Whether the file draws each story before it begins the next.
    private static bool DrawnInTurn(List<Queue<Story>> queues)
    {
        var stories = queues.SelectMany(static queue => queue).OrderBy(static story => story.First).ToList();
        for (var i = 0; i + 1 < stories.Count; i++)
        {
            if (stories[i].Last > stories[i + 1].First)
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Story
    {
        public List<Region> Regions { get; } = [];

        public float Top { get; private set; } = float.MinValue;

        /// <summary>The first of its glyphs in content order.</summary>
        public int First { get; private set; } = int.MaxValue;

        public int Last { get; private set; } = -1;

        public void Add(Region region)
        {
            Regions.Add(region);
            foreach (var item in region.Items)
            {
                Top = Math.Max(Top, item.Box.Top);
                foreach (var glyph in item.Run?.Glyphs ?? [])
                {
                    First = Math.Min(First, glyph);
                    Last = Math.Max(Last, glyph);
                }
            }
        }
    }
}
