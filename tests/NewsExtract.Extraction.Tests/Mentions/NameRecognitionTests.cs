namespace NewsExtract.Extraction.Tests.Mentions;

public sealed class NameRecognitionTests
{
    [Theory]
    [InlineData("{TITLE|市委副书记}、{TITLE|市长}{PER|罗文博}出席并讲话，{TITLE|副市长}{PER|上官雪}主持。")]
    [InlineData("本报讯（记者 {PER|田小禾} 通讯员 {PER|令狐松}）近日，项目开工。")]
    [InlineData("县教育局{TITLE|局长}{PER|高兴}说，学校建好了。")]
    [InlineData("会议由{TITLE|管委会副主任}{PER|扎西平措}主持。")]
    [InlineData("集团{TITLE|总裁}{PER|马克·奥尔森}表示，愿意来投资。")]
    [InlineData("村民{PER|周大勇}种了三亩茶。{PER|周大勇}说，今年收成好。")]
    [InlineData("任命{PER|钱多福}为县审计局{TITLE|局长}；免去{PER|孙有年}的县审计局{TITLE|局长}职务。")]
    [InlineData("{PER|李思远}{TITLE|教授}、{PER|王海燕}{TITLE|研究员}等30人参加。")]
    [InlineData("{TITLE|外贸部经理}{PER|陶小满}介绍，订单排到了年底。")]
    [InlineData("{TITLE|县委书记}{PER|邱实}致辞。")]
    public void Persons_and_their_titles(string marked) => Assert.Equal(marked, NameMarks.Mark(NameMarks.Strip(marked)));

    [Theory]
    [InlineData("会议选举{PER|关雨田}为县人民法院{TITLE|院长}，{PER|苗成林}、{PER|黎小舟}、{PER|时立新}为{TITLE|副县长}。")]
    [InlineData("株式会社{TITLE|社长}{PER|松本健太郎}来访。")]
    [InlineData("{TITLE|党委书记}{PER|仁青多吉}汇报说，牧草长势好。")]
    [InlineData("“路修好了。”{PER|鲁大满}说。")]
    [InlineData("长山医院{PER|罗平章}{TITLE|教授}作报告。")]
    [InlineData("专家{PER|奥托·穆勒}先生一行到厂。")]
    [InlineData("{TITLE|镇党委书记}{PER|吴大有}、{TITLE|车间副主任}{PER|石小禾}在场。")]
    [InlineData("铁道部{TITLE|部长}{PER|冯克勤}慰问职工。")]
    public void Names_that_need_their_company(string marked) => Assert.Equal(marked, NameMarks.Mark(NameMarks.Strip(marked)));

    [Fact]
    public void A_full_width_blank_spreads_a_name_out() =>
        Assert.Equal("{TITLE|院长}{PER|车 前}宣布开工。", NameMarks.Mark("院长车　前宣布开工。"));

    [Fact]
    public void Names_in_columns_and_what_follows_them()
    {
        const string marked = "主席团成员\n{PER|丁大海} {PER|罗小满}（女） {PER|买买提·努尔}\n{PER|丁大海}主持会议。";
        Assert.Equal(marked, NameMarks.Mark(NameMarks.Strip(marked)));
    }

    [Theory]
    [InlineData("各级党委书记要带头。")]
    [InlineData("县长热线接到电话。")]
    [InlineData("董事会会议通过了议案。")]
    [InlineData("记者从会上获悉，高新技术企业增加。")]
    public void Posts_held_by_nobody_stay_unmarked(string text) => Assert.Equal(text, NameMarks.Mark(text));

    [Theory]
    [InlineData("{GPE|四川}{GPE|宣汉}的茶叶运到{GPE|成都市}。")]
    [InlineData("{GPE|潼南区}{GPE|柏梓镇}种柠檬。")]
    [InlineData("对接{LOC|京津冀}、{LOC|长三角}产业转移。")]
    [InlineData("全省、我市和各区县的市场平稳。")]
    [InlineData("产品销往{GPE|德国}、{GPE|越南}。")]
    [InlineData("{GPE|岭河市}{TITLE|副市长}{PER|韩大川}到会。{GPE|岭河市}今年新修了路。")]
    [InlineData("废水流入{LOC|白沙溪}，{LOC|白沙溪}水质变差。")]
    [InlineData("论坛在{GPE|京}召开。")]
    [InlineData("考察{GPE|日本}{GPE|冲绳县}。")]
    [InlineData("青藏线上党旗红，村民们都来了。")]
    public void Places(string marked) => Assert.Equal(marked, NameMarks.Mark(NameMarks.Strip(marked)));

    [Theory]
    [InlineData("印发{WORK|《关于贯彻〈条例〉的意见》}。")]
    [InlineData("编写{WORK|《茶山纪事》}和{WORK|《河工》}。")]
    [InlineData("书名号《没有合上")]
    public void Works(string marked) => Assert.Equal(marked, NameMarks.Mark(NameMarks.Strip(marked)));
}
