using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

/// <summary>People sign in at a provider of OpenID Connect, which runs in this process.</summary>
public class OpenIdConnectTests
{
    [Fact]
    public async Task Who_signs_in_at_the_provider_comes_back_to_the_page_and_corrects_under_that_name()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings }, ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"));
        var fact = server.Store.FindFacts(new NewsFilter { Types = ["position"] })[0].Id;

        using var before = await server.GetAsync("/api/v1/facts");
        var stranger = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/session");

        // The client follows to the provider, back with the code, and on to where it wanted to go.
        var session = await server.Client.GetFromJsonAsync<JsonElement>("/sign-in?then=/api/v1/session");
        using var facts = await server.GetAsync("/api/v1/facts");
        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "accept", target = fact } }, by = "somebody else" });
        var item = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("made")[0];
        using var undone = await server.PostAsync("/api/v1/corrections/undo", new { ids = new[] { item.GetProperty("id").GetInt64() }, by = "somebody else" });

        Assert.Equal((HttpStatusCode.Unauthorized, "NX4202"), (before.StatusCode, await AccessTests.CodeAsync(before)));
        Assert.Equal(("oidc", false, false), (stranger.GetProperty("auth").GetString(), stranger.GetProperty("signedIn").GetBoolean(), stranger.GetProperty("canWrite").GetBoolean()));
        Assert.Equal(("oidc", true, true, SignInProvider.Name), (session.GetProperty("auth").GetString(), session.GetProperty("signedIn").GetBoolean(), session.GetProperty("canWrite").GetBoolean(), session.GetProperty("name").GetString()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.NoContent), (facts.StatusCode, made.StatusCode, undone.StatusCode));
        Assert.Equal(SignInProvider.Name, item.GetProperty("by").GetString());
        Assert.Equal((SignInProvider.Name, SignInProvider.Name), server.Store.FindCorrections().Select(static entry => (entry.Correction.By, entry.Correction.UndoneBy)).Single());
    }

    [Fact]
    public async Task Who_signs_out_is_a_stranger_again()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        await server.Client.GetStringAsync("/sign-in?then=/api/v1/session");

        using var signedOut = await server.Client.DeleteAsync(new Uri("/api/v1/session", UriKind.Relative));
        using var facts = await server.GetAsync("/api/v1/facts");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (signedOut.StatusCode, facts.StatusCode));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("key")]
    [InlineData("unsigned")]
    [InlineData("state")]
    [InlineData("denied")]
    public async Task A_sign_in_that_is_not_right_in_all_is_refused_in_one_line(string wrong)
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        switch (wrong)
        {
            case "nonce":
                provider.Change = static claims => claims["nonce"] = "another";
                break;
            case "issuer":
                provider.Change = static claims => claims["iss"] = "http://127.0.0.1:1";
                break;
            case "audience":
                provider.Change = static claims => claims["aud"] = "another";
                break;
            case "expired":
                provider.Change = static claims => (claims["iat"], claims["exp"]) = ((long)claims["iat"] - 7200, (long)claims["exp"] - 7200);
                break;
            case "key":
                provider.SignsWithOther = true;
                break;
            case "unsigned":
                provider.Algorithm = "none";
                break;
            case "state":
                provider.State = static _ => "forged";
                break;
            default:
                provider.Error = "access_denied";
                break;
        }

        using var answer = await server.GetAsync("/sign-in?then=/api/v1/session");
        using var facts = await server.GetAsync("/api/v1/facts");
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        var line = problem.GetProperty("detail").GetString()!;

        Assert.Equal((HttpStatusCode.Unauthorized, "NX4204"), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain("IDX", line, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, facts.StatusCode);
    }

    [Fact]
    public async Task A_return_from_the_provider_counts_once_and_for_the_browser_that_was_sent()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        using var browser = Browser(server);
        using var other = Browser(server);
        using var sent = await browser.GetAsync(new Uri("/sign-in?then=/api/v1/session", UriKind.Relative));
        using var asked = await browser.GetAsync(sent.Headers.Location);

        using var stolen = await other.GetAsync(asked.Headers.Location);
        using var right = await browser.GetAsync(asked.Headers.Location);
        using var again = await browser.GetAsync(asked.Headers.Location);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (stolen.StatusCode, right.StatusCode, again.StatusCode));
        Assert.Equal("/api/v1/session", right.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/review?reason=contradiction", "/review?reason=contradiction")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("", "/")]
    public async Task Who_comes_back_is_led_nowhere_else(string wanted, string led)
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        using var browser = Browser(server);
        using var sent = await browser.GetAsync(new Uri($"/sign-in?then={Uri.EscapeDataString(wanted)}", UriKind.Relative));
        using var asked = await browser.GetAsync(sent.Headers.Location);
        using var back = await browser.GetAsync(asked.Headers.Location);

        Assert.Equal(led, back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Behind_a_proxy_the_provider_sends_back_to_its_name_and_cookies_are_for_TLS_alone()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings, Hosts = ["news.example"] });
        using var browser = Browser(server);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative)) { Headers = { { "Host", "news.example" }, { "X-Forwarded-Proto", "https" } } };

        using var sent = await browser.SendAsync(request);

        var query = QueryHelpers.ParseQuery(sent.Headers.Location!.Query);
        Assert.StartsWith(provider.Address + "/authorize?", sent.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Equal(("https://news.example/sign-in/done", "code", "S256"), (query["redirect_uri"].ToString(), query["response_type"].ToString(), query["code_challenge_method"].ToString()));
        Assert.DoesNotContain(SignInProvider.Secret, sent.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.All(sent.Headers.GetValues("Set-Cookie"), static cookie =>
        {
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("name", "name", "preferred_username", "email")]
    [InlineData("preferred_username", "preferred_username", "email")]
    [InlineData("email", "email")]
    public async Task The_name_is_the_fullest_that_the_provider_tells_with_the_token_or_when_asked(string expected, params string[] told)
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        provider.Change = static claims => claims.Remove("name");
        foreach (var kind in told)
        {
            provider.UserInfo[kind] = $"the {kind}";
        }

        var session = await server.Client.GetFromJsonAsync<JsonElement>("/sign-in?then=/api/v1/session");

        Assert.Equal($"the {expected}", session.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_of_and_lets_in_when_it_is_back()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        provider.IsAway = true;

        using var away = await server.GetAsync("/sign-in");
        provider.IsAway = false;
        var session = await server.Client.GetFromJsonAsync<JsonElement>("/sign-in?then=/api/v1/session");

        Assert.Contains("--oidc-authority", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "NX4204"), (away.StatusCode, await AccessTests.CodeAsync(away)));
        Assert.Equal(SignInProvider.Name, session.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_provider()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { OpenIdConnect = new OpenIdConnectSettings("http://127.0.0.1:1", "newsextract", null) });

        using var away = await server.GetAsync("/sign-in");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "NX4204"), (away.StatusCode, await AccessTests.CodeAsync(away)));
    }

    [Fact]
    public async Task A_provider_that_goes_away_before_it_gives_the_token_is_told_of()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        provider.IsAwayForTokens = true;

        using var answer = await server.GetAsync("/sign-in");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "NX4204"), (answer.StatusCode, await AccessTests.CodeAsync(answer)));
    }

    [Fact]
    public async Task Programs_use_the_token_where_people_sign_in()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings, Token = "0123456789abcdef" });

        using var right = await server.GetAsync("/api/v1/facts", ("Authorization", "Bearer 0123456789abcdef"));
        using var wrong = await server.GetAsync("/api/v1/facts", ("Authorization", "Bearer 0123456789abcdeF"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (right.StatusCode, wrong.StatusCode));
    }

    private static HttpClient Browser(RunningServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };
}
