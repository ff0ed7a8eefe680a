using NewsExtract.Readers.Pdf;
using NewsExtract.Readers.PlainText;

namespace NewsExtract.Readers;

/// <summary>Reads a source of any known format; the format is told by its content, never by its name. Safe for concurrent use.</summary>
public sealed class DocumentReader : IDocumentReader
{
    private readonly IDocumentReader[] _readers;
    private readonly PlainTextReader _text = new();

    /// <param name="pdf">How PDF files are read; <c>null</c> for the defaults.</param>
    public DocumentReader(PdfReaderOptions? pdf = null)
    {
        _readers = [new PdfReader(pdf ?? PdfReaderOptions.Default)];
    }

    /// <summary>True for every source: what has no known format counts as text, and text that can't be read says why.</summary>
    public bool CanRead(DocumentSource source) => true;

    /// <inheritdoc/>
    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var reader = Array.Find(_readers, reader => reader.CanRead(source)) ?? _text;
        return reader.Read(source, cancellation);
    }
}
