using NewsExtract.Storage.Work;

namespace NewsExtract.Storage.Tests.Work;

/// <summary>Who may do what, and that it is done once; the same on both databases, but that a file knows no other machine.</summary>
[Collection(StoreCollection.Name)]
public class WorkTests(StoreDatabases databases)
{
    private const string Settings = "0123456789abcdef";
    private const string Worker = "host:1:a";
    private const int Most = 4;

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_is_registered_is_sent_once(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);

        Assert.Equal(["/a", "/b"], Register(store.Store, run, "/a", "/b").Select(static item => item.Path));
        Assert.Empty(Register(store.Store, run, "/a", "/b"));
        Assert.Equal(2, store.Store.FindWorkProgress(run).Queued);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_is_done_is_written_with_its_document_and_not_begun_again(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var item = Register(store.Store, Begin(store.Store), "/a")[0];
        var start = store.Store.StartWork(item, Worker, alone: false, Most);

        Assert.Equal(WorkStartKind.Begun, start.Kind);
        Assert.True(store.Store.FinishWork(start.Claim!, Outcome(store.Store, item)));
        Assert.Equal(WorkStartKind.Finished, store.Store.StartWork(item, Worker, alone: false, Most).Kind);
        Assert.Equal(InputStatus.Stored, store.Store.FindInput("/a")!.Status);
        Assert.Equal(1, store.Store.FindWorkProgress().Done);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_was_written_by_one_is_refused_of_another_that_began_before(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var item = Register(store.Store, Begin(store.Store), "/a")[0];
        var former = store.Store.StartWork(item, Worker, alone: false, Most).Claim!;
        var latter = store.Store.StartWork(item, "host:2:b", alone: true, Most).Claim!;

        Assert.False(store.Store.FinishWork(former, Outcome(store.Store, item)));
        Assert.Null(store.Store.FindInput("/a"));
        Assert.True(store.Store.FinishWork(latter, Outcome(store.Store, item)));
        Assert.Equal(2, latter.Attempts);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_a_dead_worker_was_doing_is_begun_alone_and_so_often_at_most(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var item = Register(store.Store, Begin(store.Store), "/a")[0];
        for (var attempt = 1; attempt <= Most; attempt++)
        {
            var start = store.Store.StartWork(item, $"host:{attempt}:x", alone: attempt > 1, Most);

            Assert.Equal(attempt, start.Claim!.Attempts);
            Assert.Equal(WorkStartKind.Suspect, store.Store.StartWork(item, "host:9:y", alone: false, Most).Kind);
        }

        var spent = store.Store.StartWork(item, "host:9:y", alone: true, Most);

        Assert.Equal((WorkStartKind.Spent, Most), (spent.Kind, spent.Claim!.Attempts));
    }

    [Theory]
    [OnPostgreSql]
    public void What_is_made_of_the_whole_store_is_made_by_one_at_a_time(StoreKind kind)
    {
        using var store = databases.Create(kind);
        using var other = NewsStore.Open(store.Location);
        var made = 0;

        Assert.True(store.Store.TryRunAlone(() =>
        {
            made++;
            Assert.False(other.TryRunAlone(() => made++));
        }));
        Assert.True(other.TryRunAlone(() => made++));

        Assert.Equal(2, made);
    }

    [Theory]
    [OnPostgreSql]
    public void What_a_living_worker_is_doing_is_left_to_it(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var item = Register(store.Store, Begin(store.Store), "/a")[0];
        using (var presence = store.Store.Enter(Worker))
        {
            Assert.True(presence.Renew());
            store.Store.StartWork(item, Worker, alone: false, Most);

            Assert.Equal(WorkStartKind.Busy, store.Store.StartWork(item, "host:2:b", alone: true, Most).Kind);
            Assert.Empty(store.Store.FindMissingWork());
        }

        Assert.Single(store.Store.FindMissingWork());
        Assert.Equal(WorkStartKind.Begun, store.Store.StartWork(item, "host:2:b", alone: true, Most).Kind);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_is_given_back_does_not_count_as_begun(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var item = Register(store.Store, Begin(store.Store), "/a")[0];
        store.Store.ReturnWork(store.Store.StartWork(item, Worker, alone: false, Most).Claim!);

        Assert.Equal(1, store.Store.StartWork(item, Worker, alone: false, Most).Claim!.Attempts);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void Of_equal_bytes_the_first_registered_is_done_and_the_others_are_its_duplicates(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);
        var sha256 = Samples.Document("a.txt").Sha256;
        var sent = store.Store.RegisterWork(run, Settings, [Input(0, "/b", sha256), Input(1, "/a", sha256)]);

        var item = Assert.Single(sent);
        Assert.Equal("/b", item.Path);
        store.Store.FinishWork(store.Store.StartWork(item, Worker, alone: false, Most).Claim!, Outcome(store.Store, item));

        Assert.Equal(InputStatus.Duplicate, store.Store.FindInput("/a")!.Status);
        Assert.Equal([RunOutcome.Stored, RunOutcome.Duplicate], store.Store.FindRun(run).Select(static entry => entry.Outcome));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void A_run_is_done_when_all_is_registered_and_nothing_is_outstanding(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);
        var item = Register(store.Store, run, "/a")[0];
        store.Store.FinishWork(store.Store.StartWork(item, Worker, alone: false, Most).Claim!, Outcome(store.Store, item));

        Assert.Empty(store.Store.FindDoneRuns());
        store.Store.CloseWork(run);
        Assert.Equal([run], store.Store.FindDoneRuns());
        store.Store.EndRun(run);
        Assert.Empty(store.Store.FindDoneRuns());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_cannot_be_read_is_a_failure_at_once(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);
        var problem = new Diagnostic("NX2001", Severity.Error, "gone");

        Assert.Empty(store.Store.RegisterWork(run, Settings, [new WorkInput(0, "/a", "a", null, null, null, problem)]));
        Assert.Equal((1, 0), (store.Store.FindWorkProgress(run).Failed, store.Store.FindWorkProgress(run).Outstanding));
        Assert.Equal("NX2001", store.Store.FindInput("/a")!.Problem!.Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public void What_failed_is_registered_anew_by_its_code_in_a_run_of_its_own(StoreKind kind)
    {
        using var temporary = databases.Create(kind);
        var store = temporary.Store;
        var run = Begin(store);
        var items = Register(store, run, "/slow", "/broken", "/done");
        store.RegisterWork(run, Settings, [new WorkInput(3, "/gone", "gone", null, null, null, new Diagnostic("NX2001", Severity.Error, "gone"))]);
        Finish(store, items[0], "NX5007");
        Finish(store, items[1], "NX1372");
        store.FinishWork(store.StartWork(items[2], Worker, alone: false, Most).Claim!, Outcome(store, items[2]));
        store.CloseWork(run);
        store.EndRun(run);

        var (slow, left) = store.RenewFailedWork(["NX5007"]);
        var (others, unread) = store.RenewFailedWork([]);

        var item = Assert.Single(slow);
        Assert.Equal(("/slow", 0), (item.Path, left));
        Assert.Equal(("/broken", 1), (Assert.Single(others).Path, unread));
        Assert.NotEqual(run, item.Run);
        Assert.Equal("", store.FindDocument(item.Sha256)!.ReadingKey);
        Assert.Equal("reader=1", store.FindDocument(items[2].Sha256)!.ReadingKey);
        var claim = store.StartWork(item, Worker, alone: false, Most).Claim!;
        Assert.Equal((1, item.Run), (claim.Attempts, claim.Item.Run));
        Assert.True(store.FinishWork(claim, Outcome(store, claim.Item)));
        store.CloseAllWork();
        Assert.Equal([item.Run], store.FindDoneRuns());
    }

    private static void Finish(NewsStore store, WorkItem item, string code)
    {
        var problem = new Diagnostic(code, Severity.Error, "it failed");
        var outcome = Outcome(store, item);
        store.FinishWork(store.StartWork(item, Worker, alone: false, Most).Claim!, new InputOutcome(
            outcome.Input with { Status = InputStatus.Failed, Problem = problem },
            store.Prepare(Samples.Document(item.Name) with { Sha256 = item.Sha256, State = ExtractionState.Failed, Articles = [] }),
            outcome.Run with { Outcome = RunOutcome.Failed, Problem = problem }));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void How_fast_and_how_long_yet_come_from_what_ended_in_the_last_minute(StoreKind kind)
    {
        var clock = new StillClock();
        using var store = databases.Create(kind, new StoreOptions { Clock = clock });
        var run = Begin(store.Store);
        var items = Register(store.Store, run, "/a", "/b", "/c", "/d");
        Assert.Null(store.Store.FindWorkProgress(run).TimeLeft);

        Finish(store.Store, items[0]);
        clock.Now += TimeSpan.FromSeconds(120);
        Finish(store.Store, items[1]);
        clock.Now += TimeSpan.FromSeconds(10);
        var progress = store.Store.FindWorkProgress(run);

        Assert.Equal((2, 4, 0.1), (progress.Outstanding, progress.Total, progress.PerSecond));
        Assert.Equal(TimeSpan.FromSeconds(20), progress.TimeLeft);
        clock.Now += TimeSpan.FromSeconds(60);
        Assert.Null(store.Store.FindWorkProgress(run).PerSecond);
    }

    private static long Begin(NewsStore store) => store.BeginWork("0.1.0", "reader=1", "rules=1", Settings);

    private static IReadOnlyList<WorkItem> Register(NewsStore store, long run, params string[] paths) =>
        store.RegisterWork(run, Settings, [.. paths.Select(static (path, place) => Input(place, path, Samples.Document(path).Sha256))]);

    private static WorkInput Input(int number, string path, string sha256) => new(number, path, path, sha256, 1, 1);

    private static void Finish(NewsStore store, WorkItem item) => store.FinishWork(store.StartWork(item, Worker, alone: false, Most).Claim!, Outcome(store, item));


    private static InputOutcome Outcome(NewsStore store, WorkItem item) => new(
        new InputEntry(item.Path, InputStatus.Stored, item.Sha256, 1, 1),
        store.Prepare(Samples.Document(item.Name) with { Sha256 = item.Sha256, Articles = [] }),
        new RunEntry(item.Run, item.Number, item.Path, RunOutcome.Stored, 0, 0, 0));

    private sealed class StillClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2023, 12, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
