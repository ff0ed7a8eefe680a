using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Scans;
using NewsExtract.BulletinPrinter.Setting;
using NewsExtract.Evaluation;

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

    /// <summary>Two rows: the texts, and their pages as pictures that OCR reads.</summary>
    public static IEnumerable<string> ScanTable(NewsPipeline pipeline, string folder, PageDesign design, ScanOptions options)
    {
        var bulletins = PrintedBulletin.ReadAll(folder, design).ToList();
        var texts = ScoreTexts(pipeline, bulletins);
        var report = new EvaluationReport();
        foreach (var bulletin in bulletins)
        {
            var scan = ScanWriter.Write(EditionSetter.Set(bulletin.Edition, design), options, bulletin.Edition.Name);
            Score(bulletin, Extract(pipeline, bulletin.Edition.Name + ".pdf", scan), report);
        }

        yield return $"{Path.GetFileName(folder.TrimEnd('/')),-18}" + string.Concat(Figures.Select(figure => $"{figure,10}"));
        yield return Row($"{design.Name} as text", texts, null);
        yield return Row(string.Create(CultureInfo.InvariantCulture, $"{design.Name} scan {options.Dpi} dpi"), report, texts);
    }

    /// <summary>A table: a row for the texts, then one for each layout and order.</summary>
    public static IEnumerable<string> Table(NewsPipeline pipeline, string folder, IEnumerable<PageDesign> designs, IReadOnlyList<StreamOrder> orders, string? show)
    {
        yield return $"{Path.GetFileName(folder.TrimEnd('/')),-18}" + string.Concat(Figures.Select(figure => $"{figure,10}"));
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
    private static string Row(string name, EvaluationReport report, EvaluationReport? texts) => $"{name,-18}" + string.Concat(Figures.Select(figure =>
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
