using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using NewsExtract.Storage;
using NewsExtract.Storage.Work;

namespace NewsExtract.Batch.Work;

/// <summary>
/// Does what a queue hands out, by the code of the local batch. A path may be handed out more than once, and to several workers: the store says
/// whose it is, and takes what came of it in one transaction with the note that it is done. Safe for concurrent use.
/// </summary>
public sealed class WorkPerformer : IDisposable
{
    /// <summary>How often a path is begun before it is set aside as one that kills its worker.</summary>
    public const int MostAttempts = 4;

    /// <summary>How often workers may say that they can't read a path's bytes before that is taken for the path's fault.</summary>
    public const int MostUnread = 3;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    /// <summary>What does not end when it is asked to is ended with its process, and is then one that killed its worker.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(1);

    private readonly NewsStore _store;
    private readonly DocumentJob _job;
    private readonly WorkerIdentity _worker;
    private readonly WorkSlots _slots;
    private readonly Func<string, BatchInput> _open;
    private readonly ReadingPause _pause = new();
    private int _isAway;
    private readonly ConcurrentDictionary<string, bool> _inHand = new(StringComparer.Ordinal);

    /// <param name="open">Makes an input of a path; what is wrong with it is in the input.</param>
    public WorkPerformer(NewsStore store, IngestSettings settings, WorkerIdentity worker, int slots, Func<string, BatchInput> open)
    {
        ArgumentNullException.ThrowIfNull(worker);
        _store = store;
        _job = new DocumentJob(store, settings);
        _worker = worker;
        _slots = new WorkSlots(slots);
        _open = open;
        Settings = KeyOf(_job);
    }

    /// <summary>How long one input may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an input waits for a slot of this worker while those of others may be free; longer where inputs take longer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it begins nothing once it could not read an input's bytes; longer each time until it can.</summary>
    public TimeSpan FirstPause
    {
        get => _pause.First;
        init => _pause.First = value;
    }

    /// <summary>Told, once each time, that inputs can't be read here or that the database takes nothing.</summary>
    public Action<string> Print { get; init; } = static _ => { };

    // All that is in hand would have had its turn by then, if inputs took as long as they do.
    private TimeSpan CurrentPatience => TimeSpan.FromTicks(Math.Max(Patience.Ticks, Tally.Mean.Ticks * InHand));

    /// <summary>How many inputs are to be handed to it at a time: more than are extracted, so that no slot waits while results are written.</summary>
    public int InHand => _slots.Places;

    public WorkTally Tally { get; } = new();

    /// <summary>Of the inputs that it can do.</summary>
    public string Settings { get; }

    /// <returns>16 hex digits that name all settings: what workers with the same may do for each other.</returns>
    public static string KeyOf(IngestSettings settings) => KeyOf(new DocumentJob(null!, settings));

    internal static string KeyOf(DocumentJob job) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{job.ReadingKey}\n{job.ExtractionKey}")))[..16];

    public void Dispose() => _slots.Dispose();

    /// <summary>Does an input, or waits for the worker that is doing it. Returns when the store has what came of it, whoever did it.</summary>
    /// <param name="closing">What is not begun is not begun any more.</param>
    /// <param name="cancellation">The worker ends: what is not done is given back.</param>
    /// <returns>Whether the store has it; <c>false</c> when it was not done for want of a slot, or of its bytes: another worker may have them.</returns>
    /// <exception cref="OperationCanceledException">It was given back: hand it out again.</exception>
    public async Task<bool> RunAsync(WorkItem item, CancellationToken closing, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        for (WorkItem? next = item; next is { } one; next = await Persist(() => _store.FindTwin(one), cancellation).ConfigureAwait(false))
        {
            switch (await RunInHandAsync(one, closing, cancellation).ConfigureAwait(false))
            {
                case Turn.Left:
                    return false;
                case Turn.Done:
                    return true;
            }
        }

        return true;
    }

    private async Task<Turn> RunInHandAsync(WorkItem item, CancellationToken closing, CancellationToken cancellation)
    {
        // The queue may hand a path out twice.
        while (!_inHand.TryAdd(item.Path, true))
        {
            if (closing.IsCancellationRequested)
            {
                return Turn.Left;
            }

            await Task.Delay(s_patience, cancellation).ConfigureAwait(false);
        }

        try
        {
            return await RunOnceAsync(item, closing, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _inHand.TryRemove(item.Path, out _);
        }
    }

    private async Task<Turn> RunOnceAsync(WorkItem item, CancellationToken closing, CancellationToken cancellation)
    {
        for (var alone = false; ;)
        {
            using (var place = await _slots.EnterAsync(alone, CurrentPatience, closing, cancellation).ConfigureAwait(false))
            {
                using var turn = place is null ? null : await _slots.QueueAsync(CurrentPatience, closing, cancellation).ConfigureAwait(false);
                if (turn is null)
                {
                    return Turn.Left;
                }

                var clock = Stopwatch.StartNew();
                var start = await Persist(() => _store.StartWork(item, _worker.Name, alone, MostAttempts), cancellation).ConfigureAwait(false);
                Tally.AddStore(clock.Elapsed);
                WorkTelemetry.Stage("claim", clock.Elapsed);
                switch (start.Kind)
                {
                    case WorkStartKind.Finished:
                        return Turn.Ended;
                    case WorkStartKind.Begun:
                        return await DoAsync(start.Claim!, turn, closing, cancellation).ConfigureAwait(false);
                    case WorkStartKind.Spent:
                        await SaveAsync(start.Claim!, _job.Abandon(_open(item.Path), item.Sha256, WorkDiagnostics.Spent(start.Claim!.Attempts)), cancellation).ConfigureAwait(false);
                        return Turn.Done;
                }

                alone = start.Kind == WorkStartKind.Suspect;
            }

            if (!alone)
            {
                await Task.Delay(s_patience, cancellation).ConfigureAwait(false);
            }
        }
    }

    // The turn is another input's once this one has its slot, and the slot is another's while what came of this one is written.
    private async Task<Turn> DoAsync(WorkClaim claim, IDisposable turn, CancellationToken closing, CancellationToken cancellation)
    {
        try
        {
            using var slot = await _slots.BeginAsync(CurrentPatience, closing, cancellation).ConfigureAwait(false);
            if (slot is null || !await _pause.WaitAsync(CurrentPatience, closing, cancellation).ConfigureAwait(false))
            {
                await Persist(() => _store.ReturnWork(claim), cancellation).ConfigureAwait(false);
                return Turn.Left;
            }

            turn.Dispose();
            using var activity = WorkTelemetry.Begin(claim.Item.Path, claim.Attempts);
            var result = Work(claim, cancellation);
            slot.Dispose();
            activity?.SetTag("newsextract.outcome", result.Outcome.ToString());
            if (await PutOffAsync(claim, result, cancellation).ConfigureAwait(false))
            {
                return Turn.Left;
            }

            var isWritten = await SaveAsync(claim, result, cancellation).ConfigureAwait(false);

            // A write that another's put an end to may also be one that the network did: whoever is handed the input next finds out.
            return !isWritten ? Turn.Left : PathProblems.Has(result.Input.Problem) || result.Outcome == RunOutcome.Duplicate ? Turn.Ended : Turn.Done;
        }
        catch (OperationCanceledException)
        {
            try
            {
                _store.ReturnWork(claim);
            }
            catch (Exception exception) when (exception is StoreException or DbException)
            {
                // The worker is ending; it stays the path's worker until then, and then counts as one that died.
            }

            throw;
        }
    }

    // What can't be read here may be readable where another worker is.
    private async Task<bool> PutOffAsync(WorkClaim claim, JobResult result, CancellationToken cancellation)
    {
        if (result.Input.Problem is not { } problem || !PathProblems.IsUnread(problem))
        {
            _pause.End();
            return false;
        }

        if (_pause.Begin())
        {
            Print(WorkDiagnostics.Paused(claim.Item.Path, problem));
        }

        return await Persist(() => _store.PutOffWork(claim, MostUnread), cancellation).ConfigureAwait(false);
    }

    private JobResult Work(WorkClaim claim, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        Tally.Begin();
        var input = Checked(_open(claim.Item.Path), claim.Item.Sha256);
        JobResult result;
        using (var wait = new StoreWait(this))
        {
            while (true)
            {
                try
                {
                    result = WorkInTime(claim, input, cancellation);
                    break;
                }
                catch (Exception exception) when (exception is StoreException or DbException)
                {
                    // The database is away: it is asked again until it is back.
                    wait.Tell(exception);
                    cancellation.WaitHandle.WaitOne(s_patience);
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }

        Tally.AddWork(clock.Elapsed);
        WorkTelemetry.Stage("read", result.Reading);
        WorkTelemetry.Stage("extract", clock.Elapsed - result.Reading);
        return result;
    }

    private JobResult WorkInTime(WorkClaim claim, BatchInput input, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var watchdog = new Timer(_ => Environment.FailFast($"{claim.Item.Path} does not end"), null, Limit + s_grace, Timeout.InfiniteTimeSpan);
        try
        {
            return _job.Run(input, claim.Item.Sha256, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return _job.Abandon(input, claim.Item.Sha256, WorkDiagnostics.TooSlow(Limit)) with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };
        }
    }

    /// <returns>Whether it was written: not when another worker took the path meanwhile.</returns>
    private async Task<bool> SaveAsync(WorkClaim claim, JobResult result, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var run = new RunEntry(claim.Item.Run, claim.Item.Number, claim.Item.Path, result.Outcome, result.Seconds, result.Articles, result.Facts, result.Input.Problem);
        bool isWritten;
        try
        {
            isWritten = await Persist(() => _store.FinishWork(claim, new InputOutcome(result.Input, result.Document, run)), cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (_store.IsRefusal(exception) && result.Document is not null)
        {
            // The database has an objection to this document alone.
            var problem = (exception as StoreException)?.Diagnostic ?? new Diagnostic("NX3101", Severity.Error, $"the database does not take it: {exception.Message} — report this line");
            return await SaveAsync(claim, DocumentJob.Unreadable(_open(claim.Item.Path), problem), cancellation).ConfigureAwait(false);
        }

        WorkTelemetry.Stage("write", clock.Elapsed);
        Tally.AddStore(clock.Elapsed);
        if (isWritten)
        {
            WorkTelemetry.Count(result);
            Tally.AddDone(result.Outcome == RunOutcome.Failed);
        }

        return isWritten;
    }

    /// <summary>Asks the database until it answers, or the worker ends; whatever it errs with, unless it objects to what it is given and would again.</summary>
    private async Task<T> Persist<T>(Func<T> ask, CancellationToken cancellation)
    {
        using var wait = new StoreWait(this);
        while (true)
        {
            try
            {
                return ask();
            }
            catch (Exception exception) when (exception is StoreException or DbException && !_store.IsRefusal(exception))
            {
                wait.Tell(exception);
                await Task.Delay(s_patience, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static BatchInput Checked(BatchInput input, string sha256) => input with
    {
        Load = () =>
        {
            var bytes = input.Load();
            return Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == sha256 ? bytes : throw new DocumentReadException(WorkDiagnostics.Changed());
        },
    };

    /// <summary>A wait for the database, of which one of all that wait at a time tells.</summary>
    private sealed class StoreWait(WorkPerformer performer) : IDisposable
    {
        private bool _tells;

        // Of two transactions that wait for each other it ends one, which is no news.
        public void Tell(Exception exception)
        {
            if (!_tells && exception is not DbException { SqlState: "40001" or "40P01" } && Interlocked.Exchange(ref performer._isAway, 1) == 0)
            {
                _tells = true;
                performer.Print(WorkDiagnostics.Away(exception));
            }
        }

        public void Dispose()
        {
            if (_tells)
            {
                performer._isAway = 0;
            }
        }
    }

    /// <summary>What came of handing an input out.</summary>
    private enum Turn
    {
        /// <summary>It is to be handed out again: another worker may have a slot for it, or be able to read it, or have ended it.</summary>
        Left,

        Done,

        /// <summary>It is ended, and its bytes may be another path's that is to be done.</summary>
        Ended,
    }
}
