using System.Globalization;
using NewsExtract.Evaluation;
using Xunit.Abstractions;

namespace NewsExtract.Corpus.Tests.Printed;

/// <summary>The seed bulletin as a two-column PDF, where shared/gold/seed lies above the repository.</summary>
public class SeedPdfTests(ITestOutputHelper output)
{
    private static readonly string? s_folder = Repository.Find(Repository.Root, Path.Combine("shared", "gold", "seed", "seed.ann")) is { } folder
        ? Path.Combine(folder, "shared", "gold", "seed")
        : null;

    [SeedTheory]
    [InlineData("seed-2col.pdf", 4, 0.85, 0.03)]
    [InlineData("seed-2col-chromium.pdf", 4, 0.85, 0.03)]
    public void Figures_are_near_those_of_the_text(string file, int articles, double paragraph, double factsBelow)
    {
        var pipeline = new NewsPipelineBuilder().Build();
        var gold = GoldBulletin.Load(Path.Combine(s_folder!, "seed.ann"));
        var (text, page) = (new EvaluationReport(), new EvaluationReport());
        BulletinScorer.Score(gold, pipeline.Process(new DocumentSource("seed.txt", File.ReadAllBytes(gold.TextPath))).ToRecords(), text);
        BulletinScorer.Score(gold, pipeline.Process(new DocumentSource(file, File.ReadAllBytes(Path.Combine(s_folder!, file)))).ToRecords(), page);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: articles {page["article"].Hits} of {page["article"].Gold}, paragraph {page["paragraph"].F1:F3}, fact {page["fact"].F1:F3}, as text {text["fact"].F1:F3}"));
        Assert.Equal(articles, page["article"].Hits);
        Assert.InRange(page["paragraph"].F1, paragraph, 1);
        Assert.InRange(page["fact"].F1, text["fact"].F1 - factsBelow, 1);
    }

    private sealed class SeedTheoryAttribute : TheoryAttribute
    {
        public SeedTheoryAttribute() => Skip = s_folder is null ? "shared/gold/seed does not lie above the repository" : null;
    }
}
