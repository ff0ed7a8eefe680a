using System.Collections.Immutable;
using System.Security.Cryptography;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;
using NewsExtract.Readers.PlainText;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// Reads PDF files: every character in order with its em box, pages without usable text by OCR. A file that ends the process
/// (a stack overflow can't be caught) is a matter for a process of its own. Safe for concurrent use.
/// </summary>
public sealed class PdfReader : IDocumentReader
{
    private readonly PdfReaderOptions _options;

    public PdfReader(PdfReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>True where %PDF- stands at the beginning, or behind junk within the first kilobyte.</summary>
    public bool CanRead(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FileSignatures.Find(source.Bytes.Span) is { Kind: FileKind.Pdf };
    }

    /// <exception cref="DocumentReadException">NX1301 to NX1304, NX1314: damaged, a password needed or wrong, no pages, too many objects.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var (pages, information) = ReadPages(source, diagnostics, cancellation);
        var id = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span));
        return DocumentComposer.Compose(id, source, PageArranger.Arrange(pages, cancellation), diagnostics.ToImmutable()) with
        {
            Information = information,
            OcrEngine = pages.Exists(page => page.TextSource == PageTextSource.Ocr) ? _options.OcrEngine?.Id : null,
        };
    }

    internal (List<PageContent> Pages, DocumentInformation Information) ReadPages(DocumentSource source, ImmutableArray<Diagnostic>.Builder diagnostics, CancellationToken cancellation)
    {
        var fonts = new SkippedFontLog();
        var document = Open(source, fonts, out var count);
        try
        {
            if (count == 0)
            {
                throw PdfDiagnostics.NoPages();
            }

            if (count > _options.MaxPages)
            {
                diagnostics.Add(PdfDiagnostics.TooManyPages(count, _options.MaxPages));
                count = _options.MaxPages;
            }

            var pages = new List<PageContent>(count);
            var reader = new PdfPageReader();
            using var scans = _options is { Ocr: not OcrMode.Never, OcrEngine: { } engine } ? new ScannedPageReader(engine, source) : null;
            while (pages.Count < count)
            {
                cancellation.ThrowIfCancellationRequested();
                if (ReadPage(document, reader, fonts, scans, pages.Count + 1, cancellation) is { } page)
                {
                    pages.Add(page);
                }
                else
                {
                    document.Dispose();
                    document = Open(source, fonts, out _);
                }
            }

            return (pages, PdfInformation.Read(document));
        }
        finally
        {
            document.Dispose();
        }
    }

    private PdfDocument Open(DocumentSource source, SkippedFontLog fonts, out int pages)
    {
        var options = new ParsingOptions { Logger = fonts, UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true, Passwords = ["", .. _options.Passwords], FilterProvider = BoundedFilterProvider.Instance };
        PdfDocument document;
        try
        {
            document = PdfDocument.Open(source.Bytes, options);
            pages = document.NumberOfPages;
        }
        catch (PdfStreamTooLargeException exception)
        {
            throw PdfDiagnostics.StreamTooLarge(exception);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw PdfDiagnostics.PasswordNeeded(!_options.Passwords.IsEmpty, exception);
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            throw PdfDiagnostics.Damaged(exception);
        }

        var objects = document.Structure.CrossReferenceTable.ObjectOffsets.Count;
        if (objects > _options.MaxObjects)
        {
            document.Dispose();
            throw PdfDiagnostics.TooManyObjects(objects, _options.MaxObjects);
        }

        return document;
    }

    /// <returns><c>null</c> when the file must be opened anew to read the page, with encodings that were added for it.</returns>
    private PageContent? ReadPage(PdfDocument document, PdfPageReader reader, SkippedFontLog fonts, ScannedPageReader? scans, int number, CancellationToken cancellation)
    {
        PdfPage page;
        PageContent content;
        try
        {
            fonts.Reset();
            page = document.GetPage(number);
            content = reader.Read(page, new FormFields(document));
            if (fonts.HasSkipped && PredefinedCMaps.AddFor(document, page.Dictionary))
            {
                return null;
            }

            if (fonts.HasSkipped && content.Glyphs.Length == 0)
            {
                content = content with { Defect = PageTextDefect.Missing };
            }
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            // Another program may draw it.
            return scans?.ReadDrawn(number, cancellation) ?? new PageContent
            {
                Number = number,
                Width = 0,
                Height = 0,
                TextSource = PageTextSource.None,
                Diagnostics = [PdfDiagnostics.FailedPage(number, exception)],
            };
        }

        var lost = fonts.HasSkipped ? PdfDiagnostics.SkippedFont(number) : null;
        if (scans is not null && (content.Defect != PageTextDefect.None || _options.Ocr == OcrMode.Always))
        {
            content = ReadByOcr(page, content, scans, cancellation);
        }
        else if (content.Defect != PageTextDefect.None)
        {
            content = WithoutOcr(content);
        }

        // What OCR read it read with all characters that the page shows.
        return lost is null || content.TextSource == PageTextSource.Ocr ? content : content with { Diagnostics = [.. content.Diagnostics, lost] };
    }

    // Whatever goes wrong with the picture costs no text that the file holds.
    private static PageContent ReadByOcr(PdfPage page, PageContent content, ScannedPageReader scans, CancellationToken cancellation)
    {
        Diagnostic? reason;
        try
        {
            if (scans.Read(page, content, out reason, cancellation) is { } read)
            {
                if (read.Glyphs.Length > 0)
                {
                    return read;
                }

                // A picture without text is no loss; false characters are.
                content = content with { Diagnostics = read.Diagnostics };
                return content.Defect == PageTextDefect.Unreadable ? WithoutOcr(content) : content;
            }
        }
        catch (Exception exception) when (PdfFailures.IsReadFailure(exception))
        {
            reason = PdfDiagnostics.FailedPicture(content.Number, exception);
        }

        content = reason is null ? content : content with { Diagnostics = [.. content.Diagnostics, reason] };
        return content.Defect == PageTextDefect.None ? content : WithoutOcr(content);
    }

    // False characters must not be published: they are left out where nothing reads the page's picture.
    private static PageContent WithoutOcr(PageContent content) => content with
    {
        Glyphs = content.Defect == PageTextDefect.Unreadable ? [] : content.Glyphs,
        Diagnostics = [.. content.Diagnostics, PdfDiagnostics.WithoutOcr(content.Number, content.Defect)],
    };
}
