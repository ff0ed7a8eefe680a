using System.Globalization;
using NewsExtract.Evaluation;
using Xunit.Abstractions;

namespace NewsExtract.Corpus.Tests.Formats;

/// <summary>Bulletins written as HTML and Word files give what their text gives.</summary>
public class FormatAccuracyTests(ITestOutputHelper output)
{
    private const double MostBelow = 0.02;

    // Rows that only blanks part become lines of their cells.
    private const double MostBelowOfPages = 0.07;

    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder { MentionReviewer = null, FactScorer = null }.Build();

    [Theory]
    [InlineData("dev", "html with article elements")]
    [InlineData("dev", "html with headings")]
    [InlineData("dev", "html with paragraphs only")]
    [InlineData("dev", "word with styles")]
    [InlineData("dev", "word with sizes")]
    [InlineData("dev", "word with captions only")]
    [InlineData("dev", "ofd")]
    public void Figures_are_those_of_the_text(string set, string format)
    {
        var text = new EvaluationReport();
        var other = new EvaluationReport();
        foreach (var path in GoldBulletin.Find(Path.Combine(Repository.Corpus, set)))
        {
            var gold = GoldBulletin.Load(path);
            if (gold.Articles is null)
            {
                continue;
            }

            var run = s_pipeline.Process(new DocumentSource(gold.Name, File.ReadAllBytes(gold.TextPath)));
            BulletinScorer.Score(gold, run.ToRecords(), text);
            var bulletin = FormattedBulletin.Of(gold, run);
            var bytes = format switch
            {
                "html with article elements" => bulletin.ToHtml(hasArticles: true, hasHeadings: true),
                "html with headings" => bulletin.ToHtml(hasArticles: false, hasHeadings: true),
                "html with paragraphs only" => bulletin.ToHtml(hasArticles: false, hasHeadings: false),
                "word with styles" => bulletin.ToWord(FormattedBulletin.Styled),
                "ofd" => bulletin.ToOfd(),
                "word with sizes" => bulletin.ToWord(FormattedBulletin.Sized),
                _ => bulletin.ToWord(FormattedBulletin.Plain),
            };
            BulletinScorer.Score(gold, s_pipeline.Process(new DocumentSource(gold.Name, bytes)).ToRecords(), other);
        }

        var below = new List<string>();
        foreach (var figure in (string[])["article", "paragraph", "author", "mention", "fact"])
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{figure} {text[figure].F1:F3} as text, {other[figure].F1:F3} as {format}");
            output.WriteLine(line);
            if (other[figure].F1 < text[figure].F1 - (format == "ofd" ? MostBelowOfPages : MostBelow))
            {
                below.Add(line);
            }
        }

        foreach (var difference in other.Differences.Where(difference => difference.Kind is "article" or "paragraph" or "author").Take(40))
        {
            output.WriteLine($"{difference.Kind} {difference.Sign} {difference.Bulletin} {difference.Text}");
        }

        Assert.True(below.Count == 0, string.Join("; ", below));
    }
}
