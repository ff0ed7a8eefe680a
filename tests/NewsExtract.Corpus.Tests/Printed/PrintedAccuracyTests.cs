using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.BulletinPrinter.Comparing;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Setting;
using NewsExtract.Evaluation;
using Xunit.Abstractions;

namespace NewsExtract.Corpus.Tests.Printed;

/// <summary>What is found in bulletins printed as pages is what is found in their texts, within 0.02 of F1 or what shortfalls.tsv allows.</summary>
public class PrintedAccuracyTests(ITestOutputHelper output)
{
    private const double MostBelow = 0.02;

    // By rules alone: how pages are read is measured, not how names are found.
    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder { MentionReviewer = null, FactScorer = null }.Build();

    [PrintedTheory]
    [InlineData("2col")]
    [InlineData("3col")]
    [InlineData("newspaper")]
    [InlineData("noto")]
    [InlineData("wide")]
    [InlineData("middle")]
    [InlineData("digest")]
    [InlineData("feature")]
    [InlineData("vertical")]
    public void Figures_are_those_of_the_text(string layout)
    {
        var design = PageDesign.Find(layout);
        var bulletins = PrintedBulletin.ReadAll(Path.Combine(Repository.Corpus, "dev"), design).ToList();
        var texts = PrintedComparison.ScoreTexts(s_pipeline, bulletins);
        var allowed = Shortfalls(layout);
        var misses = new List<string>();
        foreach (var order in Enum.GetValues<StreamOrder>())
        {
            var report = PrintedComparison.ScorePdfs(s_pipeline, bulletins, design, order);
            foreach (var figure in PrintedComparison.Figures)
            {
                var line = string.Create(CultureInfo.InvariantCulture, $"{layout} {order} {figure}: {report[figure].F1:F3}, {texts[figure].F1:F3} as text");
                output.WriteLine(line);
                if (report[figure].F1 < texts[figure].F1 - allowed.GetValueOrDefault(figure, MostBelow))
                {
                    misses.Add(line);
                }
            }
        }

        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    /// <summary>The files of corpus/pdf, which need no fonts: those whose pages are not pictures.</summary>
    [Fact]
    public void Kept_files_give_the_figures_of_their_texts()
    {
        var texts = new EvaluationReport();
        var pages = new EvaluationReport();
        foreach (var sample in KeptSample.All.Where(sample => !sample.IsScan))
        {
            var bulletin = PrintedBulletin.Join([.. sample.Bulletins.Select(PrintedBulletin.Read)]);
            BulletinScorer.Score(bulletin.Gold, [.. bulletin.Texts.SelectMany(path => Records(path))], texts);
            BulletinScorer.Score(bulletin.Gold, Records(sample.PdfPath), pages);
        }

        var allowed = Shortfalls("kept");
        foreach (var figure in PrintedComparison.Figures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure}: {pages[figure].F1:F3}, {texts[figure].F1:F3} as text"));
        }

        Assert.All(PrintedComparison.Figures, figure => Assert.InRange(pages[figure].F1, texts[figure].F1 - allowed.GetValueOrDefault(figure, MostBelow), 1));
    }

    private static ImmutableArray<ArticleRecord> Records(string path) => s_pipeline.Process(new DocumentSource(Path.GetFileName(path), File.ReadAllBytes(path))).ToRecords();

    private static Dictionary<string, double> Shortfalls(string layout) => File.ReadLines(Path.Combine(Repository.Root, "tests", "NewsExtract.Corpus.Tests", "Printed", "shortfalls.tsv"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t'))
        .Where(fields => fields[0] == layout)
        .ToDictionary(fields => fields[1], fields => double.Parse(fields[2], CultureInfo.InvariantCulture));
}
