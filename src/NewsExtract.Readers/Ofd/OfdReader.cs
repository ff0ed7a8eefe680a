using System.Collections.Immutable;
using System.Security.Cryptography;
using NewsExtract.Readers.Containers;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;

namespace NewsExtract.Readers.Ofd;

/// <summary>Reads OFD files (GB/T 33190-2016): characters with their places, like those of a PDF file. Safe for concurrent use.</summary>
internal sealed class OfdReader : IDocumentReader
{
    private const string What = "an OFD file";
    private const int MaxPages = 5000;

    // A book has a million.
    private const int MaxGlyphs = 4_000_000;

    /// <summary>True for a ZIP container with OFD.xml.</summary>
    public bool CanRead(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ZipFormats.Is(source, ZipFormats.IsOfd);
    }

    /// <exception cref="DocumentReadException">NX1402 to NX1405: damaged, encrypted, too large, without text.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var parts = ZipParts.Open(source.Bytes, What);
        var file = new OfdFile(parts, What, cancellation);
        var found = file.ReadPages();
        var reader = new OfdPageReader(file, cancellation);
        var pages = new List<PageContent>();
        var glyphs = 0L;
        while (pages.Count < Math.Min(found.Count, MaxPages) && glyphs < MaxGlyphs)
        {
            cancellation.ThrowIfCancellationRequested();
            pages.Add(ReadPage(reader, found[pages.Count], pages.Count + 1));
            glyphs += pages[^1].Glyphs.Length;
        }

        if (glyphs == 0)
        {
            throw pages.SelectMany(page => page.Diagnostics).FirstOrDefault() is { } broken
                ? ReadFailure.Damaged(What, broken.Message)
                : ReadFailure.NoText(What, "its pages are pictures or outlines: print it to PDF and have it read by OCR");
        }

        ImmutableArray<Diagnostic> diagnostics = pages.Count < found.Count ? [OfdDiagnostics.PagesLeft(found.Count, pages.Count)] : [];
        return DocumentComposer.Compose(Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)), source, PageArranger.Arrange(pages, cancellation), diagnostics);
    }

    // A broken page costs that page alone; what is too large or encrypted costs the file.
    private static PageContent ReadPage(OfdPageReader reader, OfdPage page, int number)
    {
        try
        {
            return reader.Read(page, number);
        }
        catch (DocumentReadException exception) when (exception.Diagnostic.Code == ReadFailure.DamagedCode)
        {
            return new PageContent { Number = number, Width = 595, Height = 842, TextSource = PageTextSource.None, Diagnostics = [OfdDiagnostics.PageMissing(number)] };
        }
    }
}
