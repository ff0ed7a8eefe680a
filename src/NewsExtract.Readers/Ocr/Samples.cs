namespace NewsExtract.Readers.Ocr;

/// <summary>How the samples of a picture are packed; rows begin on whole bytes.</summary>
/// <param name="Bits">1, 2, 4, 8 or 16 for a sample.</param>
/// <param name="Colors">1 gray, 3 red, green and blue, 4 cyan, magenta, yellow and black; with a palette, those of its entries.</param>
/// <param name="IsDarkHigh">One ink: the highest value is dark.</param>
/// <param name="Palette">Entries that single samples point to; empty when there is none.</param>
internal sealed record SampleFormat(int Bits, int Colors, bool IsDarkHigh, byte[] Palette)
{
    public bool IsInverted { get; init; }
}

/// <summary>Unpacks samples into pixels of three bytes.</summary>
internal static class Samples
{
    /// <returns>Blue, green, red; <c>null</c> when there are too few samples or the format is none.</returns>
    public static byte[]? ToPixels(ReadOnlySpan<byte> samples, int width, int height, SampleFormat format)
    {
        var each = format.Palette.Length > 0 ? 1 : format.Colors;
        var stride = (((long)width * each * format.Bits) + 7) / 8;
        if (format.Bits is not (1 or 2 or 4 or 8 or 16) || format.Colors is not (1 or 3 or 4) || samples.Length < stride * height)
        {
            return null;
        }

        var pixels = new byte[width * height * 3];
        Span<byte> color = stackalloc byte[4];
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            var row = samples.Slice((int)(y * stride), (int)stride);
            for (var x = 0; x < width; x++, at += 3)
            {
                for (var i = 0; i < each; i++)
                {
                    var value = Sample(row, (x * each) + i, format.Bits, isIndex: format.Palette.Length > 0);
                    color[i] = format.IsInverted != format.IsDarkHigh ? (byte)(255 - value) : value;
                }

                if (format.Palette.Length > 0)
                {
                    var entry = color[0] * format.Colors;
                    if (entry + format.Colors > format.Palette.Length)
                    {
                        continue;
                    }

                    format.Palette.AsSpan(entry, format.Colors).CopyTo(color);
                }

                Write(pixels.AsSpan(at, 3), color[..format.Colors]);
            }
        }

        return pixels;
    }

    private static byte Sample(ReadOnlySpan<byte> row, int index, int bits, bool isIndex)
    {
        switch (bits)
        {
            case 8:
                return row[index];
            case 16:
                return row[index * 2];
            default:
                var bit = index * bits;
                var most = (1 << bits) - 1;
                var value = (row[bit / 8] >> (8 - bits - (bit % 8))) & most;
                return (byte)(isIndex ? value : value * 255 / most);
        }
    }

    private static void Write(Span<byte> pixel, ReadOnlySpan<byte> color)
    {
        switch (color.Length)
        {
            case 1:
                pixel.Fill(color[0]);
                break;
            case 3:
                (pixel[0], pixel[1], pixel[2]) = (color[2], color[1], color[0]);
                break;
            default:
                var paper = 255 - color[3];
                pixel[0] = (byte)((255 - color[2]) * paper / 255);
                pixel[1] = (byte)((255 - color[1]) * paper / 255);
                pixel[2] = (byte)((255 - color[0]) * paper / 255);
                break;
        }
    }
}
