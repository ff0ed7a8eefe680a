using System.Globalization;
using NewsExtract.Chinese.Values;

namespace NewsExtract.Chinese.Tests.Values;

public class ValueRecognizerTests
{
    [Theory]
    [InlineData("收入 326.4 亿元", "326.4 亿元", 32640000000)]
    [InlineData("捐款人民币 5千元", "人民币 5千元", 5000)]
    [InlineData("共 6 万3 千7 百 户", "6 万3 千7 百 户", 63700)]
    [InlineData("产量７，３２０吨", "７，３２０吨", 7320)]
    [InlineData("合计61，320.50元", "61，320.50元", 61320.5)]
    [InlineData("負參萬", "負參萬", -30000)]
    public void Blanks_and_commas_of_typesetting_are_read_over(string text, string words, double expected)
    {
        var value = Assert.Single(ValueRecognizer.Recognize(text), value => !value.IsPart);
        Assert.Equal(words, value.Span.Of(text).ToString());
        Assert.Equal((decimal)expected, Assert.IsType<NumberValue>(value.Value).Value);
    }

    [Fact]
    public void Blanks_between_digits_part_two_numbers()
    {
        var values = ValueRecognizer.Recognize("12 350");
        Assert.Equal([12m, 350m], values.Select(value => ((NumberValue)value.Value!).Value!.Value));
    }

    [Theory]
    [InlineData("四分之一的农户", "四分之一", 0.25)]
    [InlineData("负八分之五", "负八分之五", -0.625)]
    [InlineData("-1/8", "-1/8", -0.125)]
    [InlineData("负二又四分之三", "负二又四分之三", -2.75)]
    [InlineData("2 3/4英里", "2 3/4", 2.75)]
    [InlineData("比例：7/2", "7/2", 3.5)]
    [InlineData("约10^3个数量级", "10^3", 1000)]
    [InlineData("年过半百的匠人", "半百", 50)]
    [InlineData("误差 -.25", "-.25", -0.25)]
    [InlineData("壹", "壹", 1)]
    [InlineData("柒佰零叁", "柒佰零叁", 703)]
    public void Numbers(string text, string words, double expected) => Check(ValueKind.Number, text, words, (decimal)expected);

    [Theory]
    [InlineData("第六届年会", "第六", 6)]
    [InlineData("第3万名游客", "第3万", 30000)]
    [InlineData("产量居全省前三的县", "前三", 3)]
    public void Ordinals(string text, string words, double expected) => Check(ValueKind.Ordinal, text, words, (decimal)expected);

    [Theory]
    [InlineData("增长百分之七点五", "百分之七点五", 7.5)]
    [InlineData("万分之六", "万分之六", 0.06)]
    [InlineData("下滑百分之负二点五", "百分之负二点五", -2.5)]
    [InlineData("学费打对折", "对折", 50)]
    [InlineData("百分百投入", "百分百", 100)]
    [InlineData("打七五折", "七五折", 75)]
    [InlineData("仅收半折。", "半折", 50)]
    [InlineData("提高4.2个百分点", "4.2个百分点", 4.2)]
    public void Percentages(string text, string words, double expected) => Check(ValueKind.Percentage, text, words, (decimal)expected);

    [Theory]
    [InlineData("票价五块二", "五块二", 5.2, "CNY")]
    [InlineData("票价18块6", "18块6", 18.6, "CNY")]
    [InlineData("售价CNY 36.5", "CNY 36.5", 36.5, "CNY")]
    [InlineData("标价JPY¥700万", "JPY¥700万", 7000000, "JPY")]
    [InlineData("收费三块零八", "三块零八", 3.08, "CNY")]
    [InlineData("3.6块", "3.6块", 3.6, "CNY")]
    [InlineData("9块", "9块", 9, "CNY")]
    [InlineData("仅需八块六毛五", "八块六毛五", 8.65, "CNY")]
    [InlineData("补贴3元5角2分", "3元5角2分", 3.52, "CNY")]
    [InlineData("计人民币陆拾元零角伍分", "人民币陆拾元零角伍分", 60.05, "CNY")]
    [InlineData("只花了六块。", "六块", 6, "CNY")]
    [InlineData("六毛六", "六毛六", 0.66, "CNY")]
    [InlineData("苹果卖到12.5元/斤", "12.5元/斤", 12.5, "CNY")]
    [InlineData("七美元又五美分", "七美元又五美分", 7.05, "USD")]
    [InlineData("售价80欧分", "80欧分", 0.8, "EUR")]
    [InlineData("折合600美圆", "600美圆", 600, "USD")]
    public void Money(string text, string words, double expected, string currency)
    {
        var value = Check(ValueKind.Money, text, words, (decimal)expected);
        Assert.Equal(currency, value.Currency);
    }

    [Theory]
    [InlineData("管径4300mm", "4300mm", 4300, "mm", "length", "0.001", "m")]
    [InlineData("装机600MW", "600MW", 600, "MW", "power", "1000000", "W")]
    [InlineData("流转土地45亩", "45亩", 45, "亩", "area", "666.6667", "m²")]
    [InlineData("分得三两黄金", "三两", 3, "两", "mass", "0.05", "kg")]
    [InlineData("重七斤四两", "七斤四两", 74, "两", "mass", "0.05", "kg")]
    [InlineData("身高一米八", "一米八", 1.8, "米", "length", "1", "m")]
    [InlineData("风速3.6米每秒", "3.6米每秒", 3.6, "米/秒", "speed", "1", "m/s")]
    [InlineData("每小时九十公里", "每小时九十公里", 90, "公里/小时", "speed", "0.2778", "m/s")]
    [InlineData("亩产400公斤/亩", "400公斤/亩", 400, "公斤/亩", "mass per area", "0.0015", "kg/m²")]
    [InlineData("体温达华氏101.3度", "华氏101.3度", 101.3, "华氏度", "temperature", null, "K")]
    [InlineData("存储八千字节", "八千字节", 8, "千字节", "data", "8000", "bit")]
    public void Quantities(string text, string words, double expected, string unit, string dimension, string? factor, string siUnit)
    {
        var recognized = Assert.Single(ValueRecognizer.Recognize(text), value => !value.IsPart && value.Kind == ValueKind.Quantity);
        Assert.Equal(words, recognized.Span.Of(text).ToString());
        var value = Assert.IsType<NumberValue>(recognized.Value);
        Assert.Equal((decimal)expected, value.Value);
        Assert.Equal(unit, value.Unit);
        Assert.Equal((dimension, siUnit), (recognized.Unit?.Dimension, recognized.Unit?.SiUnit));
        Assert.Equal(factor, recognized.Unit?.SiFactor is { } own ? decimal.Round(own, 4).ToString("0.####", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("票价2元5角至3元2角", 2.5, 3.2)]
    [InlineData("投资3亿至5亿", 300000000, 500000000)]
    [InlineData("月薪6k-9k", 6000, 9000)]
    [InlineData("大约 30 - 60个", 30, 60)]
    [InlineData("预算4——6万元", 40000, 60000)]
    [InlineData("气温十一到十五摄氏度", 11, 15)]
    public void Ranges(string text, double low, double high)
    {
        var value = Assert.IsType<NumberValue>(Assert.Single(ValueRecognizer.Recognize(text), value => !value.IsPart).Value);
        Assert.Equal(((decimal?)low, (decimal?)high), (value.Min, value.Max));
    }

    [Theory]
    [InlineData("招收七百多名学员", 700, 800)]
    [InlineData("数十家企业", 10, 100)]
    [InlineData("十几个村", 10, 20)]
    [InlineData("30几户", 30, 40)]
    [InlineData("捐款4000多万元", 40000000, 50000000)]
    [InlineData("三亿二千余万吨", 320000000, 330000000)]
    public void An_open_amount_says_what_it_stays_below(string text, double low, double high)
    {
        var value = Assert.Single(ValueRecognizer.Recognize(text), value => !value.IsPart);
        Assert.Equal(new ValueBounds((decimal)low, (decimal)high), value.Bounds);
    }

    [Theory]
    [InlineData("四川的一切统一安排")]
    [InlineData("万万没有想到")]
    [InlineData("见 https://example.org/a?id=30%25 。")]
    [InlineData("收拾房间")]
    [InlineData("正负二极管")]
    [InlineData("C629客机")]
    [InlineData("东风-47")]
    public void No_value_is_read_out_of_words(string text) => Assert.DoesNotContain(ValueRecognizer.Recognize(text), value => value.Kind is ValueKind.Number or ValueKind.Percentage);

    [Fact]
    public void A_number_takes_the_words_behind_it_with_its_bound()
    {
        var value = Assert.Single(ValueRecognizer.Recognize("人数在60以内"), value => !value.IsPart);
        Assert.Equal((new TextSpan(3, 7), 60m, Approximation.Under), (value.Span, ((NumberValue)value.Value!).Value, ((NumberValue)value.Value).Approximation));
        Assert.Equal(60, value.Bounds?.Max);
    }

    [Theory]
    [InlineData("增速高于6%", "高于6%", 6, null)]
    [InlineData("误差小于等于3毫米", "小于等于3毫米", null, 3)]
    [InlineData("年收入低于30万元", "低于30万元", null, 300000)]
    [InlineData("温度大于 或 等于12", "大于 或 等于12", 12, null)]
    [InlineData("数值大于5且小于9", "大于5且小于9", 5, 9)]
    [InlineData("人数在6以内", "6以内", null, 6)]
    [InlineData("介于七十和九十之间", "介于七十和九十之间", 70, 90)]
    public void Words_of_comparison_bound_a_value(string text, string words, int? low, int? high)
    {
        var part = Assert.Single(ValueRecognizer.Recognize(text), value => value.IsPart && value.Span.Of(text).SequenceEqual(words));
        var value = Assert.IsType<NumberValue>(part.Value);
        Assert.Equal(((decimal?)low, (decimal?)high), (part.Bounds?.Min ?? value.Min, part.Bounds?.Max ?? value.Max));
    }

    [Fact]
    public void The_numeral_and_the_amount_without_its_words_are_parts()
    {
        const string Text = "超过三百名";
        Assert.Equal(["超过三百名", "超过三百", "三百名", "三百"], ValueRecognizer.Recognize(Text).Select(value => value.Span.Of(Text).ToString()));
    }

    private static NumberValue Check(ValueKind kind, string text, string words, decimal expected)
    {
        var recognized = Assert.Single(ValueRecognizer.Recognize(text), value => !value.IsPart && value.Kind == kind);
        Assert.Equal(words, recognized.Span.Of(text).ToString());
        var value = Assert.IsType<NumberValue>(recognized.Value);
        Assert.Equal(expected, value.Value);
        return value;
    }
}
