using System.Diagnostics;
using NewsExtract.Readers;

namespace NewsExtract.PdfChecks;

/// <summary>Reads a file and notes what comes of it.</summary>
internal static class DocumentReading
{
    public static PdfReading Read(IDocumentReader reader, string file) => Read(reader, new DocumentSource(Path.GetFileName(file), File.ReadAllBytes(file)));

    public static PdfReading Read(IDocumentReader reader, DocumentSource source)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var document = reader.Read(source);
            return new PdfReading(document.Text, document.Pages.Length, Codes(document.Diagnostics), document.OcrEngine is not null, watch.Elapsed.TotalSeconds);
        }
        catch (DocumentReadException exception)
        {
            return new PdfReading(null, 0, Codes([exception.Diagnostic]), IsOcr: false, watch.Elapsed.TotalSeconds);
        }
    }

    private static string[] Codes(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.Code).Distinct(StringComparer.Ordinal)];
}
