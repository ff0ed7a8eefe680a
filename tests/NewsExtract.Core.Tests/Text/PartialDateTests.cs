namespace NewsExtract.Core.Tests.Text;

public class PartialDateTests
{
    [Theory]
    [InlineData("2023")]
    [InlineData("2023-12")]
    [InlineData("2024-02-29")]
    public void What_is_written_can_be_read(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023-13")]
    [InlineData("2023-02-29")]
    [InlineData("2023-1-1-1")]
    [InlineData("二〇二三")]
    public void What_is_no_date_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void A_day_needs_a_month() => Assert.Throws<ArgumentOutOfRangeException>(() => new PartialDate(2023, null, 5));
}
