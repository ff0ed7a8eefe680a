namespace NewsExtract.Linking.Tests;

/// <summary>Bodies and places that articles of different issues name.</summary>
public class OrganizationTests
{
    [Theory]
    [InlineData("ORG 省商务厅", "山西日报", "ORG 山西省商务厅", "山西日报", LinkReasons.PlaceGiven)]
    [InlineData("ORG 市政府", "太原晚报", "ORG 太原市人民政府", "山西日报", LinkReasons.PlaceGiven)]
    [InlineData("ORG 太原市委", "山西日报", "ORG 中共太原市委员会", null, LinkReasons.FullForm)]
    [InlineData("ORG 太原市公安局", null, "ORG 太原公安局", null, LinkReasons.FullForm)]
    [InlineData("ORG 山西省卫健委", null, "ORG 山西省卫生健康委员会", null, LinkReasons.FullForm)]
    [InlineData("ORG 太原云岭机械有限公司", null, "ORG 太原雲嶺機械有限公司", null, LinkReasons.SameName)]
    [InlineData("ORG 太原公安局", null, "ORG 太原公安局", null, LinkReasons.SameName)]
    [InlineData("ORG 工信部", null, "ORG 工业和信息化部", null, LinkReasons.FullForm)]
    [InlineData("ORG 国家发改委", null, "ORG 国家发展和改革委员会", null, LinkReasons.FullForm)]
    [InlineData("GPE 太原", null, "GPE 太原市", null, LinkReasons.FullForm)]
    [InlineData("GPE 山西太原", null, "GPE 太原市", null, LinkReasons.FullForm)]
    [InlineData("ORG 立法會", "香港日報", "ORG 立法会", "香港晨報", LinkReasons.PlaceGiven)]
    [InlineData("ORG 中国乒乓球女队", null, "ORG 中国乒乓球女队", null, LinkReasons.SameName)]
    [InlineData("HONOR 全国五一劳动奖章", null, "HONOR 全国五一劳动奖章", null, LinkReasons.SameName)]
    [InlineData("PROJECT 云岭水库扩建工程", null, "PROJECT 云岭水库扩建工程", null, LinkReasons.SameName)]
    public void Names_of_one_thing_are_linked(string first, string? firstPaper, string second, string? secondPaper, string reason)
    {
        var entity = Assert.Single(new Articles().Add("2021-03-01", firstPaper, [first]).Add("2023-05-02", secondPaper, [second]).Link());

        Assert.Equal(reason, entity.Members[1].Link!.Reason);
        Assert.InRange(entity.Members[1].Link!.Confidence, 0.75, 0.99);
        Assert.Null(entity.Members[0].Link);
    }

    [Theory]
    [InlineData("ORG 省商务厅", "山西日报", "ORG 省商务厅", "河南日报")]
    [InlineData("ORG 公安局", "太原晚报", "ORG 公安局", "太原晚报")]
    [InlineData("ORG 公司", null, "ORG 公司", null)]
    [InlineData("ORG 实验小学", "太原晚报", "ORG 实验小学", "大同日报")]
    [InlineData("ORG 市政府", null, "ORG 市政府", null)]
    [InlineData("ORG 太原分公司", null, "ORG 太原分公司", null)]
    [InlineData("GPE 鼓楼区", "南京日报", "GPE 鼓楼区", "福州日报")]
    [InlineData("GPE 河西村", "太原晚报", "GPE 河西村", "大同日报")]
    [InlineData("FAC 人民广场", "太原晚报", "FAC 人民广场", "大同日报")]
    [InlineData("GPE 太原市", null, "ORG 太原市", null)]
    [InlineData("ORG 外国语学院", "太原晚报", "ORG 外国语学院", "太原晚报")]
    [InlineData("ORG 中国女队", null, "ORG 中国女队", null)]
    [InlineData("ORG 山西队", null, "ORG 山西队", null)]
    [InlineData("ORG 研究生院", null, "ORG 研究生院", null)]
    [InlineData("ORG 立法會", "香港日報", "ORG 立法會", "澳門日報")]
    [InlineData("ORG 云岭炼钢厂转炉车间|云岭炼钢厂", null, "ORG 云岭炼钢厂", null)]
    [InlineData("HONOR 先进集体", "太原晚报", "HONOR 先进集体", "太原晚报")]
    [InlineData("HONOR 省级单项冠军企业", "太原晚报", "HONOR 省级单项冠军企业", "南京日报")]
    public void Names_that_stand_for_many_things_stay_apart(string first, string? firstPaper, string second, string? secondPaper) =>
        Assert.Equal(2, new Articles().Add("2021-03-01", firstPaper, [first]).Add("2023-05-02", secondPaper, [second]).Link().Length);

    [Fact]
    public void A_name_with_its_place_given_is_called_in_full()
    {
        var articles = new Articles().Add("2021-03-01", "山西日报", ["ORG 省商务厅"]).Add("2021-04-01", "山西日报", ["ORG 省商务厅"]);

        Assert.Equal("山西省商务厅", Assert.Single(articles.Link()).Name);
    }

    [Fact]
    public void A_dateline_says_more_of_the_place_than_the_paper()
    {
        var articles = new Articles()
            .Add("2021-03-01", "山西日报", ["ORG 市公安局"]).WithDateline("本报大同3月1日电")
            .Add("2021-04-01", null, ["ORG 大同市公安局"]);

        Assert.Equal("0,1", articles.Groups("市公安局"));
    }

    [Fact]
    public void A_short_name_that_an_article_declares_is_linked_everywhere()
    {
        var articles = new Articles()
            .Add("2021-03-01", null, ["ORG 山西云岭药业股份有限公司|云岭药业"])
            .Add("2022-03-01", null, ["ORG 云岭药业"]);

        var entity = Assert.Single(articles.Link());
        Assert.Equal("山西云岭药业股份有限公司", entity.Name);
        Assert.Equal(LinkReasons.DeclaredAlias, entity.Members[1].Link!.Reason);
    }

    [Fact]
    public void A_short_name_of_two_firms_is_linked_to_neither()
    {
        var articles = new Articles()
            .Add("2021-03-01", null, ["ORG 山西云岭药业股份有限公司|云岭集团"])
            .Add("2021-04-01", null, ["ORG 山西云岭置业集团有限公司|云岭集团"])
            .Add("2022-03-01", null, ["ORG 云岭集团"])
            .Add("2022-04-01", null, ["ORG 云岭集团"]);

        Assert.Equal("2,3", articles.Groups("云岭集团"));
    }

    [Fact]
    public void A_firm_is_known_by_its_own_word_and_the_characters_that_follow()
    {
        var articles = new Articles()
            .Add("2021-03-01", null, ["ORG 山西云岭特种钢股份有限公司"])
            .Add("2022-03-01", null, ["ORG 云岭特钢"])
            .Add("2022-04-01", null, ["ORG 云峰特钢"]);

        Assert.Equal("0,1", articles.Groups("云岭特钢"));
        Assert.Equal("2", articles.Groups("云峰特钢"));
    }
}
