using NewsExtract.Chinese.Numerals;

namespace NewsExtract.Chinese.Tests.Numerals;

public class NumeralReaderTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("1,234", 1234)]
    [InlineData("1,234,567.5", 1234567.5)]
    [InlineData("3.5万", 35000)]
    [InlineData("1亿4千万", 140000000)]
    [InlineData("8亿3,000万", 830000000)]
    [InlineData("4万7,200", 47200)]
    [InlineData("2万5", 25000)]
    [InlineData("9.5万亿", 9500000000000)]
    [InlineData("2百万", 2000000)]
    [InlineData("零", 0)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("廿六", 26)]
    [InlineData("一百零五", 105)]
    [InlineData("一千零六十", 1060)]
    [InlineData("四千零十", 4010)]
    [InlineData("三百十四", 314)]
    [InlineData("三千六", 3600)]
    [InlineData("一万二", 12000)]
    [InlineData("一亿三", 130000000)]
    [InlineData("一万一千", 11000)]
    [InlineData("一亿三千万", 130000000)]
    [InlineData("三万亿", 3000000000000)]
    [InlineData("一万二千亿", 1200000000000)]
    [InlineData("一点八", 1.8)]
    [InlineData("三十八点五", 38.5)]
    [InlineData("二点五万", 25000)]
    [InlineData("壹仟贰佰", 1200)]
    [InlineData("二〇二三", 2023)]
    [InlineData("五二五", 525)]
    [InlineData("一八三零点六", 1830.6)]
    [InlineData("三百点25", 300.25)]
    [InlineData("零点零零零零零零零零零零零零七", 0.0000000000007)]
    [InlineData("两万零百一十六", 20116)]
    [InlineData("零十六", 16)]
    [InlineData("壹百六十三", 163)]
    [InlineData("拾万零七十二", 100072)]
    [InlineData("八十三万六佰零九", 830609)]
    [InlineData("五万柒仟捌佰伍拾肆", 57854)]
    [InlineData("一千零拾叁", 1013)]
    [InlineData("柒", 7)]
    [InlineData("陆", 6)]
    [InlineData("六万万", 600000000)]
    [InlineData("二亿亿", 20000000000000000)]
    [InlineData("三万万亿", 30000000000000000)]
    [InlineData("七兆五十三亿六万二千", 7005300062000)]
    [InlineData("3万7千2百", 37200)]
    [InlineData("8亿3万2千6百", 800032600)]
    [InlineData("3万800", 30800)]
    [InlineData("2千零7", 2007)]
    [InlineData("6千零35", 6035)]
    [InlineData("3千零50万", 30500000)]
    [InlineData("4千6百万", 46000000)]
    [InlineData("5千万亿", 5000000000000000)]
    [InlineData("35k", 35000)]
    [InlineData("3e4", 30000)]
    [InlineData("7.5E-2", 0.075)]
    public void Reads_the_whole_numeral(string text, double expected)
    {
        Assert.True(NumeralReader.TryRead(text, 0, out var numeral));
        Assert.Equal(text.Length, numeral.End);
        Assert.Equal((decimal)expected, numeral.Low);
        Assert.Equal((decimal)expected, numeral.High);
        Assert.Equal(Approximation.Exact, numeral.Approximation);
    }

    [Theory]
    [InlineData("二十多", 20, 30)]
    [InlineData("二十多万", 200000, 300000)]
    [InlineData("350多万", 3500000, 3600000)]
    [InlineData("1.4万余", 14000, 15000)]
    [InlineData("三亿二千多万", 320000000, 330000000)]
    [InlineData("十几", 10, 20)]
    [InlineData("几十", 10, 100)]
    [InlineData("数百万", 1000000, 10000000)]
    [InlineData("百余", 100, 200)]
    [InlineData("600多", 600, 700)]
    [InlineData("九百零几万", 9000000, 9100000)]
    [InlineData("二十几万多亿", 20000000000000, 30000000000000)]
    [InlineData("700万余亿", 700000000000000, 800000000000000)]
    public void A_marker_within_makes_it_over(string text, double expected, double ceiling)
    {
        Assert.True(NumeralReader.TryRead(text, 0, out var numeral));
        Assert.Equal(text.Length, numeral.End);
        Assert.Equal((decimal)expected, numeral.Low);
        Assert.Equal(Approximation.Over, numeral.Approximation);
        Assert.Equal((decimal)ceiling, numeral.Ceiling);
    }

    [Theory]
    [InlineData("六七亿", 600000000, 700000000)]
    [InlineData("五六百", 500, 600)]
    [InlineData("十七八", 17, 18)]
    [InlineData("两三", 2, 3)]
    [InlineData("七八", 7, 8)]
    [InlineData("三五", 3, 5)]
    [InlineData("两三百万", 2000000, 3000000)]
    public void Two_digits_side_by_side_are_a_range(string text, double low, double high)
    {
        Assert.True(NumeralReader.TryRead(text, 0, out var numeral));
        Assert.Equal(text.Length, numeral.End);
        Assert.Equal((decimal)low, numeral.Low);
        Assert.Equal((decimal)high, numeral.High);
    }

    [Theory]
    [InlineData("12家", 2)]
    [InlineData("1700千瓦", 4)]
    [InlineData("3多元化", 1)]
    [InlineData("30多元", 3)]
    [InlineData("2024.7.12", 4)]
    [InlineData("1,23", 1)]
    [InlineData("四千瓦", 1)]
    [InlineData("八百两", 2)]
    [InlineData("九点三十分", 1)]
    [InlineData("三千陆军", 2)]
    [InlineData("五兆瓦", 1)]
    [InlineData("五千克", 1)]
    [InlineData("15km", 2)]
    [InlineData("3E号", 1)]
    [InlineData("3.5万零20", 4)]
    public void Stops_before_what_is_not_its_own(string text, int end)
    {
        Assert.True(NumeralReader.TryRead(text, 0, out var numeral));
        Assert.Equal(end, numeral.End);
    }

    [Fact]
    public void A_run_of_digits_beyond_any_number_is_stepped_over()
    {
        var text = new string('9', 5000);
        Assert.False(NumeralReader.TryRead(text, 0, out var numeral));
        Assert.Equal(5000, numeral.End);
    }
}
