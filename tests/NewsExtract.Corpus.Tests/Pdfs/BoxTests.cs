using NewsExtract.PdfChecks;
using NewsExtract.Readers;

namespace NewsExtract.Corpus.Tests.Pdfs;

/// <summary>Characters have their boxes where mutool sees the glyphs.</summary>
public class BoxTests
{
    [PdfFact(NeedsJudges = true)]
    public void Boxes_of_synthetic_pages_stand_on_the_glyphs()
    {
        var reader = new DocumentReader();
        var misses = new List<string>();
        var count = 0;
        foreach (var file in PdfFiles.In(PdfFactAttribute.Folder!, "synthetic").Where(file => PdfGroup.Of(file) is { WantsDiagnostic: false } group && group != PdfGroup.Unreadable))
        {
            var document = reader.Read(new DocumentSource(Path.GetFileName(file), File.ReadAllBytes(file)));
            var score = BoxScore.Of(MutoolBoxes.Read(Judges.MutoolStructure(file)!), PlacedCharacter.Of(document));
            count += score.True;
            if (score.Exact < score.True)
            {
                misses.Add($"{Path.GetFileName(file)}: {score.True - score.Exact} of {score.True}, {score.Absent} of them absent; {score.Sample}");
            }
        }

        Assert.True(count > 1000, "too few characters to judge by");
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }
}
