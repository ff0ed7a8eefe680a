namespace NewsExtract.Readers.Pages.Articles;

/// <summary>The size that the running text of a document has, page by page, and how much type must differ from it to stand out.</summary>
internal sealed class TypeScale
{
    private const double Window = 0.05;
    private const int FewestCharacters = 200;

    private readonly Dictionary<int, float> _pages = [];

    public TypeScale(PrintedLayout layout)
    {
        var text = layout.Lines.Where(line => line.Role == LineRole.Text).ToList();
        Document = MostFrequent(text.Count > 0 ? text : layout.Lines);
        long bold = 0, all = 0;
        foreach (var line in text)
        {
            bold += line.IsBold ? line.Span.Length : 0;
            all += line.Span.Length;
        }

        BoldTells = bold * 3 < all;
        foreach (var page in text.GroupBy(line => line.Page))
        {
            var lines = page.ToList();
            var size = MostFrequent(lines);
            // A page of its own size has enough text in it to say so.
            if (lines.Where(line => Math.Abs(line.Size - size) <= size * Window).Sum(line => line.Span.Length) >= FewestCharacters
                && size > Document * 0.7f && size < Document * 1.4f)
            {
                _pages[page.Key] = size;
            }
        }
    }

    /// <summary>In points.</summary>
    public float Document { get; }

    /// <summary>Whether heavy type is the exception.</summary>
    public bool BoldTells { get; }

    /// <summary>In points.</summary>
    public float BodyOf(int page) => _pages.GetValueOrDefault(page, Document);

    // Sizes that OCR measured scatter: the window with most characters in it counts, not the single size.
    private static float MostFrequent(IReadOnlyList<PrintedLine> lines)
    {
        var sizes = lines.OrderBy(line => line.Size).ToList();
        float best = 10;
        long most = -1, within = 0;
        for (int low = 0, high = 0; low < sizes.Count; low++)
        {
            while (high < sizes.Count && sizes[high].Size <= sizes[low].Size * (1 + (2 * Window)))
            {
                within += sizes[high++].Span.Length;
            }

            if (within > most)
            {
                most = within;
                best = Middle(sizes, low, within);
            }

            within -= sizes[low].Span.Length;
        }

        return best;
    }

    private static float Middle(List<PrintedLine> sizes, int low, long characters)
    {
        long count = 0;
        for (var i = low; ; i++)
        {
            count += sizes[i].Span.Length;
            if (count * 2 >= characters)
            {
                return sizes[i].Size;
            }
        }
    }
}
