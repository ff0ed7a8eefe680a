namespace NewsExtract.Linking.Tests;

/// <summary>The outcome is a function of what the articles say.</summary>
public class OrderTests
{
    private static readonly string[] s_people = ["陈志远", "陈志", "王若兰"];
    private static readonly string[] s_papers = ["太原晚报", "山西日报", "大同日报"];
    private static readonly string[] s_bodies = ["GPE 太原市", "GPE 大同", "ORG 太原市商务局", "ORG 省商务厅", "ORG 山西省商务厅", "ORG 太原云岭机械有限公司|云岭机械", "ORG 云岭机械", "ORG 市公安局"];
    private static readonly string[] s_titles = ["市长", "局长", "董事长", "教师"];

    [Fact]
    public void The_order_of_articles_changes_nothing()
    {
        var random = new Random(7);
        var articles = new Articles();
        for (var i = 0; i < 200; i++)
        {
            var person = s_people[random.Next(s_people.Length)];
            var body = s_bodies[random.Next(s_bodies.Length)];
            var name = body[(body.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|')[0];
            var title = s_titles[random.Next(s_titles.Length)];
            articles.Add($"20{10 + random.Next(12)}-0{1 + random.Next(9)}", s_papers[random.Next(s_papers.Length)], ["PER " + person, body], random.Next(3) switch { 0 => [], 1 => [$"{person} {title}"], _ => [$"{person} {title} {name}"] });
        }

        LinkDecision[] decisions =
        [
            new(1, LinkDecisionKind.Merge, [Anchor(articles, 3)], [Anchor(articles, 9)]),
            new(2, LinkDecisionKind.Split, [Anchor(articles, 20)], [Anchor(articles, 40)]),
        ];
        var expected = Describe(EntityLinker.Link(articles.All, decisions));

        Assert.True(expected.Length > 20);
        for (var round = 0; round < 5; round++)
        {
            var shuffled = articles.All.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Describe(EntityLinker.Link(shuffled, decisions)));
        }
    }

    [Fact]
    public void An_entity_keeps_its_id_as_long_as_its_earliest_member_stays()
    {
        var articles = new Articles().Add("2021-03-01", null, ["ORG 太原市商务局"]);
        var id = articles.Link().Single().Id;

        Assert.Equal(id, articles.Add("2022-03-01", null, ["ORG 太原市商务局"]).Link().Single().Id);
        Assert.NotEqual(id, articles.Add("2020-03-01", null, ["ORG 太原市商务局"]).Link().Single().Id);
    }

    private static EntityAnchor Anchor(Articles articles, int article) => articles.Anchor(article, articles.All[article].Names[0].Name);

    private static string[] Describe(IEnumerable<LinkedEntity> entities) =>
        [.. entities.Select(static entity => $"{entity.Id} {entity.Type} {entity.Name}: {string.Join("; ", entity.Members)}")];
}
