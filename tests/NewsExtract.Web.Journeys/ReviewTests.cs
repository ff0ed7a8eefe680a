namespace NewsExtract.Web.Journeys;

/// <summary>What the review queue lets a person say, and what becomes of it.</summary>
[Collection(Archive.Name)]
public sealed class ReviewTests(Archive archive)
{
    [JourneyFact]
    public async Task Judging_the_other_fact_takes_a_contradiction_away_until_that_is_undone()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoWholeAsync("/review?reason=contradiction");
        var panes = page.Locator(".review-panes.two .review-fact");
        await Assertions.Expect(panes).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".review-head .modality")).ToHaveTextAsync("Contradiction");
        var (first, second) = (await panes.Nth(0).Locator(".role-list").TextContentAsync(), await panes.Nth(1).Locator(".role-list").TextContentAsync());
        Assert.NotEqual(first, second);

        await keys.PressAsync("o");
        await Assertions.Expect(panes.Nth(0).Locator(".role-list")).ToHaveTextAsync(second!);
        await keys.PressAsync("r");
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Locator("section.review-log .log li").First).ToContainTextAsync("rejected");
        await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("Nothing is left to review");
        Assert.Equal(0, (await desk.GetAsync("/review?reason=contradiction")).GetProperty("items").GetArrayLength());
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator(".state")).ToContainTextAsync("Nothing is left to review");

        // Undone in the log, since after a reload there is nothing that u could take back.
        await page.Locator(".log li").First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".log li").First).ToContainTextAsync("undone by reader");

        // Contradictions are sought in the background; the first to ask is given what was found before.
        for (var waited = 0; waited < 600 && (await desk.GetAsync("/review?reason=contradiction")).GetProperty("items").GetArrayLength() == 0; waited++)
        {
            await Task.Delay(100);
        }

        await window.GoWholeAsync("/review?reason=contradiction");
        await Assertions.Expect(panes).ToHaveCountAsync(2);
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task A_fact_is_edited_with_one_key_to_begin_and_the_log_says_who_and_when()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var (page, keys) = (window.Page, window.Page.Keyboard);
        await window.GoWholeAsync("/review?reason=low-confidence");
        var before = await page.Locator(".review-fact .role-list").First.TextContentAsync();

        await keys.PressAsync("e");
        await Assertions.Expect(page.Locator(".fact-form input, .fact-form select").First).ToBeFocusedAsync();
        await page.SelectOptionAsync(".fact-form select[name='.modality']", "planned");
        await page.FillAsync(".fact-form input[name='.why']", "not yet");
        await keys.PressAsync("Enter");

        var entry = page.Locator(".log li").First;
        await Assertions.Expect(entry.Locator(".log-what strong")).ToHaveTextAsync("edited");
        await Assertions.Expect(entry.Locator(".evidence")).ToHaveTextAsync("not yet");
        await Assertions.Expect(entry.Locator(".meta span").First).ToHaveTextAsync("reader");
        var said = (await desk.GetAsync("/corrections?limit=1")).GetProperty("items")[0];
        Assert.Equal(said.GetProperty("at").GetString(), await entry.Locator("time").GetAttributeAsync("datetime"));

        // The queue is made anew in the background: what the page showed first need not be first any more.
        var path = $"/articles/{said.GetProperty("articleId").GetString()}";
        var article = await desk.GetAsync(path);
        Assert.Contains(article.GetProperty("record").GetProperty("facts").EnumerateArray(), static one => one.TryGetProperty("modality", out var modality) && modality.GetString() == "planned");

        await page.Locator("main").EvaluateAsync("() => document.activeElement.blur()");
        await keys.PressAsync("u");
        await Assertions.Expect(entry).ToContainTextAsync("undone by reader");
        await Assertions.Expect(page.Locator(".review-fact .role-list").First).ToHaveTextAsync(before!);
        article = await desk.GetAsync(path);
        Assert.DoesNotContain(article.GetProperty("record").GetProperty("facts").EnumerateArray(), static one => one.TryGetProperty("review", out _));
        Assert.Empty(window.Complaints);
    }
}
