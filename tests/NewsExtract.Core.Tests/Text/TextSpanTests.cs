namespace NewsExtract.Core.Tests.Text;

public class TextSpanTests
{
    [Fact]
    public void The_end_is_exclusive()
    {
        var span = new TextSpan(2, 4);

        Assert.Equal(2, span.Length);
        Assert.True(span.Contains(3));
        Assert.False(span.Contains(4));
        Assert.Equal("签约", span.Of("项目签约仪式"));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    public void A_span_cannot_end_before_it_starts(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end));

    [Fact]
    public void Neighbours_do_not_overlap()
    {
        Assert.False(new TextSpan(0, 2).Overlaps(new TextSpan(2, 4)));
        Assert.True(new TextSpan(0, 3).Overlaps(new TextSpan(2, 4)));
    }

    [Fact]
    public void At_one_start_the_longer_span_comes_first() =>
        Assert.Equal([new TextSpan(0, 1), new TextSpan(2, 9), new TextSpan(2, 4)], new[] { new TextSpan(2, 4), new TextSpan(2, 9), new TextSpan(0, 1) }.Order());
}
