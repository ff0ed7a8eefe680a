using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

/// <summary>Text that is a script comes back as text: in JSON that browsers take for nothing else.</summary>
public class ScriptTextTests
{
    private const string Script = "<script>alert('1')</script><img src=x onerror=\"alert(2)\">&lt;";
    private static readonly string s_sent = Uri.EscapeDataString(Script);

    // A bulletin whose words are one, in places that facts, headlines and names are made of.
    private static readonly (string, string)[] s_bulletins =
    [
        ("a.txt", $"太原{Script}召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。{Script}会议由太原市商务局副局长王芳主持。\n"),
        ("b.txt", "调研\n2023年6月7日\n\n太原市商务局局长李明到企业调研。\n"),
    ];

    // One server for all of them: each takes a second to start.
    private static readonly string[] s_questions =
    [
        "/api/v1/facts?q={0}",
        "/api/v1/facts?type={0}",
        "/api/v1/facts?role={0}",
        "/api/v1/facts?role=person={0}",
        "/api/v1/facts?entity={0}",
        "/api/v1/facts?entityId={0}",
        "/api/v1/facts?entityType={0}",
        "/api/v1/facts?place={0}",
        "/api/v1/facts?from={0}",
        "/api/v1/facts?to={0}",
        "/api/v1/facts?source={0}",
        "/api/v1/facts?minConfidence={0}",
        "/api/v1/facts?modality={0}",
        "/api/v1/facts?once={0}",
        "/api/v1/facts?limit={0}",
        "/api/v1/facts?after={0}",
        "/api/v1/articles?q={0}",
        "/api/v1/articles",
        "/api/v1/facts",
        "/api/v1/facets?of={0}",
        "/api/v1/articles/{0}",
        "/api/v1/documents/{0}",
        "/api/v1/documents/{0}/file",
        "/api/v1/documents/{0}/pages/1/picture",
        "/api/v1/entities?q={0}",
        "/api/v1/entities?type={0}",
        "/api/v1/entities/{0}",
        "/api/v1/entities/{0}/members",
        "/api/v1/corrections?article={0}",
        "/api/v1/numbers/series?kind={0}",
        "/api/v1/numbers/points?kind=statistic&name={0}&unit={0}&scope={0}",
        "/api/v1/review?reason={0}",
        "/api/v1/jobs/{0}",
        "/api/v1/jobs/{0}/events",
        "/api/v1/inputs?status={0}",
        "/api/v1/{0}",
    ];

    private static readonly (string Path, string Body)[] s_bodies =
    [
        ("/api/v1/corrections", """{"requests":[{"action":"accept","target":"$"}],"by":"$"}"""),
        ("/api/v1/corrections", """{"requests":[{"action":"$","target":"1"}]}"""),
        ("/api/v1/corrections", """{"requests":[{"action":"add","target":"ARTICLE","type":"$","text":"$","roles":{"$":"$"},"at":{"$":[1,2]},"modality":"$","why":"$"}]}"""),
        ("/api/v1/corrections", """{"requests":[{"action":"add","target":"ARTICLE","type":"position","text":"太原市商务局局长李明","roles":{"person":"$"}}]}"""),
        ("/api/v1/corrections", """{"requests":[{"action":"edit","target":"FACT","roles":{"$":"李明"}}]}"""),
        ("/api/v1/corrections", """{"requests":[{"action":"edit","target":"FACT","roles":{"title":"$"}}]}"""),
        ("/api/v1/corrections", """{"requests":[{"action":"edit","target":"FACT","modality":"$"}]}"""),
        ("/api/v1/corrections/undo", """{"ids":[1],"by":"$"}"""),
        ("/api/v1/entities/merge", """{"first":"$","second":"$","why":"$","by":"$"}"""),
        ("/api/v1/entities/ENTITY/split", """{"articles":["$"],"why":"$","by":"$"}"""),
        ("/api/v1/decisions/1/undo", """{"by":"$"}"""),
        ("/api/v1/session", """{"token":"$"}"""),
        ("/api/v1/jobs", """{"uploads":[{"sha256":"$","name":"$"}]}"""),
        ("/api/v1/jobs", """{"retry":"$"}"""),
        ("/api/v1/jobs", """{"scope":"$"}"""),
    ];

    [Fact]
    public async Task What_a_caller_asks_comes_back_as_text()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        foreach (var path in s_questions)
        {
            // As the address of a page that somebody follows would be asked for.
            using var answer = await server.GetAsync(string.Format(CultureInfo.InvariantCulture, path, s_sent), ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

            AssertText(answer, path);
            JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task What_a_caller_says_and_can_not_be_done_comes_back_as_text()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Types = ["position"] })[0];
        var entity = server.Store.FindEntities("李明").Single().Id.ToString(CultureInfo.InvariantCulture);
        foreach (var (path, body) in s_bodies)
        {
            using var content = new StringContent(
                body.Replace("FACT", fact.Id, StringComparison.Ordinal).Replace("ARTICLE", fact.Article.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("$", JsonEncodedText.Encode("nowhere " + Script).ToString(), StringComparison.Ordinal),
                System.Text.Encoding.UTF8,
                "application/json");

            using var answer = await server.SendAsync(HttpMethod.Post, path.Replace("ENTITY", entity, StringComparison.Ordinal), content);

            AssertText(answer, body);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{(int)answer.StatusCode}: {body}");
            Assert.StartsWith("NX", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_kept_is_given_back_sign_for_sign()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Types = ["position"], Source = "a.txt" })[0];
        var entity = server.Store.FindEntities("李明").Single().Id;

        using var split = await server.PostAsync($"/api/v1/entities/{entity}/split", new { articles = new[] { fact.Article.ToString(CultureInfo.InvariantCulture) }, why = Script, by = Script });
        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new object[] { new { action = "accept", target = fact.Id, why = Script }, new { action = "add", target = fact.Article.ToString(CultureInfo.InvariantCulture), type = "ORG", text = "<script>alert('1')</script>" } }, by = Script });
        using var upload = await server.Client.PostFileAsync(Script + ".txt", System.Text.Encoding.UTF8.GetBytes(Script));

        using var log = await server.GetAsync("/api/v1/corrections");
        using var decisions = await server.GetAsync("/api/v1/decisions");
        using var article = await server.GetAsync($"/api/v1/articles/{fact.Article}");
        using var articles = await server.GetAsync("/api/v1/articles?q=alert");
        using var facts = await server.GetAsync("/api/v1/facts.jsonl");

        Assert.All((HttpResponseMessage[])[made, split, upload, log, decisions, article, articles], static answer => AssertText(answer, answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.All((await log.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray(), static item => Assert.Equal(Script, item.GetProperty("by").GetString()));
        var decision = (await decisions.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0];
        Assert.Equal((Script, Script), (decision.GetProperty("why").GetString(), decision.GetProperty("by").GetString()));
        var record = (await article.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("record");
        Assert.Contains(record.GetProperty("mentions").EnumerateArray(), static mention => mention.GetProperty("text").GetString() == "<script>alert('1')</script>");
        Assert.Contains("<script>alert('1')</script>", (await articles.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0].GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.Equal("attachment", facts.Content.Headers.ContentDisposition?.DispositionType);
    }

    private static void AssertText(HttpResponseMessage answer, string asked)
    {
        Assert.True(answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json", $"{answer.Content.Headers.ContentType}: {asked}");
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
