using System.Globalization;
using System.Text;
using NewsExtract.BulletinPrinter.Pdf;
using NewsExtract.BulletinPrinter.Setting;
using SkiaSharp;

namespace NewsExtract.BulletinPrinter.Scans;

/// <summary>How a printed page is scanned.</summary>
/// <param name="Skew">In degrees, clockwise.</param>
/// <param name="Noise">Standard deviation of each pixel's grey, of 255.</param>
/// <param name="JpegQuality">1 to 100.</param>
/// <param name="Bilevel">Black and white, Flate instead of JPEG.</param>
internal sealed record ScanOptions(int Dpi = 200, double Skew = 0, double Noise = 0, int JpegQuality = 75, bool Bilevel = false)
{
    /// <param name="choice">Dpi, skew, noise, quality or "bilevel"; what is left out is as by default.</param>
    public static ScanOptions Parse(IReadOnlyList<string> choice)
    {
        var options = new ScanOptions();
        return options with
        {
            Dpi = choice.Count > 0 ? int.Parse(choice[0], CultureInfo.InvariantCulture) : options.Dpi,
            Skew = choice.Count > 1 ? double.Parse(choice[1], CultureInfo.InvariantCulture) : options.Skew,
            Noise = choice.Count > 2 ? double.Parse(choice[2], CultureInfo.InvariantCulture) : options.Noise,
            Bilevel = choice.Count > 3 && choice[3] == "bilevel",
            JpegQuality = choice.Count > 3 && choice[3] != "bilevel" ? int.Parse(choice[3], CultureInfo.InvariantCulture) : options.JpegQuality,
        };
    }
}

/// <summary>Draws sheets as pictures and writes a PDF file of nothing else, as a scanner does.</summary>
internal static class ScanWriter
{
    public static byte[] Write(IReadOnlyList<Sheet> sheets, ScanOptions options, string title)
    {
        var file = new PdfFile();
        var pages = file.Reserve();
        var kids = new List<int>();
        var random = new Random(20240101);
        using var faces = new TypefaceCache();
        foreach (var sheet in sheets)
        {
            using var bitmap = Draw(sheet, options, faces);
            Soil(bitmap, options, random);
            var picture = AddPicture(file, bitmap, options);
            var content = file.AddStream("", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"q {sheet.Width:0.##} 0 0 {sheet.Height:0.##} 0 0 cm /Im1 Do Q\n")));
            kids.Add(file.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {sheet.Width:0.##} {sheet.Height:0.##}] /Resources << /XObject << /Im1 {picture} 0 R >> >> /Contents {content} 0 R >>")));
        }

        file.Set(pages, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        return file.ToBytes(file.Add($"<< /Type /Catalog /Pages {pages} 0 R >>"), title);
    }

    private static SKBitmap Draw(Sheet sheet, ScanOptions options, TypefaceCache faces)
    {
        var scale = options.Dpi / 72f;
        var bitmap = new SKBitmap((int)Math.Round(sheet.Width * scale), (int)Math.Round(sheet.Height * scale), SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var ink = new SKPaint { IsAntialias = true, Color = new SKColor(20, 20, 20) };
        using var grey = new SKPaint { IsAntialias = true, Color = new SKColor(90, 90, 90) };
        using var sky = new SKPaint { Color = new SKColor(200, 200, 200) };
        canvas.Clear(new SKColor(250, 250, 250));
        canvas.Scale(scale);
        canvas.RotateDegrees((float)options.Skew, (float)sheet.Width / 2, (float)sheet.Height / 2);
        foreach (var area in sheet.Rules)
        {
            canvas.DrawRect((float)area.Left, (float)area.Top, (float)area.Width, (float)area.Height, grey);
        }

        foreach (var area in sheet.Pictures)
        {
            canvas.DrawRect((float)area.Left, (float)area.Top, (float)area.Width, (float)area.Height, sky);
            canvas.DrawOval((float)(area.Left + area.Width / 2), (float)(area.Top + area.Height * 0.7), (float)area.Width / 3, (float)area.Height / 4, grey);
        }

        foreach (var glyph in sheet.Lines.SelectMany(line => line.Glyphs))
        {
            using var font = new SKFont(faces.Get(glyph.Face), (float)glyph.Size) { Edging = SKFontEdging.Antialias, Subpixel = true, Hinting = SKFontHinting.None };
            canvas.DrawText(glyph.Character.ToString(), (float)glyph.X, (float)glyph.Baseline, SKTextAlign.Left, font, ink);
        }

        return bitmap;
    }

    private static void Soil(SKBitmap bitmap, ScanOptions options, Random random)
    {
        if (options.Noise <= 0)
        {
            return;
        }

        var pixels = bitmap.GetPixelSpan();
        var soiled = new byte[pixels.Length];
        for (var i = 0; i < soiled.Length; i++)
        {
            // The sum of three even throws is normal enough for the grain of paper.
            var grain = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2 * options.Noise;
            soiled[i] = (byte)Math.Clamp(pixels[i] + grain, 0, 255);
        }

        System.Runtime.InteropServices.Marshal.Copy(soiled, 0, bitmap.GetPixels(), soiled.Length);
    }

    private static int AddPicture(PdfFile file, SKBitmap bitmap, ScanOptions options)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {bitmap.Width} /Height {bitmap.Height} /ColorSpace /DeviceGray");
        if (!options.Bilevel)
        {
            using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, options.JpegQuality);
            return file.AddRaw($"{size} /BitsPerComponent 8 /Filter /DCTDecode", jpeg.ToArray());
        }

        var stride = (bitmap.Width + 7) / 8;
        var bits = new byte[stride * bitmap.Height];
        var pixels = bitmap.GetPixelSpan();
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                if (pixels[y * bitmap.RowBytes + x] >= 150)
                {
                    bits[y * stride + x / 8] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        return file.AddStream($"{size} /BitsPerComponent 1", bits);
    }
}
