namespace NewsExtract.Readers.Ocr;

/// <summary>OpenCV's native library wants GTK 3, which a bare system lacks.</summary>
internal static class OpenCvLibrary
{
    public static OcrUnavailableException Missing(Exception exception) => new(
        new Diagnostic(OcrDiagnostics.LibraryMissing, Severity.Error, "OpenCV can't be loaded; install GTK 3 (Debian: apt-get install --no-install-recommends libgtk-3-0), or use --ocr-engine tesseract"),
        exception);
}
