using System.Collections.Immutable;
using System.Text;

namespace NewsExtract.Tests.FactTypes;

/// <summary>What declared types find, by the examples that a file gives.</summary>
public class DeclaredFactTests
{
    private const string Buyer = """{"name":"buyer","required":true,"types":["ORG"],"from":[{"where":"subject"}]}""";
    private const string Target = """{"name":"target","required":true,"types":["ORG"],"from":[{"where":"after"}]}""";
    private const string Bought = """{"id":"bought","words":["收购"],"notFollowed":["价"],"example":"{ORG|远帆集团}收购{ORG|江川轴承厂}。","counterExample":"{ORG|远帆集团}公布收购价。"}""";

    // what the roles are beside buyer and target, what is told, and the facts
    [Theory]
    [InlineData("subject, of the clause before", "", "{ORG|远帆集团}去年宣布，收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂"}""")]
    [InlineData("subject, a general word", "", "{ORG|远帆集团}设在{GPE|江川市}。该集团收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂"}""")]
    [InlineData("before, nearest", """{"name":"price","kind":"number","types":["MONEY"],"from":[{"where":"before"}]}""", "{ORG|远帆集团}融资{MONEY|9亿元}以{MONEY|3亿元}收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂","price":300000000}""")]
    [InlineData("before, led", """{"name":"price","kind":"number","types":["MONEY"],"from":[{"where":"before","led":["融资"]}]}""", "{ORG|远帆集团}融资{MONEY|9亿元}以{MONEY|3亿元}收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂","price":900000000}""")]
    [InlineData("before, within its clause alone", """{"name":"price","kind":"number","types":["MONEY"],"from":[{"where":"before"}]}""", "{ORG|远帆集团}融资{MONEY|9亿元}，收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂"}""")]
    [InlineData("before, within its sentence", """{"name":"price","kind":"number","types":["MONEY"],"from":[{"where":"before","within":"sentence"}]}""", "{ORG|远帆集团}融资{MONEY|9亿元}，收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂","price":900000000}""")]
    [InlineData("before, out of reach", """{"name":"price","kind":"number","types":["MONEY"],"from":[{"where":"before","reach":1}]}""", "{ORG|远帆集团}以{MONEY|3亿元}现金收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂"}""")]
    [InlineData("after, followed", """{"name":"share","kind":"number","types":["PERCENT"],"from":[{"where":"after","followed":["股权"]}]}""", "{ORG|远帆集团}收购{ORG|江川轴承厂}增长{PERCENT|9%}后的{PERCENT|51%}股权。", """{"buyer":"远帆集团","target":"江川轴承厂","share":51}""")]
    [InlineData("after, not followed", """{"name":"share","kind":"number","types":["PERCENT"],"from":[{"where":"after","notFollowed":["后"]}]}""", "{ORG|远帆集团}收购{ORG|江川轴承厂}增长{PERCENT|9%}后的{PERCENT|51%}股权。", """{"buyer":"远帆集团","target":"江川轴承厂","share":51}""")]
    [InlineData("after, not in brackets", """{"name":"other","types":["ORG"],"from":[{"where":"after"}]}""", "{ORG|远帆集团}收购{ORG|江川轴承厂}（{ORG|华岭集团}除外）。", """{"buyer":"远帆集团","target":"江川轴承厂"}""")]
    [InlineData("after, in a list", """{"name":"goods","kind":"list","types":["WORK"],"from":[{"where":"after"}]}""", "{ORG|远帆集团}收购{ORG|江川轴承厂}的{WORK|《轴承》}、{WORK|《机床》}和{WORK|《铸造》}。", """{"buyer":"远帆集团","target":"江川轴承厂","goods":["《轴承》","《机床》","《铸造》"]}""")]
    [InlineData("occasion, its date", """{"name":"date","kind":"date","types":["DATE"],"from":[{"where":"occasion"}]}""", "{DATE|2023年5月8日}，签约仪式举行。{ORG|远帆集团}收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂","date":"2023-05-08"}""")]
    [InlineData("occasion, its place", """{"name":"place","types":["FAC"],"from":[{"where":"occasion"}]}""", "{DATE|2023年5月8日}，签约仪式在{FAC|江川会展中心}举行。{ORG|远帆集团}收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂","place":"江川会展中心"}""")]
    [InlineData("planned", "", "{ORG|远帆集团}拟收购{ORG|江川轴承厂}。", """{"buyer":"远帆集团","target":"江川轴承厂","modality":"planned"}""")]
    [InlineData("Traditional", "", "{ORG|遠帆集團}收購{ORG|江川軸承廠}。", """{"buyer":"遠帆集團","target":"江川軸承廠"}""")]
    [InlineData("denied", "", "{ORG|远帆集团}没有收购{ORG|江川轴承厂}。", "")]
    [InlineData("a noun", "", "{ORG|远帆集团}公布收购价，{ORG|江川轴承厂}接受。", "")]
    [InlineData("without a required role", "", "{ORG|远帆集团}收购小麦。", "")]
    [InlineData("within a name", "", "{ORG|远帆集团}走访{ORG|江川收购站}和{ORG|江川轴承厂}。", "")]
    public void Roles_come_from_where_the_file_says(string name, string role, string text, string fact)
    {
        var roles = role.Length > 0 ? $"{Buyer},{Target},{role}" : $"{Buyer},{Target}";
        Assert.Empty(Failures($$"""{"name":"purchase","roles":[{{roles}}],"triggers":[{{Bought}}],"examples":[{"text":"{{text}}","facts":[{{fact}}]}]}""").Select(failure => $"{name}: {failure}"));
    }

    [Fact]
    public void People_are_subjects_in_a_row_or_of_the_clause_before()
    {
        const string Json = """
            {
              "name": "founding",
              "roles": [
                { "name": "founders", "kind": "list", "required": true, "types": ["PER"], "from": [{ "where": "subject" }] },
                { "name": "body", "types": ["ORG"], "from": [{ "where": "after" }] }
              ],
              "triggers": [{ "id": "founded", "words": ["创办"], "example": "{PER|李明}创办{ORG|江川轴承厂}。", "counterExample": "{ORG|远帆集团}创办{ORG|江川轴承厂}。" }],
              "examples": [
                { "text": "{PER|李明}、{PER|王芳}创办{ORG|江川轴承厂}。", "facts": [{ "founders": ["李明", "王芳"], "body": "江川轴承厂" }] },
                { "text": "{PER|李明}回到家乡，创办{ORG|江川轴承厂}。", "facts": [{ "founders": ["李明"], "body": "江川轴承厂" }] }
              ]
            }
            """;

        Assert.Empty(Failures(Json));
    }

    [Fact]
    public void A_trigger_sets_a_choice_and_a_pattern_fills_roles_with_its_groups()
    {
        const string Json = """
            {
              "name": "ranking",
              "roles": [
                { "name": "body", "required": true, "types": ["ORG"], "from": [{ "where": "subject" }] },
                { "name": "list", "required": true },
                { "name": "way", "kind": "choice", "choices": ["up", "down"] },
                { "name": "place", "kind": "number", "types": ["QUANTITY"], "from": [{ "where": "inside" }] }
              ],
              "triggers": [
                { "id": "up", "pattern": "在(?<list>[^，。]{2,10}榜)中?上升[^，。]{0,8}", "sets": { "way": "up" }, "example": "{ORG|远帆集团}在制造业榜上升。", "counterExample": "{ORG|远帆集团}利润上升。" },
                { "id": "down", "pattern": "在(?<list>[^，。]{2,10}榜)中?下降[^，。]{0,8}", "sets": { "way": "down" }, "example": "{ORG|远帆集团}在制造业榜下降。", "counterExample": "{ORG|远帆集团}在制造业榜上升。" }
              ],
              "examples": [
                { "text": "{ORG|远帆集团}在制造业百强榜中上升{QUANTITY|3位}。", "facts": [{ "body": "远帆集团", "list": "制造业百强榜", "way": "up", "place": 3 }] },
                { "text": "{ORG|远帆集团}在百强榜下降。", "facts": [{ "body": "远帆集团", "list": "百强榜", "way": "down" }] }
              ]
            }
            """;

        Assert.Empty(Failures(Json));
    }

    [Fact]
    public void What_an_article_says_twice_is_told_once_where_the_file_says_so()
    {
        const string Text = """{ORG|远帆集团}收购{ORG|江川轴承厂}。{ORG|远帆集团}{DATE|2023年5月8日}收购{ORG|江川轴承厂}。""";
        const string Date = """{"name":"date","kind":"date","types":["DATE"],"from":[{"where":"before"}]}""";
        const string Short = """{"buyer":"远帆集团","target":"江川轴承厂"}""";
        const string Full = """{"buyer":"远帆集团","target":"江川轴承厂","date":"2023-05-08"}""";

        Assert.Empty(Failures($$"""{"name":"purchase","once":["buyer","target"],"roles":[{{Buyer}},{{Target}},{{Date}}],"triggers":[{{Bought}}],"examples":[{"text":"{{Text}}","facts":[{{Full}}]}]}"""));
        Assert.Empty(Failures($$"""{"name":"purchase","roles":[{{Buyer}},{{Target}},{{Date}}],"triggers":[{{Bought}}],"examples":[{"text":"{{Text}}","facts":[{{Short}},{{Full}}]}]}"""));
    }

    [Theory]
    [InlineData("""{"text":"{ORG|远帆集团}收购{ORG|江川轴承厂}。"}""", "should give no fact and gives {buyer: \"远帆集团\"")]
    [InlineData("""{"text":"{ORG|远帆集团}收购{ORG|江川轴承厂}。","facts":[{"buyer":"远帆集团","target":"江川机床厂"}]}""", "should give {buyer: \"远帆集团\", target: \"江川机床厂\"} and gives {buyer: \"远帆集团\", target: \"江川轴承厂\"}")]
    [InlineData("""{"text":"{BODY|远帆集团}收购。"}""", "can't be run (bad mark at 0")]
    [InlineData("""{"text":"{ORG|远帆集团}投产。","facts":[{"buyer":{}}]}""", "can't be run")]
    public void An_example_that_gives_something_else_fails(string example, string message)
    {
        var failure = Assert.Single(Failures($$"""{"name":"purchase","roles":[{{Buyer}},{{Target}}],"triggers":[{{Bought}}],"examples":[{{example}}]}"""));

        Assert.Equal("NX1214", failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trigger_whose_examples_are_mixed_up_fails_twice()
    {
        const string Mixed = """{"id":"bought","words":["收购"],"example":"{ORG|远帆集团}公布收购价。","counterExample":"{ORG|远帆集团}收购{ORG|江川轴承厂}。"}""";
        var failures = Failures($$"""{"name":"purchase","roles":[{{Buyer}},{{Target}}],"triggers":[{{Mixed}}]}""");

        Assert.Equal(["NX1214", "NX1214"], failures.Select(failure => failure.Code));
        Assert.Contains("the example ({ORG|远帆集团}公布收购价。) gives no fact by it", failures[0].Message, StringComparison.Ordinal);
        Assert.Contains("the counterExample", failures[1].Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<Diagnostic> Failures(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return FactTypeFile.Load(stream, "a").RunExamples().Failures;
    }
}
