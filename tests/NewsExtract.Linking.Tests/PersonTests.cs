namespace NewsExtract.Linking.Tests;

/// <summary>Who is who among people of one name.</summary>
public class PersonTests
{
    [Fact]
    public void A_name_alone_links_nobody() =>
        Assert.Equal("0 1", new Articles().Add("2021-03-01", "太原晚报", ["PER 陈志远"]).Add("2021-04-01", "太原晚报", ["PER 陈志远"]).Groups("陈志远"));

    [Fact]
    public void Two_people_of_one_name_in_two_cities_stay_apart()
    {
        var articles = new Articles()
            .Add("2021-03-01", null, ["PER 陈志远", "GPE 太原市"], "陈志远 副市长 太原市")
            .Add("2021-05-01", null, ["PER 陈志远", "GPE 大同市"], "陈志远 副市长 大同市")
            .Add("2022-03-01", null, ["PER 陈志远", "GPE 太原市"], "陈志远 副市长 太原市")
            .Add("2022-05-01", null, ["PER 陈志远", "GPE 大同市"], "陈志远 副市长 大同市");

        Assert.Equal("0,2 1,3", articles.Groups("陈志远"));
    }

    [Theory]
    [InlineData(LinkReasons.SameOrganisation, "ORG 太原市商务局", "陈志远 科长 太原市商务局", "ORG 太原商务局", "陈志远 局长 太原商务局")]
    [InlineData(LinkReasons.SamePost, "GPE 太原市", "陈志远 副市长 太原市", "GPE 太原", "陈志远 副市长 太原")]
    [InlineData(LinkReasons.SamePlace, "ORG 太原市商务局", "陈志远 局长 太原市商务局", "GPE 太原市", "陈志远 副市长 太原市")]
    [InlineData(LinkReasons.SamePlace, "ORG 太原市商务局", "陈志远 局长 太原市商务局", "ORG 太原市水务局", "陈志远 局长 太原市水务局")]
    [InlineData(LinkReasons.NamedTogether, "ORG 太原云岭机械有限公司", "陈志远 董事长 太原云岭机械有限公司", "ORG 太原云岭机械有限公司", null)]
    [InlineData(LinkReasons.NamedTogether, "GPE 太原市", "陈志远 市长 太原市", "GPE 太原市", null)]
    public void What_two_share_links_them(string reason, string firstBody, string firstPost, string secondBody, string? secondPost)
    {
        var articles = new Articles().Add("2021-03-01", null, ["PER 陈志远", firstBody], firstPost).Add("2023-03-01", null, ["PER 陈志远", secondBody], secondPost is null ? [] : [secondPost]);

        var person = Assert.Single(articles.Link(), static entity => entity.Type == EntityType.Person);
        Assert.Equal(reason, person.Members[1].Link!.Reason);
    }

    [Fact]
    public void A_post_without_its_place_is_of_the_paper_s_place()
    {
        var articles = new Articles()
            .Add("2021-03-01", "太原晚报", ["PER 陈志远"], "陈志远 市长")
            .Add("2021-04-01", "太原晚报", ["PER 陈志远"], "陈志远 市长")
            .Add("2021-04-02", "大同日报", ["PER 陈志远"], "陈志远 市长");

        Assert.Equal("0,1 2", articles.Groups("陈志远"));
    }

    [Fact]
    public void Posts_in_two_bodies_of_one_year_are_of_two_people()
    {
        var articles = new Articles()
            .Add("2021-03-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局")
            .Add("2021-05-01", null, ["PER 陈志远", "ORG 太原市第九中学"], "陈志远 校长 太原市第九中学");

        Assert.Equal("0 1", articles.Groups("陈志远"));
    }

    [Fact]
    public void An_article_that_tells_of_both_posts_joins_them()
    {
        var articles = new Articles()
            .Add("2019-03-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局")
            .Add("2023-05-01", null, ["PER 陈志远", "GPE 大同市"], "陈志远 副市长 大同市");
        Assert.Equal("0 1", articles.Groups("陈志远"));

        articles.Add("2021-08-01", null, ["PER 陈志远", "ORG 太原市商务局", "GPE 大同市"], "陈志远 局长 太原市商务局", "陈志远 副市长 大同市");

        Assert.Equal("0,2,1", articles.Groups("陈志远"));
    }

    [Fact]
    public void A_place_does_not_tell_people_with_names_of_two_characters_apart() =>
        Assert.Equal("0 1", new Articles()
            .Add("2021-03-01", null, ["PER 陈志", "ORG 太原市商务局"], "陈志 局长 太原市商务局")
            .Add("2023-03-01", null, ["PER 陈志", "ORG 太原市水务局"], "陈志 局长 太原市水务局")
            .Groups("陈志"));

    [Fact]
    public void Someone_without_a_post_is_not_given_to_one_of_two()
    {
        var articles = new Articles()
            .Add("2021-03-01", null, ["PER 陈志远", "ORG 太原市商务局"], "陈志远 局长 太原市商务局")
            .Add("2021-05-01", null, ["PER 陈志远", "ORG 太原市第九中学"], "陈志远 教师 太原市第九中学")
            .Add("2022-05-01", null, ["PER 陈志远", "GPE 太原市"]);

        Assert.Equal("0 1 2", articles.Groups("陈志远"));
    }

    [Fact]
    public void Who_writes_for_one_paper_is_one()
    {
        var articles = new Articles()
            .Add("2021-03-01", "太原晚报", ["PER 陈志远"]).By(0)
            .Add("2022-03-01", "太原晚报", ["PER 陈志远"]).By(0)
            .Add("2022-03-01", "大同日报", ["PER 陈志远"]).By(0);

        Assert.Equal("0,1 2", articles.Groups("陈志远"));
    }
}
