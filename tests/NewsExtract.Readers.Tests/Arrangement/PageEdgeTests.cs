using Xunit;

namespace NewsExtract.Readers.Tests.Arrangement;

/// <summary>What stands apart at the head and foot of a page is read first and last.</summary>
public class PageEdgeTests
{
    private const string Left = "江州市昨日召开会议部署明年工作";
    private const string Right = "与会人员考察了新建的码头和仓库";

    /// <summary>A row of two parts is one line; what stands a line's height below it is text.</summary>
    [Fact]
    public void A_running_head_and_a_page_number()
    {
        var page = new SetPage();
        page.Line("江州新刊", 50, 770, 9);
        page.Line("第３版", 360, 770, 9);
        AddColumns(page, top: 720, rows: 6);
        page.Line("３", 220, 30, 9);

        Assert.Equal(["江州新刊", "第３版"], page.Arrange().First().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal([Left, Left, Left, Left, Left, Left, Right, Right, Right, Right, Right, Right, "３"], page.Arrange().Skip(1));
    }

    /// <summary>Columns of a row or two that end above a headline stand apart at the head of the page as well, but fill their measure.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Short_columns_above_a_headline_are_no_head(int rows)
    {
        var page = new SetPage();
        page.Line("江州新刊", 50, 770, 9);
        AddColumns(page, top: 735, rows);
        page.Line("江州部署明年工作", 120, 680, 22);
        AddColumns(page, top: 650, rows: 4);

        var text = page.Arrange().ToList();
        Assert.Equal(["江州部署明年工作", .. Enumerable.Repeat(Left, rows), .. Enumerable.Repeat(Right, rows)], text[1..(2 + (2 * rows))]);
    }

    /// <summary>Eight ems below it or more no headline is near: two parts of one length are a running head.</summary>
    [Theory]
    [InlineData(655, false)]
    [InlineData(620, true)]
    public void Two_parts_of_one_length(float top, bool isHead)
    {
        var page = new SetPage();
        AddColumns(page, top: 735, rows: 1);
        AddColumns(page, top, rows: 4);

        Assert.Equal(
            isHead ? [Left, Right, .. Enumerable.Repeat(Left, 4), .. Enumerable.Repeat(Right, 4)] : [.. Enumerable.Repeat(Left, 5), .. Enumerable.Repeat(Right, 5)],
            page.Arrange().SelectMany(line => line.Split((char[])[' ', '　'], StringSplitOptions.RemoveEmptyEntries)));
    }

    private static void AddColumns(SetPage page, float top, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            page.Line(Left, 50, top - (17 * i), 10);
            page.Line(Right, 222, top - (17 * i), 10);
        }
    }
}
