namespace NewsExtract.Readers.Ocr;

/// <summary>Finds the places between the characters of a vertical column.</summary>
internal static class ColumnCutter
{
    // In em: how high a cell may be, and what is usual.
    private const float Least = 0.5f;
    private const float Most = 1.6f;
    private const float Usual = 1;

    /// <summary>Of the last cell, in em, that may lie below the column's ink.</summary>
    private const float Blank = 0.6f;

    /// <summary>Weight of a cell's height against ink that a cut goes through.</summary>
    private const float Stiffness = 6;

    /// <param name="ink">Of each row of pixels, from the top.</param>
    /// <param name="em">Of the column's type, in pixels.</param>
    /// <returns>Rising; the first is 0 and the last the column's height or, after a mark that leaves much of its cell blank, somewhat more.</returns>
    public static List<int> Cut(ReadOnlySpan<float> ink, float em)
    {
        // Cheapest way from the top to each row (dynamic programming).
        var length = ink.Length + (int)(Blank * em);
        var costs = new float[length + 1];
        var from = new int[length + 1];
        Array.Fill(costs, float.PositiveInfinity);
        costs[0] = 0;
        for (var end = 1; end <= length; end++)
        {
            var cut = end >= ink.Length ? 0 : ink[end - 1] + ink[end];
            for (var start = Math.Max(0, end - (int)(Most * em)); start <= end - Math.Max(1, (int)(Least * em)); start++)
            {
                var off = ((end - start) / em) - Usual;
                var cost = costs[start] + cut + (Stiffness * off * off);
                if (cost < costs[end])
                {
                    (costs[end], from[end]) = (cost, start);
                }
            }
        }

        // The first of the cheapest ends.
        var cuts = new List<int> { ink.Length + costs.AsSpan(ink.Length).IndexOf(costs.AsSpan(ink.Length).ToArray().Min()) };
        while (cuts[^1] > 0)
        {
            cuts.Add(float.IsPositiveInfinity(costs[cuts[^1]]) ? 0 : from[cuts[^1]]);
        }

        cuts.Reverse();
        return cuts;
    }
}
