using NewsExtract.Readers.Pages;
using NewsExtract.Readers.Pdf;
using Xunit;

namespace NewsExtract.Readers.Tests.Pdf;

public sealed class RepairTests
{
    [Theory]
    [InlineData("⽂", "文")]
    [InlineData("⺠", "民")]
    [InlineData("⻓", "长")]
    [InlineData("\uF9D1", "六")]
    [InlineData("江", "江")]
    public void Radicals_and_compatibility_ideographs_become_characters(string named, string shown) =>
        Assert.Equal(shown, IdeographRepair.Repair(named));

    [Fact]
    public void A_box_turned_and_turned_back_is_the_same()
    {
        var box = new Box(10, 20, 110, 32);
        for (var quarters = 0; quarters < 4; quarters++)
        {
            var turn = new PageTurn(quarters, 595, 842);
            var turned = turn.Turn(box);
            Assert.Equal(box, turn.TurnBack(turned));
            Assert.Equal(turn.IsSideways ? box.Height : box.Width, turned.Width);
        }
    }
}
