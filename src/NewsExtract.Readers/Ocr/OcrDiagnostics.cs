namespace NewsExtract.Readers.Ocr;

/// <summary>Codes of what is said about OCR; docs/diagnostics.md has a row for each.</summary>
internal static class OcrDiagnostics
{
    public const string ModelsMissing = "NX1351";
    public const string RasterizerMissing = "NX1352";
    public const string LibraryMissing = "NX1353";
    public const string ProgramMissing = "NX1354";
    public const string ReadByOcr = "NX1355";
    public const string LowConfidence = "NX1356";
    public const string NotReadable = "NX1357";
    public const string NothingFound = "NX1358";
}
