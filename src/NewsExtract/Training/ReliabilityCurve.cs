using System.Collections.Immutable;
using NewsExtract.Learning.Models;

namespace NewsExtract.Training;

/// <summary>How often what a model holds so likely is right: isotonic regression (pool adjacent violators).</summary>
internal static class ReliabilityCurve
{
    /// <summary>A point stands for at least so many mentions, so that a few chance ones make none.</summary>
    private const int LeastCount = 25;

    public static ImmutableArray<CalibrationPoint> Fit(IReadOnlyCollection<(double Probability, bool IsRight)> judged)
    {
        var blocks = new List<(double Sum, int Right, int Count)>();
        foreach (var (probability, isRight) in judged.OrderBy(item => item.Probability).ThenBy(item => item.IsRight))
        {
            blocks.Add((probability, isRight ? 1 : 0, 1));
            while (blocks.Count > 1 && (blocks[^2].Count < LeastCount || Share(blocks[^2]) >= Share(blocks[^1])))
            {
                var (last, before) = (blocks[^1], blocks[^2]);
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (before.Sum + last.Sum, before.Right + last.Right, before.Count + last.Count);
            }
        }

        return [.. blocks.Select(block => new CalibrationPoint(Math.Round(block.Sum / block.Count, 4), Math.Round(Share(block), 4)))];
    }

    // One right and one wrong more: nothing is certain by so few.
    private static double Share((double Sum, int Right, int Count) block) => (block.Right + 1.0) / (block.Count + 2);
}
