using System.Buffers.Binary;
using System.Runtime.InteropServices;
using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Pictures between files, OpenCV and OCR engines.</summary>
internal static class PagePictures
{
    /// <summary>Pixels of a picture file that are decoded; JPEG files above the page's limit are decoded at half or quarter size.</summary>
    private const long MaxPixels = 120_000_000;

    private const long UsualPixels = 36_000_000;

    // Start of codestream and SIZ, which always follows it.
    private static ReadOnlySpan<byte> SizeMarker => [0xFF, 0x4F, 0xFF, 0x51];

    /// <param name="isUpright">The rows are as they should be, whatever the camera wrote of how it was held.</param>
    /// <returns>Three bytes a pixel; <c>null</c> when it is no picture, damaged or too large.</returns>
    public static Mat? Decode(ReadOnlySpan<byte> file, bool isUpright = true)
    {
        if (Size(file) is not { } size || size > MaxPixels || (size > UsualPixels && file[0] != 0xFF))
        {
            return null;
        }

        var mode = size > UsualPixels ? ImreadModes.ReducedColor2 : ImreadModes.Color;
        var picture = Cv2.ImDecode(file, isUpright ? mode | ImreadModes.IgnoreOrientation : mode);
        if (picture.Empty())
        {
            picture.Dispose();
            return null;
        }

        return picture;
    }

    public static PagePicture Of(Mat picture)
    {
        var pixels = new byte[picture.Width * picture.Height * 3];
        var (width, height) = (picture.Width, picture.Height);
        for (var y = 0; y < height; y++)
        {
            MemoryMarshal.AsBytes(picture.RowSpan<Vec3b>(y)).CopyTo(pixels.AsSpan(y * width * 3));
        }

        return new PagePicture(width, height, pixels);
    }

    public static Mat ToMat(PagePicture picture)
    {
        using var view = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC3, picture.Pixels);
        return view.Clone();
    }

    /// <summary>Pixels that the file says it has, before anything is decoded; <c>null</c> when it is of no known kind.</summary>
    internal static long? Size(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, ..] => JpegSize(file),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when file.Length > 24 => Product(file[16..20], file[20..24]),
        [(byte)'P', (byte)'5' or (byte)'6', ..] => 0,
        [(byte)'I', (byte)'I', ..] or [(byte)'M', (byte)'M', ..] => TiffSize(file),
        _ => Jpeg2000Size(file),
    };

    private static long Product(ReadOnlySpan<byte> width, ReadOnlySpan<byte> height) =>
        (long)BinaryPrimitives.ReadUInt32BigEndian(width) * BinaryPrimitives.ReadUInt32BigEndian(height);

    // Markers up to the frame header (C0 to CF, but for C4, C8 and CC).
    private static long? JpegSize(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 9 < file.Length)
        {
            if (file[at] != 0xFF)
            {
                at++;
                continue;
            }

            var marker = file[at + 1];
            if (marker is 0xFF or 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (long)BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]) * BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    // The marker SIZ: FF51, length, capabilities, width, height.
    private static long? Jpeg2000Size(ReadOnlySpan<byte> file)
    {
        var at = file[..Math.Min(file.Length, 4096)].IndexOf(SizeMarker);
        return at >= 0 && at + 16 <= file.Length ? Product(file.Slice(at + 8, 4), file.Slice(at + 12, 4)) : null;
    }

    // Tags 256 and 257 of the first directory.
    private static long? TiffSize(ReadOnlySpan<byte> file)
    {
        var isLittle = file[0] == 'I';
        if (file.Length < 8 || Int(file[4..], isLittle) is var at && (at < 8 || at + 2 > file.Length))
        {
            return null;
        }

        long width = 0, height = 0;
        var count = Short(file[(int)at..], isLittle);
        for (var i = 0; i < count && at + 2 + (12 * (i + 1)) <= file.Length; i++)
        {
            var entry = file.Slice((int)at + 2 + (12 * i), 12);
            var value = Short(entry[2..], isLittle) == 3 ? Short(entry[8..], isLittle) : Int(entry[8..], isLittle);
            (width, height) = Short(entry, isLittle) switch
            {
                256 => (value, height),
                257 => (width, value),
                _ => (width, height),
            };
        }

        return width > 0 && height > 0 ? width * height : null;
    }

    private static long Int(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
