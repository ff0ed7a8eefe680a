using NewsExtract.Learning.Sequences;

namespace NewsExtract.Learning.Tests.Sequences;

public sealed class SequenceTrainerTests
{
    private const int Person = (int)EntityType.Person;
    private const int Organization = (int)EntityType.Organization;

    /// <summary>Tags of the positions, and the position at which they contradict one another.</summary>
    public static TheoryData<int[], int> Contradictions => new()
    {
        { [Tags.Outside, Tags.FirstInside + Person, Tags.FirstEnd + Person], 1 }, // inside after outside
        { [Tags.FirstInside + Person, Tags.FirstEnd + Person], 0 }, // a line begins inside
        { [Tags.FirstBegin + Person, Tags.FirstInside + Person], 2 }, // a line ends inside
        { [Tags.FirstBegin + Person, Tags.Outside], 1 }, // a mention that is not ended
        { [Tags.FirstBegin + Person, Tags.FirstEnd + Organization], 1 }, // ended as another type
        { [Tags.FirstBegin + Person, Tags.FirstBegin + Organization, Tags.FirstEnd + Organization], 1 }, // two that overlap
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Tags_that_contradict_one_another_are_refused(int[] tags, int position)
    {
        var good = Line(Tags.Outside, Tags.FirstBegin + Person, Tags.FirstEnd + Person, Tags.FirstSingle + Organization);
        var bad = Line(tags);

        Assert.Null(good.Contradiction());
        Assert.Equal(position, bad.Contradiction());
        var exception = Assert.Throws<ArgumentException>(() => SequenceTrainer.Train([good, bad], SequenceTraining.Default));
        Assert.StartsWith($"line 1 of 2 allows no sequence of tags: at position {position} of its {tags.Length} ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_that_allows_no_tag_is_refused() =>
        Assert.Equal(1, new SequenceLine([[1], [2]], [Tags.All, 0]).Contradiction());

    [Fact]
    public void Lines_that_allow_several_tags_are_learnt()
    {
        var partly = new SequenceLine([[1], [2], [3]], [Tags.All, Tags.Bit(Tags.FirstBegin + Person) | Tags.Bit(Tags.Outside), Tags.Of(Tags.Set(EntityType.Person)) | Tags.Bit(Tags.Outside)]);

        Assert.Null(partly.Contradiction());
        Assert.NotEmpty(SequenceTrainer.Train([partly, partly], SequenceTraining.Default).Transitions);
    }

    private static SequenceLine Line(params int[] tags) => new([.. tags.Select((_, position) => (uint[])[(uint)position])], [.. tags.Select(Tags.Bit)]);
}
