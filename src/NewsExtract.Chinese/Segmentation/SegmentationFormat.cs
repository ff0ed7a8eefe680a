using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsExtract.Chinese.Segmentation;

/// <summary>A node of the double array, named by the edge that leads to it.</summary>
/// <param name="Base">Children lie at <c>Base + code</c>; 0 when there are none. No two nodes share a base, so the code alone tells whose child a cell is.</param>
/// <param name="Code">Code of the character of the edge; <see cref="SegmentationFormat.EmptyCell"/> when the cell is free.</param>
/// <param name="Value">Entry of the word that ends here; 0 when none does.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = 8)]
internal readonly record struct TrieCell(int Base, ushort Code, ushort Value);

/// <summary>
/// The binary that the build makes from jieba.NET's dictionary and HMM tables: a header, then the sections in the order
/// of <see cref="SegmentationLayout"/>, little endian. Shared by the tool that writes it and the model that reads it.
/// </summary>
internal static class SegmentationFormat
{
    public const ulong Magic = 0x31_47_45_53_54_58_45_4E; // "NEXTSEG1"
    public const int Version = 1;

    /// <summary>Managed resources start 4 bytes past a multiple of 8; with 68 bytes of header the sections are aligned.</summary>
    public const int HeaderSize = 68;

    public const ushort EmptyCell = 0xFFFF;
    public const int RootBase = 1;

    /// <summary>Characters from here on never stand in a block that the dictionary is asked about.</summary>
    public const int CodeTableSize = 0xA000;

    public const char FirstHan = '\u4E00';
    public const char LastHan = '\u9FD5';
    public const int HanCount = LastHan - FirstHan + 1;

    /// <summary>States in the order B, E, M, S: jieba breaks ties in favour of the later letter.</summary>
    public const int StateCount = 4;

    /// <summary>The original's stand-in for log 0.</summary>
    public const double MinLog = -3.14e100;

    /// <summary>Names of the source files, whose SHA-256 close the binary in this order.</summary>
    public static readonly string[] SourceFiles = ["dict.txt", "prob_trans.json", "prob_emit.json"];

    public const int HashSize = 32;

    /// <summary>Four interleaved multiply-xor lanes: catches damage, guards against no one.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> payload)
    {
        const ulong Prime = 0x9E37_79B9_7F4A_7C15;
        ulong a = 1, b = 2, c = 3, d = (ulong)payload.Length;
        while (payload.Length >= 32)
        {
            a = (a ^ BinaryPrimitives.ReadUInt64LittleEndian(payload)) * Prime;
            b = (b ^ BinaryPrimitives.ReadUInt64LittleEndian(payload[8..])) * Prime;
            c = (c ^ BinaryPrimitives.ReadUInt64LittleEndian(payload[16..])) * Prime;
            d = (d ^ BinaryPrimitives.ReadUInt64LittleEndian(payload[24..])) * Prime;
            payload = payload[32..];
        }

        foreach (var rest in payload)
        {
            a = (a ^ rest) * Prime;
        }

        var sum = a ^ BitOperations.RotateLeft(b, 16) ^ BitOperations.RotateLeft(c, 32) ^ BitOperations.RotateLeft(d, 48);
        return (sum ^ (sum >> 29)) * Prime;
    }
}

/// <summary>Counts that stand in the header, and the offset of each section that follows from them.</summary>
internal readonly record struct SegmentationLayout(int CellCount, int EntryCount, int EmissionRows, int TagBytes)
{
    public const int Cells = SegmentationFormat.HeaderSize;

    /// <summary>One 16-bit code for each character below <see cref="SegmentationFormat.CodeTableSize"/>; 0 for one that no word has.</summary>
    public int Codes => Cells + (CellCount * 8);

    /// <summary>Natural logarithm of the frequency of each entry (a frequency with a tag), as a double.</summary>
    public int LogFrequencies => Codes + (SegmentationFormat.CodeTableSize * sizeof(ushort));

    /// <summary>HMM: 4 start values, then 4 × 4 transitions by (from, to).</summary>
    public int Transitions => LogFrequencies + (EntryCount * sizeof(double));

    /// <summary>HMM: rows of 4 emissions; row 0 is for characters that the table lacks.</summary>
    public int Emissions => Transitions + (20 * sizeof(double));

    /// <summary>Frequency of each entry, 32 bits.</summary>
    public int Frequencies => Emissions + (EmissionRows * SegmentationFormat.StateCount * sizeof(double));

    /// <summary>For each Han character its row of emissions, 16 bits.</summary>
    public int EmissionIndex => Frequencies + (EntryCount * sizeof(int));

    /// <summary>For each entry its tag, one byte; 0 for none.</summary>
    public int EntryTags => EmissionIndex + (SegmentationFormat.HanCount * sizeof(ushort));

    /// <summary>The tags in ASCII, each followed by '\n'; the first is tag 1.</summary>
    public int Tags => EntryTags + EntryCount;

    public int Hashes => Tags + TagBytes;

    public int Length => Hashes + (SegmentationFormat.SourceFiles.Length * SegmentationFormat.HashSize);
}

/// <summary>The first bytes of the binary.</summary>
internal readonly record struct SegmentationHeader(ulong Magic, int Version, SegmentationLayout Layout, long TotalFrequency, ulong Checksum)
{
    public static SegmentationHeader Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        new SegmentationLayout(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[24..])),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[28..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[36..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Layout.CellCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], Layout.EntryCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[20..], Layout.EmissionRows);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], Layout.TagBytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[28..], TotalFrequency);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[36..], Checksum);
    }
}
