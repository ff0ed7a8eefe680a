using System.Globalization;
using NewsExtract.Readers.Ocr;

namespace NewsExtract.Readers.Pdf;

/// <summary>Draws pages of a PDF file by the program pdftoppm. Not safe for concurrent use.</summary>
/// <param name="pdf">The file. One that needs a password is not drawn: on a command line it would be seen by others.</param>
internal sealed class PdfRasterizer(ReadOnlyMemory<byte> pdf) : IDisposable
{
    private const string Program = "pdftoppm";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private string? _folder;

    /// <param name="form">The picture's form as an option of the program: -gray, -png.</param>
    /// <returns>The visible page as a picture's file; <c>null</c> when the program can't draw it, or not in time.</returns>
    /// <exception cref="OcrUnavailableException">NX1352: the program is not installed.</exception>
    public byte[]? Draw(int page, int dotsPerInch, string form, CancellationToken cancellation)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return ExternalProgram.Run(
            Program,
            ["-q", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "-cropbox", form, WriteFile()],
            s_limit,
            Missing,
            cancellation);
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Into a folder that only this user can enter.
    private string WriteFile()
    {
        _folder ??= Directory.CreateTempSubdirectory("newsextract-").FullName;
        var file = Path.Combine(_folder, "source.pdf");
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, pdf.Span);
        }

        return file;
    }

    private static OcrUnavailableException Missing(Exception exception) => new(
        new Diagnostic(OcrDiagnostics.RasterizerMissing, Severity.Error, "a page has to be drawn before it can be read by OCR, and pdftoppm is not installed; install it (Debian: apt-get install --no-install-recommends poppler-utils)"),
        exception);
}
