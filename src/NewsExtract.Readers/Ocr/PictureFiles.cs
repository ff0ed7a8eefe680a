using System.Buffers.Binary;

namespace NewsExtract.Readers.Ocr;

/// <summary>What is told of a picture's file without decoding it: its pages and how many dots it has an inch.</summary>
internal static class PictureFiles
{
    // Tag, type, count, value.
    private const int EntryLength = 12;

    /// <summary>A file that names more is made to keep a reader busy.</summary>
    private const int MostPages = 100_000;

    // Programs write 72 or 96 where they know nothing; nobody scans text so coarsely.
    private const double LeastDots = 100;
    private const double MostDots = 2400;

    /// <summary>The pages of a TIFF file, each as a file whose first page it is; any other file is one page.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Pages(ReadOnlyMemory<byte> file)
    {
        return IsTiff(file.Span) ? Directories(file).Select(at => Beginning(file, at)) : [file];
    }

    /// <summary>One page of <see cref="Pages"/>, by number from 1; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> Page(ReadOnlyMemory<byte> file, int number)
    {
        if (!IsTiff(file.Span))
        {
            return number == 1 ? file : default;
        }

        var at = Directories(file).Skip(number - 1).FirstOrDefault();
        return at == 0 ? default : Beginning(file, at);
    }

    // A directory names the next one, which may lead in a circle.
    private static IEnumerable<uint> Directories(ReadOnlyMemory<byte> file)
    {
        var seen = new HashSet<uint>();
        for (var at = Int(file.Span, 4); seen.Count < MostPages && seen.Add(at) && at >= 8 && at + 2L <= file.Length; at = Next(file.Span, (int)at))
        {
            yield return at;
        }
    }

    private static ReadOnlyMemory<byte> Beginning(ReadOnlyMemory<byte> file, uint at)
    {
        var page = file.ToArray();
        if (IsLittle(page))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(4), at);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(page.AsSpan(4), at);
        }

        return page;
    }

    /// <returns><c>null</c> when the file does not say, or says what can't be.</returns>
    public static double? DotsPerInch(ReadOnlySpan<byte> file)
    {
        var dots = file switch
        {
            [0xFF, 0xD8, 0xFF, 0xE0, _, _, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, _, _, var unit, var high, var low, ..] => ((high << 8) | low) * (unit == 1 ? 1 : unit == 2 ? 2.54 : 0),
            [0x89, (byte)'P', ..] => PngDots(file),
            _ when IsTiff(file) => TiffDots(file),
            _ => 0,
        };
        return dots is >= LeastDots and <= MostDots ? dots : null;
    }

    // The chunk pHYs before the picture's data: dots a metre.
    private static double PngDots(ReadOnlySpan<byte> file)
    {
        var at = file[..Math.Min(file.Length, 4096)].IndexOf("pHYs"u8);
        return at > 0 && at + 13 <= file.Length && file[at + 12] == 1 ? BinaryPrimitives.ReadUInt32BigEndian(file[(at + 4)..]) * 0.0254 : 0;
    }

    // Tag 282 is a fraction that stands elsewhere; 296 its unit, where 3 is a centimetre.
    private static double TiffDots(ReadOnlySpan<byte> file)
    {
        double dots = 0, unit = 1;
        long at = Int(file, 4);
        var count = at + 2 <= file.Length ? Short(file, (int)at) : 0;
        for (var entry = at + 2; count > 0 && entry + EntryLength <= file.Length; entry += EntryLength, count--)
        {
            var tag = Short(file, (int)entry);
            if (tag == 282 && Int(file, (int)entry + 8) is var place && place + 8L <= file.Length)
            {
                var divisor = Int(file, (int)place + 4);
                dots = divisor > 0 ? (double)Int(file, (int)place) / divisor : 0;
            }
            else if (tag == 296)
            {
                unit = Short(file, (int)entry + 8) == 3 ? 2.54 : 1;
            }
        }

        return dots * unit;
    }

    private static uint Next(ReadOnlySpan<byte> file, int at)
    {
        var next = at + 2L + ((long)EntryLength * Short(file, at));
        return next + 4 <= file.Length ? Int(file, (int)next) : 0;
    }

    private static bool IsTiff(ReadOnlySpan<byte> file) => file.Length >= 8 && (file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8));

    private static bool IsLittle(ReadOnlySpan<byte> file) => file[0] == 'I';

    private static uint Int(ReadOnlySpan<byte> file, int at) =>
        IsLittle(file) ? BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) : BinaryPrimitives.ReadUInt32BigEndian(file[at..]);

    private static int Short(ReadOnlySpan<byte> file, int at) =>
        IsLittle(file) ? BinaryPrimitives.ReadUInt16LittleEndian(file[at..]) : BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
}
