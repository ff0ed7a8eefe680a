using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsExtract.Web.Journeys;

/// <summary>The whole way of a bulletin, from the folder to the chart, as one person goes it.</summary>
[Collection(Archive.Name)]
public sealed partial class BulletinJourney(Archive archive)
{
    [JourneyFact]
    public async Task A_bulletin_is_brought_in_found_seen_in_print_corrected_for_good_and_drawn()
    {
        await using var window = await archive.OpenAsync();
        var page = window.Page;

        // Brought in, with its progress; what can't be read says why.
        var followed = new List<string>();
        page.Request += (_, request) => followed.Add(request.Url);
        await window.GoAsync("/ingest");
        await page.SetInputFilesAsync("#files", [
            new FilePayload { Name = Archive.Printed, MimeType = "application/pdf", Buffer = await File.ReadAllBytesAsync(Path.Combine(Archive.Corpus, Archive.Printed)) },
            new FilePayload { Name = "torn.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n1 0 obj\n<< /Type"u8.ToArray() },
        ]);
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".job .items .stored .item-name")).ToHaveTextAsync([Archive.Printed]);
        await Assertions.Expect(page.Locator(".job .items .failed .why .code")).ToContainTextAsync("NX");
        Assert.Contains(followed, static url => url.EndsWith("/events", StringComparison.Ordinal));

        // A name that the API gave is found.
        var fact = (await archive.GetAsync($"/facts?type=position&source={Archive.Printed}")).GetProperty("items").EnumerateArray().First(static item => item.GetProperty("roles").TryGetProperty("person", out _));
        var (article, id) = (fact.GetProperty("articleId").GetString()!, fact.GetProperty("id").GetString()!.Split('/')[1]);
        var person = fact.GetProperty("roles").GetProperty("person").GetString()!;
        await window.GoAsync("/");
        await page.FillAsync("#q", person);
        await page.PressAsync("#q", "Enter");
        await page.Locator($"a[href*='id={article}&fact={id}']").First.ClickAsync();

        // It is marked on the page as it was printed; PrintTests see where.
        await page.Locator(".view-tab").Nth(1).ClickAsync();
        var box = page.Locator($".sheet[data-page] .box[data-arguments~='{id}:person']").First;
        await Assertions.Expect(box).ToBeVisibleAsync();
        Assert.NotEmpty(await page.Locator(".sheet canvas").ScreenshotAsync());

        // Corrected: it was another who is named there.
        var other = (await archive.GetAsync($"/articles/{article}")).GetProperty("record").GetProperty("entities").EnumerateArray()
            .First(entity => entity.GetProperty("type").GetString() == "PER" && entity.GetProperty("name").GetString() != person).GetProperty("name").GetString()!;
        await page.Keyboard.PressAsync("e");
        await page.FillAsync(".fact-form input[name=person]", other);
        await page.PressAsync(".fact-form input[name=person]", "Enter");
        await page.FillAsync("dialog input[name=by]", "reader");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".say")).ToContainTextAsync("已更正");

        // Still corrected after everything was extracted again.
        await window.GoAsync("/ingest");
        await page.Locator("details summary", new() { HasText = "全库重新处理" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "全库重新处理" }).ClickAsync();
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".job .items .extracted .item-name", new() { HasText = Archive.Printed })).ToBeVisibleAsync();
        var edited = (await archive.GetAsync($"/articles/{article}")).GetProperty("record").GetProperty("facts").EnumerateArray().Where(static one => one.TryGetProperty("review", out var review) && review.GetString() == "edited").ToList();
        Assert.Equal(other, Assert.Single(edited).GetProperty("roles").GetProperty("person").GetString());
        await window.GoAsync($"/article?id={article}");
        await Assertions.Expect(page.Locator(".fact", new() { HasText = other }).Locator(".mark.review")).ToHaveTextAsync("已更正");

        await DrawAsync(window);
        Assert.Empty(window.Complaints);
    }

    /// <summary>Figures are drawn, a point opens its source, and the CSV is what the API says.</summary>
    private async Task DrawAsync(Window window)
    {
        var page = window.Page;
        await window.GoAsync("/numbers");
        await page.Locator(".chooser button").Nth(1).ClickAsync();
        await page.Locator(".series-list button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#chart canvas")).ToBeVisibleAsync();
        var question = new Uri(page.Url).Query;
        var points = (await archive.GetAsync($"/numbers/points{question}")).GetProperty("points").EnumerateArray().ToList();
        Assert.NotEmpty(points);
        await Assertions.Expect(page.Locator(".figure-table tbody tr")).ToHaveCountAsync(points.Count);

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        var rows = (await File.ReadAllTextAsync(await download.PathAsync())).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = rows[0].Split(',');
        Assert.Equal(points.Count, rows.Length - 1);
        foreach (var (row, point) in rows.Skip(1).Select(static row => Field().Matches(row).Select(static match => match.Groups[1].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal)).ToList()).Zip(points))
        {
            foreach (var (name, column) in new[] { ("factId", "fact"), ("start", "start"), ("value", "value"), ("scope", "scope"), ("evidence", "evidence") })
            {
                Assert.Equal(point.TryGetProperty(name, out var value) ? value.ToString() : "", row[Array.IndexOf(columns, column)]);
            }
        }

        // The point that a row marks on the chart is clicked there.
        await page.Locator(".figure-table tbody tr").First.HoverAsync();
        var place = await page.EvaluateAsync<JsonElement>("() => { const label = document.querySelector('.chart-label'), over = label.parentElement.getBoundingClientRect(); return { x: over.left + parseFloat(label.style.left), y: over.top + parseFloat(label.style.top) + scrollY }; }");
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.Mouse.MoveAsync(place.GetProperty("x").GetSingle(), place.GetProperty("y").GetSingle());
        await page.Mouse.ClickAsync(place.GetProperty("x").GetSingle(), place.GetProperty("y").GetSingle());
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/article\\?id="));
        await Assertions.Expect(page.Locator(".fact.chosen")).ToHaveCountAsync(1);
    }

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Field();
}
