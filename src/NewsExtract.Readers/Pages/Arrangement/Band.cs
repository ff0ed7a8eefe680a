namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>A strip along an axis in points, [<paramref name="Start"/>, <paramref name="End"/>].</summary>
internal readonly record struct Strip(float Start, float End)
{
    public float Width => End - Start;
}

/// <summary>What stands side by side in a region, with white above and below it through the region's whole width.</summary>
internal sealed class Band
{
    public required List<Item> Items { get; init; }

    public required float Top { get; init; }

    public required float Bottom { get; init; }

    /// <summary>Parts of the region's width without text, its edges among them, from left to right.</summary>
    public required List<Strip> White { get; init; }

    /// <summary>Largest type in it, in points.</summary>
    public required float Size { get; init; }
}

internal static class Bands
{
    // An em box holds the white between lines set close; the ink of lines with no lead stands in this part of it.
    private const float Trim = 0.16f;

    // Fewer may be a short last line and a name at the right below it.
    private const int LeastInterleaved = 4;

    /// <summary>The bands of a region from top to bottom.</summary>
    /// <param name="least">The least width of white that may part columns.</param>
    public static List<Band> Find(List<Item> items, Strip region, float least)
    {
        var sorted = items.ToArray();
        Array.Sort(sorted, static (a, b) => b.Box.Top.CompareTo(a.Box.Top) is not 0 and var order ? order : a.Box.Left.CompareTo(b.Box.Left));
        var bands = new List<Band>();
        var current = new List<Item>();
        var bottom = float.MaxValue;
        foreach (var item in sorted)
        {
            var trim = Math.Min(item.Size, item.Box.Height) * Trim;
            if (current.Count > 0 && item.Box.Top - trim <= bottom)
            {
                bands.Add(ToBand(current, region, least));
                current = [];
                bottom = float.MaxValue;
            }

            current.Add(item);
            bottom = Math.Min(bottom, item.Box.Bottom + trim);
        }

        if (current.Count > 0)
        {
            bands.Add(ToBand(current, region, least));
        }

        return JoinInterleaved(bands, region, least);
    }

    // Lines of two columns that are not set on one grid stand between each other: left, right, left, right.
    private static List<Band> JoinInterleaved(List<Band> bands, Strip region, float least)
    {
        var joined = new List<Band>(bands.Count);
        for (var i = 0; i < bands.Count;)
        {
            var end = i + 1;
            while (end < bands.Count && StandBeside(bands[end - 1], bands[end]))
            {
                end++;
            }

            if (end - i >= LeastInterleaved)
            {
                joined.Add(ToBand([.. bands[i..end].SelectMany(band => band.Items)], region, least));
            }
            else
            {
                joined.AddRange(bands[i..end]);
            }

            i = end;
        }

        return joined;
    }

    private static bool StandBeside(Band above, Band below)
    {
        if (above.Bottom - below.Top > Math.Max(above.Size, below.Size) * 0.9f)
        {
            return false;
        }

        foreach (var item in above.Items)
        {
            foreach (var other in below.Items)
            {
                if (item.Box.OverlapX(other.Box) > 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>White that both have, as wide as <paramref name="least"/> or at the edge of the region.</summary>
    public static List<Strip> Intersect(List<Strip> first, List<Strip> second, float least)
    {
        var common = new List<Strip>();
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            var strip = new Strip(Math.Max(first[i].Start, second[j].Start), Math.Min(first[i].End, second[j].End));
            if (strip.Width >= least)
            {
                common.Add(strip);
            }

            if (first[i].End < second[j].End)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    private static Band ToBand(List<Item> items, Strip region, float least)
    {
        items.Sort(static (a, b) => a.Box.Left.CompareTo(b.Box.Left) is not 0 and var order ? order : b.Box.Top.CompareTo(a.Box.Top));
        var white = new List<Strip>();
        var right = region.Start;
        float top = float.MinValue, bottom = float.MaxValue, size = 0, lastSize = 0;
        foreach (var item in items)
        {
            // Large type is spaced by its own measure: 通　知 is one heading whatever lies below.
            var needed = Math.Max(least, Math.Min(lastSize, item.Size) > least * 1.5f ? Math.Min(lastSize, item.Size) * 1.3f : 0);
            if (item.Box.Left - right >= (lastSize == 0 ? 0.01f : needed))
            {
                white.Add(new Strip(right, item.Box.Left));
            }

            if (item.Box.Right >= right)
            {
                lastSize = item.Size;
            }

            right = Math.Max(right, item.Box.Right);
            top = Math.Max(top, item.Box.Top);
            bottom = Math.Min(bottom, item.Box.Bottom);
            size = Math.Max(size, item.Size);
        }

        if (region.End - right > 0.01f)
        {
            white.Add(new Strip(right, region.End));
        }

        return new Band { Items = items, Top = top, Bottom = bottom, White = white, Size = size };
    }
}
