using System.Text.Json;

namespace NewsExtract.Web.Journeys;

/// <summary>What holds for every page: no barriers, no overflow, both languages, no word to the outside.</summary>
[Collection(Archive.Name)]
public sealed class PageTests(Archive archive)
{
    [JourneyTheory]
    [InlineData("search")]
    [InlineData("article")]
    [InlineData("print")]
    [InlineData("entities")]
    [InlineData("entity")]
    [InlineData("numbers")]
    [InlineData("review")]
    [InlineData("ingest")]
    public async Task A_page_has_no_barriers_in_either_language_light_or_dark_and_fits_a_phone(string name)
    {
        await archive.FillAsync();
        var path = await AddressAsync(name);
        foreach (var (language, width) in new[] { ("zh", 1280), ("en", 360) })
        {
            await using var window = await archive.OpenAsync(language, width);
            await window.GoWholeAsync(path);

            var where = $"{name}, {language}, {width}";
            Assert.Equal(language == "zh" ? "zh-CN" : "en", await window.Page.GetAttributeAsync("html", "lang"));
            Assert.True(await window.OverflowAsync() <= 0, $"{where}: scrolls sideways");
            Assert.Equal([where], (string[])[where, .. await window.FindBarriersAsync(language)]);
            await window.Page.SetViewportSizeAsync(360, 740);
            Assert.True(await window.OverflowAsync() <= 0, $"{where}, made narrow: scrolls sideways");
            Assert.Equal([where], (string[])[where, .. window.Complaints]);
        }
    }

    [JourneyTheory]
    [InlineData("/", "?", "dialog[open]", "zh")]
    [InlineData("/review", "a", "dialog[open] input[name=by]", "en")]
    [InlineData("/review", "r", ".reject input", "zh")]
    [InlineData("/review", "e", ".fact-form", "en")]
    [InlineData("article", "e", ".fact-form", "zh")]
    [InlineData("article", "c", ".card > .fact-form", "en")]
    [InlineData("entity", "m", "#merge[open] input", "zh")]
    public async Task What_a_key_opens_has_no_barriers_light_or_dark(string path, string key, string opened, string language)
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync(language, 1280);
        await window.GoAsync(path[0] == '/' ? path : await AddressAsync(path));
        await window.Page.EvaluateAsync("() => document.activeElement.blur()");

        await window.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(window.Page.Locator(opened).First).ToBeVisibleAsync();

        Assert.Empty(await window.FindBarriersInBothSchemesAsync());
        await window.Page.SetViewportSizeAsync(360, 740);
        Assert.True(await window.OverflowAsync() <= 0, "made narrow: scrolls sideways");
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task Splitting_an_entity_has_no_barriers_light_or_dark()
    {
        var desk = await archive.FindDeskAsync();
        var many = (await desk.GetAsync("/entities?type=PER")).GetProperty("items").EnumerateArray().First(static item => item.GetProperty("members").GetInt32() > 1);
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.GoAsync($"/entity?id={many.GetProperty("id").GetString()}");

        await window.Page.Locator("#split summary").ClickAsync();
        await window.Page.Locator(".members input[type=checkbox]").First.CheckAsync();

        Assert.Empty(await window.FindBarriersInBothSchemesAsync());
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task The_language_is_chosen_once_for_all_pages()
    {
        await using var window = await archive.OpenAsync("zh");
        await window.GoAsync("/");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await window.GoAsync("/entities");

        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("People, bodies and places");
    }

    private async Task<string> AddressAsync(string name)
    {
        switch (name)
        {
            case "article" or "print":
                var fact = (await archive.GetAsync($"/facts?type=position&source={Archive.Scanned}")).GetProperty("items")[0];
                return $"/article?id={fact.GetProperty("articleId")}&fact={fact.GetProperty("id").GetString()!.Split('/')[1]}{(name == "print" ? "&view=page" : "")}";
            case "entity":
                foreach (var entity in (await archive.GetAsync("/entities?type=PER")).GetProperty("items").EnumerateArray())
                {
                    if ((await archive.GetAsync($"/entities/{entity.GetProperty("id")}")).GetProperty("offices").GetArrayLength() > 0)
                    {
                        return $"/entity?id={entity.GetProperty("id")}";
                    }
                }

                throw new InvalidOperationException("no one has a post");
            case "numbers":
                var series = (await archive.GetAsync("/numbers/series?kind=project_count")).EnumerateArray().First();
                return $"/numbers?kind=project_count&name={Uri.EscapeDataString(series.GetProperty("name").GetString()!)}";
            default:
                return name == "search" ? "/" : $"/{name}";
        }
    }
}
