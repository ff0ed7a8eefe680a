using System.Security.Cryptography;
using NewsExtract.Readers.Containers;
using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Word;

/// <summary>
/// Reads Word files (docx; ISO/IEC 29500, transitional and strict): paragraphs, tables, text boxes, footnotes, headers and footers.
/// Insertions under review count, deletions do not. Safe for concurrent use.
/// </summary>
internal sealed class WordReader : IDocumentReader
{
    private const string What = "a Word file";

    /// <summary>True for a ZIP container with a Word document.</summary>
    public bool CanRead(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ZipFormats.Is(source, ZipFormats.IsWord);
    }

    /// <exception cref="DocumentReadException">NX1402 to NX1405: damaged, encrypted, too large, without text.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var parts = ZipParts.Open(source.Bytes, What);
        var package = WordPackage.Open(parts, What, cancellation);
        var paragraphs = new WordBody(package, cancellation).Read();
        var lines = HeadingFinder.Mark(paragraphs);
        var (text, layout) = MarkedText.Compose(lines, knowsArticles: false);
        return text.Length == 0
            ? throw ReadFailure.NoText(What, "if it holds scans, save it as PDF and have them read by OCR")
            : new Document
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)),
                SourceName = source.Name,
                Text = text,
                Date = source.Date,
                Layout = layout,
            };
    }
}
