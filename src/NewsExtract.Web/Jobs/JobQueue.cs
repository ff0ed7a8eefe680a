using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsExtract.Batch;
using NewsExtract.Batch.Steps;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Api;

namespace NewsExtract.Web.Jobs;

/// <summary>Jobs, done one after another in the order in which they came. They are known until the server ends; what they wrote is in the store.</summary>
internal sealed partial class JobQueue(NewsStore store, IngestSettings ingest, WebSettings settings, Uploads.UploadFolder uploads, ILogger<JobQueue> log) : BackgroundService, IJobs
{
    /// <summary>Jobs that may wait; more are refused.</summary>
    public const int MostWaiting = 100;

    /// <summary>Jobs that are remembered.</summary>
    private const int MostKnown = 50;

    /// <summary>Earlier runs that are listed.</summary>
    private const int MostRuns = 50;

    /// <summary>Names are linked this long after a correction: some come one after another.</summary>
    private static readonly TimeSpan s_linkAfter = TimeSpan.FromSeconds(20);

    /// <summary>Of all time at most a share of one in this many is spent on linking after corrections.</summary>
    private const int RestAfter = 10;

    private const string Busy = "NX3003";
    private const string CorrectionsReason = "corrections";

    private readonly Channel<Job> _waiting = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly List<Job> _jobs = [];
    private ITimer? _linking;
    private TimeSpan _lastLink;
    private int _next;

    /// <summary>The latest first, then the runs that the store knows beside them.</summary>
    public ImmutableArray<JobItem> All()
    {
        var runs = store.FindRuns(MostRuns);
        lock (_lock)
        {
            var own = _jobs.Select(static job => job.Run).ToHashSet();
            return [.. _jobs.AsEnumerable().Reverse().Select(static job => job.Show(withItems: false)), .. runs.Where(run => run.Inputs > 0 && !own.Contains(run.Run)).Select(static run => EarlierRun.Tell(run))];
        }
    }

    /// <returns><c>null</c> when there is none, or none any more.</returns>
    public Job? Find(string id)
    {
        lock (_lock)
        {
            return _jobs.Find(job => job.Id == id);
        }
    }

    /// <summary>One that waits links by all decisions that were made until it begins.</summary>
    public string EnqueueLink(string reason)
    {
        lock (_lock)
        {
            return _jobs.FindLast(static job => job is { Kind: JobKind.Link, IsWaiting: true })?.Id ?? Enqueue(JobKind.Link, reason, 0, LinkAsync).Id;
        }
    }

    /// <summary>Links by and by: an article that was corrected has no entities until then.</summary>
    public void LinkSoon()
    {
        lock (_lock)
        {
            _linking ??= settings.Clock.CreateTimer(_ => LinkNow(), null, s_linkAfter + (_lastLink * RestAfter), Timeout.InfiniteTimeSpan);
        }
    }

    /// <param name="scope">Which of the inputs are done.</param>
    /// <param name="again">All of them are extracted again, whatever was done before.</param>
    public Job EnqueueIngest(IReadOnlyCollection<BatchInput> inputs, IngestScope scope, bool again, string? message) => Enqueue(JobKind.Ingest, message, inputs.Count, async (job, cancellation) =>
    {
        // What any program extracted before the last version that there can be is everything.
        var wanted = ingest with { Scope = again ? IngestScope.Older : scope, OlderThan = again ? new Version(int.MaxValue, 0) : null };
        var names = inputs.DistinctBy(static input => input.Path).ToDictionary(static input => input.Path, static input => input.Name, StringComparer.Ordinal);
        var (began, pages) = (settings.Clock.GetTimestamp(), 0);
        var (_, counts) = await new Ingestor(store, wanted) { Begun = run => job.Run = run }.RunAsync(
            inputs.Select(input => input with { Load = () => Load(job, input) }),
            progress =>
            {
                pages += progress.Pages.Length;
                Note(job, progress, names);
            },
            cancellation).ConfigureAwait(false);
        Hosting.ServerMeter.Ingested(counts.Stored + counts.Extracted, pages, counts.Facts, counts.Failed, settings.Clock.GetElapsedTime(began).TotalSeconds);
        await LinkAsync(job, cancellation).ConfigureAwait(false);
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A job as others, for it may fail as they do; it is listed when it does.
        var first = Make(JobKind.Link, CorrectionsReason, 0, PrepareAsync);
        await DoAsync(first, stoppingToken).ConfigureAwait(false);
        if (first.Show(withItems: false).State == JobState.Failed)
        {
            Remember(first);
        }

        await foreach (var job in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await DoAsync(job, stoppingToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        _linking?.Dispose();
        base.Dispose();
    }

    private Job Enqueue(JobKind kind, string? message, int total, Func<Job, CancellationToken, Task> work)
    {
        lock (_lock)
        {
            if (kind == JobKind.Ingest && _jobs.Count(static known => known.IsWaiting) >= MostWaiting)
            {
                throw new Hosting.ApiException(503, "NX4304", $"{MostWaiting} jobs wait already — try again when some are done");
            }

            var job = Make(kind, message, total, work);
            _waiting.Writer.TryWrite(job);
            Remember(job);
            return job;
        }
    }

    private Job Make(JobKind kind, string? message, int total, Func<Job, CancellationToken, Task> work)
    {
        var number = Interlocked.Increment(ref _next);
        return new Job(string.Create(CultureInfo.InvariantCulture, $"{settings.Clock.GetUtcNow():yyyyMMddHHmmss}-{number}"), kind, message, settings.Clock, work) { Total = total };
    }

    private void Remember(Job job)
    {
        lock (_lock)
        {
            _jobs.Add(job);
            if (_jobs.Count > MostKnown && _jobs.Find(static known => known.IsOver) is { } old)
            {
                // It is not disposed of: it may still be in the queue, or somebody may be watching or cancelling it.
                _jobs.Remove(old);
            }
        }
    }

    private Task DoAsync(Job job, CancellationToken stopping) => Task.Run(() => job.RunAsync(fault => LogFault(log, fault, job.Id), stopping), CancellationToken.None);

    private Task PrepareAsync(Job job, CancellationToken cancellation)
    {
        // What was decided or corrected when the server ended, before names were linked by it.
        if (store.CountDecisions(entity: null) > 0 || store.HasCorrections())
        {
            EnqueueLink(CorrectionsReason);
        }

        uploads.Sweep();
        return Task.CompletedTask;
    }

    private void LinkNow()
    {
        lock (_lock)
        {
            _linking?.Dispose();
            _linking = null;
            EnqueueLink(CorrectionsReason);
        }
    }

    private Task LinkAsync(Job job, CancellationToken cancellation)
    {
        var began = settings.Clock.GetTimestamp();
        try
        {
            foreach (var step in (IStoreStep[])[new EntityStep(), new ReprintStep()])
            {
                step.Run(store, cancellation);
            }
        }
        catch (StoreException exception) when (exception.Diagnostic.Code == Busy)
        {
            // This job says that it failed, and another one tries again.
            LinkSoon();
            throw;
        }

        lock (_lock)
        {
            _lastLink = settings.Clock.GetElapsedTime(began);
        }

        return Task.CompletedTask;
    }

    private static ReadOnlyMemory<byte> Load(Job job, BatchInput input)
    {
        job.Reading(input.Name);
        return input.Load();
    }

    private void Note(Job job, IngestProgress progress, Dictionary<string, string> names)
    {
        var entry = progress.Entry;
        var name = names.GetValueOrDefault(entry.Path) ?? Path.GetFileName(entry.Path);
        var sha256 = store.FindInput(entry.Path)?.Sha256;
        var first = sha256 is null || entry.Articles == 0 ? null : NewsStore.ArticleIdOf(sha256, 0).ToString(CultureInfo.InvariantCulture);
        job.Read(
            new InputItem(name, sha256, first, entry.Outcome, entry.Articles, entry.Facts, entry.Problem?.Code, entry.Problem?.Message, [.. progress.Diagnostics.Select(DiagnosticItem.Of)]),
            entry.Path);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "job {Job} failed")]
    private static partial void LogFault(ILogger log, Exception exception, string job);
}
