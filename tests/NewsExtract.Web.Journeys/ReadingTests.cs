using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsExtract.Web.Journeys;

/// <summary>What a reader does who changes nothing.</summary>
[Collection(Archive.Name)]
public sealed partial class ReadingTests(Archive archive, FreshServer fresh) : IClassFixture<FreshServer>
{
    [JourneyFact]
    public async Task Pointing_at_a_fact_lights_its_evidence_and_the_reverse()
    {
        var desk = await archive.FindDeskAsync();
        var fact = (await desk.GetAsync("/facts?type=position&limit=1")).GetProperty("items")[0];
        var id = fact.GetProperty("id").GetString()!.Split('/')[1];
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.GoWholeAsync($"/article?id={fact.GetProperty("articleId").GetString()}");
        var (card, evidence) = (window.Page.Locator($"#fact-{id}"), window.Page.Locator($".text [data-facts~='{id}']").First);
        await Assertions.Expect(evidence).Not.ToHaveClassAsync(Lit());

        await card.HoverAsync();
        await Assertions.Expect(evidence).ToHaveClassAsync(Lit());
        await window.Page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(evidence).Not.ToHaveClassAsync(Lit());
        await Assertions.Expect(card).Not.ToHaveClassAsync(Lit());

        await evidence.HoverAsync();
        await Assertions.Expect(card).ToHaveClassAsync(Lit());
        await window.Page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(card).Not.ToHaveClassAsync(Lit());
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task Mentions_have_the_colour_of_their_type_until_it_is_turned_off()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        await window.GoWholeAsync($"/article?id={(await desk.GetAsync("/facts?q=%E6%9D%8E%E6%98%8E&limit=1")).GetProperty("items")[0].GetProperty("articleId").GetString()}");
        ILocator Mention(string type) => window.Page.Locator($".text .mention.type-{type}").First;
        var (person, body) = (await ColourAsync(Mention("PER")), await ColourAsync(Mention("ORG")));
        Assert.NotEqual(person, body);

        var button = window.Page.Locator(".legend button.type-PER");
        await button.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".text .mention.type-PER")).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(Mention("ORG")).ToBeVisibleAsync();
        await button.ClickAsync();
        Assert.Equal(person, await ColourAsync(Mention("PER")));
    }

    [JourneyFact]
    public async Task A_page_is_made_larger_and_the_next_one_is_turned_to()
    {
        const string Name = "a04-a05-a06-newspaper.pdf";
        var server = fresh.Server!;
        await server.IngestAsync((Name, await File.ReadAllBytesAsync(Path.Combine(Archive.Corpus, Name))));
        var fact = (await server.GetAsync($"/facts?source={Name}")).GetProperty("items").EnumerateArray().First(static one => one.GetProperty("boxes")[0][0].GetInt32() == 1);
        await using var window = await archive.OpenAsync("en", of: server);
        await window.GoWholeAsync($"/article?id={fact.GetProperty("articleId").GetString()}&fact={fact.GetProperty("id").GetString()!.Split('/')[1]}&view=page");
        var (page, sheet) = (window.Page, window.Page.Locator(".sheet"));
        await Assertions.Expect(sheet).ToHaveAttributeAsync("data-page", "1");
        var (share, before) = (await page.Locator(".page-zoom span").TextContentAsync(), (await sheet.BoundingBoxAsync())!.Width);

        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Assertions.Expect(page.Locator(".page-zoom span")).Not.ToHaveTextAsync(share!);
        Assert.InRange((await sheet.BoundingBoxAsync())!.Width / before, 1.2, 1.3);
        await Assertions.Expect(page.Locator(".sheet .box.lit").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Assertions.Expect(sheet).ToHaveAttributeAsync("data-page", "2");
        await Assertions.Expect(page.Locator(".page-number")).ToContainTextAsync("2");
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(sheet).ToHaveAttributeAsync("data-page", "1");
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task A_facet_narrows_the_results_its_address_is_shared_and_what_is_found_is_downloaded()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        var page = window.Page;
        await window.GoWholeAsync("/");
        var facet = page.Locator(".facet").First.Locator(".facet-item").First;
        var count = int.Parse((await facet.Locator(".count").TextContentAsync())!, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

        await facet.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(TypeInAddress());
        await Assertions.Expect(page.Locator(".results-count")).ToContainTextAsync(count.ToString("N0", CultureInfo.InvariantCulture));
        var question = new Uri(page.Url).Query;
        Assert.Equal(count, (await archive.GetAsync($"/facts{question}")).GetProperty("total").GetInt32());

        await using var other = await archive.OpenAsync("en");
        await other.GoWholeAsync($"/{question}");
        await Assertions.Expect(other.Page.Locator(".facet-item[aria-pressed=true]")).ToHaveCountAsync(1);
        await Assertions.Expect(other.Page.Locator(".results-count")).ToContainTextAsync(count.ToString("N0", CultureInfo.InvariantCulture));

        foreach (var (name, rows) in new[] { ("CSV", count + 1), ("JSON", count) })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync());
            Assert.Equal(rows, Records(await File.ReadAllTextAsync(await download.PathAsync())));
        }

        await page.Locator(".facet-item[aria-pressed=true]").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(TypeInAddress());
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task Posts_are_drawn_over_the_years_and_lead_to_their_evidence()
    {
        var desk = await archive.FindDeskAsync();
        var person = (await desk.GetAsync("/entities?q=%E6%9D%8E%E6%98%8E")).GetProperty("items")[0].GetProperty("id").GetString();
        await using var window = await archive.OpenAsync("en", of: desk);
        var page = window.Page;
        await window.GoWholeAsync($"/entity?id={person}");

        await Assertions.Expect(page.Locator(".timeline .post strong").First).ToHaveTextAsync("局长");
        var (lane, bar) = ((await page.Locator(".timeline li:not(.years) .lane").First.BoundingBoxAsync())!, (await page.Locator(".timeline .bar").First.BoundingBoxAsync())!);

        // From May to June of the only year: a twelfth of its width, a third of the way along.
        Assert.InRange((bar.X - lane.X) / lane.Width, 0.30, 0.40);
        Assert.InRange(bar.Width / lane.Width, 0.06, 0.12);
        await page.Locator(".timeline .post a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".fact.chosen")).ToHaveCountAsync(1);
    }

    [JourneyFact]
    public async Task Figures_are_those_of_the_scope_that_was_chosen()
    {
        var desk = await archive.FindDeskAsync();
        await using var window = await archive.OpenAsync("en", of: desk);
        var page = window.Page;
        await window.GoWholeAsync("/numbers?kind=statistic&name=%E5%9C%B0%E5%8C%BA%E7%94%9F%E4%BA%A7%E6%80%BB%E5%80%BC");
        await Assertions.Expect(page.Locator("#chart canvas")).ToBeVisibleAsync();

        await page.SelectOptionAsync("select[name=scope]", "太原市");
        await Assertions.Expect(page).ToHaveURLAsync(ScopeInAddress());
        var points = (await desk.GetAsync($"/numbers/points{new Uri(page.Url).Query}")).GetProperty("points").EnumerateArray().ToList();
        Assert.NotEmpty(points);
        Assert.All(points, static point => Assert.Equal("太原市", point.GetProperty("scope").GetString()));
        await Assertions.Expect(page.Locator(".figure-table tbody tr")).ToHaveCountAsync(points.Count);
    }

    private static Task<string> ColourAsync(ILocator mention) =>
        mention.EvaluateAsync<string>("async element => { await Promise.all(element.getAnimations().map(animation => animation.finished)); const style = getComputedStyle(element); return [style.backgroundColor, style.borderBottomColor, style.textDecorationColor].join(); }");

    // No text of these bulletins has a line break in a field.
    private static int Records(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\blit\b")]
    private static partial Regex Lit();

    [GeneratedRegex("[?&]type=")]
    private static partial Regex TypeInAddress();

    [GeneratedRegex("[?&]scope=")]
    private static partial Regex ScopeInAddress();
}
