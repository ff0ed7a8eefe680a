using System.Collections.Immutable;
using NewsExtract.Evaluation;
using NewsExtract.Training;

namespace NewsExtract.Tests.Training;

public sealed class ReadingNoiseTests
{
    // No character twice and none that others are taken for, so that each can be told again.
    private const string Text = "αβγδε\nζηθικ\nλμνξπρστυφχψ";

    private static readonly ImmutableArray<GoldMark> s_marks =
        [new(EntityType.Person, new TextSpan(1, 4)), new(EntityType.Organization, new TextSpan(4, 8)), new(EntityType.Title, new TextSpan(12, 24))];

    [Fact]
    public void The_same_seed_gives_the_same_text()
    {
        var first = new ReadingNoise(0.5, 7).Apply(Text, s_marks);

        Assert.Equal(first.Text, new ReadingNoise(0.5, 7).Apply(Text, s_marks).Text);
        Assert.NotEqual(first.Text, new ReadingNoise(0.5, 8).Apply(Text, s_marks).Text);
    }

    [Fact]
    public void Nothing_is_misread_at_a_rate_of_none()
    {
        var (text, marks) = new ReadingNoise(0, 1).Apply(Text, s_marks);

        Assert.Equal(Text, text);
        Assert.Equal(s_marks.ToArray(), marks.ToArray());
    }

    [Fact]
    public void The_rate_is_the_share_of_misread_characters()
    {
        var lines = string.Concat(Enumerable.Repeat("钧\n", 10_000));

        var read = new ReadingNoise(0.05, 1).Apply(lines, []).Text.Split('\n');

        Assert.InRange(read.Count(static line => line != "钧") - 1, 400, 600); // the last line is empty
        Assert.Contains("钩", read);
        Assert.Contains("钧钧", read);
        Assert.Contains("　", read);
    }

    [Fact]
    public void Marks_hold_what_is_left_of_their_characters()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (text, marks) = new ReadingNoise(0.3, seed).Apply(Text, s_marks);

            Assert.Equal(2, text.Count(static character => character == '\n'));
            foreach (var mark in s_marks)
            {
                var moved = marks.Where(other => other.Type == mark.Type).Select(other => other.Span.Of(text).ToString()).SingleOrDefault("");
                Assert.Equal(moved.Trim(), moved);
                Assert.Equal(mark.Span.Of(Text).ToString().Where(character => character != '\n' && text.Contains(character)), moved.Where(character => character != '\n' && Text.Contains(character)).Distinct());
            }
        }
    }
}
