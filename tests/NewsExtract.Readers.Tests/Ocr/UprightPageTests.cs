using System.Collections.Immutable;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>An engine that reads well only where the upper half of the picture is dark.</summary>
public sealed class UprightPageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_page_is_read_as_it_was_meant_and_its_boxes_lie_on_the_page(int quarters)
    {
        var upright = new PagePicture(600, 800, [.. Enumerable.Repeat((byte)100, 600 * 400 * 3), .. Enumerable.Repeat((byte)250, 600 * 400 * 3)]);
        var sheet = new PageTurn((4 - quarters) % 4, 600, 800);
        var scan = UprightPage.Turn(new(upright, new Box(0, 0, 600, 800)), sheet);
        var (width, height) = quarters % 2 == 1 ? (800, 600) : (600, 800);
        var page = PageRecognizer.Read(new Engine(), scan, new PageContent { Number = 1, Width = width, Height = height }, default);
        Assert.Equal("江州新区", string.Concat(page.Glyphs.Select(glyph => glyph.Text)));
        Assert.Equal((quarters, 600f, 800f), (page.Turn.Quarters, page.Width, page.Height));

        // As on the upright page, turned as the sheet was.
        var box = sheet.Turn(page.Glyphs[0].Box);
        Assert.Equal(box.Left, page.Turn.TurnBack(page.Glyphs[0].Box).Left, 1);
        Assert.Equal(box.Top, page.Turn.TurnBack(page.Glyphs[0].Box).Top, 1);
    }

    [Fact]
    public void A_page_that_is_read_well_is_looked_at_once()
    {
        var engine = new Engine();
        var picture = new PagePicture(600, 800, [.. Enumerable.Repeat((byte)100, 600 * 400 * 3), .. Enumerable.Repeat((byte)250, 600 * 400 * 3)]);
        PageRecognizer.Read(engine, ReadLine.Frame(picture).Scan, new PageContent { Number = 1, Width = 600, Height = 800 }, default);
        Assert.Equal(1, engine.Pictures);
    }

    // Columns are good Chinese when they end with marks; columns that begin with them are rows of a page on its side.
    [Theory]
    [InlineData("江州新区。", false)]
    [InlineData("。区新州江", true)]
    public void Columns_that_begin_with_marks_are_looked_at_again(string text, bool isDoubtful)
    {
        var row = ReadLine.Of(text, 50, 50, 20, 22);
        var column = row with { Corners = [new(50, 50), new(72, 50), new(72, 150), new(50, 150)], IsVertical = true };
        var engine = new Engine();
        UprightPage.FindTurn(engine, ReadLine.Paper(), [column], default);
        Assert.Equal(isDoubtful, engine.Pictures > 0);
    }

    private sealed class Engine : IOcrEngine
    {
        public string Id => "fixed@1";

        public int Pictures { get; private set; }

        public ImmutableArray<OcrLine> Recognize(PagePicture picture, CancellationToken cancellation = default)
        {
            Pictures++;
            var isUpright = picture.Pixels[picture.Width / 4 * 3] < 200 && picture.Pixels[picture.Width / 4 * 9] < 200 && picture.Pixels[^1] > 200;
            return [isUpright ? ReadLine.Of("江州新区", 50, 50, 20, 22) : ReadLine.Of("丫乂", 50, 50, 20, 22, confidence: 0.6f)];
        }
    }
}
