using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public class RoleValueTests
{
    [Fact]
    public void White_space_never_counts() =>
        Assert.Equal(RoleValue.OfText("签约　仪式").Norm, RoleValue.OfText("签约\n仪式").Norm);

    [Fact]
    public void A_number_is_not_its_text() => Assert.NotEqual(RoleValue.OfNumber(5).Norm, RoleValue.OfText("5").Norm);

    [Fact]
    public void Lists_agree_in_any_order() =>
        Assert.Equal(RoleValue.OfList(["甲公司", "乙公司"]).Norm, RoleValue.OfList(["乙公司", "甲公司"]).Norm);

    [Theory]
    [InlineData("签约仪式", "项目签约仪式", true)]
    [InlineData("仪式", "全省项目签约仪式", false)]
    [InlineData("战略合作框架协议", "战略合作协议", true)]
    [InlineData("", "协议", false)]
    [InlineData("", "", true)]
    public void Likeness_needs_half_the_length_or_three_quarters_alike(string left, string right, bool expected) =>
        Assert.Equal(expected, RoleValue.OfText(left).IsCloseTo(RoleValue.OfText(right)));
}
