using System.Text;

namespace NewsExtract.Web.Journeys;

/// <summary>Whatever stands in a bulletin or is typed is text, never part of a page.</summary>
[Collection(Archive.Name)]
public sealed class ForeignTextTests(Archive archive)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private const string Made = "() => document.querySelectorAll('img[src=x], main script').length";

    [JourneyFact]
    public async Task A_script_in_a_bulletin_or_its_name_is_shown_as_text()
    {
        var text = $"商务局{Script}召开会议\n2024年3月1日\n\n{Script}太原市商务局局长李明出席会议。太原市商务局{Script}签约项目36个。\n";
        await using var window = await archive.OpenAsync("en");
        var page = window.Page;
        await window.GoAsync("/ingest");

        await page.SetInputFilesAsync("#files", new FilePayload { Name = "<img src=x onerror=alert(3)>.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(0, await page.EvaluateAsync<int>(Made));

        var fact = (await archive.GetAsync("/facts?q=李明&type=position")).GetProperty("items")[0];
        var person = (await archive.GetAsync("/entities?q=李明&type=PER")).GetProperty("items")[0].GetProperty("id").GetString();
        foreach (var path in new[] { "/?q=李明", "/?of=articles&q=李明", $"/article?id={fact.GetProperty("articleId").GetString()}", $"/entity?id={person}", "/numbers?kind=project_count&name=signed", "/review", "/ingest" })
        {
            await window.GoAsync(path);
            Assert.Equal(0, await page.EvaluateAsync<int>(Made));
        }

        await window.GoAsync($"/article?id={fact.GetProperty("articleId").GetString()}");
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
        await window.GoAsync("/review");
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
        Assert.DoesNotContain(window.Complaints, static what => !what.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
