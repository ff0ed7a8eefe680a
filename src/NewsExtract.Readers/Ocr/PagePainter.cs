using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Draws pages of pictures in this process.</summary>
internal static class PagePainter
{
    /// <summary>More than a screen shows; what is larger takes long to send.</summary>
    private const int MostAcross = 2400;

    private const int MostDown = 10_000;

    private const int Quality = 88;

    /// <exception cref="DocumentReadException">NX1402 or NX1353.</exception>
    public static byte[] Paint(DocumentSource source, int number)
    {
        var page = PictureFiles.Page(source.Bytes, number);
        try
        {
            using var picture = page.IsEmpty ? null : PagePictures.Decode(page.Span, isUpright: false);
            if (picture is null)
            {
                throw Damaged();
            }

            using var small = Shrink(picture);
            Cv2.ImEncode(".jpg", small ?? picture, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
            return bytes.Length > 0 ? bytes : throw Damaged();
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            throw new DocumentReadException(OpenCvLibrary.Missing(exception).Diagnostic, exception);
        }
        catch (OpenCVException)
        {
            throw Damaged();
        }
    }

    private static Mat? Shrink(Mat picture)
    {
        var scale = Math.Min(1, Math.Min((double)MostAcross / picture.Width, (double)MostDown / picture.Height));
        if (scale == 1)
        {
            return null;
        }

        var small = new Mat();
        Cv2.Resize(picture, small, new Size(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale))), interpolation: InterpolationFlags.Area);
        return small;
    }

    private static DocumentReadException Damaged() => ReadFailure.Damaged("a picture", "without this page, damaged or too large to be decoded");
}
