using System.Buffers.Binary;
using System.Text;

namespace NewsExtract.BulletinPrinter.Fonts;

/// <summary>
/// A CID-keyed CFF font (Adobe Technical Note 5176) of some glyphs of another: CID i is glyph i, subroutines are written out
/// (<see cref="CharString"/>), so that nothing of them need be kept.
/// </summary>
internal static class CffSubset
{
    // Operators of the dictionaries; two-byte ones are 12 x.
    private const int CharStrings = 17;
    private const int Private = 18;
    private const int Subrs = 19;
    private const int FDArray = 1236;
    private const int FDSelect = 1237;

    /// <param name="glyphs">Glyphs of <paramref name="font"/>; place i becomes CID i + 1.</param>
    /// <exception cref="InvalidDataException">The font is not CID-keyed.</exception>
    public static byte[] Create(FontFile font, IReadOnlyList<int> glyphs, string name)
    {
        var cff = font.Table("CFF ").ToArray();
        var at = (int)cff[2];
        Index(cff, ref at);
        var top = Dictionary(Index(cff, ref at)[0]);
        Index(cff, ref at);
        var globals = Index(cff, ref at);
        if (!top.TryGetValue(FDArray, out var arrayAt) || !top.TryGetValue(FDSelect, out var selectAt))
        {
            throw new InvalidDataException($"{name}: a CID-keyed CFF font was expected");
        }

        var outlines = IndexAt(cff, (int)top[CharStrings][0]);
        var parts = IndexAt(cff, (int)arrayAt[0]).ConvertAll(Dictionary);
        var locals = parts.ConvertAll(part => LocalSubroutines(cff, part));
        var order = new List<int> { 0 };
        order.AddRange(glyphs);
        var choice = order.ConvertAll(glyph => (byte)PartOf(cff, (int)selectAt[0], glyph));
        var used = choice.Distinct().Order().ToList();
        var written = order.Select((glyph, i) => CharString.WithoutSubroutines(outlines[glyph], globals, locals[choice[i]])).ToList();
        return Assemble(name, written, [.. choice.Select(part => (byte)used.IndexOf(part))], [.. used.Select(part => PrivateWithoutSubroutines(cff, parts[part]))]);
    }

    private static byte[] Assemble(string name, List<byte[]> outlines, byte[] choice, List<byte[]> privates)
    {
        byte[] header = [1, 0, 4, 4];
        var names = WriteIndex([Encoding.ASCII.GetBytes(name)]);
        var strings = WriteIndex([Encoding.ASCII.GetBytes("Adobe"), Encoding.ASCII.GetBytes("Identity")]);
        var globals = WriteIndex([]);
        byte[] charset = [2, 0, 1, .. Short(outlines.Count - 2)];
        byte[] select = [0, .. choice];
        var charStrings = WriteIndex(outlines);
        var topLength = WriteIndex([Top(0, 0, 0, 0, outlines.Count)]).Length;
        var charsetAt = header.Length + names.Length + topLength + strings.Length + globals.Length;
        var selectAt = charsetAt + charset.Length;
        var charStringsAt = selectAt + select.Length;
        var privateAt = charStringsAt + charStrings.Length;
        var parts = new List<byte[]>();
        foreach (var dictionary in privates)
        {
            parts.Add([.. Number(dictionary.Length), .. Number(privateAt), Private]);
            privateAt += dictionary.Length;
        }

        return
        [
            .. header, .. names, .. WriteIndex([Top(charsetAt, selectAt, charStringsAt, privateAt, outlines.Count)]), .. strings, .. globals,
            .. charset, .. select, .. charStrings, .. privates.SelectMany(bytes => bytes), .. WriteIndex(parts),
        ];
    }

    // ROS (strings 391 and 392, the first two of the font's own), CIDCount, then the offsets.
    private static byte[] Top(int charset, int select, int charStrings, int array, int count) =>
    [
        .. Number(391), .. Number(392), .. Number(0), 12, 30, .. Number(count), 12, 34,
        .. Number(charset), 15, .. Number(select), 12, 37, .. Number(charStrings), CharStrings, .. Number(array), 12, 36,
    ];

    // Five bytes whatever the number, so that offsets do not move what they point at.
    private static byte[] Number(int value) => [29, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    // A copy of the dictionary's bytes but for the entry that points at the subroutines.
    private static byte[] PrivateWithoutSubroutines(byte[] cff, Dictionary<int, double[]> part)
    {
        var bytes = cff.AsSpan((int)part[Private][1], (int)part[Private][0]);
        using var kept = new MemoryStream();
        var start = 0;
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] > 21)
            {
                at += OperandLength(bytes, at);
                continue;
            }

            var length = bytes[at] == 12 ? 2 : 1;
            if (bytes[at] != Subrs)
            {
                kept.Write(bytes[start..(at + length)]);
            }

            start = at += length;
        }

        return kept.ToArray();
    }

    private static List<byte[]> LocalSubroutines(byte[] cff, Dictionary<int, double[]> part)
    {
        var (length, offset) = ((int)part[Private][0], (int)part[Private][1]);
        return Dictionary(cff[offset..(offset + length)]).TryGetValue(Subrs, out var at) ? IndexAt(cff, offset + (int)at[0]) : [];
    }

    private static int PartOf(byte[] cff, int at, int glyph)
    {
        if (cff[at] == 0)
        {
            return cff[at + 1 + glyph];
        }

        var ranges = BinaryPrimitives.ReadUInt16BigEndian(cff.AsSpan(at + 1));
        var part = 0;
        for (var i = 0; i < ranges && BinaryPrimitives.ReadUInt16BigEndian(cff.AsSpan(at + 3 + 3 * i)) <= glyph; i++)
        {
            part = cff[at + 5 + 3 * i];
        }

        return part;
    }

    private static List<byte[]> IndexAt(byte[] cff, int at) => Index(cff, ref at);

    private static List<byte[]> Index(byte[] cff, ref int at)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cff.AsSpan(at));
        if (count == 0)
        {
            at += 2;
            return [];
        }

        var size = cff[at + 2];
        var (offsets, data) = (at + 3, at + 2 + size * (count + 1));
        var items = new List<byte[]>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(cff[(data + Offset(i))..(data + Offset(i + 1))]);
        }

        at = data + Offset(count);
        return items;

        int Offset(int i)
        {
            var value = 0;
            for (var b = 0; b < size; b++)
            {
                value = (value << 8) | cff[offsets + i * size + b];
            }

            return value;
        }
    }

    private static byte[] WriteIndex(List<byte[]> items)
    {
        if (items.Count == 0)
        {
            return [0, 0];
        }

        using var index = new MemoryStream();
        index.Write([.. Short(items.Count), 4]);
        var offset = 1;
        foreach (var length in items.Select(item => item.Length).Prepend(0))
        {
            offset += length;
            index.Write(Number(offset).AsSpan(1));
        }

        foreach (var item in items)
        {
            index.Write(item);
        }

        return index.ToArray();
    }

    private static Dictionary<int, double[]> Dictionary(byte[] bytes)
    {
        var entries = new Dictionary<int, double[]>();
        var operands = new List<double>();
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] > 21)
            {
                operands.Add(Operand(bytes, at));
                at += OperandLength(bytes, at);
                continue;
            }

            var key = bytes[at] == 12 ? 1200 + bytes[at + 1] : bytes[at];
            at += bytes[at] == 12 ? 2 : 1;
            entries[key] = [.. operands];
            operands.Clear();
        }

        return entries;
    }

    // Real numbers (30) are never offsets: only their length matters.
    private static double Operand(byte[] bytes, int at) => bytes[at] switch
    {
        28 => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at + 1)),
        29 => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 1)),
        30 => double.NaN,
        >= 32 and <= 246 => bytes[at] - 139,
        >= 247 and <= 250 => (bytes[at] - 247) * 256 + bytes[at + 1] + 108,
        _ => -(bytes[at] - 251) * 256 - bytes[at + 1] - 108,
    };

    private static int OperandLength(ReadOnlySpan<byte> bytes, int at)
    {
        switch (bytes[at])
        {
            case 28: return 3;
            case 29: return 5;
            case 30:
                var end = at + 1;
                while ((bytes[end] & 0xf) != 0xf && bytes[end] >> 4 != 0xf)
                {
                    end++;
                }

                return end + 1 - at;
            case <= 246: return 1;
            default: return 2;
        }
    }
}
