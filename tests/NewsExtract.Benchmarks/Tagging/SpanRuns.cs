using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Models;
using NewsExtract.Training;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>What the classifier of spans brings over the probability of the tagger, and how far either can be trusted before any calibration.</summary>
internal static class SpanRuns
{
    private const int Bins = 10;

    /// <param name="modelPath"><c>null</c> for the shipped model.</param>
    public static void Print(string folder, string? modelPath)
    {
        string[] paths = [.. GoldBulletin.Find(folder)];
        var gold = paths.Sum(static path => GoldBulletin.Load(path).Marks.Length);
        var model = modelPath is null ? MentionModel.LoadShipped() : MentionModel.Load(modelPath);
        Console.WriteLine($"| {folder} | kept | mention F1 | Brier | expected calibration error |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Run("tagger's probability", new MentionModel(model.Manifest, model.Weights, spans: null));
        Run("classifier's probability", model);

        void Run(string name, MentionModel judge)
        {
            var judged = MentionTraining.Judge(judge, paths);
            var tally = new Tally(judged.Count(static item => item.IsRight), gold, judged.Count);
            var brier = judged.Average(static item => Math.Pow(item.Probability - Right(item.IsRight), 2));
            var error = judged.GroupBy(static item => Math.Min(Bins - 1, (int)(item.Probability * Bins)))
                .Sum(bin => Math.Abs(bin.Sum(static item => item.Probability - Right(item.IsRight)))) / judged.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {judged.Count} | {tally.F1:F4} | {brier:F4} | {error:F4} |"));
        }
    }

    private static double Right(bool isRight) => isRight ? 1 : 0;
}
