using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Features;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>Measures a tagger, however its weights were trained.</summary>
internal static class TaggerMeasure
{
    public static MentionModel Model(SequenceWeights weights, bool withTags) => MentionModel.Create(
        new ModelManifest
        {
            Format = 0,
            Features = 0,
            Name = "compared",
            Version = "1",
            Types = [.. EntityTypes.All.Select(static type => type.Label())],
            Data = [],
            CharacterTags = withTags ? CharacterTags.Id : null,
            Seed = 0,
            Epochs = 0,
            WeightsSha256 = "",
        },
        weights,
        spans: null);

    /// <summary>F1 of mentions over a folder of bulletins, by the model alone and with the rules.</summary>
    public static (double Alone, double Both) F1(MentionModel model, string folder, bool withWords)
    {
        var reviewer = new ModelMentionReviewer(model);
        return (
            F1(folder, new Reading(new ModelMentionReviewer(model) { StandsAlone = true }, withRules: false, withWords)),
            F1(folder, new Reading(reviewer, withRules: true, withWords)));
    }

    private static double F1(string folder, IMentionReviewer reviewer) =>
        new Evaluator(new NewsPipelineBuilder { MentionReviewer = reviewer }).Run(folder, new EvaluationOptions())["mention"].F1;

    /// <summary>Characters a second from features to best path, of articles whose words, proposals and LAC tags are at hand; best of five.</summary>
    public static double Speed(SequenceWeights weights, IReadOnlyList<MarkedArticle> articles, bool withTags)
    {
        var transitions = new TagTransitions(weights.Transitions);
        var best = double.MaxValue;
        for (var pass = 0; pass < 6; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var article in articles)
            {
                _ = Find(article, article.Features(withProposals: true, withTags), weights, transitions).Count();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return articles.Sum(static article => article.Text.Length) / best;
    }

    public static IEnumerable<GoldMark> Find(MarkedArticle article, TextFeatures features, SequenceWeights weights, TagTransitions transitions)
    {
        var hashes = new uint[features.MaxCount];
        foreach (var line in SequenceReading.Lines(article.Text))
        {
            var scores = new float[line.Length * Tags.Count];
            for (var i = 0; i < line.Length; i++)
            {
                weights.Score(hashes.AsSpan(0, features.Extract(line.Start + i, hashes)), scores.AsSpan(i * Tags.Count, Tags.Count));
            }

            foreach (var (type, span) in TagPath.Best(scores, transitions, line.Start))
            {
                yield return new GoldMark(type, span);
            }
        }
    }

    /// <summary>Weights whose sums stand in such a relation to logarithms of probabilities that held-out lines are likeliest; the best path stays as it is.</summary>
    public static SequenceWeights Temper(SequenceWeights weights, IReadOnlyList<SequenceLine> lines)
    {
        float[] factors = [0.02f, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.7f, 1, 1.4f, 2, 3, 5];
        return factors.Select(factor => Scale(weights, factor)).MaxBy(scaled => LogLikelihood(scaled, lines))!;
    }

    public static string Size(MentionModel model)
    {
        var path = Path.GetTempFileName();
        model.Save(path);
        var length = new FileInfo(path).Length;
        File.Delete(path);
        return (length / 1e6).ToString("F1", CultureInfo.InvariantCulture);
    }

    private static SequenceWeights Scale(SequenceWeights weights, float factor) =>
        new(weights.Hashes, weights.Rows, weights.Scale * factor, [.. weights.Transitions.Select(weight => weight * factor)]);

    private static double LogLikelihood(SequenceWeights weights, IReadOnlyList<SequenceLine> lines)
    {
        var transitions = new TagTransitions(weights.Transitions);
        var (all, marked) = (new TagLattice(transitions), new TagLattice(transitions));
        var sum = 0.0;
        foreach (var line in lines)
        {
            var scores = new float[line.Allowed.Length * Tags.Count];
            for (var t = 0; t < line.Allowed.Length; t++)
            {
                weights.Score(line.Features[t], scores.AsSpan(t * Tags.Count, Tags.Count));
            }

            var every = new ulong[line.Allowed.Length];
            Array.Fill(every, Tags.All);
            all.Run(scores, every);
            marked.Run(scores, line.Allowed);
            var loss = all.LogSum - marked.LogSum;
            sum -= double.IsFinite(loss) ? loss : 1000;
        }

        return sum;
    }

    /// <summary>The model without a word from the rules, or without the segmenter's words.</summary>
    private sealed class Reading(ModelMentionReviewer model, bool withRules, bool withWords) : IMentionReviewer
    {
        public ImmutableArray<Mention> Review(ArticleText text, ImmutableArray<Token> tokens, ImmutableArray<Mention> proposals, IReadOnlyList<Mention> candidates) =>
            model.Review(text, withWords ? tokens : [], withRules ? proposals : [], withRules ? candidates : []);
    }
}
