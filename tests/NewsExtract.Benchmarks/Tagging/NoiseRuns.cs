using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;
using NewsExtract.Training;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>What characters misread as OCR does cost: mention F1 of rules, and of models beside them, by the share of characters misread.</summary>
internal static class NoiseRuns
{
    private const int Draws = 3;

    private static readonly double[] s_rates = [0, 0.01, 0.02, 0.05];

    /// <param name="modelPaths">The shipped model stands before them.</param>
    public static void Print(string folder, string[] modelPaths)
    {
        (string Name, IMentionReviewer? Reviewer)[] readers =
        [
            ("rules", null),
            ("shipped", ModelMentionReviewer.Shipped),
            .. modelPaths.Select(static path => (Path.GetFileName(path), (IMentionReviewer?)new ModelMentionReviewer(MentionModel.Load(path)))),
        ];
        string[] bulletins = [.. GoldBulletin.Find(folder)];
        Console.WriteLine($"| {folder}, misread | mentions | " + string.Join(" | ", readers.Select(static reader => reader.Name)) + " |");
        Console.WriteLine(string.Concat(Enumerable.Repeat("| --- ", readers.Length + 2)) + "|");
        foreach (var rate in s_rates)
        {
            var draws = Enumerable.Range(0, rate == 0 ? 1 : Draws).Select(draw => Write(bulletins, rate, draw)).ToList();
            var reports = readers.Select(reader => draws.ConvertAll(draw => Evaluate(draw, reader.Reviewer)["mention"])).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rate:P0} | {reports[0].Average(static tally => tally.Gold):F0} | ")
                + string.Join(" | ", reports.Select(static tallies => tallies.Average(static tally => tally.F1).ToString("F3", CultureInfo.InvariantCulture))) + " |");
            draws.ForEach(static draw => Directory.Delete(draw, recursive: true));
        }
    }

    private static EvaluationReport Evaluate(string folder, IMentionReviewer? reviewer) =>
        new Evaluator(new NewsPipelineBuilder { MentionReviewer = reviewer, FactScorer = null }).Run(folder, new EvaluationOptions());

    /// <returns>A folder of the bulletins as they are misread, with their mentions.</returns>
    private static string Write(string[] bulletins, double rate, int draw)
    {
        var folder = Directory.CreateTempSubdirectory("noise").FullName;
        foreach (var (index, path) in bulletins.Index())
        {
            var gold = GoldBulletin.Load(path);
            // Seeds far from those of the training.
            var (text, marks) = new ReadingNoise(rate, 1_000_000 + (draw * 10_000) + index).Apply(gold.Text, gold.Marks);
            File.WriteAllText(Path.Combine(folder, gold.Name + ".txt"), text);
            File.WriteAllText(Path.Combine(folder, gold.Name + ".ann"), Annotate(text, marks));
        }

        return folder;
    }

    private static string Annotate(string text, IEnumerable<GoldMark> marks)
    {
        var annotated = new System.Text.StringBuilder();
        var end = 0;
        foreach (var mark in marks)
        {
            annotated.Append(text, end, mark.Span.Start - end).Append('{').Append(mark.Type.Label()).Append('|').Append(mark.Span.Of(text)).Append('}');
            end = mark.Span.End;
        }

        return annotated.Append(text, end, text.Length - end).ToString();
    }
}
