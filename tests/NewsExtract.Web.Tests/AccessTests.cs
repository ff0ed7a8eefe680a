using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

public class AccessTests
{
    private const string Token = "0123456789abcdef-right";

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://news.example:5080")]
    public async Task An_address_that_others_reach_is_refused_without_a_token(string url)
    {
        var refused = await Assert.ThrowsAsync<ServerStartException>(() => RunningServer.StartAsync(settings => settings with { Urls = ["http://127.0.0.1:0", url] }));

        Assert.Equal("NX4401", refused.Code);
        Assert.Contains("--token-file", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "NX4401")]
    [InlineData("fifteen-signs-x", "NX4401")]
    [InlineData("with a blank in between", "NX4401")]
    public async Task A_token_that_is_short_or_can_t_be_sent_is_refused(string token, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<ServerStartException>(() => RunningServer.StartAsync(settings => settings with { Token = token }))).Code);

    [Theory]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:0/under")]
    [InlineData("http://unix:/tmp/a")]
    public async Task What_is_no_address_is_refused(string url) =>
        Assert.Equal("NX4403", (await Assert.ThrowsAsync<ServerStartException>(() => RunningServer.StartAsync(settings => settings with { Urls = [url] }))).Code);

    [Fact]
    public async Task A_proxy_needs_a_token_as_well() =>
        Assert.Equal("NX4401", (await Assert.ThrowsAsync<ServerStartException>(() => RunningServer.StartAsync(static settings => settings with { Hosts = ["news.example"] }))).Code);

    [Theory]
    [InlineData("/api/v1/facts")]
    [InlineData("/API/v1/facts")]
    [InlineData("/api/v1/facts.csv")]
    [InlineData("/api/v1/jobs")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    public async Task With_a_token_nothing_is_told_without_it(string path)
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token });

        using var without = await server.GetAsync(path);
        using var wrong = await server.GetAsync(path, ("Authorization", "Bearer 0123456789abcdef-wrong"));
        using var half = await server.GetAsync(path, ("Authorization", $"Bearer {Token[..^1]}"));
        using var basic = await server.GetAsync(path, ("Authorization", "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"a:{Token}"))));
        using var right = await server.GetAsync(path, ("Authorization", $"Bearer {Token}"));

        Assert.All((HttpResponseMessage[])[without, wrong, half, basic], static answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal("NX4202", await CodeAsync(without));
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_written_without_the_token()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token });

        using var upload = await server.Client.PostAsync(new Uri("/api/v1/uploads?name=a.txt", UriKind.Relative), new StringContent("太原市商务局局长李明出席会议。"));

        Assert.Equal(HttpStatusCode.Unauthorized, upload.StatusCode);
        Assert.False(Directory.Exists(server.UploadFolder) && Directory.EnumerateFiles(server.UploadFolder, "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task Health_and_the_session_need_no_token()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token });

        using var live = await server.GetAsync("/health/live");
        using var ready = await server.GetAsync("/health/ready");
        var session = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/session");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        Assert.Equal(("token", false, false), (session.GetProperty("auth").GetString(), session.GetProperty("signedIn").GetBoolean(), session.GetProperty("canWrite").GetBoolean()));
    }

    [Fact]
    public async Task Who_sends_the_token_is_signed_in_and_who_tries_others_is_told_to_wait()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token, Rates = new RequestRates(SignIns: 2) });

        using var right = await server.GetAsync("/api/v1/session", ("Authorization", $"Bearer {Token}"));
        using var wrong = await server.GetAsync("/api/v1/session", ("Authorization", "Bearer 0123456789abcdef-wrong"));
        using var second = await server.GetAsync("/api/v1/session", ("Authorization", "Bearer 0123456789abcdef-wrong"));
        using var third = await server.GetAsync("/api/v1/session", ("Authorization", "Bearer 0123456789abcdef-wrong"));

        Assert.Equal((true, true), await InAsync(right));
        Assert.Equal((false, false), await InAsync(wrong));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (second.StatusCode, third.StatusCode));

        static async Task<(bool, bool)> InAsync(HttpResponseMessage answer)
        {
            var session = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return (session.GetProperty("signedIn").GetBoolean(), session.GetProperty("canWrite").GetBoolean());
        }
    }

    [Theory]
    [InlineData(null, "token")]
    [InlineData("张三", "张三")]
    public async Task Under_a_token_no_one_is_taken_for_whoever_runs_the_server(string? by, string expected)
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token }, ("a.txt", "太原市商务局局长李明出席会议。\n"));
        var fact = server.Store.FindFacts(new Storage.Queries.NewsFilter())[0].Id;

        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/corrections", JsonContent.Create(new { requests = new[] { new { action = "accept", target = fact } }, by }), ("Authorization", $"Bearer {Token}"));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(expected, Assert.Single(server.Store.FindCorrections()).Correction.By);
    }

    [Fact]
    public async Task A_browser_signs_in_by_the_token_and_out_again()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token });

        using var wrong = await server.PostAsync("/api/v1/session", new { token = "0123456789abcdef-wrong" });
        using var missing = await server.PostAsync("/api/v1/session", new { });
        using var right = await server.PostAsync("/api/v1/session", new { token = Token });
        var cookie = right.Headers.GetValues("Set-Cookie").Single();
        using var facts = await server.GetAsync("/api/v1/facts");
        using var signedOut = await server.Client.DeleteAsync(new Uri("/api/v1/session", UriKind.Relative));
        using var after = await server.GetAsync("/api/v1/facts");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.NoContent), (wrong.StatusCode, missing.StatusCode, right.StatusCode));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (facts.StatusCode, signedOut.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_cookie_that_this_server_did_not_make_lets_no_one_in()
    {
        await using var other = await RunningServer.StartAsync(static settings => settings with { Token = Token });
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token });
        using var signIn = await other.PostAsync("/api/v1/session", new { token = Token });
        var cookie = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        using var answer = await server.GetAsync("/api/v1/facts", ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Guesses_are_counted_by_either_way_and_the_right_token_still_counts()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = Token, Rates = new RequestRates(SignIns: 3) });
        for (var i = 0; i < 2; i++)
        {
            using var wrong = await server.PostAsync("/api/v1/session", new { token = "0123456789abcdef-wrong" });
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var third = await server.GetAsync("/api/v1/facts", ("Authorization", "Bearer 0123456789abcdef-wrong"));
        using var fourth = await server.GetAsync("/api/v1/facts", ("Authorization", "Bearer 0123456789abcdef-wrong"));
        using var signIn = await server.PostAsync("/api/v1/session", new { token = Token });
        using var right = await server.GetAsync("/api/v1/facts", ("Authorization", $"Bearer {Token}"));

        Assert.Equal(HttpStatusCode.Unauthorized, third.StatusCode);
        Assert.Equal((HttpStatusCode.TooManyRequests, "NX4205"), (fourth.StatusCode, await CodeAsync(fourth)));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (signIn.StatusCode, right.StatusCode));
        Assert.True(signIn.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Rates = new RequestRates(PerSecond: 1, Burst: 20, IsLocalFree: false) });
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => server.GetAsync("/api/v1/session")));

        var refused = answers.Where(static answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();

        Assert.Contains(answers, static answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.NotEmpty(refused);
        Assert.Equal("NX4205", await CodeAsync(refused[0]));
        Assert.NotNull(refused[0].Headers.RetryAfter);
        Assert.All(answers, static answer => answer.Dispose());
    }

    [Fact]
    public async Task Readers_of_this_machine_are_not_held_back()
    {
        await using var server = await RunningServer.StartAsync();

        // Fewer at a time than there may be connections.
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => server.GetAsync("/api/v1/session")));
            Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.All(answers, static answer => answer.Dispose());
        }
    }

    internal static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
