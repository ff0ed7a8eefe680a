using NewsExtract.PdfChecks;
using NewsExtract.Readers;

namespace NewsExtract.Benchmarks;

/// <summary>Prints for each PDF file how many characters have their box where mutool sees the glyph.</summary>
internal static class BoxTable
{
    /// <param name="folder">With synthetic/ or real/ in it, or of PDF files.</param>
    public static int Print(string folder, string filter)
    {
        var reader = new DocumentReader();
        var files = Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Concat(PdfFiles.In(folder, filter))
            .Where(file => PdfGroup.Of(file) is { WantsDiagnostic: false } && file.Contains(filter, StringComparison.OrdinalIgnoreCase));
        Console.WriteLine($"{"file",-52} {"Han",6} {"absent",7} {"covered",8} {"exact",7}");
        foreach (var file in files)
        {
            try
            {
                if (Judges.MutoolStructure(file) is not { } structure)
                {
                    continue;
                }

                var document = reader.Read(new DocumentSource(Path.GetFileName(file), File.ReadAllBytes(file)));
                var score = BoxScore.Of(MutoolBoxes.Read(structure), PlacedCharacter.Of(document));
                var placed = Math.Max(1, score.True - score.Absent);
                Console.WriteLine($"{Path.GetFileNameWithoutExtension(file),-52} {score.True,6} {score.Absent,7} {(double)score.Covered / placed,8:F4} {(double)score.Exact / placed,7:F4} {(document.OcrEngine is null ? "" : "ocr ")}{score.Sample}");
            }
            catch (DocumentReadException exception)
            {
                Console.WriteLine($"{Path.GetFileNameWithoutExtension(file),-52} {exception.Diagnostic.Code}");
            }
        }

        return 0;
    }
}
