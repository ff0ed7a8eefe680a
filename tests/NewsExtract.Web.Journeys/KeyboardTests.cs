namespace NewsExtract.Web.Journeys;

/// <summary>Each page's work is done without a mouse.</summary>
[Collection(Archive.Name)]
public sealed class KeyboardTests(Archive archive)
{
    [JourneyFact]
    public async Task A_fact_is_searched_opened_and_its_form_left_again_by_keys()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoWholeAsync("/");

        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await keys.TypeAsync("项目");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".results-count")).ToContainTextAsync("fact");
        await Assertions.Expect(page.Locator("#results mark").First).ToHaveTextAsync("项目");
        await page.Locator("h1").EvaluateAsync("() => document.activeElement.blur()");
        await keys.PressAsync("j");
        await Assertions.Expect(page.Locator("#results a:focus")).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/article"));
        await Assertions.Expect(page.Locator(".fact").First).ToBeVisibleAsync();
        await keys.PressAsync("j");
        await Assertions.Expect(page.Locator(".fact.chosen")).ToHaveCountAsync(1);

        // It is there once the page knows who may write.
        await Assertions.Expect(page.Locator(".fact.chosen").GetByRole(AriaRole.Button, new() { Name = "Edit" })).ToBeVisibleAsync();
        await keys.PressAsync("e");
        await Assertions.Expect(page.Locator(".fact-form")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".fact-form")).ToHaveCountAsync(0);
    }

    [JourneyFact]
    public async Task A_fact_is_searched_and_seen_in_print_by_tab_and_enter_alone()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        await window.Page.AddInitScriptAsync("localStorage.setItem('newsextract.keys', 'off')");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoWholeAsync("/");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await keys.TypeAsync("项目");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#results mark").First).ToHaveTextAsync("项目");

        // Past all that narrows the search down.
        await TabToAsync(page, "a.skip[href='#results']", 3);
        await keys.PressAsync("Enter");
        await TabToAsync(page, ".entry-link", 3);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/article\\?id=\\d+&fact="));
        await Assertions.Expect(page.Locator(".fact.chosen")).ToBeVisibleAsync();

        await TabToAsync(page, "a.skip[href='#facts']", 15);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#facts")).ToBeFocusedAsync();
        await TabToAsync(page, ".fact:not(.chosen) .fact-head", 15);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".fact.chosen .fact-head")).ToBeFocusedAsync();
        var chosen = (await page.Locator(".fact.chosen").GetAttributeAsync("data-facts"))!;
        await TabToAsync(page, ".fact.chosen .fact-detail button.quiet", 6);
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Locator($".sheet .box.lit[data-facts~='{chosen}']").First).ToBeInViewportAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".fact.chosen .fact-detail button.quiet")).ToBeFocusedAsync();
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task An_entity_is_found_and_opened_by_keys()
    {
        await archive.FillAsync();
        var name = (await archive.GetAsync("/entities?type=ORG&limit=1")).GetProperty("items")[0].GetProperty("name").GetString()!;
        await using var window = await archive.OpenAsync("en");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoWholeAsync("/entities");

        await keys.PressAsync("/");
        await keys.TypeAsync(name);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".entity-list a").First).ToContainTextAsync(name);
        await page.Locator("h1").EvaluateAsync("() => document.activeElement.blur()");
        await keys.PressAsync("j");
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".entity-head h1")).ToHaveTextAsync(name);
    }

    [JourneyFact]
    public async Task A_series_is_typed_and_chosen_by_keys()
    {
        await archive.FillAsync();
        var name = (await archive.GetAsync("/numbers/series?kind=statistic&limit=1"))[0].GetProperty("name").GetString()!;
        await using var window = await archive.OpenAsync("en");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoWholeAsync("/numbers");

        await keys.PressAsync("/");
        await keys.TypeAsync(name);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[?&]q="));
        await Assertions.Expect(page.Locator(".series-list button").First).ToContainTextAsync(name);
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".figures-head h2")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Locator(".figure-table tbody tr").First).ToBeVisibleAsync();
    }

    [JourneyFact]
    public async Task Facts_are_accepted_rejected_and_taken_back_with_three_keys_at_most()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        var before = (await archive.GetAsync("/summary")).GetProperty("corrections").GetInt32();
        await window.GoWholeAsync("/review");
        var first = await page.Locator(".review-fact .roles").First.TextContentAsync();

        // The name is asked for once.
        await keys.PressAsync("a");
        await page.FillAsync("dialog input[name=by]", "reader");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".log li").First).ToContainTextAsync("accepted");
        await Assertions.Expect(page.Locator(".log li").First).ToContainTextAsync("reader");
        await Assertions.Expect(page.Locator(".review-fact .roles").First).Not.ToHaveTextAsync(first!);
        await keys.PressAsync("r");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".log li").First).ToContainTextAsync("rejected");
        await keys.PressAsync("u");
        await Assertions.Expect(page.Locator(".log li").First).ToContainTextAsync("undone by reader");
        await keys.PressAsync("u");
        await Assertions.Expect(page.Locator(".log .undone")).ToHaveCountAsync(2);

        await Assertions.Expect(page.Locator(".review-fact .roles").First).ToHaveTextAsync(first!);
        Assert.Equal(before, (await archive.GetAsync("/summary")).GetProperty("corrections").GetInt32());
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task Files_are_chosen_by_keys()
    {
        await using var window = await archive.OpenAsync("en");
        await window.GoWholeAsync("/ingest");

        // The browser's own dialog comes up only where it takes the window for the one in use, which of several it need not be.
        var files = window.Page.Locator("input#files");
        await Assertions.Expect(files).ToBeAttachedAsync();
        await files.EvaluateAsync("element => element.addEventListener('click', event => { event.preventDefault(); element.dataset.asked = 'true'; })");
        await window.Page.Keyboard.PressAsync("f");

        await Assertions.Expect(files).ToHaveAttributeAsync("data-asked", "true");
        Assert.True(await files.EvaluateAsync<bool>("element => element.multiple"));
    }

    /// <summary>Goes on with the tab key until something of that kind has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector, int most)
    {
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by {most} tabs, but {await page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 200)")}");
    }
}
