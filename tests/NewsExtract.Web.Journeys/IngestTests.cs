using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsExtract.Web.Journeys;

/// <summary>A job is called off, what failed is tried again, and of a folder all that can be read comes in.</summary>
[Collection(Archive.Name)]
public sealed class IngestTests(Archive archive, FreshServer fresh) : IClassFixture<FreshServer>
{
    private readonly Server? _server = fresh.Server;

    [JourneyFact]
    public async Task A_job_that_runs_is_cancelled_and_what_it_had_done_stays()
    {
        await using var window = await archive.OpenAsync("en", of: _server);
        var page = window.Page;
        await window.GoAsync("/ingest");

        // Scans take long; with a remark at its end each is another file.
        var scan = await File.ReadAllBytesAsync(Path.Combine(Archive.Corpus, Archive.Scanned));
        await page.SetInputFilesAsync("#files", Enumerable.Range(1, 20).Select(n => new FilePayload { Name = $"scan{n:00}.pdf", MimeType = "application/pdf", Buffer = [.. scan, .. Encoding.ASCII.GetBytes($"\n% {n}\n")] }));
        await Assertions.Expect(page.Locator(".job .job-state.running")).ToBeVisibleAsync();
        var stored = page.Locator(".job .items > li.stored .item-name a").First;
        await Assertions.Expect(stored).ToBeVisibleAsync(new() { Timeout = 120_000 });
        var (name, address) = (await stored.InnerTextAsync(), await stored.GetAttributeAsync("href"));

        // Who looks at it in between is told of what happens from then on.
        await using var other = await archive.OpenAsync("en", of: _server);
        var followed = other.Page.WaitForRequestAsync(new Regex("/events\\?after=[1-9]"));
        await other.GoAsync(new Uri(page.Url).PathAndQuery);
        await followed;
        await page.Locator(".job").GetByRole(AriaRole.Button, new() { Name = "Cancel the job" }).ClickAsync();

        await Assertions.Expect(page.Locator(".job .job-state.cancelled")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(other.Page.Locator(".job .job-state.cancelled")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".jobs li").First).ToContainTextAsync("cancelled");
        await Assertions.Expect(page.Locator(".job").GetByRole(AriaRole.Button, new() { Name = "Cancel the job" })).ToHaveCountAsync(0);
        var job = (await _server!.GetAsync("/jobs"))[0];
        Assert.Equal("cancelled", job.GetProperty("state").GetString());
        Assert.InRange(job.GetProperty("done").GetInt32(), 1, 19);
        var article = await _server.GetAsync($"/articles/{address!.Split('=')[1]}");
        Assert.Equal(name, article.GetProperty("document").GetProperty("name").GetString());
        Assert.NotEqual(0, article.GetProperty("record").GetProperty("facts").GetArrayLength());
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task Only_what_failed_is_tried_again()
    {
        await using var window = await archive.OpenAsync("en", of: _server);
        var page = window.Page;
        await window.GoAsync("/ingest");
        await page.SetInputFilesAsync("#files", [
            new FilePayload { Name = "whole.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("太原签约\n2023年5月6日\n\n太原市签约项目36个。\n") },
            new FilePayload { Name = "torn.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n1 0 obj\n<< /Type"u8.ToArray() },
        ]);
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".job .items > li")).ToHaveCountAsync(2);
        var first = page.Url;

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry what failed" }).ClickAsync();

        await Assertions.Expect(page).Not.ToHaveURLAsync(first);
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".job .items > li .item-name")).ToHaveTextAsync(["torn.pdf"]);
        await Assertions.Expect(page.Locator(".job .items .failed .why .code")).ToContainTextAsync("NX");
        await Assertions.Expect(page.Locator(".job")).ToContainTextAsync("what failed before, again");
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task What_failed_is_tried_again_once_it_is_mended_and_succeeds()
    {
        const string Name = "mended.txt";
        var folder = Directory.CreateTempSubdirectory("newsextract-mended-");
        try
        {
            var file = Path.Combine(folder.FullName, Name);
            await File.WriteAllTextAsync(file, "\n \n");
            await _server!.RunAsync("ingest", folder.FullName, "--model", "none", "--fact-model", "none");
            await using var window = await archive.OpenAsync("en", of: _server);
            var page = window.Page;
            await window.GoAsync("/ingest");
            var failure = page.Locator("section[aria-labelledby=failures] .failed", new() { HasText = Name });
            await Assertions.Expect(failure.Locator(".why .code")).ToHaveTextAsync("NX1001");

            await File.WriteAllTextAsync(file, "长治签约\n2023年9月3日\n\n长治市签约项目52个。\n");
            await page.GetByRole(AriaRole.Button, new() { Name = "Retry all of them" }).ClickAsync();

            await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Assertions.Expect(page.Locator(".job")).ToContainTextAsync("all that failed, again");
            var made = page.Locator(".job .items .stored", new() { HasText = Name });
            await Assertions.Expect(failure).ToHaveCountAsync(0);
            await made.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
            await Assertions.Expect(page.Locator(".text")).ToContainTextAsync("长治市签约项目52个");
            Assert.Empty(window.Complaints);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [JourneyFact]
    public async Task A_file_that_is_gone_stands_among_those_that_failed()
    {
        const string Name = "gone.txt";
        var folder = Directory.CreateTempSubdirectory("newsextract-gone-");
        try
        {
            var file = Path.Combine(folder.FullName, Name);
            await File.WriteAllTextAsync(file, "\n\n  \n");
            await _server!.RunAsync("ingest", folder.FullName, "--model", "none", "--fact-model", "none");
            File.Delete(file);
            await using var window = await archive.OpenAsync("en", of: _server);
            var page = window.Page;
            await window.GoAsync("/ingest");
            var failure = page.Locator("section[aria-labelledby=failures] .failed", new() { HasText = Name });
            await Assertions.Expect(failure.Locator(".why .code")).ToHaveTextAsync("NX1001");

            await page.GetByRole(AriaRole.Button, new() { Name = "Retry all of them" }).ClickAsync();

            await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Assertions.Expect(failure.Locator(".why .code")).ToHaveTextAsync(["NX2001"]);
            Assert.Contains((await _server.GetAsync("/inputs?status=unreadable")).GetProperty("items").EnumerateArray(), static input => input.GetProperty("name").GetString() == Name);
            Assert.Empty(window.Complaints);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [JourneyFact]
    public async Task Files_that_were_uploaded_are_kept_until_the_server_takes_them()
    {
        await using var window = await archive.OpenAsync("en", of: _server);
        var page = window.Page;
        await window.GoAsync("/ingest");
        var refused = 0;
        await page.RouteAsync("**/api/v1/jobs", async route =>
        {
            if (route.Request.Method != "POST" || refused > 0)
            {
                await route.ContinueAsync();
                return;
            }

            refused++;
            await route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"status":503,"code":"NX4304","detail":"100 jobs wait already — try again when some are done"}""" });
        });

        await page.SetInputFilesAsync("#files", Enumerable.Range(1, 3).Select(n => new FilePayload { Name = $"kept{n}.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"朔州签约\n2023年4月{n}日\n\n朔州市签约项目{n + 60}个。\n") }));
        await Assertions.Expect(page.Locator("[aria-labelledby=uploads] .notice")).ToContainTextAsync("3 uploaded files wait to be brought in: 100 jobs wait already");
        Assert.Equal(1, refused);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them in" }).ClickAsync();

        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".job .items .stored")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("[aria-labelledby=uploads] .notice")).ToHaveCountAsync(0);
        Assert.Empty(window.OwnComplaints);
    }

    [JourneyFact]
    public async Task Many_files_come_in_part_by_part_and_the_page_goes_on_from_one_to_the_next()
    {
        await using var window = await archive.OpenAsync("en", of: _server);
        var page = window.Page;
        await window.GoAsync("/ingest");
        var jobs = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith("/jobs", StringComparison.Ordinal))
            {
                jobs.Add(request.PostData!);
            }
        };

        await page.SetInputFilesAsync("#files", Enumerable.Range(1, 310).Select(n => new FilePayload { Name = $"many{n:000}.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"忻州签约\n2023年4月1日\n\n忻州市签约项目{n + 100}个。\n") }));
        await Assertions.Expect(page.Locator("[aria-labelledby=uploads] [role=status]")).ToHaveTextAsync("310 files uploaded.");
        await Assertions.Expect(page.Locator(".job .items .stored")).ToHaveCountAsync(10);
        await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync();

        Assert.Equal([300, 10], jobs.Select(static body => JsonElement.Parse(body).GetProperty("uploads").GetArrayLength()));
        var done = (await _server!.GetAsync("/jobs")).EnumerateArray().Take(2).Select(static job => (job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32()));
        Assert.Equal([("done", 10), ("done", 300)], done);
        await page.Locator(".jobs a").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator(".job .items .stored")).ToHaveCountAsync(200);
        await page.Locator(".job .load-more button").ClickAsync();
        await Assertions.Expect(page.Locator(".job .items .stored")).ToHaveCountAsync(300);
        Assert.Empty(window.Complaints);
    }

    [JourneyFact]
    public async Task Of_a_dropped_folder_all_that_can_be_read_comes_in_and_the_rest_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-drop-");
        try
        {
            foreach (var (path, text) in new[] { ("a.txt", "晋城签约\n2023年8月9日\n\n晋城市签约项目47个。\n"), ("2023年/06月/b.txt", "大同签约\n2023年6月7日\n\n大同市签约项目25个。\n"), ("2023年/table.xlsx", "PK"), (".git/c.txt", "阳泉签约\n2023年7月8日\n\n阳泉市签约项目14个。\n") })
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, text);
            }

            await using var window = await archive.OpenAsync("en", of: _server);
            var page = window.Page;
            await window.GoAsync("/ingest");
            await DropAsync(page, folder.FullName);

            await Assertions.Expect(page.Locator(".left-out summary")).ToHaveTextAsync("1 file was left out");
            await page.Locator(".left-out summary").ClickAsync();
            await Assertions.Expect(page.Locator(".left-out li")).ToHaveTextAsync([$"{folder.Name}/2023年/table.xlsx"]);
            await Assertions.Expect(page.Locator(".job .job-state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Assertions.Expect(page.Locator(".job .items .stored")).ToHaveCountAsync(2);
            var names = (await _server!.GetAsync("/documents")).GetProperty("items").EnumerateArray().Select(static document => document.GetProperty("name").GetString()!).ToList();
            Assert.Subset(names.ToHashSet(), new HashSet<string> { "a.txt", "b.txt" });
            Assert.DoesNotContain("c.txt", names);
            Assert.Empty(window.Complaints);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Drops a folder as the desktop does: its entries are read by the browser.</summary>
    private static async Task DropAsync(IPage page, string folder)
    {
        var zone = (await page.Locator(".drop").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
        {
            await session.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
            {
                ["type"] = type,
                ["x"] = zone.X + (zone.Width / 2),
                ["y"] = zone.Y + (zone.Height / 2),
                ["data"] = new Dictionary<string, object> { ["items"] = Array.Empty<object>(), ["files"] = new[] { folder }, ["dragOperationsMask"] = 1 },
            });
        }
    }
}
