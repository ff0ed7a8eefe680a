using System.Runtime.InteropServices;
using System.Text;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>
/// jieba's dictionary as a double array and its HMM tables, read in place from the binary that the build compiled
/// (see <see cref="SegmentationFormat"/>). Immutable and safe for concurrent use.
/// </summary>
internal sealed unsafe class SegmentationModel
{
    internal const string ResourceName = "segmentation.bin";

    private static readonly Lazy<SegmentationModel> LazyDefault = new(LoadDefault);

    // Keeps the memory under _start alive: the assembly's resource stream, or an array that the collector doesn't move.
    private readonly object _owner;
    private readonly byte* _start;
    private readonly SegmentationLayout _layout;
    private readonly string?[] _entryTags;

    private SegmentationModel(object owner, byte* start, long length)
    {
        _owner = owner;
        _start = start;
        var header = Check(start, length);
        _layout = header.Layout;
        TotalFrequency = header.TotalFrequency;
        _entryTags = ReadTags();
    }

    /// <summary>The model that lies in this assembly. Reading it costs a pass over its 8 MB, once a process.</summary>
    /// <exception cref="SegmentationResourceException">It's missing or damaged.</exception>
    public static SegmentationModel Default => LazyDefault.Value;

    /// <summary>Sum of the frequencies of all dictionary lines.</summary>
    public long TotalFrequency { get; }

    public ReadOnlySpan<TrieCell> Cells => Section<TrieCell>(SegmentationLayout.Cells, _layout.Codes);

    /// <summary>Code of each character below <see cref="SegmentationFormat.CodeTableSize"/>.</summary>
    public ReadOnlySpan<ushort> Codes => Section<ushort>(_layout.Codes, _layout.LogFrequencies);

    public ReadOnlySpan<double> LogFrequencies => Section<double>(_layout.LogFrequencies, _layout.Transitions);

    public ReadOnlySpan<double> Transitions => Section<double>(_layout.Transitions, _layout.Emissions);

    public ReadOnlySpan<double> Emissions => Section<double>(_layout.Emissions, _layout.Frequencies);

    public ReadOnlySpan<int> Frequencies => Section<int>(_layout.Frequencies, _layout.EmissionIndex);

    public ReadOnlySpan<ushort> EmissionIndex => Section<ushort>(_layout.EmissionIndex, _layout.EntryTags);

    /// <summary>Tag of each entry; the same tag is the same instance.</summary>
    public ReadOnlySpan<string?> EntryTags => _entryTags;

    /// <exception cref="SegmentationResourceException">The bytes are damaged.</exception>
    public static SegmentationModel Read(ReadOnlySpan<byte> bytes)
    {
        var array = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(array);
        return new SegmentationModel(array, (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0), array.Length);
    }

    /// <summary>SHA-256 of a file of <see cref="SegmentationFormat.SourceFiles"/> as it was when the model was compiled.</summary>
    public ReadOnlySpan<byte> SourceHash(int file) =>
        new(_start + _layout.Hashes + (file * SegmentationFormat.HashSize), SegmentationFormat.HashSize);

    /// <summary>Looks a word up.</summary>
    /// <param name="entry">Index into the entries; 0 when the text only begins words.</param>
    /// <returns>Whether the text is a word or begins one.</returns>
    public bool TryFind(ReadOnlySpan<char> word, out int entry)
    {
        var cells = Cells;
        var codes = Codes;
        var start = SegmentationFormat.RootBase;
        entry = 0;
        foreach (var character in word)
        {
            var code = character < SegmentationFormat.CodeTableSize ? codes[character] : 0;
            if (start == 0 || code == 0 || cells[start + code].Code != code)
            {
                entry = 0;
                return false;
            }

            entry = cells[start + code].Value;
            start = cells[start + code].Base;
        }

        return true;
    }

    private static SegmentationModel LoadDefault()
    {
        var assembly = typeof(SegmentationModel).Assembly;
        var stream = assembly.GetManifestResourceStream(ResourceName)
            ?? throw new SegmentationResourceException(SegmentationResourceException.Missing, $"{ResourceName} isn't in {assembly.GetName().Name}; build or install it again");
        if (stream is UnmanagedMemoryStream mapped)
        {
            return new SegmentationModel(mapped, mapped.PositionPointer, mapped.Length);
        }

        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Read(bytes);
        }
    }

    private static SegmentationHeader Check(byte* start, long length)
    {
        if (length is < SegmentationFormat.HeaderSize or > int.MaxValue)
        {
            throw Damaged($"expected a header of {SegmentationFormat.HeaderSize} bytes, found {length}");
        }

        var bytes = new ReadOnlySpan<byte>(start, (int)length);
        var header = SegmentationHeader.Read(bytes);
        if (header.Magic != SegmentationFormat.Magic || header.Version != SegmentationFormat.Version || !BitConverter.IsLittleEndian)
        {
            throw Damaged($"expected version {SegmentationFormat.Version}, found magic {header.Magic:X16}, version {header.Version}");
        }

        if (header.Layout.Length != length)
        {
            throw Damaged($"expected {header.Layout.Length} bytes, found {length}");
        }

        var checksum = SegmentationFormat.Checksum(bytes[SegmentationFormat.HeaderSize..]);
        return checksum == header.Checksum ? header : throw Damaged($"expected checksum {header.Checksum:X16}, found {checksum:X16}");
    }

    private static SegmentationResourceException Damaged(string found) =>
        new(SegmentationResourceException.Damaged, $"{ResourceName} is damaged or of another version: {found}; build or install it again");

    private string?[] ReadTags()
    {
        var tags = Encoding.ASCII.GetString(_start + _layout.Tags, _layout.TagBytes).Split('\n');
        var entries = new string?[_layout.EntryCount];
        var indexes = Section<byte>(_layout.EntryTags, _layout.Tags);
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = indexes[i] == 0 ? null : string.Intern(tags[indexes[i] - 1]);
        }

        return entries;
    }

    private ReadOnlySpan<T> Section<T>(int from, int to)
        where T : unmanaged => new(_start + from, (to - from) / sizeof(T));
}
