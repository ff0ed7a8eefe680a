using NewsExtract.Evaluation;
using NewsExtract.Learning.Models;
using NewsExtract.Training;

namespace NewsExtract.Benchmarks.Tagging;

/// <summary>How well the kind of the shipped scorer of facts tells right from wrong, measured on nothing that it learnt from.</summary>
internal static class FactRuns
{
    private const int Parts = 8;

    /// <param name="train">Bulletins that the scorer learns from, each measured by one that was trained without its part.</param>
    /// <param name="check">Bulletins that the shipped model is measured on, its curve fitted on every other of them.</param>
    public static void Print(string train, string check)
    {
        string[] paths = [.. GoldBulletin.Find(train)];
        var training = new FactTraining();
        training.AddBulletins("train", "", paths);
        Print($"{train}, each eighth without it (not calibrated)", training.HoldOut(Parts), paths);

        paths = [.. GoldBulletin.Find(check)];
        string[][] halves = [[.. paths.Where((_, index) => index % 2 == 0)], [.. paths.Where((_, index) => index % 2 == 1)]];
        var model = FactModel.LoadShipped();
        Print($"{check}, each half calibrated on the other", [.. Calibrated(model, halves[0], halves[1]), .. Calibrated(model, halves[1], halves[0])], paths);
    }

    private static List<ScoredCandidate> Calibrated(FactModel model, string[] judged, string[] held) => FactTraining.Judge(FactTraining.Calibrate(model, held), judged);

    private static void Print(string title, IReadOnlyCollection<ScoredCandidate> facts, string[] paths)
    {
        Console.WriteLine(title);
        foreach (var line in FactModelReport.Lines(facts, FactModelReport.CountGold(paths)))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine();
    }
}
