using NewsExtract.Extraction.Mentions.Organizations;

namespace NewsExtract.Extraction.Tests.Mentions;

public sealed class OrganizationRecognizerTests
{
    [Theory]
    [InlineData("会议由山西泓岳精密机械有限公司承办。", "山西泓岳精密机械有限公司")]
    [InlineData("本报讯 省商务厅、市发展和改革委员会、市卫健委负责人参加。", "省商务厅|市发展和改革委员会|市卫健委")]
    [InlineData("他毕业于清华大学，现任大同市第二人民医院院长。", "清华大学|大同市第二人民医院")]
    [InlineData("运城市委书记、市人大常委会主任出席。", "运城市委|市人大常委会")]
    [InlineData("与中国科学院山西煤炭化学研究所签约", "中国科学院山西煤炭化学研究所")]
    [InlineData("江苏寒地重工有限公司、湖南地源精密机械有限公司参加。", "江苏寒地重工有限公司|湖南地源精密机械有限公司")]
    [InlineData("由中铁二十八局集团承建", "中铁二十八局集团")]
    [InlineData("省委、省政府派出工作组", "省委|省政府")]
    [InlineData("据太原海关统计，对东盟出口增长。", "太原海关|东盟")]
    public void Finds_full_names(string text, string expected) =>
        Assert.Equal(expected, NameSamples.Find(new OrganizationRecognizer(), text));

    [Theory]
    [InlineData("有关部门和企业、公司负责人参加，国有大型企业集团进驻。")]
    [InlineData("市委书记、省委常委出席会议。")]
    [InlineData("落实战略部署，该镇政府和一个县水利局打破僵局。")]
    [InlineData("全市各级各部门、各单位要提高认识。")]
    [InlineData("引进跨国公司12家、上市公司3家。")]
    public void Leaves_generic_words(string text) =>
        Assert.Equal("", NameSamples.Find(new OrganizationRecognizer(), text));

    [Fact]
    public void Knows_short_forms_of_a_firm_named_in_full() =>
        Assert.Equal(
            "泓岳新材|山西泓岳新材料股份有限公司|泓岳新材料|泓岳公司",
            NameSamples.Find(
                new OrganizationRecognizer(),
                "泓岳新材再获订单。近日，山西泓岳新材料股份有限公司开工，泓岳新材料董事长致辞，泓岳公司的产品畅销。"));

    [Theory]
    [InlineData("山西云泊数据技术有限公司（以下简称“云泊”）落户，云泊将投资。", "山西云泊数据技术有限公司|云泊|云泊")]
    [InlineData("泓岳新材、汾源动力等7家企业入选。", "泓岳新材|汾源动力")]
    [InlineData("泓岳棉业董事长、泓岳棉业技术总监致辞。", "泓岳棉业|泓岳棉业")]
    public void Knows_names_that_the_text_introduces_lists_or_titles(string text, string expected) =>
        Assert.Equal(expected, NameSamples.Find(new OrganizationRecognizer(), text));
}
