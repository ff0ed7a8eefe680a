namespace NewsExtract.Readers.Ocr;

/// <summary>Finds the places between the characters of a vertical column.</summary>
internal static class ColumnCutter
{
    // Of the column's width: how high a cell may be, and what is usual.
    private const float Least = 0.5f;
    private const float Most = 1.6f;
    private const float Usual = 0.9f;

    /// <summary>Weight of a cell's height against ink that a cut goes through.</summary>
    private const float Stiffness = 6;

    /// <param name="ink">Of each row of pixels, from the top.</param>
    /// <param name="width">Of the column in pixels.</param>
    /// <returns>Rising; the first is 0 and the last the column's height.</returns>
    public static List<int> Cut(ReadOnlySpan<float> ink, int width)
    {
        // Cheapest way from the top to each row (dynamic programming).
        var costs = new float[ink.Length + 1];
        var from = new int[ink.Length + 1];
        Array.Fill(costs, float.PositiveInfinity);
        costs[0] = 0;
        for (var end = 1; end <= ink.Length; end++)
        {
            var cut = end == ink.Length ? 0 : ink[end - 1] + ink[end];
            for (var start = Math.Max(0, end - (int)(Most * width)); start <= end - Math.Max(1, (int)(Least * width)); start++)
            {
                var off = ((end - start) / (float)width) - Usual;
                var cost = costs[start] + cut + (Stiffness * off * off);
                if (cost < costs[end])
                {
                    (costs[end], from[end]) = (cost, start);
                }
            }
        }

        var cuts = new List<int> { ink.Length };
        while (cuts[^1] > 0)
        {
            cuts.Add(float.IsPositiveInfinity(costs[cuts[^1]]) ? 0 : from[cuts[^1]]);
        }

        cuts.Reverse();
        return cuts;
    }
}
