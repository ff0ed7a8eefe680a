using System.Text.RegularExpressions;

namespace NewsExtract.Web.Journeys;

/// <summary>A server with a token lets in who knows it, and takes one on to where one wanted to go.</summary>
[Collection(Archive.Name)]
public sealed class SignInTests(Archive archive, SignInTests.Guarded guarded) : IClassFixture<SignInTests.Guarded>
{
    private const string Token = "a-token-of-the-journeys";
    private const string Script = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

    private readonly Server? _server = guarded.Server;

    [JourneyFact]
    public async Task A_wrong_token_is_told_in_one_line_the_right_one_leads_on_and_one_can_leave_again()
    {
        await using var window = await archive.OpenAsync(of: _server);
        var page = window.Page;
        await page.GotoAsync("/review?reason=contradiction");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in\\?then="));

        foreach (var wrong in new[] { "not-the-token-at-all", Script })
        {
            await page.FillAsync("input[name=token]", wrong);
            await page.PressAsync("input[name=token]", "Enter");
            await Assertions.Expect(page.Locator("#wrong")).ToHaveTextAsync("令牌不对，请核对后再输入。");
            await Assertions.Expect(page.Locator("input[name=token]")).ToHaveAttributeAsync("aria-invalid", "true");
            Assert.Equal(0, await window.CountMadeAsync());
            Assert.Equal(401, (await page.APIRequest.GetAsync("/api/v1/facts")).Status);
        }

        await page.FillAsync("input[name=token]", Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/review\\?reason=contradiction$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("审核事实");
        Assert.Equal(200, (await page.APIRequest.GetAsync("/api/v1/facts")).Status);

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Assertions.Expect(page.Locator("form.sign-in")).ToBeVisibleAsync();
        Assert.Equal(401, (await page.APIRequest.GetAsync("/api/v1/facts")).Status);
        await page.GotoAsync("/entities");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in\\?then=%2Fentities$"));
        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task One_is_led_on_to_no_other_host_and_run_no_script_by_the_address()
    {
        await using var window = await archive.OpenAsync("en", of: _server);
        var page = window.Page;
        await window.GoAsync($"/sign-in?then={Uri.EscapeDataString("https://example.com/")}");
        await page.FillAsync("input[name=token]", Token);
        await page.PressAsync("input[name=token]", "Enter");
        await Assertions.Expect(page).ToHaveURLAsync(_server!.Url);
        await Assertions.Expect(page.Locator("#q")).ToBeVisibleAsync();

        // Who is signed in already is led on at once.
        foreach (var then in new[] { "//example.com/", "javascript:alert(1)", "/\\example.com", "https://[", $"blob:{_server.Url}example.com" })
        {
            await page.GotoAsync($"/sign-in?then={Uri.EscapeDataString(then)}");
            await Assertions.Expect(page).ToHaveURLAsync(_server.Url);
            await Assertions.Expect(page.Locator("#q")).ToBeVisibleAsync();
        }

        // These are addresses of this server, though of no page; their path alone would name another host.
        foreach (var then in new[] { "/.//example.com/x", $"{_server.Url}/example.com/x" })
        {
            await page.GotoAsync($"/sign-in?then={Uri.EscapeDataString(then)}");
            await Assertions.Expect(page).ToHaveURLAsync($"{_server.Url}/example.com/x");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("There is no such page");
        }

        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task A_token_tells_no_name_so_that_a_decision_asks_for_one_and_carries_it()
    {
        _server!.Api.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        await _server.IngestAsync(("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n"));
        await using var window = await archive.OpenAsync("zh", of: _server);
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoAsync("/sign-in?then=/review");
        await page.FillAsync("input[name=token]", Token);
        await page.PressAsync("input[name=token]", "Enter");
        await Assertions.Expect(page.Locator(".review-buttons")).ToBeVisibleAsync();

        await keys.PressAsync("a");
        await page.FillAsync("dialog input[name=by]", "王编辑");
        await keys.PressAsync("Enter");

        var entry = page.Locator(".log li").First;
        await Assertions.Expect(entry).ToContainTextAsync("王编辑");
        await Assertions.Expect(page.Locator("#header")).ToContainTextAsync("署名：王编辑");
        var said = (await _server.GetAsync("/corrections?limit=1")).GetProperty("items")[0];
        Assert.Equal("王编辑", said.GetProperty("by").GetString());

        // An article asks no more for it, and writes it down, too.
        await window.GoWholeAsync($"/article?id={said.GetProperty("articleId").GetString()}");
        await page.Locator(".fact-head").First.ClickAsync();
        await Assertions.Expect(page.Locator(".fact.chosen").GetByRole(AriaRole.Button, new() { Name = "剔除" })).ToBeVisibleAsync();
        await keys.PressAsync("r");
        await Assertions.Expect(page.Locator(".say .done")).ToContainTextAsync("已剔除");
        Assert.Equal("王编辑", (await _server.GetAsync("/corrections?limit=1")).GetProperty("items")[0].GetProperty("by").GetString());
        Assert.Empty(window.OwnComplaints);
    }

    [JourneyTheory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Signing_in_has_no_barriers_light_or_dark_even_when_the_token_was_wrong(string language)
    {
        await using var window = await archive.OpenAsync(language, 360, of: _server);
        await window.GoAsync("/sign-in");
        Assert.Empty(await window.FindBarriersAsync(language));

        await window.Page.FillAsync("input[name=token]", "not-the-token-at-all");
        await window.Page.PressAsync("input[name=token]", "Enter");
        await Assertions.Expect(window.Page.Locator("#wrong")).Not.ToBeEmptyAsync();

        Assert.Empty(await window.FindBarriersAsync(language));
        Assert.True(await window.OverflowAsync() <= 0, "scrolls sideways");
        Assert.Empty(window.OwnComplaints);
    }

    /// <summary>A server that asks for a token.</summary>
    public sealed class Guarded : IAsyncLifetime
    {
        internal Server? Server { get; private set; }

        public async Task InitializeAsync() => Server = Archive.Missing is null ? await Journeys.Server.StartAsync("--model", "none", "--fact-model", "none", "--token", Token) : null;

        public async Task DisposeAsync() => await (Server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
