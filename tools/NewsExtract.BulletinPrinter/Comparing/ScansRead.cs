using NewsExtract.Readers;

namespace NewsExtract.BulletinPrinter.Comparing;

/// <summary>Reads each of some files once, by its name, however many pipelines ask for it: OCR takes seconds a page.</summary>
internal sealed class ScansRead : IDocumentReader
{
    private readonly Dictionary<string, Document> _documents;

    /// <param name="files">Bytes by name.</param>
    public ScansRead(IReadOnlyDictionary<string, byte[]> files)
    {
        var reader = new DocumentReader();
        _documents = files.ToDictionary(static file => file.Key, file => reader.Read(new DocumentSource(file.Key, file.Value)), StringComparer.Ordinal);
    }

    public bool CanRead(DocumentSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _documents.ContainsKey(source.Name);
    }

    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _documents[source.Name];
    }
}
