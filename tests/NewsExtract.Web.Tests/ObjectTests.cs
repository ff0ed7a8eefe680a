using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsExtract.Batch;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;

namespace NewsExtract.Web.Tests;

/// <summary>What workers ingested from a store of objects.</summary>
public class ObjectTests
{
    private const string Address = "s3://bulletins/2023/会议.txt";
    private static readonly byte[] s_bytes = Encoding.UTF8.GetBytes("太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。\n");

    [Fact]
    public async Task What_failed_there_is_tried_again_and_sent()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Blobs = new Objects() });
        Fail(server.Store);

        var events = await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "failed" }), after: 0);

        var item = JsonElement.Parse(events.Single(static one => one.EventType == "item").Data);
        Assert.Equal(("stored", "会议.txt"), (item.GetProperty("outcome").GetString(), item.GetProperty("name").GetString()));
        Assert.Equal(Address, Assert.Single(server.Store.FindInputs()).Path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(s_bytes));
        Assert.Equal(s_bytes, await server.Client.GetByteArrayAsync($"/api/v1/documents/{sha256}/file"));
        Assert.True(JsonElement.Parse(await server.Client.GetStringAsync($"/api/v1/documents/{sha256}")).GetProperty("hasFile").GetBoolean());
    }

    [Fact]
    public async Task A_server_that_does_not_reach_them_says_so()
    {
        await using var server = await RunningServer.StartAsync();
        Fail(server.Store);
        var events = await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "failed" }), after: 0);

        var item = JsonElement.Parse(events.Single(static one => one.EventType == "item").Data);
        Assert.Equal(("failed", "NX2002"), (item.GetProperty("outcome").GetString(), item.GetProperty("code").GetString()));
        Assert.Contains("store of objects", item.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(Address, Assert.Single(server.Store.FindInputs()).Path);
    }

    [Fact]
    public async Task An_object_that_is_another_by_now_is_not_sent_for_it()
    {
        var objects = new Objects();
        await using var server = await RunningServer.StartAsync(settings => settings with { Blobs = objects });
        Fail(server.Store);
        await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "failed" }), after: 0);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(s_bytes));

        objects.Bytes = [.. s_bytes, (byte)'x'];
        using var answer = await server.GetAsync($"/api/v1/documents/{sha256}/file");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("NX4101", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_is_larger_than_uploads_may_be_is_not_fetched()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Blobs = new Objects(), MaxUploadBytes = s_bytes.Length - 1 });
        Fail(server.Store);
        await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "failed" }), after: 0);

        using var answer = await server.GetAsync($"/api/v1/documents/{Convert.ToHexStringLower(SHA256.HashData(s_bytes))}/file");

        Assert.Equal((HttpStatusCode.NotFound, "NX4101"), (answer.StatusCode, await AccessTests.CodeAsync(answer)));
        Assert.False(Directory.Exists(server.UploadFolder) && Directory.EnumerateFiles(server.UploadFolder, "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task Of_many_objects_that_are_looked_at_few_are_fetched_at_a_time()
    {
        var objects = new Objects { Pause = TimeSpan.FromMilliseconds(100) };
        await using var server = await RunningServer.StartAsync(settings => settings with { Blobs = objects });
        string[] paths = [.. Enumerable.Range(1, 6).Select(static number => $"s3://bulletins/{number}.txt")];
        Fail(server.Store, paths);
        await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "failed" }), after: 0);
        objects.Forget();
        var answers = await Task.WhenAll(paths.Concat(paths).Select(path => server.GetAsync($"/api/v1/documents/{Convert.ToHexStringLower(SHA256.HashData(objects.BytesOf(path)!))}/file")));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(2, objects.MostAtOnce);
        Assert.All(answers, static answer => answer.Dispose());
    }

    [Fact]
    public async Task What_can_no_longer_be_had_stays_as_it_was_extracted()
    {
        var objects = new Objects();
        await using var server = await RunningServer.StartAsync(settings => settings with { Blobs = objects });
        Fail(server.Store);
        await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "failed" }), after: 0);
        var facts = server.Store.CountFacts(new NewsFilter());
        using (var connection = new SqliteConnection($"Data Source={server.StorePath};Pooling=False"))
        {
            // As of another reading.
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM readings";
            command.ExecuteNonQuery();
        }

        objects.Bytes = null;
        var events = await server.Client.WatchJobAsync(await server.Client.StartJobAsync(new { scope = "all" }), after: 0);

        var item = JsonElement.Parse(events.Single(static one => one.EventType == "item").Data);
        Assert.Equal(("failed", "NX2002"), (item.GetProperty("outcome").GetString(), item.GetProperty("code").GetString()));
        Assert.NotEqual(0, facts);
        Assert.Equal(facts, server.Store.CountFacts(new NewsFilter()));
        Assert.Equal(InputStatus.Stored, Assert.Single(server.Store.FindInputs()).Status);
    }

    private static void Fail(NewsStore store, params string[] paths)
    {
        var run = store.BeginRun("0.1.0", "", "");
        foreach (var (number, path) in (paths.Length > 0 ? paths : [Address]).Index())
        {
            store.Save(new InputEntry(path, InputStatus.Unreadable, null, null, null, new Diagnostic("NX2002", Severity.Error, "it did not answer")), (DocumentEntry?)null, new RunEntry(run, number, path, RunOutcome.Failed, 0, 0, 0));
        }
    }

    private sealed class Objects : IBlobs
    {
        private readonly Lock _lock = new();
        private int _loading;

        public byte[]? Bytes { get; set; } = s_bytes;

        /// <summary>So long an object takes.</summary>
        public TimeSpan Pause { get; init; }

        public int MostAtOnce { get; private set; }

        public void Forget() => MostAtOnce = 0;

        public byte[]? BytesOf(string path) => path == Address ? Bytes : [.. s_bytes, .. Encoding.UTF8.GetBytes(path)];

        public bool Holds(string path) => path.StartsWith("s3://", StringComparison.Ordinal);

        public IEnumerable<BatchInput> List(string path) => [Open(path)];

        public BatchInput Open(string path) => new(path, path.Split('/')[^1], () => Load(path))
        {
            Bytes = Bytes?.Length,
            Modified = 1,
        };

        private byte[] Load(string path)
        {
            lock (_lock)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_loading);
            }

            Thread.Sleep(Pause);
            lock (_lock)
            {
                _loading--;
            }

            return BytesOf(path) ?? throw new DocumentReadException(new Diagnostic("NX2002", Severity.Error, "the store of objects does not give it"));
        }
    }
}
