using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Models;

namespace NewsExtract.Training;

/// <summary>Measures a scorer of facts: how far its confidence can be trusted, and what leaving unlikely facts out would bring.</summary>
internal static class FactModelReport
{
    private const double Sure = 0.9;
    private static readonly double[] s_thresholds = [0, 0.5, 0.6, 0.7, 0.8, 0.9];

    /// <returns>Tables to print: right facts by type, confidence against how often it was right, F1 by least confidence.</returns>
    public static IEnumerable<string> Run(FactModel model, IReadOnlyList<string> annotationPaths, CancellationToken cancellation) =>
        Lines(FactTraining.Judge(model, annotationPaths, cancellation), CountGold(annotationPaths));

    /// <param name="gold">How many facts are marked, found or not.</param>
    public static IEnumerable<string> Lines(IReadOnlyCollection<ScoredCandidate> found, int gold)
    {
        var facts = found.Where(fact => fact.IsKept).ToList();
        yield return ReliabilityTable.Row("", "found", "right", "share", "mean");
        yield return OfType("fact", facts);
        foreach (var type in facts.GroupBy(fact => fact.Type).OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            yield return OfType("fact." + type.Key, [.. type]);
        }

        yield return "";
        foreach (var line in ReliabilityTable.Lines([.. facts.Select(fact => (fact.Confidence, fact.IsRight))], "facts"))
        {
            yield return line;
        }

        var sure = facts.Where(fact => fact.Confidence >= Sure).ToList();
        yield return string.Create(CultureInfo.InvariantCulture, $"confidence {Sure} or more: {sure.Count} of {facts.Count} facts, {Share(sure)} of them right");
        yield return $"left out as too unlikely: {found.Count - facts.Count} more, {Share([.. found.Where(fact => !fact.IsKept)])} of them right";
        yield return "";
        yield return ReliabilityTable.Row("at least", "found", "P", "R", "F1");
        yield return Figures("all", found, gold);
        foreach (var least in s_thresholds)
        {
            yield return Figures(least.ToString("F1", CultureInfo.InvariantCulture), [.. facts.Where(fact => fact.Confidence >= least)], gold);
        }
    }

    public static int CountGold(IReadOnlyList<string> annotationPaths) =>
        annotationPaths.Sum(path => GoldBulletin.Load(path).Articles?.Sum(article => article.Facts.Count(fact => FactAlignment.Types.Contains(fact.Type))) ?? 0);

    private static string Figures(string name, IReadOnlyCollection<ScoredCandidate> kept, int gold)
    {
        var tally = new Tally(kept.Count(fact => fact.IsRight), gold, kept.Count);
        return ReliabilityTable.Row(name, Number(kept.Count), ReliabilityTable.Share(tally.Precision), ReliabilityTable.Share(tally.Recall), ReliabilityTable.Share(tally.F1));
    }

    private static string OfType(string name, List<ScoredCandidate> facts) => ReliabilityTable.Row(
        name,
        Number(facts.Count),
        Number(facts.Count(fact => fact.IsRight)),
        Share(facts),
        ReliabilityTable.Share(facts.Select(fact => fact.Confidence).DefaultIfEmpty(0).Average()));

    private static string Share(List<ScoredCandidate> facts) => ReliabilityTable.Share(facts.Count == 0 ? 0 : (double)facts.Count(fact => fact.IsRight) / facts.Count);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
