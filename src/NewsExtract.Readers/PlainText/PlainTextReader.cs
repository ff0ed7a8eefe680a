using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Readers.PlainText;

/// <summary>Reads a text bulletin.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    public bool CanRead(DocumentSource source) => true;

    public Document Read(DocumentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Document
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span)),
            SourceName = source.Name,
            Text = new UTF8Encoding(false, true).GetString(source.Bytes.Span),
            Encoding = "utf-8",
            Date = source.Date,
        };
    }
}
