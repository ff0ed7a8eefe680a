using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Scans;
using NewsExtract.BulletinPrinter.Setting;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Learning.Models;

namespace NewsExtract.BulletinPrinter.Comparing;

/// <summary>Scores what the pipeline finds in printed bulletins, beside what it finds in their texts.</summary>
internal static class PrintedComparison
{
    /// <summary>The figures that are compared.</summary>
    public static ImmutableArray<string> Figures { get; } = ["article", "paragraph", "mention", "fact", "author"];

    public static EvaluationReport ScoreTexts(NewsPipeline pipeline, IEnumerable<PrintedBulletin> bulletins)
    {
        var report = new EvaluationReport();
        foreach (var bulletin in bulletins)
        {
            Score(bulletin, bulletin.Texts.SelectMany(path => Extract(pipeline, path, File.ReadAllBytes(path))), report);
        }

        return report;
    }

    public static EvaluationReport ScorePdfs(NewsPipeline pipeline, IEnumerable<PrintedBulletin> bulletins, PageDesign design, StreamOrder order)
    {
        var report = new EvaluationReport();
        foreach (var bulletin in bulletins)
        {
            Score(bulletin, Extract(pipeline, bulletin.Edition.Name + ".pdf", bulletin.ToPdf(design, order)), report);
        }

        return report;
    }

    /// <summary>
    /// The texts, and their pages as pictures that OCR reads: by rules, with the shipped model of mentions, and with other models, each
    /// reading the same pages.
    /// </summary>
    public static IEnumerable<string> ScanTable(string folder, PageDesign design, ScanOptions options, IEnumerable<string> modelPaths)
    {
        var bulletins = PrintedBulletin.ReadAll(folder, design).ToList();
        var scans = new ScansRead(bulletins.ToDictionary(
            static bulletin => ScanName(bulletin),
            bulletin => ScanWriter.Write(EditionSetter.Set(bulletin.Edition, design), options, bulletin.Edition.Name)));
        (string Name, IMentionReviewer? Reviewer)[] ways =
        [
            ("rules", null),
            ("with the model", ModelMentionReviewer.Shipped),
            .. modelPaths.Select(static path => (Path.GetFileName(path), (IMentionReviewer?)new ModelMentionReviewer(MentionModel.Load(path)))),
        ];
        yield return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(folder.TrimEnd('/'))} {design.Name} {options.Dpi} dpi").PadRight(28) + string.Concat(Figures.Select(figure => $"{figure,10}"));
        foreach (var (name, reviewer) in ways)
        {
            var texts = ScoreTexts(new NewsPipelineBuilder { MentionReviewer = reviewer }.Build(), bulletins);
            var pipeline = new NewsPipelineBuilder { MentionReviewer = reviewer, Reader = scans }.Build();
            var report = new EvaluationReport();
            foreach (var bulletin in bulletins)
            {
                Score(bulletin, Extract(pipeline, ScanName(bulletin), []), report);
            }

            yield return Row($"text, {name}", texts, null);
            yield return Row($"scan, {name}", report, texts);
        }

        static string ScanName(PrintedBulletin bulletin) => bulletin.Edition.Name + ".pdf";
    }

    /// <summary>A table: a row for the texts, then one for each layout and order.</summary>
    public static IEnumerable<string> Table(NewsPipeline pipeline, string folder, IEnumerable<PageDesign> designs, IReadOnlyList<StreamOrder> orders, string? show)
    {
        yield return $"{Path.GetFileName(folder.TrimEnd('/')),-28}" + string.Concat(Figures.Select(figure => $"{figure,10}"));
        foreach (var design in designs)
        {
            var bulletins = PrintedBulletin.ReadAll(folder, design).ToList();
            var texts = ScoreTexts(pipeline, bulletins);
            yield return Row($"{design.Name} as text", texts, null);
            foreach (var order in orders)
            {
                var report = ScorePdfs(pipeline, bulletins, design, order);
                yield return Row($"{design.Name} {order}".ToLowerInvariant(), report, texts);
                foreach (var difference in report.Differences.Where(difference => difference.Kind == show && !texts.Differences.Contains(difference)))
                {
                    yield return $"  {difference}";
                }
            }
        }
    }

    // A figure more than 0.02 below that of the texts is starred.
    private static string Row(string name, EvaluationReport report, EvaluationReport? texts) => $"{name,-28}" + string.Concat(Figures.Select(figure =>
    {
        var value = report[figure].F1;
        var star = texts is not null && value < texts[figure].F1 - 0.02 ? "*" : " ";
        return $"{value.ToString("F3", CultureInfo.InvariantCulture) + star,10}";
    }));

    private static ImmutableArray<ArticleRecord> Extract(NewsPipeline pipeline, string name, byte[] bytes)
    {
        var result = pipeline.Process(new DocumentSource(Path.GetFileName(name), bytes));
        return result.Status == ExtractionStatus.Failed ? [] : result.ToRecords();
    }

    private static void Score(PrintedBulletin bulletin, IEnumerable<ArticleRecord> records, EvaluationReport report)
    {
        var found = records.Select(WithoutSidebar).Where(static record => !record.Paragraphs.IsEmpty || record.Article.Headline is not null).ToImmutableArray();
        report.CountBulletin(found.Length > 0);
        BulletinScorer.Score(bulletin.Gold, found, report);
    }

    // The box that a feature adds is found rightly when its lines are paragraphs of their own; the gold does not know them.
    private static ArticleRecord WithoutSidebar(ArticleRecord record) => record with
    {
        Paragraphs = [.. record.Paragraphs.Where(static paragraph => paragraph.Text is not (ArticleSetter.SidebarTitle or ArticleSetter.SidebarText))],
        Article = record.Article.Headline == ArticleSetter.SidebarTitle ? record.Article with { Headline = null } : record.Article,
    };
}
