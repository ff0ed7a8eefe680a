using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using OpenCvSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace NewsExtract.Readers.Pdf;

/// <summary>Takes the picture of a scanned page from the file: one picture that covers the page, or strips of one.</summary>
internal static class ScannedPagePictures
{
    /// <summary>Of the page's area; a page whose pictures cover less is no scan.</summary>
    private const float LeastCover = 0.5f;

    /// <summary>Pixels of a page: A2 at 300 dots an inch.</summary>
    public const long MaxPixels = 36_000_000;

    private const int MostStrips = 400;

    // Strips of one scan: as wide as each other, on one scale, and hardly one over the other.
    private const float Tolerance = 0.02f;

    /// <returns><c>null</c> when the page is no scan, or its pictures are layers or of a kind that is not decoded here.</returns>
    public static ScannedPage? Find(PdfPage page)
    {
        var pictures = new List<(IPdfImage Image, Box Box)>();
        foreach (var image in page.GetImages())
        {
            var box = BoxOf(image.BoundingBox);
            if (float.IsFinite(box.Width) && float.IsFinite(box.Height) && box.Width > 1 && box.Height > 1 && image.WidthInSamples > 0 && image.HeightInSamples > 0)
            {
                pictures.Add((image, box));
            }
        }

        var visible = new Box(0, 0, (float)page.Width, (float)page.Height);
        if (pictures.Count is 0 or > MostStrips)
        {
            return null;
        }

        var largest = pictures.MaxBy(picture => picture.Box.Width * picture.Box.Height);
        var strips = pictures.FindAll(picture => IsStripOf(largest, picture));
        var place = strips.Select(strip => strip.Box).Aggregate((all, box) => all.Union(box));
        var isScan = Area(place, visible) >= LeastCover * visible.Width * visible.Height && !AreLayers(strips.ConvertAll(strip => strip.Box), pictures.ConvertAll(picture => picture.Box));
        return isScan ? Compose(strips, place) : null;
    }

    private static bool IsStripOf((IPdfImage Image, Box Box) largest, (IPdfImage Image, Box Box) picture) =>
        picture.Image == largest.Image
        || (Math.Abs(picture.Box.Left - largest.Box.Left) <= Tolerance * largest.Box.Width && Math.Abs(picture.Box.Right - largest.Box.Right) <= Tolerance * largest.Box.Width);

    private static float Area(Box box, Box visible) => Math.Max(0, box.OverlapX(visible)) * Math.Max(0, box.OverlapY(visible));

    // A scan in layers (text apart from its ground) shows only when drawn.
    internal static bool AreLayers(IReadOnlyList<Box> strips, IReadOnlyList<Box> pictures)
    {
        var place = strips.Aggregate((all, box) => all.Union(box));
        var drawn = pictures.Sum(box => Area(box, place));
        return drawn > (1 + (3 * Tolerance)) * place.Width * place.Height;
    }

    private static ScannedPage? Compose(List<(IPdfImage Image, Box Box)> strips, Box place)
    {
        if (strips.Count == 1)
        {
            using var picture = Upright(strips[0].Image);
            return picture is null ? null : new ScannedPage(PagePictures.Of(picture), place);
        }

        // All on the scale of the largest.
        var (largest, box) = strips.MaxBy(strip => strip.Box.Width * strip.Box.Height);
        var (width, height) = IsSideways(largest.BoundingBox) ? (largest.HeightInSamples, largest.WidthInSamples) : (largest.WidthInSamples, largest.HeightInSamples);
        var (scaleX, scaleY) = (width / box.Width, height / box.Height);
        if ((double)place.Width * scaleX * place.Height * scaleY > MaxPixels)
        {
            return null;
        }

        using var page = new Mat((int)MathF.Ceiling(place.Height * scaleY), (int)MathF.Ceiling(place.Width * scaleX), MatType.CV_8UC3, Scalar.White);
        var frame = new Rect(0, 0, page.Width, page.Height);
        foreach (var strip in strips)
        {
            using var picture = Upright(strip.Image);
            if (picture is null)
            {
                return null;
            }

            var target = new Rect(
                (int)MathF.Round((strip.Box.Left - place.Left) * scaleX),
                (int)MathF.Round((place.Top - strip.Box.Top) * scaleY),
                Math.Max(1, (int)MathF.Round(strip.Box.Width * scaleX)),
                Math.Max(1, (int)MathF.Round(strip.Box.Height * scaleY)));
            target = target.Intersect(frame);
            if (target.Width > 0 && target.Height > 0)
            {
                using var region = new Mat(page, target);
                Cv2.Resize(picture, region, target.Size);
            }
        }

        return new ScannedPage(PagePictures.Of(page), place);
    }

    // The picture's rows run from its upper left corner; the page may hold it turned or mirrored.
    private static Mat? Upright(IPdfImage image)
    {
        var picture = ScannedPageDecoder.Decode(image);
        if (picture is null)
        {
            return null;
        }

        var place = image.BoundingBox;
        if (IsSideways(place))
        {
            // After the transposition rows run along the page's x axis.
            using var sideways = picture;
            picture = new Mat();
            Cv2.Transpose(sideways, picture);
        }

        var (right, down) = IsSideways(place)
            ? (place.BottomLeft.X > place.TopLeft.X, place.TopRight.Y < place.TopLeft.Y)
            : (place.TopRight.X > place.TopLeft.X, place.BottomLeft.Y < place.TopLeft.Y);
        if (!right || !down)
        {
            using var mirrored = picture;
            picture = new Mat();
            Cv2.Flip(mirrored, picture, right ? FlipMode.X : down ? FlipMode.Y : FlipMode.XY);
        }

        return picture;
    }

    private static bool IsSideways(PdfRectangle place) => Math.Abs(place.TopRight.X - place.TopLeft.X) < Math.Abs(place.TopRight.Y - place.TopLeft.Y);

    internal static Box BoxOf(PdfRectangle place) => new(
        (float)Math.Min(Math.Min(place.TopLeft.X, place.TopRight.X), Math.Min(place.BottomLeft.X, place.BottomRight.X)),
        (float)Math.Min(Math.Min(place.TopLeft.Y, place.TopRight.Y), Math.Min(place.BottomLeft.Y, place.BottomRight.Y)),
        (float)Math.Max(Math.Max(place.TopLeft.X, place.TopRight.X), Math.Max(place.BottomLeft.X, place.BottomRight.X)),
        (float)Math.Max(Math.Max(place.TopLeft.Y, place.TopRight.Y), Math.Max(place.BottomLeft.Y, place.BottomRight.Y)));
}
