using System.Collections.Immutable;
using NewsExtract.Learning.Models;

namespace NewsExtract.Learning;

/// <summary>Turns a model's probability into a confidence by the line through measured points; of two decimals.</summary>
internal sealed class ConfidenceCurve(ImmutableArray<CalibrationPoint> points)
{
    /// <returns><c>null</c> where nothing was measured.</returns>
    public double? Of(double raw)
    {
        if (points.IsEmpty)
        {
            return null;
        }

        var (last, index) = (points[0], 0);
        while (index < points.Length && points[index].Raw < raw)
        {
            last = points[index++];
        }

        var next = points[Math.Min(index, points.Length - 1)];
        var share = next.Raw > last.Raw ? (raw - last.Raw) / (next.Raw - last.Raw) : 0;
        return Math.Round(last.Right + ((next.Right - last.Right) * share), 2);
    }
}
