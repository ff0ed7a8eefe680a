using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NewsExtract.Readers.Pdf;

/// <summary>
/// The library's filters, the unpacking ones bounded: a stream that comes to more is made to do harm, and throws
/// <see cref="PdfStreamTooLargeException"/>. Safe for concurrent use.
/// </summary>
internal sealed class BoundedFilterProvider(IFilterProvider inner, int mostBytes) : IFilterProvider
{
    /// <summary>256 MB: a font of all Chinese characters or an uncompressed page picture has some 100.</summary>
    private const int MostBytes = 256 << 20;

    public static BoundedFilterProvider Instance { get; } = new(DefaultFilterProvider.Instance, MostBytes);

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(inner.GetAllFilters());

    // Pictures (DCTDecode, JPXDecode …) are not unpacked by the library, and hexadecimal text only shrinks.
    private IFilter[] Bound(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => filter is FlateFilter or LzwFilter or RunLengthFilter ? new BoundedFilter(filter, mostBytes) : filter)];

    private sealed class BoundedFilter(IFilter inner, int mostBytes) : IFilter
    {
        // Deflate makes at most 1,032 bytes of one, LZW (codes of at least 9 bits for strings of at most 4,096) some 3,640.
        private readonly int _mostGrowth = inner is FlateFilter ? 1032 : inner is LzwFilter ? 3641 : 64;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if ((long)input.Length * _mostGrowth > mostBytes && inner is FlateFilter && InflatesBeyond(input))
            {
                throw new PdfStreamTooLargeException(mostBytes);
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            return output.Length > mostBytes ? throw new PdfStreamTooLargeException(mostBytes) : output;
        }

        // Counted beforehand, for the filter itself holds all that it has unpacked.
        private bool InflatesBeyond(Memory<byte> input)
        {
            using var packed = MemoryMarshal.TryGetArray<byte>(input, out var segment)
                ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
                : new MemoryStream(input.ToArray(), writable: false);
            packed.Position = Math.Min(2, input.Length); // zlib's two bytes of head
            using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            var sum = 0L;
            try
            {
                for (int read; sum <= mostBytes && (read = deflate.Read(buffer)) > 0;)
                {
                    sum += read;
                }
            }
            catch (InvalidDataException)
            {
                // Damaged from here on: the filter reads no further either.
            }

            return sum > mostBytes;
        }
    }
}

internal sealed class PdfStreamTooLargeException(int mostBytes) : IOException($"a stream unpacks to more than {mostBytes >> 20} MB");
