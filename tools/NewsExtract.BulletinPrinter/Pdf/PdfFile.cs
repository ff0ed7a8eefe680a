using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.BulletinPrinter.Pdf;

/// <summary>Writes the objects of a PDF 1.5 file, the same bytes for the same objects: dates are fixed and the id is a hash.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object that is set later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => _objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <param name="entries">Of the stream's dictionary, but for its length and Flate filter.</param>
    public int AddStream(string entries, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return AddRaw($"{entries} /Filter /FlateDecode", packed.ToArray());
    }

    /// <summary>A stream whose content is encoded as its dictionary says.</summary>
    public int AddRaw(string entries, byte[] content)
    {
        var number = Reserve();
        _objects[number - 1] =
        [
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {content.Length} >>\nstream\n")),
            .. content,
            .. "\nendstream"u8,
        ];
        return number;
    }

    public byte[] ToBytes(int catalog, string title)
    {
        var info = Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (NewsExtract.BulletinPrinter) /CreationDate (D:20240101000000Z) /ModDate (D:20240101000000Z) >>");
        using var stream = new MemoryStream();
        stream.Write("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(stream.Length);
            Write(stream, $"{i + 1} 0 obj\n");
            stream.Write(_objects[i] ?? throw new InvalidOperationException($"object {i + 1} was reserved and never set"));
            Write(stream, "\nendobj\n");
        }

        var id = Convert.ToHexString(SHA256.HashData(stream.ToArray()).AsSpan(0, 16));
        var start = stream.Length;
        Write(stream, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(stream, $"{offset:D10} 00000 n \n");
        }

        Write(stream, $"trailer\n<< /Size {offsets.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        return stream.ToArray();
    }

    private static void Write(MemoryStream stream, FormattableString text) => stream.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));
}
