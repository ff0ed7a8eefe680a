using NewsExtract.Readers.Ocr;
using OpenCvSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokens;

namespace NewsExtract.Readers.Pdf;

/// <summary>Decodes a picture of a PDF file: JPEG and JPEG 2000 by OpenCV, all else from the unpacked samples.</summary>
internal static class ScannedPageDecoder
{
    /// <returns>Three bytes a pixel; <c>null</c> for kinds that are not decoded here (JBIG2, rare colours, damage).</returns>
    public static Mat? Decode(IPdfImage image)
    {
        if ((long)image.WidthInSamples * image.HeightInSamples > ScannedPagePictures.MaxPixels)
        {
            return null;
        }

        var filters = Filters(image.ImageDictionary);
        return filters.Count > 0 && filters[^1] is "DCTDecode" or "DCT" or "JPXDecode"
            ? DecodeFile(image, filters)
            : image.TryGetBytesAsMemory(out var samples) ? Unpack(image, samples.Span) : null;
    }

    private static List<string> Filters(DictionaryToken dictionary)
    {
        if (!dictionary.TryGet(NameToken.Filter, out var token) && !dictionary.TryGet(NameToken.F, out token))
        {
            return [];
        }

        return token switch
        {
            NameToken name => [name.Data],
            ArrayToken array => [.. array.Data.OfType<NameToken>().Select(name => name.Data)],
            _ => [],
        };
    }

    // ASCII85 or Flate around a JPEG: undone first.
    private static Mat? DecodeFile(IPdfImage image, List<string> filters)
    {
        var data = image.RawMemory;
        for (var i = 0; i < filters.Count - 1; i++)
        {
            var filter = DefaultFilterProvider.Instance.GetNamedFilters([NameToken.Create(filters[i])])[0];
            data = filter.Decode(data, image.ImageDictionary, DefaultFilterProvider.Instance, i);
        }

        var picture = PagePictures.Decode(data.Span);
        if (picture is not null && IsInverted(image) && image.ColorSpaceDetails?.NumberOfColorComponents != 4)
        {
            Cv2.BitwiseNot(picture, picture);
        }

        return picture;
    }

    private static bool IsInverted(IPdfImage image) => image.Decode is { Count: >= 2 } decode && decode[0] > decode[1];

    private static Mat? Unpack(IPdfImage image, ReadOnlySpan<byte> samples)
    {
        var format = image.IsImageMask ? new SampleFormat(1, 1, IsDarkHigh: false, []) : Format(image);
        if (format is null)
        {
            return null;
        }

        var pixels = Samples.ToPixels(samples, image.WidthInSamples, image.HeightInSamples, format with { IsInverted = IsInverted(image) && format.Palette.Length == 0 });
        return pixels is null ? null : PagePictures.ToMat(new PagePicture(image.WidthInSamples, image.HeightInSamples, pixels));
    }

    private static SampleFormat? Format(IPdfImage image) => image.ColorSpaceDetails switch
    {
        IndexedColorSpaceDetails { BaseType: ColorSpace.DeviceGray or ColorSpace.DeviceRGB or ColorSpace.DeviceCMYK or ColorSpace.CalGray or ColorSpace.CalRGB or ColorSpace.ICCBased } indexed =>
            new SampleFormat(image.BitsPerComponent, indexed.BaseNumberOfColorComponents, IsDarkHigh: false, indexed.ColorTable.ToArray()),
        SeparationColorSpaceDetails => new SampleFormat(image.BitsPerComponent, 1, IsDarkHigh: true, []),
        { NumberOfColorComponents: 1 or 3 or 4, Type: ColorSpace.DeviceGray or ColorSpace.DeviceRGB or ColorSpace.DeviceCMYK or ColorSpace.CalGray or ColorSpace.CalRGB or ColorSpace.ICCBased } details =>
            new SampleFormat(image.BitsPerComponent, details.NumberOfColorComponents, IsDarkHigh: false, []),
        _ => null,
    };
}
