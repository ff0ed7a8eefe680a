using NewsExtract.Readers.Ocr;
using Xunit;

namespace NewsExtract.Readers.Tests.Ocr;

public sealed class PrintedMarksTests
{
    [Theory]
    [InlineData("今年1一5月", "今年1—5月")]
    [InlineData("一百二十一家企业", "一百二十一家企业")]
    [InlineData("（江声)", "（江声）")]
    [InlineData("(江声)", "(江声)")]
    [InlineData("“三个一批\"活动", "“三个一批”活动")]
    [InlineData("\"江州号”列车", "“江州号”列车")]
    [InlineData("水电丶道路", "水电、道路")]
    public void What_cannot_stand_there_is_righted(string read, string printed) => Assert.Equal(printed, Correct(ReadLine.Of(read, 50, 50, 20, 22)));

    // A comma in half an em; at a full em it is one of the text.
    [Fact]
    public void A_narrow_comma_is_one_of_a_figure()
    {
        var narrow = new OcrLine(ReadLine.Of("12345", 50, 50, 20, 22).Corners, [At("2", 0.1f), At("，", 0.3f), At("0", 0.5f), At("0", 0.7f), At("0", 0.9f)], IsVertical: false);
        Assert.Equal("2,000", Correct(narrow, em: 20));
        Assert.Equal("2，000", Correct(narrow, em: 13));

        static OcrCharacter At(string text, float middle) => new(text, middle - 0.1f, middle + 0.1f, 0.9f);
    }

    [Fact]
    public void Figures_in_cells_of_an_em_are_full_width()
    {
        var read = ReadLine.Of("共１２个项目４３．８亿元５年４", 50, 50, 20, 22);
        var narrow = read with { Characters = [.. read.Characters.Select(character => character with { Text = character.Text.Normalize(System.Text.NormalizationForm.FormKC) })] };
        Assert.Equal("共１２个项目４３．８亿元５年４", Correct(narrow));
        Assert.Equal("共12个项目", Correct(ReadLine.Of("共12个项目", 50, 50, 20, 22)));
    }

    // At 40 pixels an em: the ring of 。, the drop of 、 and the dot between names.
    [Theory]
    [InlineData(10, true, "江。州")]
    [InlineData(10, false, "江、州")]
    [InlineData(4, false, "江·州")]
    public void Ink_tells_a_ring_from_a_dot(int side, bool isHollow, string printed)
    {
        var picture = Paper(side, isHollow, 110);
        var line = ReadLine.Of("江　州", 50, 50, 40, 44);
        line = line with { Characters = line.Characters.SetItem(1, line.Characters[1] with { Text = "·" }) };
        Assert.Equal(printed, Correct(line, 40, picture));
    }

    // A ring in the white between two sentences, or at the end of a line.
    [Theory]
    [InlineData(10, true, "江。州")]
    [InlineData(10, false, "江州")]
    [InlineData(4, true, "江州")]
    public void A_full_stop_that_was_passed_over_is_added(int side, bool isHollow, string printed)
    {
        var line = ReadLine.Of("江　州", 50, 50, 40, 44);
        Assert.Equal(printed, Correct(line with { Characters = line.Characters.RemoveAt(1) }, 40, Paper(side, isHollow, 110)));
        Assert.Equal(printed is "江。州" ? "江州。" : printed, Correct(ReadLine.Of("江州　", 50, 50, 40, 44) is var whole ? whole with { Characters = whole.Characters.RemoveAt(2) } : line, 40, Paper(side, isHollow, 150)));
    }

    private static PagePicture Paper(int side, bool isHollow, int middle)
    {
        var picture = ReadLine.Paper();
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                if (!isHollow || x < 2 || y < 2 || x >= side - 2 || y >= side - 2)
                {
                    picture.Pixels.AsSpan((((70 + y) * picture.Width) + middle - (side / 2) + x) * 3, 3).Clear();
                }
            }
        }

        return picture;
    }

    private static string Correct(OcrLine line, float em = 20, PagePicture? picture = null) =>
        string.Concat(PrintedMarks.Correct([line], [em], ReadLine.Frame(picture))[0].Characters.Select(character => character.Text));
}
