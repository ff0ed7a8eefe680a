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
}
