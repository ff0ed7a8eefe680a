using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NewsExtract.Readers.Ocr;

/// <summary>The program <c>tesseract</c> with its models for Simplified Chinese, by its hOCR output with a box for each character.</summary>
internal sealed class TesseractEngine : IOcrEngine
{
    private const string Program = "tesseract";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);
    private readonly Lazy<string> _id = new(static () => ReadVersion() is { } version ? $"tesseract@{version}" : "tesseract", LazyThreadSafetyMode.PublicationOnly);

    /// <summary>With the version that the program tells, where it is installed.</summary>
    public string Id => _id.Value;

    /// <inheritdoc/>
    public ImmutableArray<OcrLine> Recognize(PagePicture picture, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var folder = Directory.CreateTempSubdirectory("newsextract-").FullName;
        try
        {
            var file = Path.Combine(folder, "page.ppm");
            WritePixels(file, picture);
            var output = ExternalProgram.Run(Program, [file, "-", "-l", "chi_sim", "-c", "hocr_char_boxes=1", "hocr"], s_limit, Missing, cancellation);
            return output is null
                ? throw Missing(new IOException("tesseract failed; its model chi_sim may be missing"))
                : HocrReader.Read(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? ReadVersion()
    {
        try
        {
            // tesseract 5.3.0
            var output = ExternalProgram.Run(Program, ["--version"], s_limit, Missing, CancellationToken.None);
            return output is null ? null : Encoding.ASCII.GetString(output).Split(' ', '\n') is [Program, var version, ..] ? version : null;
        }
        catch (OcrUnavailableException)
        {
            return null;
        }
    }

    // Portable pixmap: a line of head, then red, green, blue.
    private static void WritePixels(string file, PagePicture picture)
    {
        using var stream = new BufferedStream(File.Create(file), 1 << 16);
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P6 {picture.Width} {picture.Height} 255\n")));
        Span<byte> pixel = stackalloc byte[3];
        for (var i = 0; i < picture.Pixels.Length; i += 3)
        {
            (pixel[0], pixel[1], pixel[2]) = (picture.Pixels[i + 2], picture.Pixels[i + 1], picture.Pixels[i]);
            stream.Write(pixel);
        }
    }

    private static OcrUnavailableException Missing(Exception exception) => new(
        new Diagnostic(OcrDiagnostics.ProgramMissing, Severity.Error, "tesseract or its model for Chinese is not installed (Debian: apt-get install --no-install-recommends tesseract-ocr tesseract-ocr-chi-sim)"),
        exception);
}
