using NewsExtract.Extraction.Mentions.Events;
using NewsExtract.Extraction.Mentions.Facilities;
using NewsExtract.Extraction.Mentions.Honors;
using NewsExtract.Extraction.Mentions.Projects;
using NewsExtract.Extraction.Mentions.Zones;

namespace NewsExtract.Extraction.Tests.Mentions;

public sealed class NamedThingRecognizerTests
{
    [Theory]
    [InlineData("在太原经济技术开发区举行，经开区签约12个项目。", "太原经济技术开发区|经开区")]
    [InlineData("落户中国（山西）自由贸易试验区大同片区。", "中国（山西）自由贸易试验区大同片区")]
    [InlineData("全省开发区、各园区要提高认识，国家级经开区达到9家。", "")]
    public void Finds_zones(string text, string expected) => Assert.Equal(expected, NameSamples.Find(new ZoneRecognizer(), text));

    [Theory]
    [InlineData("签约仪式在太原国际会展中心举行。", "太原国际会展中心")]
    [InlineData("列车驶出运城北站，大西高铁全线贯通。", "运城北站|大西高铁")]
    [InlineData("修建高速公路和火车站，改造道路。", "")]
    public void Finds_facilities(string text, string expected) => Assert.Equal(expected, NameSamples.Find(new FacilityRecognizer(), text));

    [Theory]
    [InlineData("6月1日，全省开发区2025年第三次“百日攻坚”活动举行。", "全省开发区2025年第三次“百日攻坚”活动")]
    [InlineData("参加第八届中国国际进口博览会", "第八届中国国际进口博览会")]
    [InlineData("会议指出，要办好活动，举行签约仪式。", "")]
    public void Finds_events(string text, string expected) => Assert.Equal(expected, NameSamples.Find(new EventRecognizer(), text));

    [Theory]
    [InlineData("投资9亿元建设的年产20万吨高纯石英砂项目开工。", "年产20万吨高纯石英砂项目")]
    [InlineData("大同至天津±800千伏特高压直流输电工程投运。", "大同至天津±800千伏特高压直流输电工程")]
    [InlineData("明年建成年产六万吨聚乙烯装置。", "年产六万吨聚乙烯装置")]
    [InlineData("签约项目233个，亿元以上项目12个，抓好产业项目。", "")]
    public void Finds_projects(string text, string expected) => Assert.Equal(expected, NameSamples.Find(new ProjectRecognizer(), text));

    [Theory]
    [InlineData("拥有国家高新技术企业8家、省级企业技术中心3家。", "国家高新技术企业|省级企业技术中心")]
    [InlineData("成果获山西省科学技术奖一等奖。", "山西省科学技术奖一等奖")]
    [InlineData("今年初，学院获评山西省高水平职业院校，师生欢欣。", "山西省高水平职业院校")]
    [InlineData("演出获二等奖，奖金一千元。", "")]
    [InlineData("他被授予“优秀守林人”称号。", "优秀守林人")]
    [InlineData("召开科学技术奖励大会，支持企业做大做强。", "")]
    public void Finds_honors(string text, string expected) => Assert.Equal(expected, NameSamples.Find(new HonorRecognizer(), text));
}
