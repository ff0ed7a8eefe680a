using System.Collections.Immutable;
using System.Globalization;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;
using NewsExtract.Readers.Tests.Pdf;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>A page that is one picture, with an engine that always reads the same line.</summary>
public sealed class ScannedPdfTests
{
    [Fact]
    public void Text_read_off_a_picture_has_boxes_on_the_page_and_the_engines_confidence()
    {
        var document = Read(OcrMode.Auto);
        Assert.Equal("江州", document.Text.Trim());
        Assert.Equal("fixed@1", document.OcrEngine);
        Assert.Equal(0.5, document.Layout.Confidence(new TextSpan(0, 2)));
        Assert.Null(document.Layout.Confidence(new TextSpan(0, 0)));

        // 江 fills the left half of a line in the upper left quarter of the picture, which covers the page.
        var box = Assert.Single(document.Layout.Boxes(new TextSpan(0, 1)));
        Assert.InRange(box.Left, 0, 20);
        Assert.InRange(box.Right, 130, 150);
        Assert.InRange(box.Top, 700, 842);
    }

    [Fact]
    public void A_scan_with_a_typed_note_is_a_scan()
    {
        var document = new PdfReader(new PdfReaderOptions { Ocr = OcrMode.Never }).Read(new DocumentSource("scan.pdf", PictureOnly(600, 850, "/Annots [<< /Type /Annot /Subtype /FreeText /Contents <FEFF901A8BAF> /DA (/F1 12 Tf) /Rect [72 480 300 520] >>]")));

        Assert.Equal("通讯", document.Text.Trim());
        Assert.Contains("NX1306", document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Without_ocr_the_page_is_reported()
    {
        var document = Read(OcrMode.Never);
        Assert.Equal("", document.Text.Trim());
        Assert.Contains("NX1306", document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_page_that_can_only_be_drawn_is_read_off_its_drawing()
    {
        // A colour space that is none: the library throws, other programs pass over it.
        var file = PdfBytes.Assemble(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /ColorSpace << /C [1 2] >> >> >>",
            "<< /Length 22 >>\nstream\n100 100 200 200 re f  \nendstream",
        ]);
        var document = new PdfReader(new PdfReaderOptions { OcrEngine = new FixedEngine() }).Read(new DocumentSource("broken.pdf", file));

        var hasProgram = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftoppm")));
        // The engine draws its two characters half a page wide: the blank is theirs.
        Assert.Equal(hasProgram ? "江州" : "", document.Text.Trim().Replace("\u3000", "", StringComparison.Ordinal));
        Assert.Equal(hasProgram, document.Diagnostics.All(diagnostic => diagnostic.Code != "NX1305"));
        Assert.Equal(hasProgram ? 595 : 0, document.Pages[0].Width, tolerance: 1);
    }

    private static Document Read(OcrMode mode) =>
        new PdfReader(new PdfReaderOptions { Ocr = mode, OcrEngine = new FixedEngine() }).Read(new DocumentSource("scan.pdf", PictureOnly(600, 850)));

    private static byte[] PictureOnly(int width, int height, string page = "") => PdfBytes.Assemble(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page} /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        "<< /Length 27 >>\nstream\n595 0 0 842 0 0 cm /I Do   \nendstream",
        string.Create(CultureInfo.InvariantCulture, $"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {width * height} >>\nstream\n{new string('w', width * height)}\nendstream"),
    ]);

    internal sealed class FixedEngine : IOcrEngine
    {
        public string Id => "fixed@1";

        public ImmutableArray<OcrLine> Recognize(PagePicture picture, CancellationToken cancellation = default)
        {
            var (right, top, bottom) = (picture.Width / 2f, 20, 160);
            return
            [
                new OcrLine(
                    [new(0, top), new(right, top), new(right, bottom), new(0, bottom)],
                    [new OcrCharacter("江", 0, 0.5f, 0.9f), new OcrCharacter("州", 0.5f, 1, 0.5f)],
                    IsVertical: false),
            ];
        }
    }
}
