namespace NewsExtract.Linking.Tests;

/// <summary>What people decide goes before evidence.</summary>
public class DecisionTests
{
    private readonly Articles _articles = new Articles()
        .Add("2021-01-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局")
        .Add("2021-02-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局")
        .Add("2021-03-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局")
        .Add("2021-04-01", null, ["PER 陈志远", "GPE 大同市"], "陈志远 市长 大同市")
        .Add("2021-05-01", null, ["PER 陈志远", "GPE 大同市"], "陈志远 市长 大同市");

    [Fact]
    public void A_merge_makes_one_of_two_and_says_so()
    {
        var merged = _articles.Link(Merge(1, [0, 1, 2], [3, 4])).Single(static entity => entity.Type == EntityType.Person);

        Assert.Equal([null, LinkReasons.SameOrganisation, LinkReasons.SameOrganisation, LinkReasons.ByHand, LinkReasons.SamePost], merged.Members.Select(static member => member.Link?.Reason));
    }

    [Theory]
    [InlineData(new[] { 0 }, "0 1,2 3,4")]
    [InlineData(new[] { 1 }, "0,2 1 3,4")]
    [InlineData(new[] { 0, 2 }, "0,2 1 3,4")]
    public void What_is_taken_out_together_is_another(int[] taken, string groups) =>
        Assert.Equal(groups, _articles.Groups("陈志远", Split(1, taken, [.. ((int[])[0, 1, 2]).Except(taken)])));

    [Fact]
    public void A_new_article_joins_one_side_and_does_not_bring_them_together()
    {
        var split = Split(1, [1], [0, 2]);
        _articles.Add("2021-06-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局");

        Assert.Equal("0,2,5 1 3,4", _articles.Groups("陈志远", split));
    }

    [Fact]
    public void Of_two_that_contradict_each_other_the_later_holds()
    {
        Assert.Equal("0,1,2,3,4", _articles.Groups("陈志远", Split(1, [0], [1, 2]), Merge(2, [0, 1, 2], [3, 4])));
        Assert.Equal("0 1,2,3,4", _articles.Groups("陈志远", Merge(1, [0, 1, 2], [3, 4]), Split(2, [0], [1, 2, 3, 4])));
    }

    [Fact]
    public void A_merge_keeps_what_others_parted_from_either()
    {
        // 0 is not 3, and 3 is one with 1 by hand: 1 goes with 3, and what is like 0 stays with it.
        var groups = _articles.Groups("陈志远", Split(1, [0], [3]), Merge(2, [1], [3]));

        Assert.DoesNotContain(groups.Split(' '), static group => group.Split(',').Contains("0") && group.Split(',').Contains("3"));
        Assert.Contains(groups.Split(' '), static group => group.Split(',').Contains("1") && group.Split(',').Contains("3"));
    }

    [Fact]
    public void An_anchor_finds_its_name_among_the_aliases_and_nothing_where_it_is_gone()
    {
        var articles = new Articles().Add("2021-01-01", null, ["ORG 太原云岭机械有限公司|云岭机械"]).Add("2021-02-01", null, ["ORG 大同云岭机械有限公司"]);
        LinkDecision decision = new(1, LinkDecisionKind.Merge, [new EntityAnchor(1000, EntityType.Organization, "云岭机械")], [articles.Anchor(1, "大同云岭机械有限公司"), new EntityAnchor(5, EntityType.Organization, "公司")]);

        Assert.Single(articles.Link(decision));
    }

    private LinkDecision Merge(long id, int[] first, int[] second) => Decide(id, LinkDecisionKind.Merge, first, second);

    private LinkDecision Split(long id, int[] first, int[] second) => Decide(id, LinkDecisionKind.Split, first, second);

    private LinkDecision Decide(long id, LinkDecisionKind kind, int[] first, int[] second) =>
        new(id, kind, [.. first.Select(article => _articles.Anchor(article, "陈志远"))], [.. second.Select(article => _articles.Anchor(article, "陈志远"))]);
}
