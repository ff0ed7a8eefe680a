using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using NewsExtract.Batch;
using NewsExtract.Batch.Steps;
using NewsExtract.Storage;
using NewsExtract.Storage.Queries;
using NewsExtract.Web.Api;

namespace NewsExtract.Web.Jobs;

/// <summary>Jobs, done one after another in the order in which they came. They are known until the server ends; what they wrote is in the store.</summary>
internal sealed class JobQueue(NewsStore store, IngestSettings ingest, WebSettings settings) : BackgroundService, IJobs
{
    /// <summary>Jobs that may wait; more are refused.</summary>
    public const int MostWaiting = 100;

    /// <summary>Jobs that are remembered.</summary>
    private const int MostKnown = 500;

    private readonly Channel<Job> _waiting = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Lock _lock = new();
    private readonly List<Job> _jobs = [];
    private int _next;

    /// <summary>The latest first.</summary>
    public ImmutableArray<JobItem> All()
    {
        lock (_lock)
        {
            return [.. _jobs.AsEnumerable().Reverse().Select(static job => job.Show(withItems: false))];
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

    public string EnqueueLink(string reason) => Enqueue(JobKind.Link, reason, 0, LinkAsync).Id;

    /// <param name="scope">Which of the inputs are done.</param>
    /// <param name="again">All of them are extracted again, whatever was done before.</param>
    public Job EnqueueIngest(IReadOnlyCollection<BatchInput> inputs, IngestScope scope, bool again, string? message) => Enqueue(JobKind.Ingest, message, inputs.Count, async (job, cancellation) =>
    {
        // What any program extracted before the last version that there can be is everything.
        var wanted = ingest with { Scope = again ? IngestScope.Older : scope, OlderThan = again ? new Version(int.MaxValue, 0) : null };
        await new Ingestor(store, wanted).RunAsync(inputs.Select(input => input with { Load = () => Load(job, input) }), progress => Note(job, progress, inputs), cancellation).ConfigureAwait(false);
        await LinkAsync(job, cancellation).ConfigureAwait(false);
    });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            await Task.Run(() => job.RunAsync(stoppingToken), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Job Enqueue(JobKind kind, string? message, int total, Func<Job, CancellationToken, Task> work)
    {
        lock (_lock)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{settings.Clock.GetUtcNow():yyyyMMddHHmmss}-{++_next}");
            var job = new Job(id, kind, message, settings.Clock, work) { Total = total };
            if (!_waiting.Writer.TryWrite(job))
            {
                job.Dispose();
                throw new Hosting.ApiException(503, "NX4304", $"{MostWaiting} jobs wait already — try again when some are done");
            }

            _jobs.Add(job);
            if (_jobs.Count > MostKnown && _jobs.Find(static known => known.IsOver) is { } old)
            {
                _jobs.Remove(old);
                old.Dispose();
            }

            return job;
        }
    }

    private Task LinkAsync(Job job, CancellationToken cancellation)
    {
        foreach (var step in (IStoreStep[])[new EntityStep(), new ReprintStep()])
        {
            step.Run(store, cancellation);
        }

        return Task.CompletedTask;
    }

    private static ReadOnlyMemory<byte> Load(Job job, BatchInput input)
    {
        job.Reading(input.Name);
        return input.Load();
    }

    private void Note(Job job, IngestProgress progress, IReadOnlyCollection<BatchInput> inputs)
    {
        var entry = progress.Entry;
        var name = inputs.FirstOrDefault(input => input.Path == entry.Path)?.Name ?? Path.GetFileName(entry.Path);
        var sha256 = store.FindInput(entry.Path)?.Sha256;
        var first = sha256 is null || entry.Articles == 0 ? null : NewsStore.ArticleIdOf(sha256, 0).ToString(CultureInfo.InvariantCulture);
        job.Read(
            new InputItem(name, sha256, first, entry.Outcome, entry.Articles, entry.Facts, entry.Problem?.Code, entry.Problem?.Message, [.. progress.Diagnostics.Select(DiagnosticItem.Of)]),
            entry.Path);
    }
}
