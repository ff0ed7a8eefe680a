using System.Globalization;
using NewsExtract.Evaluation;
using NewsExtract.Learning.Models;
using NewsExtract.Training;

namespace NewsExtract.Corpus.Tests;

/// <summary>
/// No figure of <c>newsextract eval</c> falls below what was once reached, less a margin. scripts/update-floors.sh raises
/// the floors; nothing else writes them.
/// </summary>
public class AccuracyFloorTests
{
    [Theory]
    [InlineData("dev", "rules")]
    [InlineData("dev", "gold")]
    [InlineData("dev", "model")]
    [InlineData("train", "rules")]
    [InlineData("train", "gold")]
    public void Figures_hold_their_floors(string set, string mentions)
    {
        var folder = Path.Combine(Repository.Corpus, set);
        var builder = new NewsPipelineBuilder();

        // The models were trained on train; their figures there say nothing.
        (builder.MentionReviewer, builder.FactScorer) = mentions == "model" ? (builder.MentionReviewer, builder.FactScorer) : (null, null);
        var report = new Evaluator(builder).Run(folder, new EvaluationOptions { GoldMentions = mentions == "gold" });
        var floors = Read($"{set}+{mentions}").ToList();

        Assert.NotEmpty(floors);
        var below = floors.Where(floor => report[floor.Name].F1 < floor.F1).Select(floor => string.Create(CultureInfo.InvariantCulture, $"{floor.Name} {report[floor.Name].F1:F3} < {floor.F1:F3}"));
        Assert.True(!below.Any(), $"below the floor: {string.Join(", ", below)}");
    }

    [Fact]
    public void Facts_of_confidence_09_are_right_in_19_of_20_cases()
    {
        var facts = FactTraining.Judge(FactModel.LoadShipped(), [.. GoldBulletin.Find(Path.Combine(Repository.Corpus, "dev"))]).Where(fact => fact.IsKept).ToList();
        var sure = facts.FindAll(fact => fact.Confidence >= 0.9);

        Assert.True(sure.Count >= facts.Count / 2, $"{sure.Count} of {facts.Count} facts are so sure");
        Assert.InRange((double)sure.Count(fact => fact.IsRight) / sure.Count, 0.95, 1);
    }

    private static IEnumerable<(string Name, double F1)> Read(string set) => File.ReadLines(Path.Combine(Repository.Root, "tests", "NewsExtract.Corpus.Tests", "floors.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Where(fields => fields[0] == set)
        .Select(fields => (fields[1], double.Parse(fields[2], CultureInfo.InvariantCulture)));
}
