using System.Collections.Immutable;
using System.Security.Cryptography;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;
using NewsExtract.Readers.Pdf;
using NewsExtract.Readers.PlainText;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Reads pictures of pages (JPEG, PNG, TIFF of one or many pages) by OCR. Safe for concurrent use.</summary>
internal sealed class PictureReader(PdfReaderOptions options) : IDocumentReader
{
    /// <summary>Where the file does not say: what offices scan at.</summary>
    private const double UsualDots = 200;

    public bool CanRead(DocumentSource source) => FileSignatures.Find(source.Bytes.Span) is { Kind: FileKind.Picture };

    /// <exception cref="DocumentReadException">NX1002 without OCR, NX1402 for a damaged file, NX135x where OCR is not to be had.</exception>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        var format = FileSignatures.Find(source.Bytes.Span)!;
        if (options is not { Ocr: not OcrMode.Never, OcrEngine: { } engine })
        {
            throw PlainTextReader.Fail("NX1002", $"this is {format.Name}, not text; {format.Advice}");
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var pages = ReadPages(engine, source, diagnostics, cancellation);
        if (pages.TrueForAll(page => page.Width == 0))
        {
            throw ReadFailure.Damaged(format.Name, "damaged or too large to be decoded");
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span));
        return DocumentComposer.Compose(id, source, PageArranger.Arrange(pages, cancellation), diagnostics.ToImmutable()) with
        {
            OcrEngine = pages.Exists(page => page.TextSource == PageTextSource.Ocr) ? engine.Id : null,
        };
    }

    private List<PageContent> ReadPages(IOcrEngine engine, DocumentSource source, ImmutableArray<Diagnostic>.Builder diagnostics, CancellationToken cancellation)
    {
        var pages = new List<PageContent>();
        foreach (var file in PictureFiles.Pages(source.Bytes))
        {
            cancellation.ThrowIfCancellationRequested();
            if (pages.Count == options.MaxPages)
            {
                diagnostics.Add(PdfDiagnostics.TooManyPages(PictureFiles.Pages(source.Bytes).Count(), options.MaxPages));
                break;
            }

            pages.Add(ReadPage(engine, file.Span, pages.Count + 1, cancellation));
        }

        return pages;
    }

    private static PageContent ReadPage(IOcrEngine engine, ReadOnlySpan<byte> file, int number, CancellationToken cancellation)
    {
        try
        {
            using var picture = PagePictures.Decode(file, isUpright: false);
            if (picture is null)
            {
                return Failed(number);
            }

            // A large picture is decoded at half its size.
            var shrunk = Math.Sqrt((double)PagePictures.Size(file)!.Value / ((long)picture.Width * picture.Height));
            var scale = (float)(72 / (PictureFiles.DotsPerInch(file) ?? UsualDots) * shrunk);
            var place = new Box(0, 0, picture.Width * scale, picture.Height * scale);
            var page = new PageContent { Number = number, Width = place.Right, Height = place.Top };
            return PageRecognizer.Read(engine, new ScannedPage(PagePictures.Of(picture), place), page, cancellation);
        }
        catch (OcrUnavailableException exception)
        {
            throw new DocumentReadException(exception.Diagnostic, exception);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            throw new DocumentReadException(OpenCvLibrary.Missing(exception).Diagnostic, exception);
        }
        catch (OpenCVException)
        {
            return Failed(number);
        }
    }

    private static PageContent Failed(int number) => new()
    {
        Number = number,
        Width = 0,
        Height = 0,
        TextSource = PageTextSource.None,
        Diagnostics = [PdfDiagnostics.FailedPicture(number)],
    };
}
