using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace NewsExtract.Readers.Containers;

/// <summary>
/// The parts of a ZIP file in memory, with limits on what a hostile one may cost. Nothing is ever written to disk, so names that
/// lead out of a folder are names like any others. Not safe for concurrent use.
/// </summary>
internal sealed class ZipParts : IDisposable
{
    public const int MaxEntries = 20_000;

    /// <summary>Unpacked bytes of one part; the text of a book has a few million.</summary>
    public const long MaxPartLength = 64L << 20;

    /// <summary>Unpacked bytes of all parts that are read.</summary>
    public const long MaxTotalLength = 256L << 20;

    // XML packs to a hundredth at best; what packs better is made to do so.
    private const long MaxRatio = 150;
    private const long RatioFrom = 4L << 20;
    private const int EndRecordLength = 22;

    private readonly string _format;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _total;

    private ZipParts(string format, ZipArchive archive)
    {
        _format = format;
        _archive = archive;
        foreach (var entry in archive.Entries)
        {
            _entries.TryAdd(Normalize(entry.FullName), entry);
        }
    }

    public IEnumerable<string> Names => _entries.Keys;

    /// <param name="format">With its article, for diagnostics: a Word file.</param>
    /// <exception cref="DocumentReadException">NX1402 for a damaged file, NX1404 for one with too many parts.</exception>
    public static ZipParts Open(ReadOnlyMemory<byte> bytes, string format)
    {
        if (CountEntries(bytes.Span) is > MaxEntries and var count)
        {
            throw ReadFailure.TooLarge(format, string.Create(CultureInfo.InvariantCulture, $"it has {count} parts, more than {MaxEntries}"));
        }

        try
        {
            return new ZipParts(format, new ZipArchive(AsStream(bytes), ZipArchiveMode.Read));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw ReadFailure.Damaged(format, "its ZIP container is cut or damaged", exception);
        }
    }

    public bool Has(string name) => _entries.ContainsKey(Normalize(name));

    /// <summary>The unpacked bytes of a part; <c>null</c> when there is none of that name.</summary>
    /// <exception cref="DocumentReadException">NX1402 for a damaged part, NX1403 for an encrypted one, NX1404 for one that is too large.</exception>
    public MemoryStream? Open(string name)
    {
        if (!_entries.TryGetValue(Normalize(name), out var entry))
        {
            return null;
        }

        if (entry.IsEncrypted)
        {
            throw ReadFailure.Encrypted(_format);
        }

        // The reader gives no more bytes than the length that the container states.
        if (entry.Length > MaxPartLength || (entry.Length > RatioFrom && entry.Length > entry.CompressedLength * MaxRatio))
        {
            throw ReadFailure.TooLarge(_format, string.Create(CultureInfo.InvariantCulture, $"its part '{Short(name)}' unpacks to {entry.Length} bytes"));
        }

        try
        {
            using var packed = entry.Open();
            var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer.AsSpan(0, read));
                _total += read;
                if (unpacked.Length > MaxPartLength || _total > MaxTotalLength)
                {
                    throw ReadFailure.TooLarge(_format, string.Create(CultureInfo.InvariantCulture, $"its parts unpack to more than {Math.Min(_total, MaxTotalLength)} bytes"));
                }
            }

            unpacked.Position = 0;
            return unpacked;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            throw ReadFailure.Damaged(_format, $"its part '{Short(name)}' is damaged", exception);
        }
    }

    public void Dispose() => _archive.Dispose();

    private static string Short(string name) => name.Length <= 60 ? name : name[..60] + "…";

    // Doc_0\Pages//Page_0/../x.xml
    private static string Normalize(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part.Length > 0 && part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    // The container's folder is at the end and says how many parts it has; 65535 says that another record does.
    private static int? CountEntries(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - EndRecordLength - ushort.MaxValue)..];
        var end = tail.LastIndexOf("PK\x05\x06"u8);
        return end >= 0 && end + EndRecordLength <= tail.Length ? BinaryPrimitives.ReadUInt16LittleEndian(tail[(end + 10)..]) : null;
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
