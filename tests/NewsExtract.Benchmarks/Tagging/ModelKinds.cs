using System.Diagnostics;
using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Sequences;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>Compares kinds of taggers trained on the same bulletins with the same features: the table of docs/models.md.</summary>
internal static class ModelKinds
{
    private const int Seed = 20231201;

    /// <param name="held">Bulletins on which the taggers that give no probabilities are brought to some.</param>
    /// <param name="share">One article in so many is learnt from.</param>
    /// <param name="filter">Kinds whose name holds it; empty for all.</param>
    public static void Print(string train, string measured, string held, int share, string filter)
    {
        var training = MarkedArticle.ReadBulletins(GoldBulletin.Find(train).Where((_, index) => index % share == 0));
        var articles = MarkedArticle.ReadBulletins(GoldBulletin.Find(measured));
        var heldArticles = MarkedArticle.ReadBulletins(GoldBulletin.Find(held));
        Console.WriteLine($"{train}, one bulletin in {share}: {training.Count} articles, {training.Sum(static article => article.Text.Length)} characters, {training.Sum(static article => article.Marks.Length)} mentions");
        Console.WriteLine($"| kind | LAC | {measured} alone | with rules | {held} alone | with rules | training, s | characters/s | MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var withTags in (bool[])[true, false])
        {
            var lines = MarkedArticle.TrainingLines(training, withTags);
            Run("CRF, AdaGrad, 3 passes (shipped)", () => SequenceTrainer.Train(lines, SequenceTraining.Default));
            Run("CRF without the segmenter's words", () => SequenceTrainer.Train(MarkedArticle.TrainingLines(training, withTags, withWords: false), SequenceTraining.Default), withWords: false);
            Run("CRF trained without rules' proposals", () => SequenceTrainer.Train(MarkedArticle.TrainingLines(training, withTags, withProposals: false), SequenceTraining.Default));
            Run("averaged structured perceptron, 8 passes", () => Temper(PerceptronTrainer.Train(lines, 8, Seed)));
            Run("ML.NET SDCA maximum entropy + path, 10 passes", () => Temper(MaximumEntropyTrainer.Train(lines, byCoordinates: true, 10, Seed)));
            Run("ML.NET L-BFGS maximum entropy + path, 40 steps", () => Temper(MaximumEntropyTrainer.Train(lines, byCoordinates: false, 40, Seed)));

            SequenceWeights Temper(SequenceWeights weights) => TaggerMeasure.Temper(weights, MarkedArticle.TrainingLines(heldArticles, withTags));

            void Run(string name, Func<SequenceWeights> train, bool withWords = true)
            {
                if (!name.Contains(filter, StringComparison.Ordinal))
                {
                    return;
                }

                var start = Stopwatch.GetTimestamp();
                var weights = train();
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                var model = TaggerMeasure.Model(weights, withTags);
                var (alone, both) = TaggerMeasure.F1(model, measured, withWords);
                var (heldAlone, heldBoth) = TaggerMeasure.F1(model, held, withWords);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {(withTags ? "yes" : "no")} | {alone:F3} | {both:F3} | {heldAlone:F3} | {heldBoth:F3} | {seconds:F0} | {TaggerMeasure.Speed(weights, articles, withTags) / 1000:F0}k | {TaggerMeasure.Size(model)} |"));
            }
        }
    }
}
