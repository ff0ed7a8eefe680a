using System.Text.RegularExpressions;

namespace NewsExtract.Web.Journeys;

/// <summary>What goes wrong is told in words, in the reader's language, with a way on; nothing that was typed is lost by it.</summary>
[Collection(Archive.Name)]
public sealed class ProblemTests(Archive archive)
{
    private const string Busy = """{"status":503,"code":"NX3003","detail":"the store is being written — nothing of this was saved; send it again later"}""";

    [JourneyFact]
    public async Task A_sign_in_whose_provider_is_away_and_an_address_that_is_none_are_told_on_a_page_with_a_way_on()
    {
        await using var server = await Server.StartAsync("--model", "none", "--fact-model", "none", "--oidc-authority", "http://127.0.0.1:1", "--oidc-client", "newsextract");
        foreach (var (language, line, again, none, search) in new[] { ("zh", "登录服务拒绝了，或者没有应答", "重新登录", "没有这个网页", "去检索"), ("en", "The sign-in provider does not answer", "Sign in again", "There is no such page", "Go to the search") })
        {
            await using var window = await archive.OpenAsync(language, 360, of: server);
            var page = window.Page;
            await page.GotoAsync("/entities");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sign-in\\?then=%2Fentities$"));
            await Assertions.Expect(page.Locator("main .code")).ToHaveTextAsync("NX4204");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(line);
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = again })).ToHaveAttributeAsync("href", "/sign-in?then=%2Fentities");
            Assert.Empty(await window.FindBarriersAsync(language));
            Assert.True(await window.OverflowAsync() <= 0, "scrolls sideways");

            Assert.Equal(404, (await page.GotoAsync("/nowhere"))!.Status);
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(none);
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = search })).ToHaveAttributeAsync("href", "/");
            Assert.Empty(window.OwnComplaints);
        }
    }

    [JourneyFact]
    public async Task A_correction_that_the_store_does_not_take_now_waits_keeps_what_was_typed_and_is_sent_again_with_one_click()
    {
        const string Why = "not held yet";
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var page = window.Page;
        var fact = (await desk.GetAsync("/facts?type=position")).GetProperty("items")[0];
        await window.GoAsync($"/article?id={fact.GetProperty("articleId").GetString()}&fact={fact.GetProperty("id").GetString()!.Split('/')[1]}");
        var asked = 0;
        var seen = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/corrections", async route =>
        {
            if (route.Request.Method != "POST" || ++asked > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await seen.Task;
            await route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Headers = new Dictionary<string, string> { ["Retry-After"] = "30" }, Body = Busy });
        });

        await page.Keyboard.PressAsync("e");
        await page.SelectOptionAsync(".fact-form select[name='.modality']", "expected");
        await page.FillAsync(".fact-form input[name='.why']", Why);
        await page.PressAsync(".fact-form input[name='.why']", "Enter");
        await Assertions.Expect(page.Locator(".say .wait")).ToContainTextAsync("Saving");
        // Once more, out of impatience: it is on its way already.
        await page.PressAsync(".fact-form input[name='.why']", "Enter");
        seen.SetResult();

        await Assertions.Expect(page.Locator(".say .error")).ToContainTextAsync("nothing of this was saved");
        await Assertions.Expect(page.Locator(".say .error")).ToContainTextAsync("Try again in 30 seconds.");
        await Assertions.Expect(page.Locator(".fact-form input[name='.why']")).ToHaveValueAsync(Why);
        await Assertions.Expect(page.Locator(".fact-form select[name='.modality']")).ToHaveValueAsync("expected");
        Assert.Equal(1, asked);

        await page.Locator(".say").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.Locator(".say .done")).ToContainTextAsync("Edited");
        var said = (await desk.GetAsync("/corrections?limit=1")).GetProperty("items")[0];
        Assert.Equal(Why, said.GetProperty("why").GetString());
        await page.Locator(".say").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".say .done")).ToContainTextAsync("Undone");
        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task A_review_queue_that_is_long_in_the_making_says_so()
    {
        await using var window = await archive.OpenAsync("en", of: await archive.FindDeskAsync());
        var seen = new TaskCompletionSource();
        await window.Page.RouteAsync("**/api/v1/review?*", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });

        await window.Page.GotoAsync("/review");

        await Assertions.Expect(window.Page.Locator(".state.loading").First).ToContainTextAsync("Comparing figures over the whole store");
        seen.SetResult();
        await Assertions.Expect(window.Page.Locator(".review-fact").First).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }
}
