using NewsExtract.Readers.Containers;
using NewsExtract.Readers.Html;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Ofd;
using NewsExtract.Readers.Pdf;
using NewsExtract.Readers.PlainText;
using NewsExtract.Readers.Word;

namespace NewsExtract.Readers;

/// <summary>Reads a source of any known format; the format is told by its content, never by its name. Safe for concurrent use.</summary>
public sealed class DocumentReader : IDocumentReader, IPagePainter
{
    private readonly IDocumentReader[] _readers;
    private readonly PlainTextReader _text = new();

    /// <param name="pdf">How PDF files and pictures of pages are read; <c>null</c> for the defaults and the default OCR engine, which is loaded with the first scan.</param>
    public DocumentReader(PdfReaderOptions? pdf = null)
    {
        var options = pdf ?? PdfReaderOptions.Default with { OcrEngine = OcrEngines.Create() };
        _readers = [new PdfReader(options), new HtmlReader(), new WordReader(), new OfdReader(), new PictureReader(options)];
    }

    /// <summary>True for every source: what has no known format counts as text, and text that can't be read says why.</summary>
    public bool CanRead(DocumentSource source) => true;

    /// <inheritdoc/>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FindReader(source).Read(source, cancellation);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Paint(DocumentSource source, int number, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return PagePainter.Paint(source, number);
    }

    /// <summary>The reader of text, a <see cref="PlainTextReader"/>, for what has no other format.</summary>
    /// <exception cref="DocumentReadException">NX1401, NX1403: a known format that is not read.</exception>
    internal IDocumentReader FindReader(DocumentSource source)
    {
        if (Array.Find(_readers, reader => reader.CanRead(source)) is { } reader)
        {
            return reader;
        }

        RefuseUnread(source);
        return _text;
    }

    // What is known and not read gets a line that says what to do instead.
    private static void RefuseUnread(DocumentSource source)
    {
        var bytes = source.Bytes;
        switch (FileSignatures.Find(bytes.Span))
        {
            case { Kind: FileKind.Zip }:
                using (var parts = ZipParts.Open(bytes, "a ZIP file"))
                {
                    var (name, advice) = ZipFormats.Describe(parts);
                    throw ReadFailure.NotRead(name, advice);
                }

            case { IsEncrypted: true } encrypted:
                throw ReadFailure.Encrypted(encrypted.Name);
            case { } signature:
                throw ReadFailure.NotRead(signature.Name, signature.Advice);
            case null when HtmlSignature.IsXml(bytes.Span):
                throw ReadFailure.NotRead("an XML file", "convert it to text or HTML");
        }
    }
}
