using System.Globalization;
using NewsExtract.Readers.Pages;

namespace NewsExtract.Readers.Pdf;

/// <summary>What can be wrong with a PDF file or a page of it; docs/diagnostics.md lists the codes.</summary>
internal static class PdfDiagnostics
{
    public static DocumentReadException Damaged(Exception inner) =>
        Fail("NX1301", "this PDF is damaged and can't be opened; get the file again, or repair it (qpdf FILE NEW, or print it to a new PDF)", inner);

    public static DocumentReadException PasswordNeeded(bool wasGiven, Exception inner) => wasGiven
        ? Fail("NX1303", "none of the given passwords opens this PDF; give its own with --password-file", inner)
        : Fail("NX1302", "this PDF is encrypted and needs a password; give it with --password-file", inner);

    public static DocumentReadException NoPages() => Fail("NX1304", "this PDF has no pages; get the file again", null);

    public static Diagnostic FailedPage(int number, Exception exception) => exception is PdfStreamTooLargeException
        ? new("NX1315", Severity.Error, string.Create(CultureInfo.InvariantCulture, $"page {number} is left out, for {exception.Message}; print the page to a new PDF"))
        : new(
        "NX1305",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"page {number} can't be read ({exception.GetType().Name}) and is left out; repair the file (qpdf FILE NEW) or print the page to a new PDF"));

    public static Diagnostic WithoutOcr(int number, PageTextDefect defect) => defect == PageTextDefect.Unreadable
        ? new Diagnostic("NX1307", Severity.Error, string.Create(CultureInfo.InvariantCulture, $"page {number} has text whose characters the file names wrongly; it is left out: read the page by OCR (--ocr auto)"))
        : new Diagnostic("NX1306", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"page {number} has pictures and no text; if it is a scan, read it by OCR (--ocr auto)"));

    public static Diagnostic TooManyPages(int pages, int most) => new(
        "NX1308",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"the file has {pages} pages and only the first {most} are read; split it, or raise --max-pages"));

    public static Diagnostic TooManyGlyphs(int number, int glyphs, int most) => new(
        "NX1309",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"page {number} has {glyphs} characters, of which the first {most} are read; this is no page of a paper"));

    // UniGB-UTF32-H: an encoding that the library has no table for.
    public static Diagnostic SkippedFont(int number) => new(
        "NX1310",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"page {number} uses a font that is missing or whose encoding is not known, and the characters set in it are left out; print the file to a new PDF, or read it by OCR (--ocr always)"));

    public static Diagnostic FailedPicture(int number, Exception exception) => new(
        "NX1311",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"the picture of page {number} can't be taken from the file ({exception.GetType().Name}), so it is not read by OCR; print the page to a new PDF"));

    public static Diagnostic FailedPicture(int number) => new(
        "NX1311",
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"the picture of page {number} is damaged or too large to be decoded, and the page is left out; get the file again"));

    public static Diagnostic FailedDrawings(int number, Exception exception) => new(
        "NX1312",
        Severity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"the pictures or lines of page {number} can't be read ({exception.GetType().Name}); its text is, but columns and captions may be told wrongly"));

    public static Diagnostic FailedFields(int number, Exception exception) => new(
        "NX1313",
        Severity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"the form fields of page {number} can't be read ({exception.GetType().Name}) and are left out; print the page to a new PDF"));

    public static DocumentReadException TooManyObjects(int objects, int most) => Fail(
        "NX1314",
        string.Create(CultureInfo.InvariantCulture, $"this PDF names {objects} objects, more than the {most} that are read; split it, or print it to a new PDF"),
        null);

    public static DocumentReadException StreamTooLarge(PdfStreamTooLargeException inner) =>
        Fail("NX1315", $"this PDF can't be opened, for {inner.Message}; print it to a new PDF from a program that opens it", inner);

    private static DocumentReadException Fail(string code, string message, Exception? inner) => new(new Diagnostic(code, Severity.Error, message), inner);
}
