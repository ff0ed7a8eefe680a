using System.Collections.Immutable;
using NewsExtract.Learning;
using NewsExtract.Learning.Facts;
using NewsExtract.Learning.Models;
using NewsExtract.Learning.Trees;

namespace NewsExtract.Training;

/// <summary>A fact with what a model holds of it, and whether it is marked so.</summary>
/// <param name="Confidence">The calibrated probability; the probability itself where nothing calibrated it.</param>
internal readonly record struct ScoredCandidate(string Type, double Probability, double Confidence, bool IsRight)
{
    public bool IsKept => Probability >= ModelFactScorer.LeastProbability;
}

/// <summary>Trains a scorer of facts on what the default pipeline makes of bulletins whose facts are marked.</summary>
internal sealed class FactTraining
{
    /// <summary>Of fewer facts nothing can be learnt.</summary>
    public const int LeastFacts = 100;

    /// <summary>Fewer wrong ones, or right ones, do not tell one from the other.</summary>
    public const int LeastOfEach = 10;

    private static readonly TreeTraining s_trees = new(Trees: 100, Leaves: 16, LeastExamples: 20, LearningRate: 0.1, Seed: 20231201);

    private readonly List<JudgedFacts> _articles = [];
    private readonly List<FactModelData> _data = [];

    /// <param name="annotationPaths">Those without marked facts are passed over.</param>
    public void AddBulletins(string name, string licence, IReadOnlyList<string> annotationPaths, CancellationToken cancellation = default)
    {
        var articles = JudgedFacts.Read(Pipeline(), annotationPaths, cancellation).ToList();
        _articles.AddRange(articles);
        _data.Add(new FactModelData(
            name,
            licence,
            articles.Select(article => article.Bulletin).Distinct(StringComparer.Ordinal).Count(),
            articles.Sum(article => article.IsRight.Length),
            articles.Sum(article => article.IsRight.Count(isRight => isRight))));
    }

    /// <exception cref="InvalidDataException">Too few facts, or hardly one that is wrong or right.</exception>
    public FactModel Train(string name, string version)
    {
        var vocabulary = Vocabulary(_articles);
        return FactModel.Create(
            new FactModelManifest
            {
                Kind = "",
                Format = 0,
                Features = 0,
                Name = name,
                Version = version,
                Mentions = ModelMentionReviewer.Shipped.Producer.ToString(),
                Data = [.. _data],
                Seed = s_trees.Seed,
                Vocabulary = vocabulary,
                TreesSha256 = "",
            },
            Grow(_articles, vocabulary));
    }

    /// <summary>Every fact by a model that never saw its bulletin: the bulletins are parted, each part in turn is left out of the training.</summary>
    /// <param name="parts">Runs of neighbours, for bulletins that were written together are alike.</param>
    /// <exception cref="InvalidDataException">Too few facts, or hardly one that is wrong or right.</exception>
    public List<ScoredCandidate> HoldOut(int parts)
    {
        var bulletins = _articles.Select(article => article.Bulletin).Distinct(StringComparer.Ordinal).ToList();
        var partOf = bulletins.Select((bulletin, index) => (bulletin, index)).ToDictionary(item => item.bulletin, item => item.index * parts / bulletins.Count, StringComparer.Ordinal);
        var vocabulary = Vocabulary(_articles);
        var scored = new List<ScoredCandidate>();
        for (var part = 0; part < parts; part++)
        {
            var trees = Grow(_articles.FindAll(article => partOf[article.Bulletin] != part), vocabulary);
            foreach (var article in _articles.Where(article => partOf[article.Bulletin] == part))
            {
                scored.AddRange(Scored(article, Rows(article, vocabulary).Select(row => trees.Probability(row)), null));
            }
        }

        return scored;
    }

    /// <summary>The model with the curve that turns its probabilities into confidences.</summary>
    /// <param name="annotationPaths">Bulletins whose facts are marked that the model was not trained on.</param>
    public static FactModel Calibrate(FactModel model, IReadOnlyList<string> annotationPaths, CancellationToken cancellation = default)
    {
        // Of what is left out nobody sees the confidence.
        var judged = Judge(model, annotationPaths, cancellation).Where(fact => fact.IsKept).Select(fact => (fact.Probability, fact.IsRight)).ToList();
        return new FactModel(model.Manifest with { Calibration = LogisticFit.Fit(judged) }, model.Trees);
    }

    /// <summary>Every fact of bulletins, those too that the model would leave out.</summary>
    public static List<ScoredCandidate> Judge(FactModel model, IReadOnlyList<string> annotationPaths, CancellationToken cancellation = default)
    {
        var scorer = new ModelFactScorer(model);
        return
        [
            .. JudgedFacts.Read(Pipeline(), annotationPaths, cancellation)
                .SelectMany(article => Scored(article, article.KeptOf(scorer.Judge(article.Draft.Context, article.Draft.Found)), model.Manifest.Calibration)),
        ];
    }

    private static IEnumerable<ScoredCandidate> Scored(JudgedFacts article, IEnumerable<double> probabilities, LogisticCurve? curve) =>
        article.Facts.Zip(probabilities, article.IsRight).Select(item => new ScoredCandidate(item.First.Type, item.Second, curve?.Of(item.Second) ?? item.Second, item.Third));

    private static NewsPipeline Pipeline() => new NewsPipelineBuilder { FactScorer = null }.Build();

    private static FactVocabulary Vocabulary(List<JudgedFacts> articles) => FactVocabulary.Of([.. articles.SelectMany(article => article.Facts)]);

    private static IEnumerable<float[]> Rows(JudgedFacts article, FactVocabulary vocabulary) => article.KeptOf(FactFeatures.Of(article.Draft.Context, article.Draft.Found, vocabulary));

    private static TreeClassifier Grow(List<JudgedFacts> articles, FactVocabulary vocabulary)
    {
        var examples = articles.SelectMany(article => Rows(article, vocabulary).Zip(article.IsRight)).ToList();
        var right = examples.Count(example => example.Second);
        return examples.Count >= LeastFacts && right >= LeastOfEach && examples.Count - right >= LeastOfEach
            ? TreeTrainer.Train(examples, FactFeatures.Width(vocabulary), s_trees)
            : throw new InvalidDataException($"the rules make {examples.Count} facts of these bulletins, {right} of them right: at least {LeastFacts} are needed, {LeastOfEach} right and {LeastOfEach} wrong");
    }
}
