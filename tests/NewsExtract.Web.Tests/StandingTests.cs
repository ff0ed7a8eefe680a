using System.Text.Json;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Api;

namespace NewsExtract.Web.Tests;

public class StandingTests
{
    private static readonly (string, string)[] s_bulletins =
    [
        ("a.txt", "太原召开会议\n2023年5月6日\n\n太原市商务局局长李明出席会议。会议由太原市商务局副局长王芳主持。\n"),
    ];

    [Fact]
    public async Task What_stood_before_is_given_while_it_is_made_anew_and_who_waits_gets_what_holds_now()
    {
        using var folder = new StoreInFolder();
        using var hold = new ManualResetEventSlim(initialState: true);
        var made = 0;
        var standing = new Standing<string>(folder.Watch(), TimeProvider.System, () =>
        {
            hold.Wait();
            return $"made {Interlocked.Increment(ref made)}";
        });

        var first = await standing.FindAsync();
        hold.Reset();
        folder.Write();
        var earlier = await standing.FindAsync();
        var waited = standing.FindAsync(TimeSpan.FromMinutes(5), isUrgent: true);
        hold.Set();
        var current = await waited;

        Assert.Equal(("made 1", true), (first.Value, first.IsCurrent));
        Assert.Equal(("made 1", false), (earlier.Value, earlier.IsCurrent));
        Assert.True(current.IsCurrent);
        Assert.NotEqual("made 1", current.Value);
    }

    [Fact]
    public async Task What_was_begun_before_something_was_written_does_not_count_for_it()
    {
        using var folder = new StoreInFolder();
        using var begun = new SemaphoreSlim(0);
        using var hold = new SemaphoreSlim(1);
        var made = 0;
        var standing = new Standing<string>(folder.Watch(), TimeProvider.System, () =>
        {
            begun.Release();
            hold.Wait();
            return $"made {Interlocked.Increment(ref made)}";
        });
        _ = await standing.FindAsync();
        await begun.WaitAsync();
        folder.Write();
        _ = await standing.FindAsync();
        await begun.WaitAsync();

        folder.Write();
        var waited = standing.FindAsync(TimeSpan.FromMinutes(5), isUrgent: true);
        hold.Release(2);
        var current = await waited;

        Assert.Equal(("made 3", true), (current.Value, current.IsCurrent));
    }

    [Fact]
    public async Task What_is_older_than_may_be_told_is_waited_for()
    {
        using var folder = new StoreInFolder();
        var clock = new SetClock();
        var made = 0;
        var standing = new Standing<string>(folder.Watch(clock), clock, () => $"made {Interlocked.Increment(ref made)}", oldest: TimeSpan.FromMinutes(1));
        _ = await standing.FindAsync();
        folder.Write();
        clock.Now += TimeSpan.FromMinutes(2);

        var found = await standing.FindAsync();

        Assert.Equal(("made 2", true), (found.Value, found.IsCurrent));
    }

    [Fact]
    public async Task An_answer_of_a_moment_ago_says_so_and_no_other_does()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Patience = TimeSpan.Zero }, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Types = ["position"] })[0].Id;
        var (before, whole) = await SummaryAsync(server);

        using var answer = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "reject", target = fact } } });
        var (facts, isCurrent) = await SummaryAsync(server);
        var (now, isNow) = await SummaryAsync(server, ("Prefer", "wait=60"));

        Assert.True(whole);
        Assert.Equal(isCurrent ? before - 1 : before, facts);
        Assert.Equal((before - 1, true), (now, isNow));
    }

    [Fact]
    public async Task A_page_that_is_all_counts_itself()
    {
        await using var server = await RunningServer.StartAsync(static settings => settings with { Patience = TimeSpan.Zero }, s_bulletins);
        var fact = server.Store.FindFacts(new NewsFilter { Entity = "王芳", Types = ["position"] })[0].Id;
        using var before = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?q=王芳"));

        using var answer = await server.PostAsync("/api/v1/corrections", new { requests = new[] { new { action = "reject", target = fact } } });
        using var after = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/facts?q=王芳"));

        Assert.Equal(before.RootElement.GetProperty("total").GetInt64() - 1, after.RootElement.GetProperty("total").GetInt64());
    }

    private static async Task<(long Facts, bool IsCurrent)> SummaryAsync(RunningServer server, params (string, string)[] headers)
    {
        using var answer = await server.GetAsync("/api/v1/summary", headers);
        using var summary = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (summary.RootElement.GetProperty("facts").GetInt64(), !answer.Headers.Contains("X-As-Of"));
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>An empty store in a folder that goes with it.</summary>
    private sealed class StoreInFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-standing-").FullName;
        private int _written;

        public StoreInFolder() => Store = NewsStore.Open(Path.Combine(_folder, "news.db"));

        public NewsStore Store { get; }

        public VersionWatch Watch(TimeProvider? clock = null) => new(Store, new WebSettings { UploadFolder = _folder, Clock = clock ?? TimeProvider.System });

        public void Write() => Store.Save(new DocumentEntry
        {
            Sha256 = (++_written).ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
            Name = "a.txt",
            Bytes = 1,
            State = ExtractionState.Complete,
            ReadingKey = "",
            ExtractionKey = "",
            Version = "0.1.0",
            Articles = [],
        });

        public void Dispose()
        {
            Store.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
