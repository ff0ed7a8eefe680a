namespace NewsExtract.Web.Journeys;

/// <summary>Names that were linked wrongly are put right, and that can be taken back.</summary>
[Collection(Archive.Name)]
public sealed class EntityTests(Archive archive)
{
    [JourneyFact]
    public async Task Two_entities_become_one_and_are_two_again_when_that_is_undone()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var page = window.Page;
        var other = Assert.Single(await FindAsync(desk, "赵伟"));
        await window.GoWholeAsync($"/entity?id={Assert.Single(await FindAsync(desk, "王芳"))}");

        await page.Keyboard.PressAsync("m");
        await page.Locator("#merge input[name=other]").FillAsync("赵伟");
        await page.Locator("#merge input[type=radio]").CheckAsync();
        await Assertions.Expect(page.Locator("#merge [role=status]")).ToHaveTextAsync("To be merged with 赵伟");
        await page.FillAsync("#merge input[name=why]", "married");
        await page.PressAsync("#merge input[name=why]", "Enter");

        await Assertions.Expect(page.Locator(".say")).ToContainTextAsync("Names were linked again");
        await Assertions.Expect(page.Locator(".names li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".entity-head .meta")).ToContainTextAsync("named in 2 articles");
        var decision = page.Locator(".decisions li").First;
        await Assertions.Expect(decision).ToContainTextAsync("merged 王芳 + 赵伟");
        await Assertions.Expect(decision.Locator(".evidence")).ToHaveTextAsync("married");
        await Assertions.Expect(decision.Locator(".meta")).ToContainTextAsync("reader");
        Assert.Equal(await FindAsync(desk, "王芳"), await FindAsync(desk, "赵伟"));

        await decision.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".decisions li").First).ToContainTextAsync("undone by reader");
        await Assertions.Expect(page.Locator(".names li")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".entity-head h1")).ToHaveTextAsync("王芳");
        await window.GoWholeAsync($"/entity?id={Assert.Single(await FindAsync(desk, "赵伟"))}");
        await Assertions.Expect(page.Locator(".entity-head h1")).ToHaveTextAsync("赵伟");
        Assert.NotEqual(await FindAsync(desk, "王芳"), await FindAsync(desk, "赵伟"));
        Assert.Equal([other], await FindAsync(desk, "赵伟"));
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task The_name_of_one_article_is_split_off_and_comes_back_when_that_is_undone()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var page = window.Page;
        await window.GoWholeAsync($"/entity?id={Assert.Single(await FindAsync(desk, "李明"))}");
        await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(2);

        await page.Locator("#split summary").ClickAsync();
        await Assertions.Expect(page.Locator("#split button")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "大同签约" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "太原召开会议" }).CheckAsync();
        await Assertions.Expect(page.Locator("#split [role=status]")).ToContainTextAsync("Leave one unticked");
        await Assertions.Expect(page.Locator("#split button")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "太原召开会议" }).UncheckAsync();
        await page.FillAsync("#split input[name=why]", "another of that name");
        await page.Locator("#split button").ClickAsync();

        await Assertions.Expect(page.Locator(".say")).ToContainTextAsync("Names were linked again");
        await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".members li")).ToContainTextAsync("太原召开会议");
        Assert.Equal(2, (await FindAsync(desk, "李明")).Count);

        await page.Locator(".decisions li").First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(2);
        Assert.Single(await FindAsync(desk, "李明"));
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task The_address_of_an_entity_that_became_another_leads_on_to_that()
    {
        var desk = await archive.FindDeskAsync();
        var old = new[] { Assert.Single(await FindAsync(desk, "王芳")), Assert.Single(await FindAsync(desk, "赵伟")) };
        await desk.PostJobAsync("/entities/merge", new { first = old[0], second = old[1], why = "married", by = "reader" });
        var now = Assert.Single(await FindAsync(desk, "王芳"));
        Assert.Contains(old, id => id != now);
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.SignAsync("reader");
        var page = window.Page;

        foreach (var id in old)
        {
            await window.GoWholeAsync($"/entity?id={id}");
            await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator(".names li")).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator(".entry").First).ToBeVisibleAsync();
            Assert.EndsWith($"/entity?id={now}", page.Url, StringComparison.Ordinal);
        }

        await page.Locator(".decisions li").First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".members li")).ToHaveCountAsync(1);
        Assert.Empty(window.Complaints);
    }

    /// <summary>The entities that a name finds.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(Server server, string name) =>
        [.. (await server.GetAsync($"/entities?q={name}&type=PER")).GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!)];
}
