using System.Collections.Immutable;
using System.Security.Cryptography;
using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;
using NewsExtract.Readers.PlainText;
using UglyToad.PdfPig;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>Reads PDF files, pages without text by OCR. Safe for concurrent use.</summary>
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

    /// <inheritdoc/>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var pages = ReadPages(source, cancellation);
        return DocumentComposer.Compose(Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)), source, PageArranger.Arrange(pages, cancellation), []);
    }

    internal List<PageContent> ReadPages(DocumentSource source, CancellationToken cancellation)
    {
        var pages = new List<PageContent>();
        using var document = PdfDocument.Open(source.Bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, Passwords = [.. _options.Passwords] });
        for (var number = 1; number <= Math.Min(document.NumberOfPages, _options.MaxPages); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = document.GetPage(number);
            pages.Add(new PageContent
            {
                Number = number,
                Width = (float)page.Width,
                Height = (float)page.Height,
                Glyphs = ReadGlyphs(page),
                Pictures = [.. page.GetImages().Select(image => image.BoundingBox).Select(box => new Box((float)box.Left, (float)box.Bottom, (float)box.Right, (float)box.Top))],
            });
        }

        return pages;
    }

    private static Glyph[] ReadGlyphs(PdfPage page)
    {
        var glyphs = new List<Glyph>();
        var space = GlyphTraits.None;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                space = GlyphTraits.SpaceBefore;
                continue;
            }

            var size = (float)letter.PointSize;
            var start = letter.StartBaseLine;
            var box = new Box((float)start.X, (float)start.Y - (size * 0.12f), (float)letter.EndBaseLine.X, (float)start.Y + (size * 0.88f));
            glyphs.Add(new Glyph(letter.Value, box, size, space));
            space = GlyphTraits.None;
        }

        return [.. glyphs];
    }
}
