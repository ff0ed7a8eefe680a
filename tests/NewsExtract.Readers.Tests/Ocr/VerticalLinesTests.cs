using System.Collections.Immutable;
using NewsExtract.Readers.Ocr;
using OpenCvSharp;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

/// <summary>Columns of vertical text before and after the network, without it.</summary>
public sealed class VerticalLinesTests
{
    // Five characters of 20 rows, and 4 blank rows between them.
    [Fact]
    public void Columns_are_cut_between_characters()
    {
        var ink = Enumerable.Range(0, 116).Select(y => y % 24 < 20 ? 5f : 0).ToArray();
        var cuts = ColumnCutter.Cut(ink, em: 23);
        Assert.Equal(6, cuts.Count);
        for (var i = 1; i < 5; i++)
        {
            Assert.InRange(cuts[i], (i * 24) - 4, i * 24);
        }
    }

    // After the last full character only the 6 upper rows of a cell have ink, a 。.
    [Fact]
    public void A_mark_at_the_end_has_a_cell_of_its_own()
    {
        var ink = Enumerable.Range(0, 54).Select(y => y % 24 < 20 ? 5f : 0).ToArray();
        Assert.Equal(4, ColumnCutter.Cut(ink, em: 23).Count);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(90)]
    public void The_width_of_ink_tells_the_type_size_whatever_the_width_of_the_strip(int width)
    {
        using var column = Column(width, characters: 6);
        using var row = StackedColumn.Lay(column, out var cuts, out var inked);
        Assert.Equal(6, inked);
        Assert.Equal(7, cuts.Count);
        Assert.Equal(6 * row.Height, row.Width);
    }

    [Fact]
    public void A_mark_in_the_upper_right_of_its_cell_goes_to_the_lower_left()
    {
        using var column = Column(60, characters: 3);
        using (var ink = new Mat(column, new Rect(0, 50, 60, 50)))
        {
            ink.SetTo(Scalar.White);
        }

        Cv2.Rectangle(column, new Rect(42, 55, 8, 8), Scalar.Black, thickness: -1);
        using var row = StackedColumn.Lay(column, out _, out var inked);
        using var cell = new Mat(row, new Rect(row.Height, 0, row.Height, row.Height));
        using var lowerLeft = new Mat(cell, new Rect(0, row.Height / 2, row.Height / 2, row.Height / 2));
        Assert.Equal(3, inked);
        Assert.Equal(64, DarkPixels(cell));
        Assert.Equal(64, DarkPixels(lowerLeft));
    }

    [Theory]
    [InlineData("2〇18年", "2018年")]
    [InlineData("1〇〇亿", "100亿")]
    [InlineData("二〇一八年", "二〇一八年")]
    [InlineData("下降°", "下降。")]
    [InlineData("25°", "25°")]
    public void Rounds_are_told_apart_by_their_neighbours(string read, string expected)
    {
        var characters = Characters(read).ToArray();
        StackedColumn.WriteRounds(characters);
        Assert.Equal(expected, Text(characters));
    }

    // 增长8.4% has its figure on its side: cut, it reads ∞ or nothing.
    [Fact]
    public void Figures_on_their_side_are_taken_from_the_turned_row()
    {
        ImmutableArray<OcrCharacter> upright = [new("增", 0, 0.2f, 0.9f), new("长", 0.2f, 0.4f, 0.9f), new("∞", 0.4f, 0.6f, 0.6f)];
        ImmutableArray<OcrCharacter> row = [.. Characters("增长8.4%")];
        Assert.Equal("增长8.4%", Text(VerticalLines.WithTurnedFigures(upright, row)));
    }

    [Fact]
    public void Upright_figures_stay_as_they_were_read()
    {
        var upright = Characters("增长6倍多").ToImmutableArray();
        Assert.Equal("增长6倍多", Text(VerticalLines.WithTurnedFigures(upright, [.. Characters("增长9倍多")])));
    }

    private static int DarkPixels(Mat picture)
    {
        using var gray = new Mat();
        Cv2.CvtColor(picture, gray, ColorConversionCodes.BGR2GRAY);
        using var dark = new Mat();
        Cv2.Threshold(gray, dark, 128, 255, ThresholdTypes.BinaryInv);
        return Cv2.CountNonZero(dark);
    }

    private static Mat Column(int width, int characters)
    {
        var column = new Mat(50 * characters, width, MatType.CV_8UC3, Scalar.White);
        for (var i = 0; i < characters; i++)
        {
            Cv2.Rectangle(column, new Rect((width - 44) / 2, (50 * i) + 3, 44, 44), Scalar.Black, thickness: -1);
        }

        return column;
    }

    private static IEnumerable<OcrCharacter> Characters(string text) =>
        text.Select((character, i) => new OcrCharacter(character.ToString(), (float)i / text.Length, (i + 1f) / text.Length, 0.9f));

    private static string Text(IEnumerable<OcrCharacter> characters) => string.Concat(characters.Select(character => character.Text));
}
