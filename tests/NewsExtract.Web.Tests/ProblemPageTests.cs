using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NewsExtract.Storage;
using NewsExtract.Web.Hosting;

namespace NewsExtract.Web.Tests;

/// <summary>Whoever goes somewhere with a browser is told on a page what went wrong; programs are told in problem details.</summary>
public class ProblemPageTests
{
    private static readonly (string, string) s_browser = ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    [PagesFact]
    public async Task An_address_that_is_none_is_a_page_for_a_browser_and_a_problem_for_a_program()
    {
        await using var server = await RunningServer.StartAsync();

        using var visit = await server.GetAsync("/nowhere", s_browser);
        using var script = await server.GetAsync("/nowhere", ("Accept", "application/json"));
        using var program = await server.GetAsync("/nowhere");
        using var api = await server.GetAsync("/api/v1/articles/1", s_browser);

        await AssertPageAsync(visit, HttpStatusCode.NotFound, "NX4004");
        foreach (var answer in new[] { script, program, api })
        {
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json", "NX4004"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await AccessTests.CodeAsync(answer)));
        }
    }

    [PagesFact]
    public async Task A_sign_in_that_is_refused_or_can_t_be_made_is_told_on_a_page()
    {
        await using var provider = await SignInProvider.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });

        provider.Error = "access_denied";
        using var refused = await server.GetAsync("/sign-in?then=/review", s_browser);
        provider.Error = null;
        provider.IsAwayForTokens = true;
        using var lost = await server.GetAsync("/sign-in", s_browser);
        provider.IsAway = true;
        await using var other = await RunningServer.StartAsync(settings => settings with { OpenIdConnect = provider.Settings });
        using var away = await other.GetAsync("/sign-in", s_browser);

        await AssertPageAsync(refused, HttpStatusCode.Unauthorized, "NX4204");
        await AssertPageAsync(lost, HttpStatusCode.ServiceUnavailable, "NX4204");
        await AssertPageAsync(away, HttpStatusCode.ServiceUnavailable, "NX4204");
    }

    [PagesFact]
    public async Task What_the_line_quotes_is_text_in_the_page()
    {
        await using var server = await RunningServer.StartAsync(null, [], static app => app.MapGet("/fault", static void () => throw ApiException.BadValue("'<script>alert(1)</script>' is no \"value\"")));

        using var answer = await server.GetAsync("/fault", s_browser);

        var page = await AssertPageAsync(answer, HttpStatusCode.BadRequest, "NX4001");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_being_written_is_told_of_without_its_place_and_with_when_to_try_again()
    {
        await using var server = await RunningServer.StartAsync(null, [], static app => app.MapPost("/api/v1/busy", static void () => throw new StoreException(new Diagnostic("NX3003", Severity.Error, "/srv/news.db: another program has been writing"))));

        using var answer = await server.PostAsync("/api/v1/busy", new { });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "NX3003"), (answer.StatusCode, await AccessTests.CodeAsync(answer)));
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("/srv", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> AssertPageAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"data-code=\"{code}\"", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return page;
    }
}
