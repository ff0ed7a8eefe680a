using NewsExtract.PdfChecks;
using NewsExtract.Readers;

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
    public void Files_of_public_projects() => AssertFloors(PdfGroup.Real);

    private static void AssertFloors(PdfGroup group)
    {
        var reader = new DocumentReader();
        var scores = PdfFiles.In(PdfFactAttribute.Folder!).Where(file => PdfGroup.Of(file) == group).Select(file => PdfScore.Of(file, DocumentReading.Read(reader, file))).ToList();

        Assert.NotEmpty(scores);
        var misses = scores.SelectMany(score => score.Misses(s_limit)).ToList();
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }
}
