using Xunit;

namespace NewsExtract.Readers.Tests.Arrangement;

/// <summary>Columns above and below a line that crosses them: whether they are read row by row or each through to its end.</summary>
public class ColumnFlowTests
{
    private const string Headline = "江州部署明年工作";

    /// <summary>The headline stands in the middle of its article, whose text breaks off above it and goes on below: it is read first.</summary>
    [Fact]
    public void A_headline_in_the_middle_of_its_article()
    {
        var page = new SetPage();
        SetRow(page, ["　　江州市昨日召开会议部署明", "年工作与会人员考察了新建的码"], ["头和仓库听取了企业负责人的介", "绍随后大家讨论了工作报告并且"], 650);
        page.Line(Headline, 120, 590, 22);
        SetRow(page, ["提出许多建议会议认为当前形势", "很好各项工作进展顺利要抓紧时"], ["间落实目标任务做好年底前的各", "项工作。"], 560);

        Assert.Equal(
            [
                Headline, "江州市昨日召开会议部署明", "年工作与会人员考察了新建的码", "头和仓库听取了企业负责人的介", "绍随后大家讨论了工作报告并且",
                "提出许多建议会议认为当前形势", "很好各项工作进展顺利要抓紧时", "间落实目标任务做好年底前的各", "项工作。",
            ],
            page.Arrange());
    }

    /// <summary>A quotation set across the columns: 明 | 年 goes on below it, and the second column begins a paragraph.</summary>
    [Fact]
    public void A_quotation_across_columns_that_go_on_below()
    {
        var page = new SetPage();
        SetRow(page, ["　　江州市昨日召开会议部署明", "年工作与会人员考察了新建的码"], ["　　会议认为当前形势很好各项", "工作进展顺利要抓紧时间落实目"], 650);
        page.Line(Headline, 120, 590, 22);
        SetRow(page, ["头和仓库听取了企业负责人的介", "绍。"], ["标任务做好年底前的各项工作确", "保完成。"], 560);

        Assert.Equal(
            [
                "江州市昨日召开会议部署明", "年工作与会人员考察了新建的码", "头和仓库听取了企业负责人的介", "绍。",
                "会议认为当前形势很好各项", "工作进展顺利要抓紧时间落实目", "标任务做好年底前的各项工作确", "保完成。", Headline,
            ],
            page.Arrange());
    }

    /// <summary>The text above the headline ends there: another story begins.</summary>
    [Fact]
    public void A_headline_of_another_story()
    {
        var page = new SetPage();
        SetRow(page, ["　　江州市昨日召开会议部署明", "年工作与会人员考察了新建的码"], ["头和仓库听取了企业负责人的介", "绍。"], 650);
        page.Line(Headline, 120, 590, 22);
        SetRow(page, ["　　提出许多建议会议认为当前", "很好各项工作进展顺利要抓紧时"], ["间落实目标任务做好年底前的各", "项工作。"], 560);

        Assert.Equal(
            [
                "江州市昨日召开会议部署明", "年工作与会人员考察了新建的码", "头和仓库听取了企业负责人的介", "绍。", Headline,
                "提出许多建议会议认为当前", "很好各项工作进展顺利要抓紧时", "间落实目标任务做好年底前的各", "项工作。",
            ],
            page.Arrange());
    }

    // Drawn row by row, so that the order in the file tells nothing.
    private static void SetRow(SetPage page, string[] left, string[] right, float top)
    {
        for (var i = 0; i < left.Length; i++)
        {
            page.Line(left[i], 50, top - (17 * i), 10);
            page.Line(right[i], 210, top - (17 * i), 10);
        }
    }
}
