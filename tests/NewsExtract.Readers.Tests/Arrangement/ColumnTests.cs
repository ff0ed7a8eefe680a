namespace NewsExtract.Readers.Tests.Arrangement;

/// <summary>Columns are read one after the other, whatever stands across them and in whatever order the file draws them.</summary>
public class ColumnTests
{
    private const string Left = "江州市昨日召开会议部署明年工作";
    private const string Right = "与会人员考察了新建的码头和仓库";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_columns_below_a_headline(bool drawnInRows)
    {
        var page = new SetPage();
        page.Line("江州部署明年工作", 150, 700, 22);
        AddColumns(page, drawnInRows, firstLeft: Left);

        Assert.Equal(["江州部署明年工作", Left, Left, Left, Right, Right, Right], page.Arrange());
    }

    /// <summary>本报讯 is followed by a blank that lies beside the headline above: no gutter of its own.</summary>
    [Fact]
    public void A_blank_after_the_dateline_is_no_gutter()
    {
        var page = new SetPage();
        page.Line("江州部署明年工作", 150, 700, 22);
        AddColumns(page, drawnInRows: true, firstLeft: "本报江州讯　市里召开会议部署工作");

        Assert.Equal(["江州部署明年工作", "本报江州讯　市里召开会议部署工作", Left, Left, Right, Right, Right], page.Arrange());
    }

    /// <summary>Beside a picture a column stands as it does beside text.</summary>
    [Fact]
    public void A_picture_at_the_head_of_a_column()
    {
        var page = new SetPage();
        page.Line("江州部署明年工作", 150, 700, 22);
        page.Picture(50, 610, 150, 60);
        for (var i = 0; i < 6; i++)
        {
            page.Line(Right, 250, 650 - 17 * i, 10);
        }

        for (var i = 4; i < 6; i++)
        {
            page.Line(Left, 50, 650 - 17 * i, 10);
        }

        Assert.Equal(["江州部署明年工作", Left, Left, Right, Right, Right, Right, Right, Right], page.Arrange());
    }

    /// <summary>A headline in the first of two columns that are not set on one grid: the second goes on beside it.</summary>
    [Fact]
    public void A_headline_in_a_column_ends_no_other()
    {
        var page = new SetPage();
        for (var i = 0; i < 9; i++)
        {
            page.Line(Right, 250, 645 - (17 * i), 10);
            if (i < 6)
            {
                page.Line(Left, 50, i < 3 ? 650 - (17 * i) : 599 - (17 * i), 10);
            }
        }

        page.Line("江州部署明年工作", 60, 575, 14);

        Assert.Equal([Left, Left, Left, "江州部署明年工作", Left, Left, Left, .. Enumerable.Repeat(Right, 9)], page.Arrange());
    }

    /// <summary>A short headline in the middle stands over all of three columns, not in the middle one.</summary>
    [Fact]
    public void A_centred_headline_above_three_columns()
    {
        var page = new SetPage();
        string[] columns = ["江州市昨日召开会议", "与会人员考察了码头", "大家讨论了工作报告"];
        page.Line("江州部署", 166, 680, 22);
        for (var i = 0; i < 15; i++)
        {
            page.Line(columns[i % 3], 50 + (115 * (i % 3)), 650 - (17 * (i / 3)), 10);
        }

        Assert.Equal(["江州部署", .. columns.SelectMany(column => Enumerable.Repeat(column, 5))], page.Arrange());
    }

    private static void AddColumns(SetPage page, bool drawnInRows, string firstLeft)
    {
        for (var i = 0; i < 6; i++)
        {
            var (row, isLeft) = drawnInRows ? (i / 2, i % 2 == 0) : (i % 3, i < 3);
            page.Line(isLeft ? row == 0 ? firstLeft : Left : Right, isLeft ? 50 : 250, 650 - 17 * row, 10);
        }
    }
}
