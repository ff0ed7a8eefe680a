using System.Collections.Immutable;
using NewsExtract.Readers.Ocr;
using NewsExtract.Readers.Pages;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>From boxes of lines to type sizes, cells of characters and photographs.</summary>
public sealed class PageGeometryTests
{
    [Fact]
    public void Ideographs_tell_the_type_size_and_boxes_of_lines_do_not()
    {
        ImmutableArray<OcrLine> lines =
        [
            ReadLine.Of("江州新区项目集中开工仪式", 50, 50, 20, 16),
            ReadLine.Of("昨日江州新区举行仪式", 50, 100, 10.1f, 13),
            ReadLine.Of("各方代表参加了这次活动", 50, 120, 9.9f, 9),
            ReadLine.Of("新区已有企业六百余家落户", 50, 140, 10, 11),
            ReadLine.Of("图为活动现场一角照片", 50, 160, 8, 11),
        ];
        var sizes = TypeSizes.Measure(lines, ReadLine.Frame());
        Assert.Equal([20, 10, 10, 10, 8], sizes.Select(size => MathF.Round(size, 1)));
    }

    // 共 １２ 个: a line that is spaced out to fill its measure is set in the type of the others.
    [Fact]
    public void A_line_spaced_out_has_the_size_of_the_text()
    {
        var lines = Enumerable.Range(0, 10).Select(i => ReadLine.Of("江州新区已有企业六百余家", 50, 50 + (20 * i), 10, 11))
            .Append(ReadLine.Of("江州新区有企业六百家", 50, 300, 10.7f, 11))
            .Append(ReadLine.Of("2024", 50, 320, 10, 11));
        Assert.All(TypeSizes.Measure([.. lines], ReadLine.Frame()), size => Assert.Equal(10, size, 1));
    }

    [Fact]
    public void Letter_spaced_characters_do_not_tell_their_size()
    {
        var sizes = TypeSizes.Measure([ReadLine.Of("目录", 50, 50, 30, 12), ReadLine.Of("江州新区已有企业六百余家", 50, 80, 10, 12)], ReadLine.Frame());
        Assert.Equal([10, 10], sizes.Select(size => MathF.Round(size, 1)));
    }

    // The ink of ， is in the left of its cell, that of （ in the right.
    [Fact]
    public void Cells_are_an_em_long_and_do_not_overlap()
    {
        ImmutableArray<OcrCharacter> characters = [At("江", 0.1f), At("，", 0.255f), At("（", 0.545f), At("州", 0.7f), At("5", 0.85f)];
        var cells = CharacterCells.Place(characters, em: 0.2f);
        Assert.Equal([0, 0.2f, 0.4f, 0.6f, 0.8f], cells.Select(cell => MathF.Round(cell.Start, 2)));
        Assert.Equal([0.2f, 0.4f, 0.6f, 0.8f, 0.9f], cells.Select(cell => MathF.Round(cell.End, 2)));

        static OcrCharacter At(string text, float middle) => new(text, middle - 0.02f, middle + 0.02f, 0.9f);
    }

    [Fact]
    public void Photographs_are_found_and_text_frames_and_specks_are_not()
    {
        var picture = ReadLine.Paper();
        Fill(picture, 50, 100, 200, 150, 190);
        Fill(picture, 300, 100, 200, 2, 20);
        Fill(picture, 300, 250, 200, 2, 20);
        Fill(picture, 300, 100, 2, 150, 20);
        Fill(picture, 500, 100, 2, 150, 20);
        Fill(picture, 320, 400, 100, 12, 20);
        Fill(picture, 500, 600, 10, 10, 20);
        var box = Assert.Single(PageGraphics.Find(picture, [ReadLine.Of("江州新区已有企", 320, 400, 14, 12)], ReadLine.Frame(picture)).Photos);
        Assert.InRange(box.Left, 47, 53);
        Assert.InRange(box.Right, 247, 253);
        Assert.InRange(box.Top, 697, 703);
        Assert.InRange(box.Bottom, 547, 553);
    }

    // A rule that is read as a character between two columns.
    [Fact]
    public void Rules_between_columns_are_found_and_part_them()
    {
        var picture = ReadLine.Paper();
        Fill(picture, 300, 100, 1, 500, 60);
        var page = PageRecognizer.Read(new FixedEngine(ReadLine.Of("江州新区丨项目开工", 255, 200, 10, 11)), ReadLine.Frame(picture).Scan, new PageContent { Number = 1, Width = 600, Height = 800 }, default);
        Assert.Equal("江州新区项目开工", string.Concat(page.Glyphs.Select(glyph => glyph.Text)));
        var rule = Assert.Single(page.Rules);
        Assert.InRange(rule.CenterX, 299, 302);
    }

    private sealed class FixedEngine(OcrLine line) : IOcrEngine
    {
        public string Id => "fixed@1";

        public ImmutableArray<OcrLine> Recognize(PagePicture picture, CancellationToken cancellation = default) => [line];
    }

    private static void Fill(PagePicture picture, int left, int top, int width, int height, byte shade)
    {
        for (var y = top; y < top + height; y++)
        {
            picture.Pixels.AsSpan(((y * picture.Width) + left) * 3, width * 3).Fill(shade);
        }
    }
}
