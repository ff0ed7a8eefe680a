using System.Diagnostics;
using System.Globalization;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>Draws pages by the program pdftoppm: those whose picture can't be taken from the file, and those whose text is false.</summary>
internal sealed class ScannedPageRasterizer(DocumentSource source) : IDisposable
{
    private const string Program = "pdftoppm";
    private const double DotsPerInch = 300;
    private const double MaxPixels = 24_000_000;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private string? _folder;

    /// <returns><c>null</c> when the program can't draw the page.</returns>
    /// <exception cref="OcrUnavailableException">The program is not installed.</exception>
    public ScannedPage? Draw(PdfPage page, CancellationToken cancellation)
    {
        var file = WriteSource();
        var dots = Math.Min(DotsPerInch, 72 * Math.Sqrt(MaxPixels / Math.Max(1, page.Width * page.Height)));
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        var output = ExternalProgram.Run(
            Program,
            ["-q", "-r", ((int)dots).ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "-cropbox", "-gray", file],
            s_limit,
            Missing,
            cancellation);
        using var picture = output is null ? null : PagePictures.Decode(output);
        return picture is null ? null : new ScannedPage(PagePictures.Of(picture), new Box(0, 0, (float)page.Width, (float)page.Height));
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // A folder that only this user can enter.
    private string WriteSource()
    {
        _folder ??= Directory.CreateTempSubdirectory("newsextract-").FullName;
        var file = Path.Combine(_folder, "source.pdf");
        if (!File.Exists(file))
        {
            using var stream = File.Create(file);
            stream.Write(source.Bytes.Span);
        }

        return file;
    }

    private static OcrUnavailableException Missing(Exception exception) => new(
        new Diagnostic(OcrDiagnostics.RasterizerMissing, Severity.Error, "a page has to be drawn before it can be read by OCR, and pdftoppm is not installed; install it (Debian: apt-get install --no-install-recommends poppler-utils)"),
        exception);
}
