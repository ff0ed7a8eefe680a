using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pdf;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>Pictures of pages as files of their own, with an engine that always reads the same line.</summary>
public sealed class PictureReaderTests
{
    [Fact]
    public void Each_picture_of_a_TIFF_file_is_a_page_of_its_printed_size()
    {
        var document = Read(Tiff(pages: 2, dotsPerInch: 100), OcrMode.Auto);

        Assert.Equal("fixed@1", document.OcrEngine);
        Assert.Equal(2, document.Pages.Length);
        Assert.Equal(2, document.Text.Split("江州").Length - 1);
        // 100 dots at 100 an inch are 72 points.
        Assert.All(document.Pages, page => Assert.Equal((72, 144), ((int)page.Width, (int)page.Height)));
    }

    [Fact]
    public void Where_the_file_names_no_scanners_resolution_200_dots_are_an_inch()
    {
        var page = Assert.Single(Read(Tiff(pages: 1, dotsPerInch: 72), OcrMode.Auto).Pages);

        Assert.Equal((36, 72), ((int)page.Width, (int)page.Height));
    }

    [Fact]
    public void Without_ocr_a_picture_is_refused_with_what_to_do()
    {
        var diagnostic = Assert.Throws<DocumentReadException>(() => Read(Tiff(1, 100), OcrMode.Never)).Diagnostic;

        Assert.Equal("NX1002", diagnostic.Code);
        Assert.Contains("--ocr auto", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_page_costs_that_page_alone_and_a_damaged_picture_has_a_line()
    {
        var file = Tiff(pages: 2, dotsPerInch: 100);
        Assert.Equal("NX1402", Assert.Throws<DocumentReadException>(() => Read(file[..300], OcrMode.Auto)).Diagnostic.Code);

        // The width of the second page: none.
        file.AsSpan(PageLength + 8 + 2 + 8, 4).Clear();
        var document = Read(file, OcrMode.Auto);
        Assert.Contains("江州", document.Text, StringComparison.Ordinal);
        Assert.Contains("NX1311", document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Pages_that_lead_in_a_circle_end()
    {
        var file = Tiff(pages: 2, dotsPerInch: 100);
        BitConverter.TryWriteBytes(file.AsSpan(PageLength + 8 + 2 + (12 * Entries), 4), 8);

        Assert.Equal(2, Read(file, OcrMode.Auto).Pages.Length);
    }

    [Fact]
    public void Each_page_of_a_TIFF_file_is_drawn_as_a_picture_that_browsers_show()
    {
        var reader = new DocumentReader(new PdfReaderOptions());
        var source = new DocumentSource("page.tif", Tiff(pages: 2, dotsPerInch: 100));

        foreach (var number in (int[])[1, 2])
        {
            using var picture = PagePictures.Decode(reader.Paint(source, number).Span);
            Assert.Equal((Width, Height), (picture!.Width, picture.Height));
        }

        Assert.Equal("NX1402", Assert.Throws<DocumentReadException>(() => reader.Paint(source, 3)).Diagnostic.Code);
        Assert.Equal("NX1402", Assert.Throws<DocumentReadException>(() => reader.Paint(source with { Bytes = source.Bytes[..300] }, 1)).Diagnostic.Code);
    }

    private const int Width = 100;
    private const int Height = 200;
    private const int Entries = 9;
    private const int DirectoryLength = 2 + (12 * Entries) + 4;
    private const int PageLength = DirectoryLength + 8 + (Width * Height);

    private static Document Read(byte[] file, OcrMode mode) =>
        new DocumentReader(new PdfReaderOptions { Ocr = mode, OcrEngine = new ScannedPdfTests.FixedEngine() }).Read(new DocumentSource("page.pdf", file));

    // Grey pages: each a directory, its resolution as a fraction, and the samples.
    internal static byte[] Tiff(int pages, int dotsPerInch)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("II*\0"u8);
        writer.Write(8);
        for (var page = 0; page < pages; page++)
        {
            var start = 8 + (page * PageLength);
            (short Tag, short Type, int Value)[] entries =
            [
                (256, 4, Width), (257, 4, Height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, start + DirectoryLength + 8), (278, 4, Height), (279, 4, Width * Height),
                (282, 5, start + DirectoryLength),
            ];
            writer.Write((short)Entries);
            foreach (var (tag, type, value) in entries)
            {
                writer.Write(tag);
                writer.Write(type);
                writer.Write(1);
                writer.Write(value);
            }

            writer.Write(page + 1 < pages ? start + PageLength : 0);
            writer.Write(dotsPerInch);
            writer.Write(1);
            writer.Write(new byte[Width * Height]);
        }

        return stream.ToArray();
    }
}
