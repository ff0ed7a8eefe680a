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
        foreach (var (language, dark, width) in new[] { ("zh", false, 1280), ("en", true, 360) })
        {
            await using var window = await archive.OpenAsync(language, width, dark);
            await window.GoAsync(path);

            var where = $"{name}, {language}, {(dark ? "dark" : "light")}, {width}";
            Assert.Equal(language == "zh" ? "zh-CN" : "en", await window.Page.GetAttributeAsync("html", "lang"));
            Assert.True(await window.OverflowAsync() <= 0, $"{where}: scrolls sideways");
            Assert.Equal([where], (string[])[where, .. await window.FindBarriersAsync()]);
            await window.Page.SetViewportSizeAsync(360, 740);
            Assert.True(await window.OverflowAsync() <= 0, $"{where}, made narrow: scrolls sideways");
            Assert.Equal([where], (string[])[where, .. window.Complaints]);
        }
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

    [JourneyFact]
    public async Task A_scan_is_shown_with_its_boxes()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync();
        await window.GoAsync(await AddressAsync("print"));

        await Assertions.Expect(window.Page.Locator(".sheet[data-page] canvas, .sheet[data-page] img")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".sheet .box.lit").First).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
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
