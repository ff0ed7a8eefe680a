using System.Net;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

public class CorrectionsApiTests
{
    private static readonly (string, string)[] s_bulletins =
    [
        ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由太原市商务局副局长王芳主持。\n"),
        ("b.txt", "大同签约\n2023年6月7日\n\n太原市商务局局长李明到大同市调研。大同市签约项目36个。\n"),
    ];

    [Fact]
    public async Task A_rejected_fact_is_gone_until_that_is_undone_and_both_are_written_down()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0];
        var before = server.Store.CountFacts(new NewsFilter());

        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "reject", target = fact.Id, why = "<script>alert(1)</script>" } }, by = "张三" });
        using var answer = JsonDocument.Parse(await made.Content.ReadAsStringAsync());
        var item = answer.RootElement.GetProperty("made")[0];

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(before - 1, server.Store.CountFacts(new NewsFilter()));
        Assert.Equal(("张三", "<script>alert(1)</script>"), (item.GetProperty("by").GetString(), item.GetProperty("why").GetString()));

        using var undone = await server.PostAsync("/api/v1/corrections/undo", new { ids = new[] { item.GetProperty("id").GetInt64() }, by = "李四" });
        using var log = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/corrections"));

        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Equal(before, server.Store.CountFacts(new NewsFilter()));
        Assert.Equal("李四", log.RootElement.GetProperty("items")[0].GetProperty("undoneBy").GetString());
    }

    [Fact]
    public async Task Of_several_corrections_all_are_made_or_none()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Types = ["position"] })[0];

        using var refused = await server.PostAsync("/api/v1/corrections", new { requests = new object[] { new { action = "accept", target = fact.Id }, new { action = "reject", target = "12345/f1" } } });

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains("request 2", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(server.Store.FindCorrections());
    }

    [Fact]
    public async Task An_edit_of_roles_is_there_in_the_next_answer()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0];

        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "edit", target = fact.Id, roles = new Dictionary<string, string> { ["title"] = "局长" } } } });
        using var facts = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?q=王芳&type=position&role=person=王芳"));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("局长", facts.RootElement.GetProperty("items")[0].GetProperty("roles").GetProperty("title").GetString());
        Assert.Equal("edited", facts.RootElement.GetProperty("items")[0].GetProperty("review").GetString());
    }

    [Fact]
    public async Task A_fact_that_is_added_stands_where_its_words_were_selected()
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", "太原签约\n2023年5月6日\n\n今天签约。今天签约的有两家。\n"));
        var article = server.Store.FindArticles(new NewsFilter())[0].Id;

        // The second 今天签约, at 21 in the file.
        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "add", target = article.ToString(System.Globalization.CultureInfo.InvariantCulture), type = "establishment", text = "今天签约", roles = new Dictionary<string, string> { ["organization"] = "今天" }, at = new Dictionary<string, int[]> { ["text"] = [21, 25], ["organization"] = [21, 23] } } } });
        using var facts = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?type=establishment"));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("[[21,25]]", facts.RootElement.GetProperty("items")[0].GetProperty("spans").GetRawText());
    }

    [Theory]
    [InlineData("""{"requests":[]}""")]
    [InlineData("""{"requests":[null]}""")]
    [InlineData("""{"requests":[{"action":"add","target":"1","at":{"evidence":[1,2],"text":[3,4]}}]}""")]
    [InlineData("""{"requests":[{"action":"edit","target":"1/f1","roles":{"person":"\ud800"}}]}""")]
    [InlineData("""{"requests":[{"action":"edit","target":"1/f1","roles":{"person":["\ud800"]}}]}""")]
    [InlineData("""{"requests":[{"action":"edit","target":"1/f1","shown":{"roles":{"person":"\udfff"}}}]}""")]
    [InlineData("""{"requests":[{"action":"edit","target":"1/f1","shown":{"spans":[null]}}]}""")]
    [InlineData("""{"uploads":[null]}""", "/api/v1/jobs")]
    [InlineData("""{"uploads":[{}]}""", "/api/v1/jobs")]
    [InlineData("""{"requests":[{"action":"shout","target":"1/f1"}]}""")]
    [InlineData("""{"requests":[{"action":"accept"}]}""")]
    [InlineData("""{"requests":[{"action":"edit","target":"1/f1","roles":{"title":{}}}]}""")]
    [InlineData("""not json""")]
    public async Task A_body_that_makes_no_sense_is_refused_with_a_code(string body, string path = "/api/v1/corrections")
    {
        await using var server = await RunningServer.StartAsync();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("NX4001", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_that_is_not_what_was_shown_is_left_alone()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        using var found = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?type=position&q=王芳"));
        var fact = found.RootElement.GetProperty("items")[0];
        var shown = new { type = "position", text = fact.GetProperty("evidence").GetString(), spans = fact.GetProperty("spans"), roles = fact.GetProperty("roles"), modality = "stated" };
        var id = fact.GetProperty("id").GetString()!;
        var other = server.Store.FindFacts(new NewsFilter()).First(one => one.Id != id).Id;

        using var refused = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "reject", target = other, shown } } });
        using var senseless = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "reject", target = id, shown = new { spans = new[] { new[] { 5 } } } } } });
        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = id, shown } } });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("NX3220", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, senseless.StatusCode);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Theory]
    [InlineData("statistic")]
    [InlineData("position")]
    [InlineData("project_count")]
    public async Task What_lists_and_records_show_is_what_is_compared(string type)
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", "太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值1200.50亿元，增长3.5%。太原市市长李明出席会议。全市签约项目36个，总投资12.5亿元。\n"));
        using var found = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/facts?type={type}"));
        foreach (var fact in found.RootElement.GetProperty("items").EnumerateArray())
        {
            using var article = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/articles/{fact.GetProperty("articleId").GetString()}"));
            var id = fact.GetProperty("id").GetString()!;
            var record = article.RootElement.GetProperty("record").GetProperty("facts").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id.Split('/')[1]);
            foreach (var (text, spans, roles) in ((JsonElement, JsonElement, JsonElement)[])[
                (fact.GetProperty("evidence"), fact.GetProperty("spans"), fact.GetProperty("roles")),
                (record.GetProperty("evidence").GetProperty("text"), record.GetProperty("evidence").GetProperty("spans"), record.GetProperty("roles"))])
            {
                using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = id, shown = new { type, text, spans, roles } } } });
                Assert.True(made.StatusCode is HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
            }
        }

        Assert.NotEqual(0, found.RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_queue_has_what_contradicts_first_and_nothing_that_was_reviewed()
    {
        await using var server = await RunningServer.StartAsync(
            null,
            ("a.txt", "太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值1200亿元。\n"),
            ("b.txt", "太原发展\n2023年1月20日\n\n2022年，太原市地区生产总值1300亿元。太原市市长李明出席会议。\n"));
        using var queue = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/review"));
        var first = queue.RootElement.GetProperty("items")[0];
        var ids = queue.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("fact").GetProperty("id").GetString()!).ToList();

        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = first.GetProperty("fact").GetProperty("id").GetString() } } });
        using var after = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/review?reason=low-confidence"));

        Assert.Equal(("contradiction", "conflict"), (first.GetProperty("reason").GetString(), first.GetProperty("class").GetString()));
        Assert.NotEqual(first.GetProperty("fact").GetProperty("id").GetString(), first.GetProperty("other").GetProperty("id").GetString());
        Assert.Equal(ids.Distinct(), ids);
        Assert.DoesNotContain(after.RootElement.GetProperty("items").EnumerateArray(), item => item.GetProperty("fact").GetProperty("id").GetString() == ids[0]);
    }

    [Fact]
    public async Task Contradictions_are_shown_with_both_places_and_as_of_when()
    {
        await using var server = await RunningServer.StartAsync(
            null,
            ("a.txt", "太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值1200亿元。\n"),
            ("b.txt", "太原发展\n2023年1月20日\n\n2022年，太原市地区生产总值1300亿元。\n"),
            ("c.txt", "大同经济\n2023年1月20日\n\n2022年，大同市地区生产总值900亿元。\n"));

        using var answer = await server.GetAsync("/api/v1/contradictions");
        using var found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        var one = Assert.Single(found.RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ("conflict", "a.txt", "b.txt", 120_000_000_000m, 130_000_000_000m),
            (one.GetProperty("class").GetString(), one.GetProperty("first").GetProperty("source").GetString(), one.GetProperty("second").GetProperty("source").GetString(), Value(one.GetProperty("first")), Value(one.GetProperty("second"))));
        Assert.True(DateTimeOffset.TryParse(answer.Headers.GetValues("X-As-Of").Single(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out _));

        static decimal Value(JsonElement fact) => fact.GetProperty("roles").GetProperty("value").GetDecimal();
    }

    [Fact]
    public async Task The_next_part_of_the_queue_skips_nothing_when_one_was_reviewed_meanwhile()
    {
        await using var server = await RunningServer.StartAsync(
            null,
            ("a.txt", "太原经济\n2023年1月20日\n\n2022年，太原市地区生产总值1200亿元。2022年，太原市财政收入120亿元。\n"),
            ("b.txt", "太原发展\n2023年1月20日\n\n2022年，太原市地区生产总值1300亿元。2022年，太原市财政收入130亿元。太原市市长李明出席会议。\n"));
        using var whole = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/review"));
        var all = whole.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("fact").GetProperty("id").GetString()!).ToList();
        using var first = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/review?limit=1"));

        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = all[0] } } });
        using var rest = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/review?after={first.RootElement.GetProperty("next").GetString()}"));

        Assert.Equal(2, whole.RootElement.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("reason").GetString() == "contradiction"));
        Assert.Equal(all.Distinct(), all);
        Assert.Equal(all.Skip(1), rest.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("fact").GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task The_queue_comes_part_by_part_without_doubles()
    {
        await using var server = await RunningServer.StartAsync(null, s_bulletins);
        var found = new List<string>();
        for (string? next = ""; next is not null;)
        {
            using var part = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/review?limit=1&after={next}"));
            found.AddRange(part.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("fact").GetProperty("id").GetString()!));
            next = part.RootElement.TryGetProperty("next", out var value) ? value.GetString() : null;
        }

        Assert.Equal(server.Store.FindFacts(new NewsFilter()).Select(fact => fact.Id).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }
}
