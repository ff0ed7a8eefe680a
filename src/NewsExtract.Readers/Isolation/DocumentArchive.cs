using System.IO.Compression;
using System.Text;

namespace NewsExtract.Readers.Isolation;

/// <summary>A document as read, packed to be kept: what it is made into later needs no reading again.</summary>
public static class DocumentArchive
{
    /// <summary>Raise it with every change of <see cref="DocumentCodec"/>, or of what reading makes of the same bytes.</summary>
    public const int Version = 1;

    public static byte[] Pack(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var buffer = new MemoryStream();
        buffer.WriteByte(Version);
        using (var packed = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8))
        {
            DocumentCodec.Write(writer, document);
        }

        return buffer.ToArray();
    }

    /// <returns><c>null</c> for what another version of the program packed: read the source again.</returns>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static Document? Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] != Version)
        {
            return null;
        }

        try
        {
            using var buffer = new MemoryStream(bytes[1..].ToArray());
            using var unpacked = new BrotliStream(buffer, CompressionMode.Decompress);
            using var reader = new BinaryReader(unpacked, Encoding.UTF8);
            return DocumentCodec.Read(reader);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the packed document is damaged", exception);
        }
    }
}
