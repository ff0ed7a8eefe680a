using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pages.Arrangement;
using Xunit;

namespace NewsExtract.Readers.Tests.Arrangement;

public sealed class OcrFiguresTests
{
    // 签约项目共１２个, read as narrow figures in cells of 10 points.
    [Theory]
    [InlineData(true, "签约项目共12个")]
    [InlineData(false, "签约项目共1 2个")]
    public void White_within_full_width_cells_is_no_blank_where_ocr_read_them(bool isOcr, string text)
    {
        Glyph[] glyphs =
        [
            .. "签约项目共".Select((character, index) => new Glyph(character.ToString(), new Box(index * 10, 0, (index * 10) + 10, 10), 10, GlyphTraits.None)),
            new("1", new Box(52, 0, 57, 10), 10, GlyphTraits.None),
            new("2", new Box(62, 0, 67, 10), 10, GlyphTraits.None),
            new("个", new Box(70, 0, 80, 10), 10, GlyphTraits.None),
        ];
        var page = new PageContent { Number = 1, Width = 100, Height = 100, Glyphs = glyphs, TextSource = isOcr ? PageTextSource.Ocr : PageTextSource.Embedded };
        var written = new System.Text.StringBuilder();
        LineWriter.Write(written, page, new ArrangedLine([.. Enumerable.Range(0, 8)], new Box(0, 0, 80, 10), 10, IsVertical: false, Region: 0));
        Assert.Equal(text, written.ToString());
    }
}
