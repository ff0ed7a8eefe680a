using System.Buffers.Binary;

namespace NewsExtract.Storage.Export;

/// <summary>Sets the times in a ZIP file to its epoch, 1980-01-01, so that the same content has the same bytes (APPNOTE.TXT 4.3).</summary>
internal static class ZipTimes
{
    private const uint EndSignature = 0x06054b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const uint Elsewhere = uint.MaxValue;

    // Time, then date: day 1 of month 1 of year 0.
    private static ReadOnlySpan<byte> Epoch => [0, 0, 0x21, 0];

    /// <param name="path">A ZIP file without a comment.</param>
    /// <exception cref="IOException">It is 4 GiB or longer, or no such file.</exception>
    public static void Clear(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        Span<byte> end = stackalloc byte[EndLength];
        Read(file, file.Length - EndLength, end);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature || directory == Elsewhere || count == ushort.MaxValue)
        {
            throw new IOException("the workbook is too large for a ZIP file — take csv or parquet");
        }

        Span<byte> entry = stackalloc byte[EntryLength];
        long position = directory;
        for (var i = 0; i < count; i++)
        {
            Read(file, position, entry);
            Write(file, position + 12);
            Write(file, BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]) + 10L);
            position += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
    }

    private static void Read(FileStream file, long position, Span<byte> bytes)
    {
        file.Position = position;
        file.ReadExactly(bytes);
    }

    private static void Write(FileStream file, long position)
    {
        file.Position = position;
        file.Write(Epoch);
    }
}
