using System.Text;

namespace NewsExtract.Web.Journeys;

/// <summary>Whatever stands in a bulletin or is typed is text, never part of a page.</summary>
[Collection(Archive.Name)]
public sealed class ForeignTextTests(Archive archive)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private const string Broken = "\"><script>alert(3)</script><img src=x onerror=alert(4)>";
    private const string Made = "() => document.querySelectorAll('img[src=x], main script').length";

    [JourneyFact]
    public async Task A_script_in_a_bulletin_or_its_name_is_shown_as_text()
    {
        var text = $"商务局{Script}召开会议\n2024年3月1日\n\n{Script}太原市商务局局长李明出席会议。太原市商务局{Script}签约项目36个。\n";
        await using var window = await archive.OpenAsync("en");
        var page = window.Page;
        await window.GoWholeAsync("/ingest");

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "<img src=x onerror=alert(3)>.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(0, await page.EvaluateAsync<int>(Made));

        var fact = (await archive.GetAsync("/facts?q=李明&type=position")).GetProperty("items")[0];
        var person = (await archive.GetAsync("/entities?q=李明&type=PER")).GetProperty("items")[0].GetProperty("id").GetString();
        foreach (var path in new[] { "/?q=李明", "/?of=articles&q=李明", $"/article?id={fact.GetProperty("articleId").GetString()}", $"/entity?id={person}", "/numbers?kind=project_count&name=signed", "/review", "/ingest" })
        {
            await window.GoWholeAsync(path);
            Assert.Equal(0, await page.EvaluateAsync<int>(Made));
        }

        await window.GoWholeAsync($"/article?id={fact.GetProperty("articleId").GetString()}");
        await Assertions.Expect(page.Locator(".text")).ToContainTextAsync("<script>alert(1)</script>");
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task A_script_that_is_typed_is_shown_as_text()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        var page = window.Page;

        foreach (var path in new[] { $"/?q={Script}", $"/?role=person={Script}&source={Script}", $"/entities?q={Script}", $"/numbers?kind=statistic&name={Script}&scope={Script}", $"/article?id={Script}" })
        {
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal(0, await page.EvaluateAsync<int>(Made));
        }

        // Name and reason of a correction.
        await window.GoWholeAsync("/review");
        await page.Keyboard.PressAsync("r");
        await page.FillAsync(".reject input", Script);
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("dialog input[name=by]", Script);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".log li").First).ToContainTextAsync(Script);
        await Assertions.Expect(page.Locator("#header")).ToContainTextAsync("Sign");
        Assert.Equal(0, await page.EvaluateAsync<int>(Made));
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator(".log .undone").First).ToBeVisibleAsync();
        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task A_script_that_is_typed_into_any_field_of_a_page_is_text_there_and_in_what_is_made_of_it()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var page = window.Page;

        // Searches.
        await window.GoWholeAsync("/");
        await page.FillAsync("#q", Broken);
        await page.PressAsync("#q", "Enter");
        await Assertions.Expect(page.Locator("#results .state")).ToContainTextAsync("Nothing");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync(Broken);
        await page.FillAsync(".more-conditions input >> nth=0", Broken);
        await page.PressAsync(".more-conditions input >> nth=0", "Tab");
        await AssertTextAsync(window);
        await window.GoWholeAsync("/entities");
        await page.FillAsync("#q", Broken);
        await page.PressAsync("#q", "Enter");
        await Assertions.Expect(page.Locator("main .state")).ToContainTextAsync("There is no such entity");
        await AssertTextAsync(window);
        await window.GoWholeAsync("/numbers");
        await page.FillAsync("#series", Broken);
        await Assertions.Expect(page.Locator(".series .state")).ToBeVisibleAsync();
        await AssertTextAsync(window);

        // Why two are one, and who says so.
        var person = (await desk.GetAsync("/entities?q=王芳&type=PER")).GetProperty("items")[0].GetProperty("id").GetString();
        await window.GoWholeAsync($"/entity?id={person}");
        await page.Keyboard.PressAsync("m");
        await page.FillAsync("#merge input[name=other]", Broken);
        await page.FillAsync("#merge input[name=other]", "赵伟");
        await page.Locator("#merge input[type=radio]").CheckAsync();
        await page.FillAsync("#merge input[name=why]", Broken);
        await page.PressAsync("#merge input[name=why]", "Enter");
        await Assertions.Expect(page.Locator(".decisions li .evidence").First).ToHaveTextAsync(Broken);
        await AssertTextAsync(window);
        await page.Locator(".decisions li").First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".decisions li").First).ToContainTextAsync("undone by");

        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task A_script_that_is_typed_into_a_form_of_an_article_is_refused_or_kept_as_text()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        await window.SignAsync("reader");
        var page = window.Page;
        var fact = (await archive.GetAsync($"/facts?type=position&source={Archive.Scanned}")).GetProperty("items").EnumerateArray().First(static item => item.GetProperty("roles").TryGetProperty("person", out _));
        await window.GoWholeAsync($"/article?id={fact.GetProperty("articleId").GetString()}&fact={fact.GetProperty("id").GetString()!.Split('/')[1]}");
        await page.Keyboard.PressAsync("e");
        await page.FillAsync(".fact-form input[name=person]", Broken);
        await page.PressAsync(".fact-form input[name=person]", "Enter");
        await Assertions.Expect(page.Locator(".say .error")).ToContainTextAsync("NX");
        await AssertTextAsync(window);
        await page.FillAsync(".fact-form input[name=person]", fact.GetProperty("roles").GetProperty("person").GetString()!);
        await page.SelectOptionAsync(".fact-form select[name='.modality']", "expected");
        await page.FillAsync(".fact-form input[name='.why']", Broken);
        await page.PressAsync(".fact-form input[name='.why']", "Enter");
        await Assertions.Expect(page.Locator(".say .done")).ToBeVisibleAsync();

        // It is there, though folded, once what people said was asked for again.
        await Assertions.Expect(page.Locator(".history li").First).ToContainTextAsync(Broken);
        await page.Locator("details", new() { Has = page.Locator(".history") }).Locator("summary").ClickAsync();
        await AssertTextAsync(window);
        await page.Locator(".history li").First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".history li").First).ToHaveClassAsync("taken-back");

        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("c");
        foreach (var box in await page.Locator(".card > .fact-form input").AllAsync())
        {
            await box.FillAsync(Broken);
        }

        await page.Locator(".card > .fact-form button.primary").ClickAsync();
        await Assertions.Expect(page.Locator(".say .error")).ToContainTextAsync("NX");
        await AssertTextAsync(window);
        Assert.Empty(window.OwnComplaints);
    }

    private static async Task AssertTextAsync(Window window) => Assert.Equal((0, window.Page.Url), (await window.CountMadeAsync(), window.Page.Url));
}
