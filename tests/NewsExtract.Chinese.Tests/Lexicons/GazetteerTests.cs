using NewsExtract.Chinese.Lexicons;

namespace NewsExtract.Chinese.Tests.Lexicons;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("太原市召开", 3, "City", false, false)]
    [InlineData("太原召开", 2, "City", true, false)]
    [InlineData("太原市场", 2, "City", true, false)]
    [InlineData("太原市长", 2, "City", true, false)]
    [InlineData("山西省委", 2, "Province", true, false)]
    [InlineData("内蒙古自治区", 6, "Province", false, false)]
    [InlineData("湘西土家族苗族自治州", 10, "City", false, false)]
    [InlineData("大理州", 3, "City", false, false)]
    [InlineData("寿光县", 3, "County", false, false)]
    [InlineData("清河公园", 2, "County", true, true)]
    [InlineData("清河县", 3, "County", false, false)]
    [InlineData("西区医院", 2, "County", false, true)]
    [InlineData("哈萨克斯坦", 5, "Country", false, false)]
    [InlineData("京津冀协同", 3, "Region", false, false)]
    public void ReadsTheLongestName(string text, int length, string level, bool isShort, bool needsCompany) =>
        Assert.Equal(
            new PlaceMatch(length, Enum.Parse<PlaceLevel>(level), isShort, needsCompany),
            Gazetteer.Shared.Longest(text, 0));

    [Theory]
    [InlineData("和平发展")]
    [InlineData("东方红")]
    [InlineData("企业")]
    public void LeavesCommonWordsOut(string text) =>
        Assert.True(Gazetteer.Shared.Longest(text, 0) is { IsFound: false } or { NeedsCompany: true });
}
