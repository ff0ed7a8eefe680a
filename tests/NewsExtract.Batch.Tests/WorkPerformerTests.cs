using NewsExtract.Batch.Work;
using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Storage.Work;

namespace NewsExtract.Batch.Tests;

/// <summary>A worker's work without a queue.</summary>
public class WorkPerformerTests
{
    private const string Bulletin = "全市重点项目开工\n12月1日，云川市市长李明出席活动。全市开工项目12个，总投资30亿元。\n";
    private const string Other = "招商活动举行\n12月2日，云川市副市长王芳出席活动。签约项目5个。\n";

    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder { MentionReviewer = null }.Build();

    [Fact]
    public async Task It_stores_what_the_local_batch_stores()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt", "a.txt");
        using var performer = Perform(folder, new DocumentReader());

        await performer.RunAsync(Assert.Single(items), CancellationToken.None, CancellationToken.None);

        var input = folder.Store.FindInput(folder.Input("a.txt").Path);
        Assert.Equal(InputStatus.Stored, input!.Status);
        Assert.Equal((1, 0), (performer.Tally.Done, performer.Tally.Failed));
        Assert.Equal(1, (await new Ingestor(folder.Store, Settings(new DocumentReader())).RunAsync([folder.Input("a.txt")])).Counts.Unchanged);
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_fails()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt");
        folder.Write("a.txt", Other);
        using var performer = Perform(folder, new DocumentReader());

        await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None);

        Assert.Equal("NX5004", folder.Store.FindInput(items[0].Path)!.Problem!.Code);
    }

    [Fact]
    public async Task A_file_whose_bytes_changed_and_whose_time_and_size_did_not_is_read()
    {
        using var folder = new TemporaryFolder();
        var former = folder.Write("a.txt", Bulletin);
        await new Ingestor(folder.Store, Settings(new DocumentReader())).RunAsync([former]);
        var changed = Bulletin.Replace("12个", "13个", StringComparison.Ordinal);
        File.WriteAllText(former.Path, changed);
        File.SetLastWriteTimeUtc(former.Path, new DateTime(former.Modified!.Value, DateTimeKind.Utc));
        var items = await Enqueue(folder, Settings(new DocumentReader()) with { ChecksBytes = true }, "a.txt");
        using var performer = Perform(folder, new DocumentReader());

        await performer.RunAsync(Assert.Single(items), CancellationToken.None, CancellationToken.None);

        Assert.Equal(items[0].Sha256, folder.Store.FindInput(former.Path)!.Sha256);
        Assert.Contains("13个", Assert.Single(folder.Store.FindFacts(new NewsFilter { Types = ["project_count"] })).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_other_settings_the_copy_that_was_stored_is_done_again_whichever_is_named_first()
    {
        using var folder = new TemporaryFolder();
        await new Ingestor(folder.Store, Settings(new DocumentReader())).RunAsync([folder.Write("b.txt", Bulletin)]);
        folder.Write("a.txt", Bulletin);
        folder.Write("c.txt", Bulletin);
        var other = Settings(new DocumentReader()) with { ExtractionKey = "rules=2" };
        var items = await Enqueue(folder, other, "a.txt", "b.txt", "c.txt");
        using var performer = Perform(folder, new DocumentReader(), settings: other);

        Assert.True(await performer.RunAsync(Assert.Single(items), CancellationToken.None, CancellationToken.None));

        Assert.Equal([InputStatus.Duplicate, InputStatus.Stored, InputStatus.Duplicate], folder.Store.FindInputs().Select(static input => input.Status));
        Assert.EndsWith("rules=2", folder.Store.FindDocument(items[0].Sha256)!.ExtractionKey, StringComparison.Ordinal);
        Assert.Equal((3, 0), (folder.Store.FindWorkProgress().Done, folder.Store.FindWorkProgress().Outstanding));
    }

    [Fact]
    public async Task What_is_done_is_done_again_when_other_settings_were_at_it_since()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var (settings, other) = (Settings(new DocumentReader()), Settings(new DocumentReader()) with { ExtractionKey = "rules=2" });
        await DoAsync(settings, 1);
        await DoAsync(settings, 0);
        await DoAsync(other, 1);
        await DoAsync(settings, 1);

        // A batch on one machine.
        await new Ingestor(folder.Store, other).RunAsync([folder.Input("a.txt")]);
        await DoAsync(settings, 1);

        async Task DoAsync(IngestSettings with, int sent)
        {
            var items = await Enqueue(folder, with, "a.txt");
            Assert.Equal(sent, items.Count);
            using var performer = Perform(folder, new DocumentReader(), settings: with);
            foreach (var item in items)
            {
                Assert.True(await performer.RunAsync(item, CancellationToken.None, CancellationToken.None));
            }

            var document = folder.Store.FindDocument(folder.Store.FindInput(folder.Input("a.txt").Path)!.Sha256!)!;
            Assert.EndsWith(with.ExtractionKey, document.ExtractionKey, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_takes_too_long_fails()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt");
        using var performer = Perform(folder, new EndlessReader(static () => { }), TimeSpan.FromMilliseconds(50));

        await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None);

        Assert.Equal("NX5007", folder.Store.FindInput(items[0].Path)!.Problem!.Code);
    }

    [Fact]
    public async Task What_failed_is_done_again_once_it_is_registered_anew()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt");
        using (var slow = Perform(folder, new EndlessReader(static () => { }), TimeSpan.FromMilliseconds(50)))
        {
            await slow.RunAsync(items[0], CancellationToken.None, CancellationToken.None);
        }

        using var performer = Perform(folder, new DocumentReader());
        await performer.RunAsync(Assert.Single(folder.Store.RenewFailedWork(["NX5007"]).Sent), CancellationToken.None, CancellationToken.None);

        Assert.Equal(InputStatus.Stored, folder.Store.FindInput(items[0].Path)!.Status);
        Assert.Null(folder.Store.FindInput(items[0].Path)!.Problem);
        Assert.Equal((1, 0), (folder.Store.FindWorkProgress().Done, folder.Store.FindWorkProgress().Failed));
    }

    [Fact]
    public async Task The_next_is_this_workers_while_one_is_read_and_no_more()
    {
        using var folder = new TemporaryFolder();
        var items = await Enqueue(folder, [.. new[] { "a.txt", "b.txt", "c.txt" }.Select((name, place) => folder.Write(name, Bulletin + Other[..(30 - place)]).Name)]);
        using var ending = new CancellationTokenSource();
        using var performer = Perform(folder, new EndlessReader(static () => { }), patience: TimeSpan.FromMinutes(1));
        var all = items.ConvertAll(item => Task.Run(() => performer.RunAsync(item, CancellationToken.None, ending.Token)));

        while (folder.Store.FindWorkProgress().Running < 2)
        {
            await Task.Delay(10);
        }

        await Task.Delay(100);
        Assert.Equal((2, 1), (folder.Store.FindWorkProgress().Running, folder.Store.FindWorkProgress().Queued));
        await ending.CancelAsync();
        foreach (var one in all)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        Assert.Equal((0, 3), (folder.Store.FindWorkProgress().Running, folder.Store.FindWorkProgress().Queued));
    }

    [Fact]
    public async Task What_a_worker_that_ends_has_not_done_is_given_back()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt");
        using var ending = new CancellationTokenSource();
        using var performer = Perform(folder, new EndlessReader(ending.Cancel));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => performer.RunAsync(items[0], CancellationToken.None, ending.Token));

        Assert.Equal((1, 0), (folder.Store.FindWorkProgress().Queued, folder.Store.FindWorkProgress().Running));
        Assert.Null(folder.Store.FindInput(items[0].Path));
    }

    [Fact]
    public async Task What_finds_no_slot_is_left_to_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        folder.Write("b.txt", Other);
        var items = await Enqueue(folder, "a.txt", "b.txt");
        using var ending = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        using var performer = Perform(folder, new EndlessReader(begun.SetResult), patience: TimeSpan.Zero);
        var first = Task.Run(() => performer.RunAsync(items[0], CancellationToken.None, ending.Token));
        await begun.Task;

        Assert.False(await performer.RunAsync(items[1], CancellationToken.None, ending.Token));

        Assert.Equal((1, 1), (folder.Store.FindWorkProgress().Queued, folder.Store.FindWorkProgress().Running));
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task What_a_worker_never_heard_that_it_had_got_it_does()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt");
        folder.Store.StartWork(items[0], "test:1:0", alone: false, WorkPerformer.MostAttempts);
        using var performer = Perform(folder, new DocumentReader());

        Assert.True(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));

        Assert.Equal(1, performer.Tally.Done);
    }

    [Fact]
    public async Task What_killed_four_workers_is_set_aside()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Bulletin);
        var items = await Enqueue(folder, "a.txt");
        for (var i = 0; i < WorkPerformer.MostAttempts; i++)
        {
            folder.Store.StartWork(items[0], $"dead:{i}:0", alone: true, WorkPerformer.MostAttempts);
        }

        using var performer = Perform(folder, new DocumentReader());
        await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None);

        var problem = folder.Store.FindInput(items[0].Path)!.Problem!;
        Assert.Equal("NX5006", problem.Code);
        Assert.Contains("4 times", problem.Message, StringComparison.Ordinal);
    }

    private static Task<List<WorkItem>> Enqueue(TemporaryFolder folder, params string[] names) => Enqueue(folder, Settings(new DocumentReader()), names);

    private static async Task<List<WorkItem>> Enqueue(TemporaryFolder folder, IngestSettings settings, params string[] names)
    {
        var sent = new List<WorkItem>();
        await new WorkEnqueuer(folder.Store, settings, (items, _) =>
        {
            sent.AddRange(items);
            return Task.CompletedTask;
        }).RunAsync(names.Select(folder.Input), null, CancellationToken.None);
        return sent;
    }

    private static WorkPerformer Perform(TemporaryFolder folder, IDocumentReader reader, TimeSpan? limit = null, TimeSpan? patience = null, IngestSettings? settings = null) =>
        new(folder.Store, settings ?? Settings(reader), new WorkerIdentity("test:1:0"), 1, path => folder.Input(Path.GetFileName(path))) { Limit = limit ?? TimeSpan.FromMinutes(10), Patience = patience ?? TimeSpan.FromSeconds(1) };

    private static IngestSettings Settings(IDocumentReader reader) => new() { Pipeline = s_pipeline, Reader = reader, ReadingKey = "ocr=never", ExtractionKey = "rules=1", Jobs = 1 };

    /// <summary>Reads until it is told to stop.</summary>
    private sealed class EndlessReader(Action begun) : IDocumentReader
    {
        public bool CanRead(DocumentSource source) => true;

        public Document Read(DocumentSource source, CancellationToken cancellation = default)
        {
            begun();
            cancellation.WaitHandle.WaitOne();
            throw new OperationCanceledException(cancellation);
        }
    }
}
