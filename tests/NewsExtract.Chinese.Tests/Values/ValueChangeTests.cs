using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Tests.Values;

/// <summary>The change that the words around an amount make of it: direction, role and basis.</summary>
public class ValueChangeTests
{
    [Theory]
    [InlineData("产值同比增长7.4%", "7.4%", "up by yearonyear 同比")]
    [InlineData("产值环比下降0.6个百分点", "0.6个百分点", "down by previousperiod 环比")]
    [InlineData("产量比上年同期增加6.1万吨", "6.1万吨", "up by yearonyear 比上年同期")]
    [InlineData("存款余额较年初减少9亿元", "9亿元", "down by yearstart 较年初")]
    [InlineData("与上年同期相比，全市用电量增长6.6%", "6.6%", "up by yearonyear 与上年同期相比")]
    [InlineData("客流量较2019年增长11%", "11%", "up by namedtime 较2019年")]
    [InlineData("两年平均增长4.4%", "4.4%", "up by yearlyaverage 年平均")]
    [InlineData("出口额月减2.2%", "2.2%", "down by previousperiod 月减")]
    [InlineData("失业率比上月高0.4个百分点", "0.4个百分点", "up by previousperiod 比上月")]
    [InlineData("增速回落2.7个百分点", "2.7个百分点", "down by")]
    [InlineData("下降幅度收窄6个百分点", "6个百分点", "down by")]
    [InlineData("工业增加值增速为5.9%", "5.9%", "up by")]
    [InlineData("增速为-1.3%", "-1.3%", "down by")]
    [InlineData("同比增长-2.9%", "-2.9%", "down by yearonyear 同比")]
    [InlineData("投资负增长3.1%", "3.1%", "down by")]
    [InlineData("降幅达17%", "17%", "down by")]
    [InlineData("收入增加了近两倍", "近两倍", "up by")]
    [InlineData("产能翻了两番", "翻了两番", "up to")]
    [InlineData("能耗减半", "减半", "down by")]
    [InlineData("工期缩短70天", "70天", "down by")]
    [InlineData("油价降0.3元", "0.3元", "down by")]
    [InlineData("股指涨1.8%", "1.8%", "up by")]
    [InlineData("净增经营主体4.7万户", "4.7万户", "up by")]
    [InlineData("全年净减1200人", "1200人", "down by")]
    [InlineData("实现了9%的增长。", "9%", "up by")]
    [InlineData("以年均15%的速度递增", "15%", "up by yearlyaverage 年均")]
    [InlineData("学位增至7600个", "7600个", "up to")]
    [InlineData("空置率下降到6%", "6%", "down to")]
    [InlineData("税率下调为8%", "8%", "down to")]
    public void An_amount_of_change(string text, string words, string expected) => Assert.Equal(expected, Change(text, words));

    [Theory]
    [InlineData("由31%提高到44%", "31%", "up from", "44%", "up to")]
    [InlineData("由18天压减至4天", "18天", "down from", "4天", "down to")]
    [InlineData("产量增至原来的4倍，增产26万吨", "4倍", "up to", "26万吨", "up by")]
    [InlineData("从去年的730家，增至980家", "730家", "up from", "980家", "up to")]
    [InlineData("失业率下降0.7个百分点至4.9%", "0.7个百分点", "down by", "4.9%", "down to")]
    [InlineData("同比分别增长6%和下降4%", "6%", "up by yearonyear 同比", "4%", "down by yearonyear 同比")]
    [InlineData("环比分别增长6%、7%", "6%", "up by previousperiod 环比", "7%", "up by previousperiod 环比")]
    [InlineData("同比增长6%，环比下降2%", "6%", "up by yearonyear 同比", "2%", "down by previousperiod 环比")]
    [InlineData("同比增长6%，占全市的28%", "6%", "up by yearonyear 同比", "28%", "")]
    public void Two_amounts(string text, string first, string expectedFirst, string second, string expectedSecond)
    {
        Assert.Equal(expectedFirst, Change(text, first));
        Assert.Equal(expectedSecond, Change(text, second));
    }

    [Theory]
    [InlineData("培育增长极70个", "70个")]
    [InlineData("同比增长的企业有60家", "60家")]
    [InlineData("占比38%", "38%")]
    [InlineData("总量达38%", "38%")]
    [InlineData("增加值700亿元", "700亿元")]
    [InlineData("比全市平均水平高2.8个百分点", "2.8个百分点")]
    [InlineData("增长点有26个", "26个")]
    [InlineData("连续增长17年", "17年")]
    [InlineData("油价上涨6次", "6次")]
    [InlineData("提升26个小区", "26个")]
    [InlineData("晋升2人", "2人")]
    [InlineData("每公升8元", "8元")]
    [InlineData("涨跌幅5%", "5%")]
    [InlineData("未增加40人", "40人")]
    [InlineData("40%的增长来自出口", "40%")]
    [InlineData("新增就业1300万人", "1300万人")]
    [InlineData("下降。全年共70人", "70人")]
    public void A_plain_level_has_no_change(string text, string words) => Assert.Equal("", Change(text, words));

    [Theory]
    [InlineData("同比增长的企业利润下降3%", "down by")]
    [InlineData("2019年增长8%", "up by")]
    [InlineData("同比增长，其中出口下降3%", "down by")]
    [InlineData("收入和去年利润增长3%", "up by")]
    public void A_basis_of_other_words_is_not_taken(string text, string expected) => Assert.Equal(expected, Change(text, text[^2..]));

    [Fact]
    public void The_basis_is_a_span_of_the_source()
    {
        var value = Assert.Single(ValueRecognizer.Recognize("用電量較 2019 年增長 1200 萬千瓦時"), value => value.Change is not null);
        Assert.Equal(ChangeDirection.Up, value.Change!.Direction);
        Assert.Equal("較 2019 年", value.Change.BasisSpan!.Value.Of("用電量較 2019 年增長 1200 萬千瓦時").ToString());
    }

    private static string Change(string text, string words)
    {
        var value = Assert.Single(ValueRecognizer.Recognize(text, new PartialDate(2024, 1, 15)), value => !value.IsPart && value.Span.Of(text).SequenceEqual(words));
        return value.Change is not { } change ? "" : $"{change.Direction} {change.Role} {change.Basis} ".ToLowerInvariant().Trim() + (change.BasisSpan is { } basis ? " " + basis.Of(text).ToString() : "");
    }
}
