using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;

namespace NewsExtract.Training;

/// <summary>Measures rules alone, a model alone and both together over a folder of gold bulletins.</summary>
internal static class ModelComparison
{
    /// <returns>Tables to print: F1 by kind, then confidence against how often it was right.</returns>
    public static IEnumerable<string> Run(MentionModel model, string folder, IReadOnlyList<string> annotationPaths, CancellationToken cancellation)
    {
        var rules = Evaluate(folder, null, cancellation);
        var alone = Evaluate(folder, new WithoutRules(new ModelMentionReviewer(model) { StandsAlone = true }), cancellation);
        var both = Evaluate(folder, new ModelMentionReviewer(model), cancellation);
        yield return ReliabilityTable.Row("", "gold", "rules", "model", "both");
        foreach (var name in both.Tallies.Keys.Union(rules.Tallies.Keys).Where(IsShown).Order(StringComparer.Ordinal))
        {
            yield return ReliabilityTable.Row(name, both[name].Gold.ToString(CultureInfo.InvariantCulture), F1(rules[name]), F1(alone[name]), F1(both[name]));
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
        return ReliabilityTable.Lines(MentionTraining.Judge(model, annotationPaths).ConvertAll(item => (curve.Of(item.Probability) ?? item.Probability, item.IsRight)), "mentions");
    }

    private static bool IsShown(string name) => name is "mention" or "fact" or "role" || name.StartsWith("mention.", StringComparison.Ordinal);

    private static EvaluationReport Evaluate(string folder, IMentionReviewer? reviewer, CancellationToken cancellation) =>
        new Evaluator(new NewsPipelineBuilder { MentionReviewer = reviewer, FactScorer = reviewer is null ? null : ModelFactScorer.Shipped }).Run(folder, new EvaluationOptions(), cancellation);

    private static string F1(Tally tally) => ReliabilityTable.Share(tally.F1);

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
