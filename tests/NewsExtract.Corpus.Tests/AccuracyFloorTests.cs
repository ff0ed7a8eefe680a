using System.Globalization;
using NewsExtract.Evaluation;

namespace NewsExtract.Corpus.Tests;

/// <summary>
/// No figure of <c>newsextract eval</c> falls below what was once reached, less a margin. scripts/update-floors.sh raises
/// the floors; nothing else writes them.
/// </summary>
public class AccuracyFloorTests
{
    [Theory]
    [InlineData("dev", false)]
    [InlineData("dev", true)]
    [InlineData("train", false)]
    [InlineData("train", true)]
    public void Figures_hold_their_floors(string set, bool goldMentions)
    {
        var folder = Path.Combine(Repository.Corpus, set);
        var report = new Evaluator(new NewsPipelineBuilder()).Run(folder, new EvaluationOptions { GoldMentions = goldMentions });
        var floors = Read(goldMentions ? $"{set}+gold" : set).ToList();

        Assert.NotEmpty(floors);
        var below = floors.Where(floor => report[floor.Name].F1 < floor.F1).Select(floor => string.Create(CultureInfo.InvariantCulture, $"{floor.Name} {report[floor.Name].F1:F3} < {floor.F1:F3}"));
        Assert.True(!below.Any(), $"below the floor: {string.Join(", ", below)}");
    }

    private static IEnumerable<(string Name, double F1)> Read(string set) => File.ReadLines(Path.Combine(Repository.Root, "tests", "NewsExtract.Corpus.Tests", "floors.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Where(fields => fields[0] == set)
        .Select(fields => (fields[1], double.Parse(fields[2], CultureInfo.InvariantCulture)));
}
