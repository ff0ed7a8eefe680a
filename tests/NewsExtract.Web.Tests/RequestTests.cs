using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace NewsExtract.Web.Tests;

/// <summary>What every request must be, and what every answer carries.</summary>
public class RequestTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://localhost")]
    public async Task What_another_site_sends_is_not_done(string header, string value)
    {
        await using var server = await RunningServer.StartAsync(null, ("a.txt", "太原市商务局局长李明出席会议。\n"));
        var fact = server.Store.FindFacts(new Storage.Queries.NewsFilter())[0];

        using var correction = await server.SendAsync(HttpMethod.Post, "/api/v1/corrections", JsonContent.Create(new { requests = new[] { new { action = "reject", target = fact.Id } } }), (header, value));
        using var upload = await server.SendAsync(HttpMethod.Post, "/api/v1/uploads?name=a.txt", new StringContent("太原"), (header, value));
        using var signOut = await server.SendAsync(HttpMethod.Delete, "/api/v1/session", null, (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, correction.StatusCode);
        Assert.Equal("NX4203", await AccessTests.CodeAsync(correction));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (upload.StatusCode, signOut.StatusCode));
        Assert.Empty(server.Store.FindCorrections());
    }

    [Fact]
    public async Task Our_own_pages_and_programs_may_write()
    {
        await using var server = await RunningServer.StartAsync();

        using var program = await server.SendAsync(HttpMethod.Delete, "/api/v1/session", null);
        using var page = await server.SendAsync(HttpMethod.Delete, "/api/v1/session", null, ("Sec-Fetch-Site", "same-origin"), ("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        using var old = await server.SendAsync(HttpMethod.Delete, "/api/v1/session", null, ("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        using var link = await server.SendAsync(HttpMethod.Get, "/api/v1/session", null, ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.OK), (program.StatusCode, page.StatusCode, old.StatusCode, link.StatusCode));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.1", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:80", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    public async Task Only_who_calls_the_server_by_its_name_is_answered(string host, HttpStatusCode status)
    {
        await using var server = await RunningServer.StartAsync();

        using var api = await server.SendAsync(HttpMethod.Get, "/api/v1/session", null, ("Host", host));
        using var page = await server.SendAsync(HttpMethod.Get, "/health/live", null, ("Host", host));

        Assert.Equal((status, status), (api.StatusCode, page.StatusCode));
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal("NX4201", await AccessTests.CodeAsync(api));
        }
    }

    [Fact]
    public async Task A_proxy_calls_by_its_own_name_and_says_who_asks()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Token = "0123456789abcdef", Hosts = ["news.example"], Rates = new Hosting.RequestRates(SignIns: 1) });
        (string, string)[] proxy = [("Host", "news.example"), ("X-Forwarded-Proto", "https"), ("Origin", "https://news.example")];

        using var signIn = await server.SendAsync(HttpMethod.Post, "/api/v1/session", JsonContent.Create(new { token = "0123456789abcdef" }), [.. proxy, ("X-Forwarded-For", "192.0.2.1")]);
        using var same = await server.SendAsync(HttpMethod.Post, "/api/v1/session", JsonContent.Create(new { token = "0123456789abcdef" }), [.. proxy, ("X-Forwarded-For", "192.0.2.1")]);
        using var other = await server.SendAsync(HttpMethod.Post, "/api/v1/session", JsonContent.Create(new { token = "0123456789abcdef" }), [.. proxy, ("X-Forwarded-For", "192.0.2.2")]);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent), (signIn.StatusCode, same.StatusCode, other.StatusCode));
        Assert.Contains("secure", signIn.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/article?id=1")]
    [InlineData("/icon.svg")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/facts")]
    [InlineData("/api/v1/facts?limit=x")]
    [InlineData("/api/v1/articles/1")]
    [InlineData("/api/v1/facts.csv")]
    [InlineData("/api/v1/broken")]
    [InlineData("/health/live")]
    [InlineData("/metrics")]
    public async Task Every_answer_says_what_browsers_may_do_with_it(string path)
    {
        await using var server = await RunningServer.StartAsync(null, [], Break);

        using var answer = await server.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.True(answer.Headers.CacheControl is not null);
    }

    [Fact]
    public async Task A_fault_tells_no_one_what_the_program_looks_like_inside()
    {
        await using var server = await RunningServer.StartAsync(null, [], Break);

        using var answer = await server.GetAsync("/api/v1/broken");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("NX4000", JsonElement.Parse(text).GetProperty("code").GetString());
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_more_than_a_mebibyte_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        var large = Encoding.ASCII.GetBytes($$"""{"token":"{{new string('a', 1 << 20)}}"}""");

        using var announced = await server.SendAsync(HttpMethod.Post, "/api/v1/session", Json(new ByteArrayContent(large)));
        using var chunked = await server.SendAsync(HttpMethod.Post, "/api/v1/corrections", Json(new StreamContent(new Unseekable(large))));
        using var after = await server.GetAsync("/health/live");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge), (announced.StatusCode, chunked.StatusCode));
        Assert.Equal("NX4301", await AccessTests.CodeAsync(announced));
        Assert.Contains("send less at a time", await chunked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"requests":7}""")]
    public async Task What_is_no_json_or_of_another_shape_is_a_problem_of_the_caller(string body)
    {
        await using var server = await RunningServer.StartAsync();

        using var answer = await server.SendAsync(HttpMethod.Post, "/api/v1/corrections", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, "NX4001"), (answer.StatusCode, await AccessTests.CodeAsync(answer)));
    }

    private static void Break(WebApplication app) => app.MapGet("/api/v1/broken", static string () => throw new InvalidOperationException("secret of /etc/inside"));

    private static HttpContent Json(HttpContent content)
    {
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
