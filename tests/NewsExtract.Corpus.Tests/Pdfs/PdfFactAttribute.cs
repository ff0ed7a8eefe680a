using NewsExtract.PdfChecks;

namespace NewsExtract.Corpus.Tests.Pdfs;

/// <summary>A test that needs the files of shared/pdfs above the repository; skipped without.</summary>
internal sealed class PdfFactAttribute : FactAttribute
{
    private bool _needsJudges;

    public PdfFactAttribute() => Skip = Folder is null ? "shared/pdfs does not lie above the repository" : null;

    public static string? Folder { get; } = Repository.Find(Repository.Root, Path.Combine("shared", "pdfs", "README.md")) is { } folder
        ? Path.Combine(folder, "shared", "pdfs")
        : null;

    /// <summary>Compares with what pdftotext and mutool read.</summary>
    public bool NeedsJudges
    {
        get => _needsJudges;
        set
        {
            _needsJudges = value;
            Skip ??= value && !Judges.AreInstalled ? "pdftotext (poppler-utils) or mutool (mupdf-tools) is not installed" : null;
        }
    }
}
