using OpenCvSharp;

namespace NewsExtract.Readers.Ocr;

/// <summary>Draws pages of pictures in this process.</summary>
internal static class PagePainter
{
    /// <summary>More than a screen shows; what is larger takes long to send.</summary>
    private const int MostAcross = 2400;

    private const int Quality = 88;

    /// <exception cref="DocumentReadException">NX1402 or NX1353.</exception>
    public static byte[] Paint(DocumentSource source, int number)
    {
        var page = PictureFiles.Pages(source.Bytes).Skip(number - 1).FirstOrDefault();
        try
        {
            using var picture = page.IsEmpty ? null : PagePictures.Decode(page.Span, isUpright: false);
            if (picture is null)
            {
                throw Damaged();
            }

            using var small = Shrink(picture);
            Cv2.ImEncode(".jpg", small ?? picture, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
            return bytes;
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
        if (picture.Width <= MostAcross)
        {
            return null;
        }

        var small = new Mat();
        Cv2.Resize(picture, small, new Size(MostAcross, picture.Height * MostAcross / picture.Width), interpolation: InterpolationFlags.Area);
        return small;
    }

    private static DocumentReadException Damaged() => ReadFailure.Damaged("a picture", "without this page, damaged or too large to be decoded");
}
