using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public class SequenceRatioTests
{
    // Expected values: difflib.SequenceMatcher(None, left, right, autojunk=False).ratio() of Python 3.11.
    [Theory]
    [InlineData("", "", 1.0)]
    [InlineData("abcd", "bcde", 0.75)]
    [InlineData("签约项目", "项目签约仪式", 0.4)]
    [InlineData("全省经济工作会议精神", "经济工作座谈会精神传达", 0.6666666666666666)]
    [InlineData("甲乙丙丁甲乙丙", "乙丙甲乙丁丙", 0.46153846153846156)]
    public void Ratio_is_that_of_difflib(string left, string right, double expected) =>
        Assert.Equal(expected, SequenceRatio.Of(left, right));

    [Fact]
    public void A_surrogate_pair_is_one_character() => Assert.Equal(0.5, SequenceRatio.Of("𠮷甲", "𠮷乙"));
}
