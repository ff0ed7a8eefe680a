using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;

namespace NewsExtract.Training;

/// <summary>Measures rules alone, a model alone and both together over a folder of gold bulletins.</summary>
internal static class ModelComparison
{
    private const int Bins = 10;

    /// <returns>Tables to print: F1 by kind, then confidence against how often it was right.</returns>
    public static IEnumerable<string> Run(MentionModel model, string folder, IReadOnlyList<string> annotationPaths, CancellationToken cancellation)
    {
        var rules = Evaluate(folder, null, cancellation);
        var alone = Evaluate(folder, new WithoutRules(new ModelMentionReviewer(model) { StandsAlone = true }), cancellation);
        var both = Evaluate(folder, new ModelMentionReviewer(model), cancellation);
        yield return Row("", "gold", "rules", "model", "both");
        foreach (var name in both.Tallies.Keys.Union(rules.Tallies.Keys).Where(IsShown).Order(StringComparer.Ordinal))
        {
            yield return Row(name, both[name].Gold.ToString(CultureInfo.InvariantCulture), F1(rules[name]), F1(alone[name]), F1(both[name]));
        }

        yield return "";
        foreach (var line in Reliability(model, annotationPaths))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Reliability(MentionModel model, IReadOnlyList<string> annotationPaths)
    {
        var curve = new ConfidenceCurve(model.Manifest.Calibration);
        var judged = MentionTraining.Judge(model, annotationPaths).ConvertAll(item => (Confidence: curve.Of(item.Probability) ?? item.Probability, item.IsRight));
        yield return Row("confidence", "found", "mean", "right", "");
        var error = 0.0;
        foreach (var bin in judged.GroupBy(item => Math.Min(Bins - 1, (int)(item.Confidence * Bins))).OrderBy(bin => bin.Key))
        {
            var (mean, right) = (bin.Average(item => item.Confidence), bin.Average(item => item.IsRight ? 1.0 : 0.0));
            error += Math.Abs(mean - right) * bin.Count() / judged.Count;
            yield return Row(
                string.Create(CultureInfo.InvariantCulture, $"{bin.Key / (double)Bins:F1}-{(bin.Key + 1) / (double)Bins:F1}"),
                bin.Count().ToString(CultureInfo.InvariantCulture),
                Share(mean),
                Share(right),
                "");
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"expected calibration error {error:F3} over {judged.Count} mentions");
    }

    private static bool IsShown(string name) => name is "mention" or "fact" or "role" || name.StartsWith("mention.", StringComparison.Ordinal);

    private static EvaluationReport Evaluate(string folder, IMentionReviewer? reviewer, CancellationToken cancellation) =>
        new Evaluator(new NewsPipelineBuilder { MentionReviewer = reviewer }).Run(folder, new EvaluationOptions(), cancellation);

    private static string Row(string name, string first, string second, string third, string fourth) => $"{name,-18}{first,8}{second,8}{third,8}{fourth,8}".TrimEnd();

    private static string F1(Tally tally) => Share(tally.F1);

    private static string Share(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>The model without a word from the rules.</summary>
    private sealed class WithoutRules(ModelMentionReviewer model) : IMentionReviewer
    {
        public ImmutableArray<Mention> Review(
            ArticleText text,
            ImmutableArray<Token> tokens,
            ImmutableArray<Mention> proposals,
            IReadOnlyList<Mention> candidates) => model.Review(text, tokens, [], []);
    }
}
