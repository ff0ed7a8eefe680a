using NewsExtract.Extraction.Mentions;

namespace NewsExtract.Extraction.Tests.Mentions;

public sealed class MentionOverlapPolicyTests
{
    [Fact]
    public void The_longer_span_wins_and_frees_what_it_does_not_cover()
    {
        var kept = MentionOverlapPolicy.Resolve([
            Candidate(EntityType.GeoPolitical, 0, 2),
            Candidate(EntityType.Title, 4, 8),
            Candidate(EntityType.Title, 6, 8),
            Candidate(EntityType.Organization, 0, 6),
        ]);

        Assert.Equal([(EntityType.Organization, new TextSpan(0, 6)), (EntityType.Title, new TextSpan(6, 8))], kept.Select(mention => (mention.Type, mention.Span)));
    }

    [Fact]
    public void Of_equal_spans_the_first_recognizer_wins()
    {
        var kept = MentionOverlapPolicy.Resolve([Candidate(EntityType.Person, 0, 2), Candidate(EntityType.GeoPolitical, 0, 2)]);

        Assert.Equal(EntityType.Person, Assert.Single(kept).Type);
    }

    [Fact]
    public void A_part_at_the_start_of_a_longer_span_goes() =>
        Assert.Single(MentionOverlapPolicy.Resolve([Candidate(EntityType.GeoPolitical, 0, 1), Candidate(EntityType.Title, 0, 4)]));

    [Fact]
    public void A_title_does_not_swallow_the_body_before_it()
    {
        // 大同第二医院|护理部主任: the long title covers the body whole.
        var kept = MentionOverlapPolicy.Resolve([
            Candidate(EntityType.Organization, 0, 6),
            Candidate(EntityType.Title, 0, 11),
            Candidate(EntityType.Title, 6, 11),
        ]);

        Assert.Equal([(EntityType.Organization, new TextSpan(0, 6)), (EntityType.Title, new TextSpan(6, 11))], kept.Select(mention => (mention.Type, mention.Span)));
    }

    private static Mention Candidate(EntityType type, int start, int end) => new(type, new TextSpan(start, end), new Producer("test", "1"));
}
