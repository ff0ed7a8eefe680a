using NewsExtract.Chinese.Numerals;
using NewsExtract.Chinese.Quantities;

namespace NewsExtract.Chinese.Tests.Quantities;

public class AmountTests
{
    [Theory]
    [InlineData("70亿元", 7000000000, "元", "CNY", Approximation.Exact)]
    [InlineData("约6000万元", 60000000, "元", "CNY", Approximation.About)]
    [InlineData("近9亿美元", 900000000, "美元", "USD", Approximation.About)]
    [InlineData("6个亿", 600000000, "元", "CNY", Approximation.Exact)]
    [InlineData("2.5个亿元", 250000000, "元", "CNY", Approximation.Exact)]
    [InlineData("人民币七万元", 70000, "元", "CNY", Approximation.Exact)]
    [InlineData("约港币2,430万元", 24300000, "港元", "HKD", Approximation.About)]
    [InlineData("新台币47亿元", 4700000000, "元", "TWD", Approximation.Exact)]
    [InlineData("澳门元八百万元", 8000000, "澳门元", "MOP", Approximation.Exact)]
    [InlineData("¥500", 500, "元", "CNY", Approximation.Exact)]
    [InlineData("US$300万", 3000000, "美元", "USD", Approximation.Exact)]
    [InlineData("3元5角", 3.5, "元", "CNY", Approximation.Exact)]
    [InlineData("四十七块八", 47.8, "元", "CNY", Approximation.Exact)]
    [InlineData("八块六毛", 8.6, "元", "CNY", Approximation.Exact)]
    [InlineData("壹万贰仟元整", 12000, "元", "CNY", Approximation.Exact)]
    [InlineData("贰拾元零柒分", 20.07, "元", "CNY", Approximation.Exact)]
    [InlineData("500万元（含）以上", 5000000, "元", "CNY", Approximation.Over)]
    [InlineData("五块钱", 5, "元", "CNY", Approximation.Exact)]
    [InlineData("亿元以上", 100000000, "元", "CNY", Approximation.Over)]
    [InlineData("上亿元", 100000000, "元", "CNY", Approximation.Over)]
    [InlineData("近万元", 10000, "元", "CNY", Approximation.About)]
    [InlineData("百亿元", 10000000000, "元", "CNY", Approximation.Exact)]
    [InlineData("不超过17亿港元", 1700000000, "港元", "HKD", Approximation.Under)]
    [InlineData("17万元上下", 170000, "元", "CNY", Approximation.About)]
    [InlineData("7亿元人民币", 700000000, "元", "CNY", Approximation.Exact)]
    [InlineData("2兆7,191亿元", 2719100000000, "元", "CNY", Approximation.Exact)]
    [InlineData("7300万瑞士法郎", 73000000, "瑞士法郎", "CHF", Approximation.Exact)]
    public void Money(string text, double value, string unit, string currency, Approximation approximation)
    {
        var amount = Read(text);
        Assert.Equal(AmountKind.Money, amount.Kind);
        var number = AmountResolver.Resolve(amount, UnitOf(amount, text));
        Assert.Equal(new NumberValue { Value = (decimal)value, Unit = unit, Currency = currency, Approximation = approximation }, number);
    }

    [Theory]
    [InlineData("17.3%", 17.3, "%", Approximation.Exact)]
    [InlineData("30%以上", 30, "%", Approximation.Over)]
    [InlineData("5%以内", 5, "%", Approximation.Under)]
    [InlineData("三成", 30, "%", Approximation.Exact)]
    [InlineData("三成五", 35, "%", Approximation.Exact)]
    [InlineData("一成半", 15, "%", Approximation.Exact)]
    [InlineData("逾七成半", 75, "%", Approximation.Over)]
    [InlineData("六成多", 60, "%", Approximation.Over)]
    [InlineData("近一半", 50, "%", Approximation.About)]
    [InlineData("百分之十七点三", 17.3, "%", Approximation.Exact)]
    [InlineData("百分之百", 100, "%", Approximation.Exact)]
    [InlineData("千分之四以下", 0.4, "%", Approximation.Under)]
    [InlineData("1/3", 33.33, "%", Approximation.Exact)]
    [InlineData("百万分之六点五", 0.00065, "%", Approximation.Exact)]
    [InlineData("-0.3%", -0.3, "%", Approximation.Exact)]
    [InlineData("三分之二", 66.67, "%", Approximation.Exact)]
    [InlineData("不低于19%", 19, "%", Approximation.Over)]
    [InlineData("6.4个百分点", 6.4, "个百分点", Approximation.Exact)]
    public void Percent(string text, double value, string unit, Approximation approximation)
    {
        var amount = Read(text);
        Assert.Equal(AmountKind.Percent, amount.Kind);
        Assert.Equal(new NumberValue { Value = (decimal)value, Unit = unit, Approximation = approximation }, AmountResolver.Resolve(amount, UnitOf(amount, text)));
    }

    [Theory]
    [InlineData("341个", 341, "个", Approximation.Exact)]
    [InlineData("2000余人", 2000, "人", Approximation.Over)]
    [InlineData("1300人左右", 1300, "人", Approximation.About)]
    [InlineData("六百家以上", 600, "家", Approximation.Over)]
    [InlineData("5200mm", 5200, "mm", Approximation.Exact)]
    [InlineData("700MW", 700, "MW", Approximation.Exact)]
    [InlineData("1700千瓦", 1700, "千瓦", Approximation.Exact)]
    [InlineData("70万千瓦", 700000, "千瓦", Approximation.Exact)]
    [InlineData("4万吨级", 40000, "吨级", Approximation.Exact)]
    [InlineData("一万三千多面", 13000, "面", Approximation.Over)]
    [InlineData("4万7,200人", 47200, "人", Approximation.Exact)]
    [InlineData("六个多月", 6, "个月", Approximation.Over)]
    [InlineData("两个半小时", 2.5, "小时", Approximation.Exact)]
    [InlineData("六斤半", 6.5, "斤", Approximation.Exact)]
    [InlineData("四千瓦", 4, "千瓦", Approximation.Exact)]
    [InlineData("一年半", 1.5, "年", Approximation.Exact)]
    [InlineData("不到半天", 0.5, "天", Approximation.Under)]
    [InlineData("零下29摄氏度", -29, "摄氏度", Approximation.Exact)]
    [InlineData("三十八度六", 38.6, "度", Approximation.Exact)]
    [InlineData("近一倍", 1, "倍", Approximation.About)]
    [InlineData("12台（套）", 12, "台（套）", Approximation.Exact)]
    [InlineData("3个工作日", 3, "个工作日", Approximation.Exact)]
    [InlineData("上百倍", 100, "倍", Approximation.Over)]
    [InlineData("5分12秒6", 312.6, "秒", Approximation.Exact)]
    [InlineData("3小时20分", 200, "分", Approximation.Exact)]
    [InlineData("三年零六个月", 42, "个月", Approximation.Exact)]
    [InlineData("2·37万吨", 23700, "吨", Approximation.Exact)]
    [InlineData("百十来户", 100, "户", Approximation.About)]
    [InlineData("成千上万亩", 10000, "亩", Approximation.Over)]
    [InlineData("砖1000万块", 10000000, "块", Approximation.Exact)]
    [InlineData("不少于12件", 12, "件", Approximation.Over)]
    public void Quantity(string text, double value, string unit, Approximation approximation)
    {
        var amount = Read(text);
        Assert.Equal(new NumberValue { Value = (decimal)value, Unit = unit, Approximation = approximation }, AmountResolver.Resolve(amount, UnitOf(amount, text)));
    }

    [Theory]
    [InlineData("十六至二十四万元", 160000, 240000)]
    [InlineData("三千到五千万元", 30000000, 50000000)]
    [InlineData("7200到4万元", 7200, 40000)]
    [InlineData("3至5年", 3, 5)]
    [InlineData("2-3万元", 20000, 30000)]
    [InlineData("三到五万吨", 30000, 50000)]
    [InlineData("六千至九千元", 6000, 9000)]
    [InlineData("10%～15%", 10, 15)]
    [InlineData("8米至12米", 8, 12)]
    [InlineData("百分之十至百分之十五", 10, 15)]
    [InlineData("三四百人", 300, 400)]
    [InlineData("2元到3元", 2, 3)]
    [InlineData("三到四成", 30, 40)]
    public void Range(string text, double low, double high)
    {
        var amount = Read(text);
        var number = AmountResolver.Resolve(amount, UnitOf(amount, text));
        Assert.NotNull(number);
        Assert.Null(number.Value);
        Assert.Equal((decimal)low, number.Min);
        Assert.Equal((decimal)high, number.Max);
    }

    [Theory]
    [InlineData("5×80米")]
    [InlineData("3天2晚")]
    public void Several_measures_have_no_one_number(string text) => Assert.Null(AmountResolver.Resolve(Read(text), ""));

    [Theory]
    [InlineData("11家上下游企业", "11家")]
    [InlineData("由去年的537家到926家", "537家")]
    [InlineData("四车道", null)]
    [InlineData("陆地", null)]
    [InlineData("三成员", null)]
    [InlineData("3元旦", null)]
    [InlineData("5G", null)]
    public void Ends_where_the_amount_ends(string text, string? expected)
    {
        var amount = Read(text, whole: false);
        Assert.Equal(expected, amount.Kind == AmountKind.Number ? null : amount.Span.Of(text).ToString());
    }

    [Fact]
    public void An_amount_too_large_is_none()
    {
        Assert.False(AmountReader.TryRead("99999999999999999999999亿元", 0, 0, out _, out var next));
        Assert.Equal(24, next);
    }

    private static Amount Read(string text, bool whole = true)
    {
        for (var position = 0; position < text.Length;)
        {
            if (NumeralCharacters.OpenerSet.Contains(text[position]) && AmountReader.TryRead(text, position, 0, out var amount, out var next) && (!whole || amount.Kind != AmountKind.Number))
            {
                Assert.True(next > position);
                if (whole && text[0] != '砖')
                {
                    Assert.Equal(new TextSpan(0, text.Length), amount.Span);
                }

                return amount;
            }

            position++;
        }

        return new Amount { Kind = AmountKind.Number, Span = default, Number = default };
    }

    private static string UnitOf(in Amount amount, string text) => amount.UnitSpan is { } unit ? unit.Of(text).ToString() : "";
}
