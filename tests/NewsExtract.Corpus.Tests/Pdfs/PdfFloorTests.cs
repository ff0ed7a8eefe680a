using NewsExtract.PdfChecks;
using NewsExtract.Readers;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Corpus.Tests.Pdfs;

/// <summary>Every file of shared/pdfs that ends no process is read as well as its group's floors ask.</summary>
public class PdfFloorTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [PdfFact]
    public void Columns_in_natural_order() => AssertFloors(PdfGroup.Natural);

    [PdfFact]
    public void Columns_drawn_in_another_order() => AssertFloors(PdfGroup.Disordered);

    [PdfFact]
    public void Vertical_text() => AssertFloors(PdfGroup.Vertical);

    [PdfFact]
    public void Encodings() => AssertFloors(PdfGroup.Encodings);

    [PdfFact]
    public void Damaged_or_locked_files() => AssertFloors(PdfGroup.Damaged);

    [PdfFact(NeedsJudges = true)]
    public void Files_of_public_projects()
    {
        var counted = Scores(PdfGroup.Real).Where(score => score is { IsLeftToOcr: false, Recall: not null }).ToList();
        var found = counted.Sum(score => score.Recall!.Value * score.Expected!.Value) / counted.Sum(score => score.Expected!.Value);

        Assert.True(found >= PdfGroup.Real.Recall, $"{found:F4} of the characters that pdftotext and mutool agree on\n{string.Join('\n', counted.SelectMany(score => score.Misses(s_limit)))}");
    }

    private static void AssertFloors(PdfGroup group)
    {
        var scores = Scores(group);

        Assert.NotEmpty(scores);
        var misses = scores.SelectMany(score => score.Misses(s_limit)).ToList();
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    // Without OCR: these groups are about what the files say themselves.
    private static List<PdfScore> Scores(PdfGroup group)
    {
        var reader = new DocumentReader(PdfReaderOptions.Default);
        return [.. PdfFiles.In(PdfFactAttribute.Folder!).Where(file => PdfGroup.Of(file) == group).Select(file => PdfScore.Of(file, DocumentReading.Read(reader, file)))];
    }
}
