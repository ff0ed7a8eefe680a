using NewsExtract.Storage.Work;

namespace NewsExtract.Storage.Tests.Work;

/// <summary>What another run, other settings or another worker finds of what was registered before; the same on both databases.</summary>
[Collection(StoreCollection.Name)]
public class RegisteredAgainTests(StoreDatabases databases)
{
    private const string Settings = "0123456789abcdef";
    private const string OtherSettings = "fedcba9876543210";
    private const string Worker = "host:1:a";
    private const int Most = 4;

    private static readonly string s_bytes = Samples.Document("a.txt").Sha256;
    private static readonly string s_otherBytes = Samples.Document("b.txt").Sha256;

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_registered_and_not_begun_is_sent_again_and_waited_for_by_the_later_run(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var first = Begin(store.Store);
        store.Store.RegisterWork(first, Settings, [Input("/a", s_bytes), Input("/b", s_otherBytes, 1)]);
        Start(store.Store, "/b", s_otherBytes);
        var second = Begin(store.Store);

        var item = Assert.Single(store.Store.RegisterWork(second, Settings, [Input("/a", s_bytes, 5), Input("/b", s_otherBytes, 6)]));

        Assert.Equal((second, 5, "/a"), (item.Run, item.Number, item.Path));
        Assert.Equal((0, 2), (store.Store.FindWorkProgress(first).Outstanding, store.Store.FindWorkProgress(second).Outstanding));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_was_begun_before_a_later_run_registered_it_ends_in_that_run(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes)]);
        var claim = Start(store.Store, "/a", s_bytes);
        var second = Begin(store.Store);
        store.Store.RegisterWork(second, Settings, [Input("/a", s_bytes, 3)]);

        Assert.True(store.Store.FinishWork(claim, Stored(store.Store, claim.Item)));

        Assert.Equal([(3, "/a")], store.Store.FindRun(second).Select(static entry => (entry.Number, entry.Path)));
        Assert.Empty(store.Store.FindRun(claim.Item.Run));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_changed_before_it_was_begun_is_sent_with_its_new_bytes_and_leaves_the_old_ones_to_who_waited(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes), Input("/b", s_bytes, 1)]);

        var sent = store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_otherBytes)]);

        Assert.Equal([("/a", s_otherBytes), ("/b", s_bytes)], sent.Select(static item => (item.Path, item.Sha256)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_changed_while_it_was_done_or_waited_is_sent_with_its_new_bytes_and_the_old_ones_are_refused(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes), Input("/b", s_bytes, 1), Input("/c", s_bytes, 2)]);
        var former = Start(store.Store, "/a", s_bytes);

        var sent = store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_otherBytes), Input("/b", s_otherBytes, 1)]);

        // The old bytes of /b were another's turn for a moment: whoever is handed them finds that they are nobody's.
        Assert.Equal([("/a", s_otherBytes), ("/b", s_bytes), ("/c", s_bytes)], sent.Select(static item => (item.Path, item.Sha256)));
        Assert.Equal(WorkStartKind.Finished, store.Store.StartWork(sent[1], Worker, alone: false, Most).Kind);
        Assert.False(store.Store.FinishWork(former, Stored(store.Store, former.Item)));
        Assert.True(store.Store.FinishWork(Start(store.Store, "/a", s_otherBytes), Stored(store.Store, sent[0])));
        Assert.Equal(InputStatus.Duplicate, store.Store.FindInput("/b")!.Status);
        Assert.Equal(s_otherBytes, store.Store.FindInput("/b")!.Sha256);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_duplicate_of_a_path_that_waits_for_it_leaves_the_bytes_to_that(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);
        var first = store.Store.RegisterWork(run, Settings, [Input("/a", s_bytes), Input("/b", s_bytes, 1)])[0];

        store.Store.FinishWork(Start(store.Store, "/a", s_bytes), new InputOutcome(new InputEntry("/a", InputStatus.Duplicate, null, 1, 1), null, new RunEntry(run, 0, "/a", RunOutcome.Duplicate, 0, 0, 0)));

        Assert.Equal("/b", store.Store.FindTwin(first)?.Path);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_could_not_be_read_when_it_was_registered_counts_no_more_once_failures_are_sent_again(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [new WorkInput(0, "/folder", "folder", null, null, null, new Diagnostic("NX2002", Severity.Error, "no rights"))]);
        Assert.Equal(1, store.Store.FindWorkProgress().Failed);

        var (sent, left) = store.Store.RenewFailedWork(["NX2002"]);

        Assert.Equal((0, 1, 0), (sent.Count, left, store.Store.FindWorkProgress().Failed));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_failed_for_its_path_is_sent_again_and_what_failed_for_its_bytes_is_not(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes), Input("/b", s_otherBytes, 1)]);
        store.Store.FinishWork(Start(store.Store, "/a", s_bytes), Failed("/a", "NX2002"));
        store.Store.FinishWork(Start(store.Store, "/b", s_otherBytes), Failed("/b", "NX2006"));

        var sent = store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes), Input("/b", s_otherBytes, 1)]);

        Assert.Equal(["/a"], sent.Select(static item => item.Path));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void When_a_path_comes_to_nothing_the_next_of_the_same_bytes_is_to_be_done(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);
        var first = store.Store.RegisterWork(run, Settings, [Input("/a", s_bytes), Input("/b", s_bytes, 1), Input("/c", s_bytes, 2)])[0];
        store.Store.FinishWork(Start(store.Store, "/a", s_bytes), Failed("/a", "NX5004"));

        var second = store.Store.FindTwin(first)!;
        Assert.Equal(("/b", 1), (second.Path, second.Number));
        store.Store.FinishWork(Start(store.Store, "/b", s_bytes), Stored(store.Store, second));

        Assert.Null(store.Store.FindTwin(second));
        Assert.Equal([RunOutcome.Failed, RunOutcome.Stored, RunOutcome.Duplicate], store.Store.FindRun(run).Select(static entry => entry.Outcome));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void When_bytes_cannot_be_taken_all_paths_of_them_have_failed(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes), Input("/b", s_bytes, 1)]);
        store.Store.FinishWork(Start(store.Store, "/a", s_bytes), Failed("/a", "NX2006"));

        Assert.Equal((2, 0), (store.Store.FindWorkProgress().Failed, store.Store.FindWorkProgress().Outstanding));
        Assert.Equal("NX2006", store.Store.FindInput("/b")!.Problem!.Code);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_cannot_be_read_is_put_off_so_often_and_does_not_count_as_begun(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes)]);

        Assert.True(store.Store.PutOffWork(Start(store.Store, "/a", s_bytes), most: 2));
        var again = Start(store.Store, "/a", s_bytes);

        Assert.Equal(1, again.Attempts);
        Assert.False(store.Store.PutOffWork(again, most: 2));
        Assert.Equal(1, store.Store.FindWorkProgress().Running);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void What_waits_with_other_settings_is_not_wanted_any_more_and_does_not_count(StoreKind kind)
    {
        using var store = databases.Create(kind);
        store.Store.RegisterWork(Begin(store.Store), OtherSettings, [Input("/a", s_bytes), Input("/b", s_bytes, 1), Input("/c", s_otherBytes, 2)]);

        var sent = store.Store.RegisterWork(Begin(store.Store), Settings, [Input("/a", s_bytes)]);

        Assert.Equal([("/b", OtherSettings), ("/a", Settings)], sent.Select(static item => (item.Path, item.Settings)));
        Assert.Equal((1, 2), (store.Store.CountOutstandingWork(Settings), store.Store.CountOutstandingWork(OtherSettings)));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void A_run_that_another_closed_is_open_again_when_more_is_registered(StoreKind kind)
    {
        using var store = databases.Create(kind);
        var run = Begin(store.Store);
        store.Store.CloseAllWork();
        store.Store.EndDoneRun(run);
        Assert.NotNull(store.Store.FindRunSummary(run).Finished);

        store.Store.RegisterWork(run, Settings, [Input("/a", s_bytes)]);
        store.Store.CloseAllWork();
        store.Store.EndDoneRun(run);

        Assert.Null(store.Store.FindRunSummary(run).Finished);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public void Only_errors_of_the_values_are_a_refusal(StoreKind kind)
    {
        using var store = databases.Create(kind);
        Assert.Equal(0, store.Store.CountOutstandingWork(Settings));

        Assert.True(store.Store.IsRefusal(Error(store, "INSERT INTO work_runs (run, settings, closed) VALUES (99, NULL, 0)")));
        Assert.False(store.Store.IsRefusal(Error(store, "SELECT nothing FROM nowhere")));
        Assert.False(store.Store.IsRefusal(new StoreException(new Diagnostic("NX3004", Severity.Error, "away"))));
    }

    private static System.Data.Common.DbException Error(TemporaryStore store, string sql) => Assert.ThrowsAny<System.Data.Common.DbException>(() => store.Execute(sql));

    private static long Begin(NewsStore store) => store.BeginWork("0.1.0", "reader=1", "rules=1", Settings);

    private static WorkInput Input(string path, string sha256, int number = 0) => new(number, path, path, sha256, 1, 1);

    private static WorkClaim Start(NewsStore store, string path, string sha256) => store.StartWork(new WorkItem(0, 0, path, path, sha256, Settings), Worker, alone: false, Most).Claim!;

    private static InputOutcome Failed(string path, string code)
    {
        var problem = new Diagnostic(code, Severity.Error, "no");
        return new InputOutcome(new InputEntry(path, InputStatus.Unreadable, null, 1, 1, problem), null, new RunEntry(0, 0, path, RunOutcome.Failed, 0, 0, 0, problem));
    }

    private static InputOutcome Stored(NewsStore store, WorkItem item) => new(
        new InputEntry(item.Path, InputStatus.Stored, item.Sha256, 1, 1),
        store.Prepare(Samples.Document(item.Name) with { Sha256 = item.Sha256, Articles = [] }),
        new RunEntry(item.Run, item.Number, item.Path, RunOutcome.Stored, 0, 0, 0));
}
