using System.Buffers.Binary;
using System.Text;

namespace NewsExtract.BulletinPrinter.Fonts;

/// <summary>
/// A TrueType font of some glyphs of another, numbered anew from 1; what PDF 32000-1, 9.9 asks of an embedded CIDFontType2.
/// The glyphs themselves stay as they are, hinting and all, as the licences of some fonts ask.
/// </summary>
internal static class TrueTypeSubset
{
    private static readonly string[] s_hinting = ["cvt ", "fpgm", "prep"];

    /// <param name="glyphs">Glyphs of <paramref name="font"/>; place i becomes glyph i + 1.</param>
    public static byte[] Create(FontFile font, IReadOnlyList<int> glyphs)
    {
        var order = new List<int>(glyphs.Count + 1) { 0 };
        order.AddRange(glyphs);
        var places = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++)
        {
            places.TryAdd(order[i], i);
        }

        using var outlines = new MemoryStream();
        var offsets = new List<uint>();
        // Parts of composite glyphs join the end of the list while it is walked.
        for (var i = 0; i < order.Count; i++)
        {
            offsets.Add((uint)outlines.Length);
            outlines.Write(WithPartsRenumbered(font.Outline(order[i]).ToArray(), order, places));
            while (outlines.Length % 4 != 0)
            {
                outlines.WriteByte(0);
            }
        }

        offsets.Add((uint)outlines.Length);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Head(font),
            ["hhea"] = WithCount(font.Table("hhea"), 34, order.Count),
            ["hmtx"] = Metrics(font, order),
            ["loca"] = Longs(offsets),
            ["maxp"] = WithCount(font.Table("maxp"), 4, order.Count),
        };
        foreach (var tag in s_hinting.Where(font.Has))
        {
            tables[tag] = font.Table(tag).ToArray();
        }

        return Assemble(tables);
    }

    private static byte[] WithPartsRenumbered(byte[] glyph, List<int> order, Dictionary<int, int> places)
    {
        if (glyph.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(glyph) >= 0)
        {
            return glyph;
        }

        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(glyph.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(glyph.AsSpan(at + 2));
            if (!places.TryGetValue(part, out var place))
            {
                places[part] = place = order.Count;
                order.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(glyph.AsSpan(at + 2), (ushort)place);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        while ((flags & 0x20) != 0);
        return glyph;
    }

    private static byte[] Head(FontFile font)
    {
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] WithCount(ReadOnlySpan<byte> table, int at, int count)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)count);
        return copy;
    }

    private static byte[] Metrics(FontFile font, List<int> order)
    {
        var bytes = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4 * i), font.RawAdvance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(4 * i + 2), font.RawBearing(order[i]));
        }

        return bytes;
    }

    private static byte[] Longs(List<uint> values)
    {
        var bytes = new byte[4 * values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 * i), values[i]);
        }

        return bytes;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        using var stream = new MemoryStream();
        var power = (ushort)(1 << (int)Math.Log2(tables.Count));
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(header[8..], (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)((tables.Count - power) * 16));
        stream.Write(header);
        var offset = 12 + 16 * tables.Count;
        Span<byte> entry = stackalloc byte[16];
        foreach (var (tag, table) in tables)
        {
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(table));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)table.Length);
            stream.Write(entry);
            offset += (table.Length + 3) & ~3;
        }

        foreach (var table in tables.Values)
        {
            stream.Write(table);
            stream.Write(new byte[((table.Length + 3) & ~3) - table.Length]);
        }

        return stream.ToArray();
    }

    private static uint Checksum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i++)
        {
            sum += (uint)table[i] << (24 - 8 * (i % 4));
        }

        return sum;
    }
}
