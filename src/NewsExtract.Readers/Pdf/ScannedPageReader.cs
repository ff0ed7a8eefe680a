using System.Globalization;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using OpenCvSharp;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>Reads pages of one document by OCR. Not safe for concurrent use.</summary>
internal sealed class ScannedPageReader(IOcrEngine engine, DocumentSource source) : IDisposable
{
    private const double DotsPerInch = 300;
    /// <summary>Of a page whose size is not known: no sheet of a paper is too large for it.</summary>
    private const int DotsWithoutSize = 200;

    private const double MaxPixels = 24_000_000;

    private readonly PdfRasterizer _rasterizer = new(source.Bytes);
    private Diagnostic? _unavailable;

    /// <returns>The page with the characters that were read; <c>null</c> when it could not be read, and <paramref name="reason"/> says why.</returns>
    public PageContent? Read(PdfPage page, PageContent content, out Diagnostic? reason, CancellationToken cancellation)
    {
        reason = null;
        if (_unavailable is not null)
        {
            return null;
        }

        try
        {
            // Where the file's characters are false its drawing is right: what they look like.
            var scan = content.Glyphs.Length == 0 ? FindPicture(page) : null;
            scan ??= Draw(page, cancellation);
            if (scan is null)
            {
                reason = new Diagnostic(OcrDiagnostics.NotReadable, Severity.Error, string.Create(CultureInfo.InvariantCulture, $"page {page.Number} can't be drawn to be read by OCR; print the page to a new PDF"));
                return null;
            }

            // Upright as the visible page is: the file's own text may have lain sideways.
            var visible = content with { Width = (float)page.Width, Height = (float)page.Height, Turn = default, Pictures = [], Rules = content.Turn.Quarters == 0 ? content.Rules : [] };
            return PageRecognizer.Read(engine, scan, visible, cancellation);
        }
        catch (OcrUnavailableException exception)
        {
            reason = _unavailable = exception.Diagnostic;
            return null;
        }
    }

    /// <summary>Reads a page of which only the drawing is to be had; <c>null</c> where it is not, or shows no text.</summary>
    public PageContent? ReadDrawn(int number, CancellationToken cancellation)
    {
        try
        {
            using var picture = _unavailable is null && _rasterizer.Draw(number, DotsWithoutSize, "-gray", cancellation) is { } file ? PagePictures.Decode(file) : null;
            if (picture is null)
            {
                return null;
            }

            const float Scale = 72f / DotsWithoutSize;
            var place = new Box(0, 0, picture.Width * Scale, picture.Height * Scale);
            var page = new PageContent { Number = number, Width = place.Right, Height = place.Top };
            return PageRecognizer.Read(engine, new ScannedPage(PagePictures.Of(picture), place), page, cancellation) is { Glyphs.Length: > 0 } read ? read : null;
        }
        catch (OcrUnavailableException exception)
        {
            _unavailable = exception.Diagnostic;
            return null;
        }
    }

    public void Dispose() => _rasterizer.Dispose();

    private ScannedPage? Draw(PdfPage page, CancellationToken cancellation)
    {
        var dots = Math.Min(DotsPerInch, 72 * Math.Sqrt(MaxPixels / Math.Max(1, page.Width * page.Height)));
        using var picture = _rasterizer.Draw(page.Number, (int)dots, "-gray", cancellation) is { } file ? PagePictures.Decode(file) : null;
        return picture is null ? null : new ScannedPage(PagePictures.Of(picture), new Box(0, 0, (float)page.Width, (float)page.Height));
    }

    private static ScannedPage? FindPicture(PdfPage page)
    {
        try
        {
            return ScannedPagePictures.Find(page);
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            throw OpenCvLibrary.Missing(exception);
        }
        catch (Exception exception) when (exception is OpenCVException || PdfFailures.IsReadFailure(exception))
        {
            // Damaged or of a rare kind: drawn instead.
            return null;
        }
    }
}
