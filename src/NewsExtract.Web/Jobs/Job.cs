using System.Collections.Immutable;

namespace NewsExtract.Web.Jobs;

/// <summary>What a job does.</summary>
internal enum JobKind
{
    Ingest,
    Link,
}

/// <summary>How far it is.</summary>
internal enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,

    /// <summary>Of an earlier run: begun, and as far as the store knows not ended. Its program was ended, or another one is at it.</summary>
    Unfinished,
}

/// <summary>A job as it is told of.</summary>
/// <param name="Total">Inputs in all.</param>
/// <param name="Failed">Inputs that came to nothing.</param>
/// <param name="Reading">Names of what is being worked on.</param>
/// <param name="SecondsLeft">At the rate so far; left out before anything is done.</param>
/// <param name="Message">What it is for, or why it failed.</param>
/// <param name="Items">Left out in lists and progress; of earlier runs those that failed.</param>
/// <param name="LastEvent">Id of the last event that it tells of: what follows is asked for with <c>after</c>.</param>
/// <param name="Earlier">It is a run that the store knows, of another program or of before the server began: to be looked at, no more.</param>
internal sealed record JobItem(string Id, JobKind Kind, JobState State, int Total, int Done, long Articles, long Facts, int Failed, ImmutableArray<string> Reading, string Queued, string? Started, string? Finished, double? SecondsLeft, string? Message, ImmutableArray<InputItem>? Items, int? LastEvent = null, bool? Earlier = null);

/// <summary>What became of one input.</summary>
/// <param name="Code">Why it failed.</param>
internal sealed record InputItem(string Name, string? Sha256, string? ArticleId, Storage.RunOutcome Outcome, int Articles, int Facts, string? Code, string? Message, ImmutableArray<Api.DiagnosticItem> Diagnostics);

/// <summary>Something that happened to a job, in its order.</summary>
/// <param name="Id">From 1; that of progress which another followed is left out.</param>
/// <param name="Kind">item, progress or end.</param>
internal sealed record JobEvent(int Id, string Kind, object Data);

/// <summary>A job while it is done, and afterwards. Safe for concurrent use.</summary>
internal sealed class Job(string id, JobKind kind, string? message, TimeProvider clock, Func<Job, CancellationToken, Task> work) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<(int Event, InputItem Item)> _items = [];
    private readonly List<string> _failedPaths = [];
    private readonly SortedSet<string> _reading = new(StringComparer.Ordinal);
    private (long Articles, long Facts, int Failed) _found;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly DateTimeOffset _queued = clock.GetUtcNow();

    /// <summary>What was told last of how far it is, and of its end. Nobody wants to know how far it was.</summary>
    private JobEvent? _progress;
    private JobEvent? _end;
    private int _lastEvent;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JobState _state = JobState.Queued;
    private DateTimeOffset? _started;
    private DateTimeOffset? _finished;
    private string? _message = message;

    public string Id => id;

    public JobKind Kind => kind;

    public bool IsWaiting => _state == JobState.Queued;

    /// <summary>Inputs that came to nothing, to be tried again.</summary>
    public ImmutableArray<string> FailedPaths
    {
        get
        {
            lock (_lock)
            {
                return [.. _failedPaths];
            }
        }
    }

    /// <summary>Inputs in all.</summary>
    public int Total { get; init; }

    /// <summary>The store's number of what it does; <c>null</c> before it begins with that.</summary>
    public long? Run
    {
        get
        {
            lock (_lock)
            {
                return field;
            }
        }

        set
        {
            lock (_lock)
            {
                field = value;
            }
        }
    }

    public bool IsOver => _state is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>Does it; whatever goes wrong with it as a whole is told in its message, and the next one is done all the same.</summary>
    /// <param name="fault">Called with what is the program's own fault.</param>
    public async Task RunAsync(Action<Exception> fault, CancellationToken stopping)
    {
        if (!Begin())
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, _cancelled.Token);
        try
        {
            await work(this, either.Token).ConfigureAwait(false);
            End(JobState.Done, message: null);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            End(JobState.Cancelled, message: null);
        }
        catch (Storage.StoreException exception)
        {
            End(JobState.Failed, $"{exception.Diagnostic.Code}: {exception.Message}");
        }
        catch (Exception exception)
        {
            // One job that meets a fault must not end the server, nor must one that takes more memory than there is.
            fault(exception);
            End(JobState.Failed, "NX4000: the program failed on this job — report it with the lines that the server printed");
        }
    }

    /// <summary>Ends it as soon as may be; what was written stays.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (IsOver)
            {
                return;
            }

            if (_state == JobState.Queued)
            {
                Close(JobState.Cancelled, message: null);
            }
        }

        _cancelled.Cancel();
    }

    public void Reading(string name)
    {
        lock (_lock)
        {
            if (_reading.Add(name))
            {
                TellProgress();
            }
        }
    }

    public void Read(InputItem item, string path)
    {
        lock (_lock)
        {
            _reading.Remove(item.Name);
            _items.Add((++_lastEvent, item));
            _found = (_found.Articles + item.Articles, _found.Facts + item.Facts, _found.Failed + (item.Outcome == Storage.RunOutcome.Failed ? 1 : 0));
            if (item.Outcome == Storage.RunOutcome.Failed)
            {
                _failedPaths.Add(path);
            }

            TellProgress();
        }
    }

    public JobItem Show(bool withItems)
    {
        lock (_lock)
        {
            return Tell(withItems);
        }
    }

    /// <summary>What happened after an event, and goes on to happen, until the job is over: every input, and how far it is by then.</summary>
    /// <param name="after">Id of the last event that is known; 0 for none.</param>
    public async IAsyncEnumerable<JobEvent> WatchAsync(int after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var items = 0;
        while (true)
        {
            List<JobEvent> fresh;
            Task changed;
            bool isOver;
            lock (_lock)
            {
                fresh = [.. _items.Skip(items).Where(item => item.Event > after).Select(static item => new JobEvent(item.Event, "item", item.Item)), .. ((JobEvent?[])[_progress, _end]).OfType<JobEvent>().Where(one => one.Id > after)];
                items = _items.Count;
                changed = _changed.Task;
                isOver = IsOver;
            }

            foreach (var one in fresh)
            {
                yield return one;
                after = one.Id;
            }

            if (isOver && fresh.Count == 0)
            {
                yield break;
            }

            if (fresh.Count == 0)
            {
                await changed.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _cancelled.Dispose();

    private bool Begin()
    {
        lock (_lock)
        {
            if (IsOver)
            {
                return false;
            }

            _state = JobState.Running;
            _started = clock.GetUtcNow();
            TellProgress();
            return true;
        }
    }

    private void End(JobState state, string? message)
    {
        lock (_lock)
        {
            Close(state, message);
        }
    }

    private void Close(JobState state, string? message)
    {
        _reading.Clear();
        _state = state;
        _finished = clock.GetUtcNow();
        _message = message ?? _message;
        _end = new JobEvent(++_lastEvent, "end", Tell(withItems: false));
        Wake();
    }

    private void TellProgress()
    {
        _progress = new JobEvent(++_lastEvent, "progress", Tell(withItems: false));
        Wake();
    }

    private void Wake()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private JobItem Tell(bool withItems)
    {
        var elapsed = _started is { } started ? ((_finished ?? clock.GetUtcNow()) - started).TotalSeconds : 0;
        double? left = _state == JobState.Running && _items.Count > 0 ? Math.Round(elapsed / _items.Count * (Total - _items.Count), 1) : null;
        return new JobItem(
            id, kind, _state, Total, _items.Count, _found.Articles, _found.Facts, _found.Failed,
            [.. _reading], Time(_queued), _started is { } begun ? Time(begun) : null, _finished is { } ended ? Time(ended) : null, left, _message, withItems ? [.. _items.Select(static item => item.Item)] : null, _lastEvent);
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
