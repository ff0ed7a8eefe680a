using Xunit;

namespace NewsExtract.Readers.Tests.Arrangement;

/// <summary>Frames and drawn lines keep apart what they part.</summary>
public class DrawnLineTests
{
    private const string Left = "江州市昨日召开会议部署明年工作";
    private const string Right = "与会人员考察了新建的码头和仓库";
    private const string Tip = "服务台设在北门";

    /// <summary>A box in a column is read where it stands, and does not part the columns above and below it.</summary>
    [Fact]
    public void A_framed_box_in_a_column_has_a_region_of_its_own()
    {
        var page = new SetPage();
        for (var i = 0; i < 9; i++)
        {
            page.Line(Left, 50, 650 - (17 * i), 10);
            if (i is < 2 or > 6)
            {
                page.Line(Right, 222, 650 - (17 * i), 10);
            }
        }

        page.Line("小贴士", 270, 602, 11);
        page.Line(Tip, 240, 585, 9);
        page.Line(Tip, 240, 570, 9);
        page.Frame(222, 560, 372, 622);

        Assert.Equal([.. Enumerable.Repeat(Left, 9), Right, Right, "小贴士", Tip, Tip, Right, Right], page.Arrange());
    }

    /// <summary>Cells of a table are no boxes: its rows are read across.</summary>
    [Fact]
    public void Cells_that_touch_are_no_boxes()
    {
        var page = new SetPage();
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                page.Line($"{"甲乙丙丁"[row]}{"东西中"[column]}", 60 + (100 * column), 605 - (30 * row), 10);
                page.Frame(50 + (100 * column), 595 - (30 * row), 150 + (100 * column), 625 - (30 * row));
            }
        }

        Assert.Equal(["甲东", "甲西", "甲中", "乙东", "乙西", "乙中"], page.Arrange().Take(2).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>A line below the first story: its columns do not run on in the columns below the next headline.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_across_the_columns_ends_them(bool isRuled)
    {
        var page = new SetPage();
        for (var i = 0; i < 6; i++)
        {
            // White of a line's height at the rule; the story below has no headline, and nothing else tells them apart.
            var bottom = 650 - (17 * i) - (i < 3 ? 0 : 17);
            page.Line(Left, 50, bottom, 10);
            page.Line(Right, 222, bottom, 10);
        }

        if (isRuled)
        {
            page.Rule(50, 605, 372, 605.5f);
        }

        Assert.Equal(
            isRuled ? [Left, Left, Left, Right, Right, Right, Left, Left, Left, Right, Right, Right] : [Left, Left, Left, Left, Left, Left, Right, Right, Right, Right, Right, Right],
            page.Arrange());
    }
}
