using System.Globalization;

namespace NewsExtract.Training;

/// <summary>How often what has so much confidence is right, as lines to print.</summary>
internal static class ReliabilityTable
{
    private const int Bins = 10;

    /// <param name="what">Of the judged, in the plural.</param>
    /// <returns>A line for each tenth that holds any, and the expected calibration error.</returns>
    public static IEnumerable<string> Lines(IReadOnlyCollection<(double Confidence, bool IsRight)> judged, string what)
    {
        yield return Row("confidence", "found", "mean", "right");
        var error = 0.0;
        foreach (var bin in judged.GroupBy(item => Math.Min(Bins - 1, (int)(item.Confidence * Bins))).OrderBy(bin => bin.Key))
        {
            var (mean, right) = (bin.Average(item => item.Confidence), bin.Average(item => item.IsRight ? 1.0 : 0.0));
            error += Math.Abs(mean - right) * bin.Count() / judged.Count;
            yield return Row(
                string.Create(CultureInfo.InvariantCulture, $"{bin.Key / (double)Bins:F1}-{(bin.Key + 1) / (double)Bins:F1}"),
                bin.Count().ToString(CultureInfo.InvariantCulture),
                Share(mean),
                Share(right));
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"expected calibration error {error:F3} over {judged.Count} {what}");
    }

    /// <summary>A first column of names and others of figures.</summary>
    public static string Row(string name, params ReadOnlySpan<string> cells)
    {
        var line = new System.Text.StringBuilder(name.PadRight(18));
        foreach (var cell in cells)
        {
            line.Append(cell.PadLeft(8));
        }

        return line.ToString().TrimEnd();
    }

    public static string Share(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
