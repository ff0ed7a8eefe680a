using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using NewsExtract.Batch.Steps;
using NewsExtract.Batch.Work;
using NewsExtract.Readers;
using NewsExtract.Storage;
using NewsExtract.Storage.Work;

namespace NewsExtract.Batch.Tests;

/// <summary>What a worker does when not the bulletin is at fault but what it needs: its bytes, the database, a step over the whole store.</summary>
public sealed class WorkPatienceTests : IDisposable
{
    private const string Bulletin = "全市重点项目开工\n12月1日，云川市市长李明出席活动。全市开工项目12个，总投资30亿元。\n";
    private const string Other = "招商活动举行\n12月2日，云川市副市长王芳出席活动。签约项目5个。\n";

    private static readonly NewsPipeline s_pipeline = new NewsPipelineBuilder { MentionReviewer = null }.Build();

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _printed = [];
    private readonly TaskCompletionSource _told = new();
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    [Fact]
    public async Task What_cannot_be_read_here_is_left_to_others_and_told_once()
    {
        var items = await Enqueue(("a.txt", Bulletin));
        _problems["a.txt"] = "NX2002";
        using var performer = Perform();

        Assert.False(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));
        Assert.False(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));
        Assert.Equal(1, _folder.Store.FindWorkProgress().Queued);
        _problems.Clear();
        Assert.True(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));

        Assert.Equal(InputStatus.Stored, _folder.Store.FindInput(items[0].Path)!.Status);
        Assert.StartsWith($"warning NX5011: {items[0].Path}: ", Assert.Single(_printed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_three_times_has_failed_until_it_is_registered_again()
    {
        var items = await Enqueue(("a.txt", Bulletin));
        _problems["a.txt"] = "NX2001";
        using var performer = Perform();
        for (var i = 1; i < WorkPerformer.MostUnread; i++)
        {
            Assert.False(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));
        }

        Assert.True(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));

        Assert.Equal("NX2001", _folder.Store.FindInput(items[0].Path)!.Problem!.Code);
        Assert.Single(await Enqueue(("a.txt", Bulletin)));
    }

    [Fact]
    public async Task While_a_worker_cannot_read_it_begins_nothing()
    {
        var items = await Enqueue(("a.txt", Bulletin), ("b.txt", Other));
        _problems["a.txt"] = "NX2002";
        using var performer = Perform(pause: TimeSpan.FromMinutes(1), patience: TimeSpan.FromMilliseconds(1));
        await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None);

        Assert.False(await performer.RunAsync(items[1], CancellationToken.None, CancellationToken.None));

        Assert.Equal(2, _folder.Store.FindWorkProgress().Queued);
    }

    [Fact]
    public async Task When_a_path_has_changed_another_of_the_same_bytes_is_done_in_its_place()
    {
        var items = await Enqueue(("a.txt", Bulletin), ("b.txt", Bulletin));
        _folder.Write("a.txt", Other);
        using var performer = Perform();

        Assert.True(await performer.RunAsync(Assert.Single(items), CancellationToken.None, CancellationToken.None));

        Assert.Equal("NX5004", _folder.Store.FindInput(items[0].Path)!.Problem!.Code);
        Assert.Equal(InputStatus.Stored, _folder.Store.FindInput(_folder.Input("b.txt").Path)!.Status);
        Assert.Equal(0, _folder.Store.FindWorkProgress().Outstanding);
    }

    [Fact]
    public async Task A_database_that_errs_is_asked_until_it_answers()
    {
        var items = await Enqueue(("a.txt", Bulletin));
        Execute("ALTER TABLE run_inputs RENAME TO away");
        using var performer = Perform();
        var working = Task.Run(() => performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));
        await _told.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.False(working.IsCompleted);
        Execute("ALTER TABLE away RENAME TO run_inputs");
        Assert.True(await working);

        Assert.StartsWith("warning NX5012: ", Assert.Single(_printed), StringComparison.Ordinal);
        Assert.Equal(InputStatus.Stored, _folder.Store.FindInput(items[0].Path)!.Status);
    }

    [Fact]
    public async Task What_the_database_objects_to_is_that_bulletins_failure()
    {
        var items = await Enqueue(("a.txt", Bulletin));
        Execute("CREATE TRIGGER refuse BEFORE INSERT ON articles BEGIN SELECT RAISE(ABORT, 'no such article'); END");
        using var performer = Perform();

        Assert.True(await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None));

        Assert.Equal("NX3101", _folder.Store.FindInput(items[0].Path)!.Problem!.Code);
        Assert.Empty(_printed);
    }

    [Fact]
    public async Task No_more_is_registered_than_may_be_outstanding()
    {
        _folder.Write("a.txt", Bulletin);
        _folder.Write("b.txt", Other);
        var sent = new List<WorkItem>();
        var first = new TaskCompletionSource();
        var enqueuer = new WorkEnqueuer(_folder.Store, Settings(), (items, _) =>
        {
            sent.AddRange(items);
            first.TrySetResult();
            return Task.CompletedTask;
        })
        { Most = 1 };
        var enqueuing = Task.Run(() => enqueuer.RunAsync([_folder.Input("a.txt"), _folder.Input("b.txt")], null, CancellationToken.None));
        await first.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAny(enqueuing, Task.Delay(TimeSpan.FromMilliseconds(700)));

        Assert.False(enqueuing.IsCompleted);
        Assert.Single(sent);
        using var performer = Perform();
        await performer.RunAsync(sent[0], CancellationToken.None, CancellationToken.None);

        Assert.Equal(2, (await enqueuing.WaitAsync(TimeSpan.FromMinutes(1))).Sent);
    }

    [Fact]
    public async Task A_step_that_fails_is_told_of_once_and_tried_again()
    {
        var items = await Enqueue(("a.txt", Bulletin));
        using var performer = Perform();
        await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var step = new FailingStep(3);
        var finishing = new RunFinisher(_folder.Store, [step], _printed.Add) { Pause = TimeSpan.FromMilliseconds(1) }.RunAsync(stop.Token);
        while (_folder.Store.FindRunSummary(items[0].Run).Finished is null)
        {
            stop.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        await stop.CancelAsync();
        await finishing;

        Assert.Equal(4, step.Runs);
        Assert.Equal(["warning NX5014", "linked"], _printed.Select(static line => line.Split(':')[0]));
    }

    [Fact]
    public async Task What_is_measured_has_the_names_that_the_documentation_gives()
    {
        var items = await Enqueue(("a.txt", Bulletin));
        var measured = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, own) =>
            {
                if (instrument.Meter.Name == WorkTelemetry.Name)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
            {
                measured.Add(tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Key}={tags[0].Value}");
            }
        }

        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
        var traced = new List<Activity>();
        using var traces = new ActivityListener { ShouldListenTo = static source => source.Name == WorkTelemetry.Name, Sample = static (ref _) => ActivitySamplingResult.AllData, ActivityStopped = traced.Add };
        ActivitySource.AddActivityListener(traces);
        using var performer = Perform();

        await performer.RunAsync(items[0], CancellationToken.None, CancellationToken.None);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "newsextract.documents outcome=stored", "newsextract.pages", "newsextract.articles", "newsextract.facts",
                "newsextract.stage.duration stage=claim", "newsextract.stage.duration stage=read", "newsextract.stage.duration stage=extract", "newsextract.stage.duration stage=write",
            },
            measured);
        Assert.Contains(traced, activity => (string?)activity.GetTagItem("newsextract.path") == items[0].Path);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<List<WorkItem>> Enqueue(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            _folder.Write(name, text);
        }

        var sent = new List<WorkItem>();
        await new WorkEnqueuer(_folder.Store, Settings(), (items, _) =>
        {
            sent.AddRange(items);
            return Task.CompletedTask;
        }).RunAsync(files.Select(file => _folder.Input(file.Name)), null, CancellationToken.None);
        return sent;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.StorePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private WorkPerformer Perform(TimeSpan? pause = null, TimeSpan? patience = null) => new(_folder.Store, Settings(), new WorkerIdentity("test:1:0"), 1, Open)
    {
        FirstPause = pause ?? TimeSpan.FromMilliseconds(1),
        Patience = patience ?? TimeSpan.FromSeconds(10),
        Print = line =>
        {
            _printed.Add(line);
            _told.TrySetResult();
        },
    };

    private BatchInput Open(string path)
    {
        var input = _folder.Input(Path.GetFileName(path));
        return _problems.TryGetValue(input.Name, out var code) ? input with { Load = () => throw new DocumentReadException(new Diagnostic(code, Severity.Error, "no")) } : input;
    }

    private static IngestSettings Settings() => new() { Pipeline = s_pipeline, Reader = new DocumentReader(), ReadingKey = "ocr=never", ExtractionKey = "rules=1", Jobs = 1 };

    private sealed class FailingStep(int times) : IStoreStep
    {
        public int Runs { get; private set; }

        public string? Run(NewsStore store, CancellationToken cancellation) => ++Runs <= times ? throw new InvalidOperationException("too large") : "linked";
    }
}
