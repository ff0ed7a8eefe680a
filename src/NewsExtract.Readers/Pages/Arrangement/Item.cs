namespace NewsExtract.Readers.Pages.Arrangement;

/// <summary>What the cutter puts in order: a run, or several that stay together (a framed box, text set in the other direction).</summary>
/// <param name="Box">In the reading space of the page.</param>
/// <param name="Weight">Count of glyphs.</param>
internal sealed record Item(Box Box, float Size, int Weight)
{
    public Run? Run { get; init; }

    /// <summary>Its last character ends a sentence or an item of a list.</summary>
    public bool Closes { get; init; }

    /// <summary>Regions that stand inside, in reading order; empty for a run.</summary>
    public IReadOnlyList<Region> Inside { get; init; } = [];
}

/// <summary>Runs of one column, box or table.</summary>
/// <param name="IsTable">Its rows are read across.</param>
internal sealed record Region(List<Item> Items, bool IsTable)
{
    /// <summary>Of its runs; <c>null</c> for that of the page.</summary>
    public ReadingSpace? Space { get; init; }
}
