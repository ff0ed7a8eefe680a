using NewsExtract.Readers.Layout;

namespace NewsExtract.Readers.Tests.Layout;

public class FurnitureTests
{
    [Theory]
    [InlineData("江州新报　　2009年1月18日　　第2版·综合", "江州新报", "2009-01-18")]
    [InlineData("江　州　新　报　　２０２１年１１月３日　　０１", "江州新报", "2021-11-03")]
    [InlineData("第03版　要闻　　　　2024年7月12日", null, "2024-07-12")]
    [InlineData("江州日报　2016-08-05　第１版", "江州日报", "2016-08-05")]
    [InlineData("江州時報／民國112年3月8日／地方版", "江州時報", "2023-03-08")]
    [InlineData("114-07-02　江州時報", "江州時報", "2025-07-02")]
    [InlineData("江州机报　　一九八五年五月九日　　第二版", "江州机报", "1985-05-09")]
    [InlineData("江东制造　2022年8月", "江东制造", "2022-08")]
    [InlineData("江东周刊　第１２期　　２０２２年６月", "江东周刊", "2022-06")]
    [InlineData("Ａ６　灣區經貿　　2024年11月22日", null, "2024-11-22")]
    [InlineData("江州日报 | 2023年5月6日 星期六 | 03版", "江州日报", "2023-05-06")]
    [InlineData("2023年5月6日　星期六　农历三月十七　第1234期　今日8版", null, "2023-05-06")]
    [InlineData("总第128期", null, null)]
    [InlineData("第2版（经济）", null, null)]
    [InlineData("- 3 -", null, null)]
    [InlineData("— ０１ —", null, null)]
    [InlineData("·02·", null, null)]
    [InlineData("第3版", null, null)]
    [InlineData("3 / 12", null, null)]
    [InlineData("国内统一刊号：CN14-0001", null, null)]
    [InlineData("新闻热线：0351-1234567", null, null)]
    [InlineData("江州都市报　　社会新闻　Ａ６　　责编：何亮　　2003年6月18日", "江州都市报", "2003-06-18")]
    [InlineData("江州农商导报　2007年4月17日　社址：江州市人民路", "江州农商导报", "2007-04-17")]
    [InlineData("江 州 乡 企 报　　1993年8月l2日　　第一版", "江州乡企报", "1993-08-12")]
    [InlineData("江州市开发区协会主办", null, null)]
    public void Furniture(string line, string? source, string? date)
    {
        var furniture = FurnitureReader.Read(line, new TextSpan(0, line.Length));
        Assert.NotNull(furniture);
        Assert.Equal(source, furniture.Source);
        Assert.Equal(date, furniture.Date?.ToString());
    }

    [Theory]
    [InlineData("石桥园区生产忙")]
    [InlineData("江州日报社举行座谈会")]
    [InlineData("第1名　方小石　　江州中学　　10秒96")]
    [InlineData("2023年江州市十件实事")]
    [InlineData("二〇二三年江州大事")]
    [InlineData("记者方小石")]
    [InlineData("石桥镇　12.3　8.5%")]
    [InlineData("今日江州更美丽")]
    [InlineData("责任编辑：方小石　美术编辑：何亮")]
    public void Not_furniture(string line) => Assert.Null(FurnitureReader.Read(line, new TextSpan(0, line.Length)));

    [Fact]
    public void Repeated_lines_at_page_breaks_are_running_heads() => Bulletin.Expect(
        "江东观察\n\n石桥园区生产忙\n\n清晨，车间里机器轰鸣，工人们正在生产。\n\f江东观察\n\n园区负责人介绍，今年开局良好。\n\f江东观察\n\n下一步，园区将继续招商。",
        """
        = - | 江东观察 | -
        F 江东观察
        H 石桥园区生产忙
        P 清晨，车间里机器轰鸣，工人们正在生产。
        F 江东观察
        P 园区负责人介绍，今年开局良好。
        F 江东观察
        P 下一步，园区将继续招商。
        """);

    [Theory]
    [InlineData("新华社江州3月5日电", "新华社", "新华社江州3月5日电")]
    [InlineData("江东日报讯", "江东日报", "江东日报讯")]
    [InlineData("江东日报临江讯", "江东日报", "江东日报临江讯")]
    [InlineData("本报江州3月5日电", null, "本报江州3月5日电")]
    [InlineData("本报讯", null, null)]
    [InlineData("本刊讯", "本刊讯", null)]
    [InlineData("中新社江州3月5日电", "中新社", "中新社江州3月5日电")]
    public void Dateline(string dateline, string? source, string? printed)
    {
        var article = Assert.Single(Bulletin.Split($"石桥园区生产忙\n\n{dateline}（记者 方小石）昨日，车间里机器轰鸣。"));
        Assert.Equal(source, article.Source);
        Assert.Equal(printed, article.Dateline);
    }

    [Fact]
    public void Date_of_a_dateline()
    {
        var article = Assert.Single(Bulletin.Split("石桥园区生产忙\n\n本报江州一九九二年十月九日电（记者 方小石）昨日，车间里机器轰鸣。"));
        Assert.Equal(new PartialDate(1992, 10, 9), article.PublicationDate);
    }

    [Fact]
    public void The_callers_date_stands_in()
    {
        var document = Bulletin.Read("石桥园区生产忙\n\n昨日，车间里机器轰鸣。") with { Date = new PartialDate(2023, 5) };
        Assert.Equal(new PartialDate(2023, 5), Assert.Single(new TextArticleSplitter().Split(document)).PublicationDate);
    }
}
