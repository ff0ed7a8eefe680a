using System.Text.Json;

namespace NewsExtract.Web.Journeys;

/// <summary>What is marked on a page as it was printed or scanned lies where it stands there.</summary>
[Collection(Archive.Name)]
public sealed class PrintTests(Archive archive, FreshServer fresh) : IClassFixture<FreshServer>
{
    // How a box lies on its sheet, from the lower left corner, in shares of the sheet.
    private const string Drawn = "element => { const sheet = element.closest('.sheet'), a = element.getBoundingClientRect(), b = sheet.getBoundingClientRect(); return { left: (a.left - b.left) / b.width, right: (a.right - b.left) / b.width, top: (b.bottom - a.top) / b.height, bottom: (b.bottom - a.bottom) / b.height, page: Number(sheet.dataset.page) }; }";

    // How much of a box is ink in the picture under it.
    private const string Ink = "element => { const picture = element.closest('.sheet').querySelector('img'), a = element.getBoundingClientRect(), b = picture.getBoundingClientRect(), scale = picture.naturalWidth / b.width; const canvas = document.createElement('canvas'); canvas.width = a.width * scale; canvas.height = a.height * scale; const context = canvas.getContext('2d'); context.drawImage(picture, (b.left - a.left) * scale, (b.top - a.top) * scale, b.width * scale, b.height * scale); const { data } = context.getImageData(0, 0, canvas.width, canvas.height); let dark = 0; for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 0 && data[i] + data[i + 1] + data[i + 2] < 384) dark++; return dark / (data.length / 4); }";

    [PrintFact]
    public async Task A_box_lies_within_two_points_of_its_glyphs_by_the_account_of_poppler()
    {
        var server = fresh.Server!;
        var printed = Path.Combine(Archive.Corpus, Archive.Printed);
        await server.IngestAsync((Archive.Printed, await File.ReadAllBytesAsync(printed)));
        var fact = (await server.GetAsync($"/facts?type=position&source={Archive.Printed}")).GetProperty("items").EnumerateArray().First(static item => item.GetProperty("roles").TryGetProperty("person", out _));
        var (article, id) = (fact.GetProperty("articleId").GetString()!, fact.GetProperty("id").GetString()!.Split('/')[1]);
        var person = fact.GetProperty("roles").GetProperty("person").GetString()!;
        await using var window = await archive.OpenAsync(of: server);
        await window.GoAsync($"/article?id={article}&fact={id}&view=page");
        var box = window.Page.Locator($".sheet[data-page] .box[data-arguments~='{id}:person']").First;
        await Assertions.Expect(box).ToBeVisibleAsync();

        var drawn = await box.EvaluateAsync<JsonElement>(Drawn);
        var number = drawn.GetProperty("page").GetInt32();
        var sheet = (await server.GetAsync($"/articles/{article}")).GetProperty("document").GetProperty("pages").EnumerateArray().Single(page => page.GetProperty("number").GetInt32() == number);
        double width = sheet.GetProperty("width").GetDouble(), height = sheet.GetProperty("height").GetDouble();
        double Side(string name, double all) => drawn.GetProperty(name).GetDouble() * all;
        var places = PrintedWords.Find(printed, number, person);
        Assert.NotEmpty(places);
        Assert.Contains(places, place =>
            Math.Abs(place.Left - Side("left", width)) <= 2 && Math.Abs(place.Right - Side("right", width)) <= 2 && Math.Abs(place.Bottom - Side("bottom", height)) <= 2 && Math.Abs(place.Top - Side("top", height)) <= 2);
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task A_scan_in_a_PDF_is_shown_with_its_boxes()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync();
        var fact = (await archive.GetAsync($"/facts?type=position&source={Archive.Scanned}")).GetProperty("items")[0];
        await window.GoAsync($"/article?id={fact.GetProperty("articleId")}&fact={fact.GetProperty("id").GetString()!.Split('/')[1]}&view=page");

        await Assertions.Expect(window.Page.Locator(".sheet[data-page] canvas")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".sheet .box.lit").First).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task A_PDF_is_fetched_once_and_drawn_by_one_worker_however_often_it_is_looked_at()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync();
        var page = window.Page;
        var fetched = 0;
        page.Request += (_, request) => fetched += request.Url.EndsWith("/file", StringComparison.Ordinal) ? 1 : 0;
        var fact = (await archive.GetAsync($"/facts?type=position&source={Archive.Scanned}")).GetProperty("items")[0];
        await window.GoWholeAsync($"/article?id={fact.GetProperty("articleId")}");
        for (var look = 0; look < 3; look++)
        {
            await page.Keyboard.PressAsync("v");
            await Assertions.Expect(page.Locator(".sheet[data-page] canvas")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("v");
            await Assertions.Expect(page.Locator(".text")).ToBeVisibleAsync();
        }

        var worker = Assert.Single(page.Workers);
        Assert.Contains("pdf.worker", worker.Url, StringComparison.Ordinal);
        Assert.Equal(1, fetched);
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task A_page_that_failed_to_load_is_tried_again()
    {
        await archive.FillAsync();
        await using var window = await archive.OpenAsync("en");
        var page = window.Page;
        var asked = 0;
        await page.RouteAsync("**/file", route => ++asked > 1 ? route.ContinueAsync() : route.FulfillAsync(new() { Status = 503 }));
        var fact = (await archive.GetAsync($"/facts?type=position&source={Archive.Scanned}")).GetProperty("items")[0];
        await page.GotoAsync($"/article?id={fact.GetProperty("articleId")}&view=page");
        await Assertions.Expect(page.Locator(".page-notice [role=alert]")).ToBeVisibleAsync();

        await page.Locator(".page-notice").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(page.Locator(".sheet[data-page] canvas")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".page-notice")).ToHaveCountAsync(0);
        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task A_scan_that_is_a_picture_is_shown_with_a_box_on_the_ink_of_its_evidence()
    {
        const string Name = "scan.jpg";
        var server = fresh.Server!;
        await server.IngestAsync((Name, await FindPictureAsync()));
        var fact = (await server.GetAsync($"/facts?type=position&source={Name}")).GetProperty("items")[0];
        var expected = fact.GetProperty("boxes")[0].EnumerateArray().Select(static side => side.GetDouble()).ToList();
        await using var window = await archive.OpenAsync(of: server);
        await window.GoAsync($"/article?id={fact.GetProperty("articleId")}&fact={fact.GetProperty("id").GetString()!.Split('/')[1]}&view=page");

        var picture = window.Page.Locator(".sheet[data-page] img");
        await Assertions.Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<int>("element => element.naturalWidth") > 1000, "the page's picture is not shown");
        var box = window.Page.Locator($".sheet .box.lit[data-box='{string.Join(',', fact.GetProperty("boxes")[0].EnumerateArray().Select(static side => side.GetRawText()))}']");
        await Assertions.Expect(box).ToBeVisibleAsync();
        var sheet = (await server.GetAsync($"/articles/{fact.GetProperty("articleId").GetString()}")).GetProperty("document").GetProperty("pages")[0];
        var drawn = await box.EvaluateAsync<JsonElement>(Drawn);
        Assert.Equal(expected[1] / sheet.GetProperty("width").GetDouble(), drawn.GetProperty("left").GetDouble(), 0.003);
        Assert.Equal(expected[4] / sheet.GetProperty("height").GetDouble(), drawn.GetProperty("top").GetDouble(), 0.003);
        Assert.InRange(await box.EvaluateAsync<double>(Ink), 0.05, 0.6);
        Assert.Empty(window.Complaints);
    }

    /// <summary>The JPEG that the scanned page is made of.</summary>
    private static async Task<byte[]> FindPictureAsync()
    {
        var pdf = await File.ReadAllBytesAsync(Path.Combine(Archive.Corpus, Archive.Scanned));
        var from = pdf.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
        var to = pdf.AsSpan(from).IndexOf("endstream"u8);
        Assert.True(from > 0 && to > 0, $"{Archive.Scanned} has no picture");
        return pdf[from..(from + to)];
    }
}
