using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

public class IngestApiTests
{
    private const string Bulletin = "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n";

    [Fact]
    public async Task An_uploaded_file_is_ingested_and_every_step_is_told_once_and_in_order()
    {
        await using var server = await RunningServer.StartAsync();
        var sha256 = await server.Client.UploadAsync("会议.txt", Bulletin);

        var job = await server.Client.StartJobAsync(new { uploads = new[] { new { sha256, name = "会议.txt" } } });
        var events = await server.Client.WatchJobAsync(job, after: 0);

        // How far it was before may have gone by.
        Assert.Equal(["item 3", "progress 4", "end 5"], events.TakeLast(3).Select(one => $"{one.EventType} {one.EventId}"));
        Assert.Subset(new HashSet<string> { "progress 1", "progress 2" }, events.SkipLast(3).Select(one => $"{one.EventType} {one.EventId}").ToHashSet());
        using var item = JsonDocument.Parse(events[^3].Data);
        Assert.Equal(("stored", "会议.txt", sha256), (item.RootElement.GetProperty("outcome").GetString(), item.RootElement.GetProperty("name").GetString(), item.RootElement.GetProperty("sha256").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri($"/api/v1/articles/{item.RootElement.GetProperty("articleId").GetString()}", UriKind.Relative))).StatusCode);
        Assert.Equal(["4", "5"], (await server.Client.WatchJobAsync(job, after: 3)).Select(one => one.EventId));
        using var shown = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/jobs/{job}"));
        Assert.Equal(("done", 1, 5), (shown.RootElement.GetProperty("state").GetString(), shown.RootElement.GetProperty("items").GetArrayLength(), shown.RootElement.GetProperty("lastEvent").GetInt32()));
        Assert.Contains("id: 5", await server.Client.GetStringAsync($"/api/v1/jobs/{job}/events?after=4"), StringComparison.Ordinal);
        Assert.Empty(await server.Client.GetStringAsync($"/api/v1/jobs/{job}/events?after=5"));
    }

    [Theory]
    [InlineData(10_000, HttpStatusCode.NotFound, "NX4004")]
    [InlineData(10_001, HttpStatusCode.BadRequest, "NX4001")]
    public async Task A_job_takes_as_many_uploads_as_it_says(int files, HttpStatusCode status, string code)
    {
        await using var server = await RunningServer.StartAsync();

        // None of them was uploaded; what matters is that they are looked for.
        using var answer = await server.PostAsync("/api/v1/jobs", new { uploads = Enumerable.Range(0, files).Select(static number => new { sha256 = number.ToString("x64", CultureInfo.InvariantCulture) }) });

        Assert.Equal((status, code), (answer.StatusCode, await AccessTests.CodeAsync(answer)));
    }

    [Fact]
    public async Task A_correction_holds_after_everything_was_extracted_again()
    {
        await using var server = await RunningServer.StartAsync();
        var sha256 = await server.Client.UploadAsync("a.txt", Bulletin);
        await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { uploads = new[] { new { sha256 } } }), after: 0);
        var fact = server.Store.FindFacts(new NewsFilter { Types = ["position"] })[0];
        using var made = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "reject", target = fact.Id } } });

        var events = await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "all" }), after: 0);

        Assert.Contains(events, one => one.Data.Contains("\"extracted\"", StringComparison.Ordinal));
        Assert.Empty(server.Store.FindFacts(new NewsFilter { Types = ["position"] }));
    }

    [Fact]
    public async Task What_failed_is_named_and_can_be_tried_again()
    {
        await using var server = await RunningServer.StartAsync();
        var sha256 = await server.Client.UploadAsync("broken.pdf", "%PDF-1.7 and nothing else");
        var job = await server.Client.StartJobAsync(new { uploads = new[] { new { sha256 } } });
        await server.Client.WatchJobAsync(job, after: 0);

        var events = await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { retry = job }), after: 0);
        using var inputs = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/inputs?status=failed"));

        using var item = JsonDocument.Parse(events.Single(one => one.EventType == "item").Data);
        Assert.Equal("failed", item.RootElement.GetProperty("outcome").GetString());
        Assert.StartsWith("NX", item.RootElement.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal("broken.pdf", inputs.RootElement.GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("..\\..\\签约.txt", "签约.txt")]
    [InlineData("a\u0000b\u202Ec.txt", "abc.txt")]
    [InlineData("..", "bulletin.txt")]
    [InlineData("<script>.html", "_script_.html.txt")]
    [InlineData("page.pdf", "page.pdf.txt")]
    public async Task Of_a_name_only_what_leads_nowhere_is_kept(string sent, string kept)
    {
        await using var server = await RunningServer.StartAsync();

        using var upload = await server.Client.PostFileAsync(sent, Encoding.UTF8.GetBytes(Bulletin));
        using var answer = JsonDocument.Parse(await upload.Content.ReadAsStringAsync());

        Assert.Equal(kept, answer.RootElement.GetProperty("name").GetString());
        var file = Assert.Single(Directory.GetFiles(server.UploadFolder, "*", SearchOption.AllDirectories));
        Assert.StartsWith(server.UploadFolder + Path.DirectorySeparatorChar, Path.GetFullPath(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_name_is_cut_and_the_same_bytes_keep_their_first()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await server.Client.PostFileAsync(new string('长', 300) + ".txt", Encoding.UTF8.GetBytes(Bulletin));
        using var second = await server.Client.PostFileAsync("other.txt", Encoding.UTF8.GetBytes(Bulletin));

        using var answer = JsonDocument.Parse(await second.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.True(answer.RootElement.GetProperty("known").GetBoolean());
        Assert.Equal(new string('长', 60) + ".txt", answer.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_too_large_or_of_no_known_kind_is_refused_and_not_kept()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { MaxUploadBytes = 100_000 });

        using var large = await server.Client.PostFileAsync("a.txt", new byte[100_001].Select(static _ => (byte)'a').ToArray());
        using var unannounced = await server.Client.PostFileAsync("a.txt", new byte[200_000].Select(static _ => (byte)'a').ToArray(), chunked: true);
        using var binary = await server.Client.PostFileAsync("a.pdf", [0, 1, 2, 3]);
        using var empty = await server.Client.PostFileAsync("a.pdf", []);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unannounced.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, binary.StatusCode);
        Assert.Contains("NX4303", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(server.UploadFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing()
    {
        await using var server = await RunningServer.StartAsync();
        using (var socket = new TcpClient("127.0.0.1", server.Client.BaseAddress!.Port))
        {
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/uploads?name=a.txt HTTP/1.1\r\nHost: {server.Client.BaseAddress.Authority}\r\nContent-Length: 100000\r\n\r\nonly so much"));
            socket.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync();

            Assert.True(answer.Length == 0 || answer.Contains(" 400 ", StringComparison.Ordinal), answer);
        }

        await server.Client.UploadAsync("b.txt", Bulletin);

        // The server may hear of the end of the first only now.
        var incoming = Path.Combine(server.UploadFolder, ".incoming");
        for (var waited = 0; waited < 1200 && Directory.EnumerateFiles(incoming).Any(); waited++)
        {
            await Task.Delay(50);
        }

        Assert.Single(Directory.GetFiles(server.UploadFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_problem_with_a_code()
    {
        await using var server = await RunningServer.StartAsync(settings =>
        {
            File.WriteAllText(settings.UploadFolder, "a file where the folder should be");
            return settings;
        });

        using var upload = await server.Client.PostFileAsync("a.txt", Encoding.UTF8.GetBytes(Bulletin));

        Assert.Equal(HttpStatusCode.InsufficientStorage, upload.StatusCode);
        Assert.Contains("NX4306", await upload.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_sent_with_its_bytes_and_runs_nothing_in_a_browser()
    {
        await using var server = await RunningServer.StartAsync();
        var sha256 = await server.Client.UploadAsync("a.html", "<!DOCTYPE html><html><body><script>alert(1)</script><h1>太原召开会议</h1><p>太原市商务局局长李明出席会议。</p></body></html>");
        await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { uploads = new[] { new { sha256 } } }), after: 0);

        using var sent = await server.Client.GetAsync(new Uri($"/api/v1/documents/{sha256}/file", UriKind.Relative));

        Assert.Equal("application/octet-stream", sent.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        File.WriteAllText(Directory.GetFiles(server.UploadFolder, "*.html", SearchOption.AllDirectories).Single(), "changed");
        using var changed = await server.Client.GetAsync(new Uri($"/api/v1/documents/{sha256}/file", UriKind.Relative));
        Assert.Contains("NX4101", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entities_are_merged_and_split_by_decisions_that_can_be_undone()
    {
        await using var server = await RunningServer.StartAsync(
            null, ("a.txt", Bulletin), ("b.txt", "调研\n2023年6月7日\n\n太原市商务局局长李明到企业调研。\n"));
        using var found = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/entities?q=李明&type=PER"));
        var id = found.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        using var members = JsonDocument.Parse(await server.Client.GetStringAsync($"/api/v1/entities/{id}/members"));
        var article = members.RootElement.GetProperty("items")[0].GetProperty("articleId").GetString();

        var split = await DecideAsync(server, $"/api/v1/entities/{id}/split", new { articles = new[] { article }, why = "two persons", by = "张三" });
        Assert.Equal(2, server.Store.FindEntities("李明").Count);
        using var unreadable = await server.PostAsync($"/api/v1/entities/{id}/split", new { articles = new[] { article }, why = "two\0persons" });
        Assert.Equal("NX4001", await AccessTests.CodeAsync(unreadable));
        using var all = await server.PostAsync($"/api/v1/entities/{server.Store.FindEntities("李明")[0].Id}/split", new { articles = new[] { "1" }, why = "x" });
        Assert.Contains("NX3204", await all.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await DecideAsync(server, $"/api/v1/decisions/{split}/undo", new { by = "李四" });
        Assert.Single(server.Store.FindEntities("李明"));
        var again = await DecideAsync(server, $"/api/v1/entities/{server.Store.FindEntities("李明").Single().Id}/split", new { articles = new[] { article }, why = "two persons after all", by = "张三" });
        using var decisions = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/decisions"));
        Assert.Equal([again, split], decisions.RootElement.GetProperty("items").EnumerateArray().Select(static decision => decision.GetProperty("id").GetInt64()));
        Assert.Equal("李四", decisions.RootElement.GetProperty("items")[1].GetProperty("undoneBy").GetString());
    }

    private static async Task<long> DecideAsync(RunningServer server, string path, object body)
    {
        using var answer = await server.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        using var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        await server.Client.WatchJobAsync(made.RootElement.GetProperty("job").GetString()!, after: 0);
        return made.RootElement.GetProperty("decision").GetInt64();
    }
}
