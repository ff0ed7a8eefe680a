using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public class TallyTests
{
    // Python: f"{value:.3f}"
    [Theory]
    [InlineData(0.0625, "0.062")]
    [InlineData(0.1875, "0.188")]
    [InlineData(0.8125, "0.812")]
    [InlineData(0.0005, "0.001")]
    [InlineData(0.6666666666666666, "0.667")]
    [InlineData(1, "1.000")]
    public void Digits_are_rounded_as_python_rounds_them(double value, string expected) => Assert.Equal(expected, Tally.Digits(value));

    [Fact]
    public void Nothing_to_find_and_nothing_found_is_perfect() => Assert.Equal(1, default(Tally).F1);

    [Fact]
    public void Row_gives_figures_and_counts() =>
        Assert.Equal("mention.PER            P  0.750  R  0.600  F1  0.667  gold     5  found     4", new Tally(3, 5, 4).ToRow("mention.PER"));
}
