using System.Globalization;
using System.Security;
using System.Text;
using NewsExtract.Cli.Input;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;

namespace NewsExtract.Cli.Output;

/// <summary>
/// Draws each page as an SVG picture for a person to check: the page as pdftoppm draws it or, where it can't, the text where it was found;
/// around each line a box in the colour of its role with its number in reading order, neighbouring regions in two shades.
/// </summary>
internal static class PagePictures
{
    private const int DotsPerInch = 110;

    /// <returns>Why pages were not drawn as they look, NX2010; <c>null</c> when they were.</returns>
    /// <exception cref="DocumentReadException">NX2007.</exception>
    public static Diagnostic? Write(Document document, ReadOnlyMemory<byte> source, InputItem item, string folder, CancellationToken cancellation)
    {
        var views = PageView.Of(document);
        if (views.IsEmpty)
        {
            return Lacking("it has no pages, so that none is drawn — name PDF or OFD files");
        }

        using var rasterizer = source.Span.StartsWith("%PDF-"u8) ? new PdfRasterizer(source) : null;
        Diagnostic? lack = null;
        foreach (var view in views)
        {
            var picture = rasterizer is null ? null : PictureOf(view.Page, rasterizer, ref lack, cancellation);
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{item.OutputName}-{view.Page.Number}.svg"));
            RecordFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Draw(document, view, picture))));
        }

        return lack;
    }

    private static byte[]? PictureOf(Page page, PdfRasterizer rasterizer, ref Diagnostic? lack, CancellationToken cancellation)
    {
        try
        {
            var picture = rasterizer.Draw(page.Number, DotsPerInch, "-png", cancellation);
            lack ??= picture is null ? Lacking("pdftoppm can't draw its pages, so that only their text is drawn — remove its password, or print it to a new PDF") : null;
            return picture;
        }
        catch (OcrUnavailableException)
        {
            lack = Lacking("pdftoppm is not installed, so that only the text of its pages is drawn — install poppler-utils");
            return null;
        }
    }

    private static Diagnostic Lacking(string message) => new(DiagnosticCodes.NoPicture, Severity.Warning, message);

    /// <param name="picture">PNG; <c>null</c> when there is none.</param>
    private static string Draw(Document document, PageView view, byte[]? picture)
    {
        var height = view.Page.Height;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {view.Page.Width:0.##} {height:0.##}\" width=\"{view.Page.Width * 1.5:0}\" font-family=\"serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\" stroke=\"#999\"/>\n");
        if (picture is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<image width=\"{view.Page.Width:0.##}\" height=\"{height:0.##}\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,{Convert.ToBase64String(picture)}\"/>\n");
        }

        foreach (var place in view.Pictures)
        {
            Rectangle(svg, place, height, picture is null ? "fill=\"#ddd\"" : "fill=\"none\" stroke=\"#c33\" stroke-width=\"0.6\"");
        }

        var number = 0;
        foreach (var line in view.Lines)
        {
            number++;
            if (line.Boxes.IsEmpty)
            {
                continue;
            }

            var box = line.Boxes[0];
            var colour = ColourOf(line.Role);
            Rectangle(svg, box, height, $"fill=\"{colour}\" fill-opacity=\"{(line.Region % 2 == 0 ? "0.08" : "0.2")}\" stroke=\"{colour}\" stroke-width=\"0.4\"");
            if (picture is null)
            {
                DrawCharacters(svg, document, line, height);
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{box.Left - 1:0.##}\" y=\"{height - box.Top + 4:0.##}\" font-size=\"4\" text-anchor=\"end\" fill=\"{colour}\">{number}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    // Each character where the layout has it: a wrong box shows.
    private static void DrawCharacters(StringBuilder svg, Document document, PageLine line, double height)
    {
        for (var i = line.Span.Start; i < line.Span.End; i++)
        {
            var length = char.IsHighSurrogate(document.Text[i]) && i + 1 < line.Span.End ? 2 : 1;
            if (document.Layout.Boxes(new TextSpan(i, i + length)) is [var box, ..])
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{box.Left:0.##}\" y=\"{height - box.Bottom - ((box.Top - box.Bottom) * 0.12):0.##}\" font-size=\"{line.Size:0.##}\">{SecurityElement.Escape(document.Text.Substring(i, length))}</text>");
            }

            i += length - 1;
        }

        svg.Append('\n');
    }

    private static void Rectangle(StringBuilder svg, PageBox box, double height, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{box.Left:0.##}\" y=\"{height - box.Top:0.##}\" width=\"{box.Right - box.Left:0.##}\" height=\"{box.Top - box.Bottom:0.##}\" {style}/>\n");

    private static string ColourOf(string role) => role switch
    {
        "furniture" => "#888888",
        "caption" => "#2a8f2a",
        "tablerow" => "#b05a00",
        _ => "#1f5fbf",
    };
}
