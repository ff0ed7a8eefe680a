using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.PostgreSql;
using NewsExtract.Storage.Work;

namespace NewsExtract.Storage;

/// <content>Work that several machines share: who does what, and that each path is done once.</content>
public sealed partial class NewsStore
{
    /// <summary>A server holds some thousand subjects for all its transactions together.</summary>
    private const int RenewedAtOnce = 200;

    /// <summary>Whether several machines may write to a store there.</summary>
    public static bool IsSharedAt(string location) => PostgresUrl.Is(location);

    /// <returns>The number of a run that is open: more may be registered.</returns>
    public long BeginWork(string version, string readingKey, string extractionKey, string settings)
    {
        var run = BeginRun(version, readingKey, extractionKey);
        Write(StoreKeys.Runs, transaction => transaction.Connection!.Execute(
            "INSERT INTO work_runs (run, settings, closed) VALUES (@run, @settings, 0)", new { run, settings }, transaction));
        return run;
    }

    /// <summary>Says that all of a run is registered and sent.</summary>
    public void CloseWork(long run) => Write(StoreKeys.Runs, transaction =>
        transaction.Connection!.Execute("UPDATE work_runs SET closed = 1 WHERE run = @run", new { run }, transaction));

    /// <summary>Says of all runs that all of them is registered: nobody is registering any more.</summary>
    public void CloseAllWork() => Write(StoreKeys.Runs, transaction => transaction.Connection!.Execute("UPDATE work_runs SET closed = 1 WHERE closed = 0", transaction: transaction));

    /// <summary>
    /// Registers paths in a run, which is open again if it was closed. What is done with these settings, or being done, is left; what can't be read is noted at once;
    /// what other settings did or would do is not wanted any more.
    /// </summary>
    /// <returns>Those to be sent to workers: also what was registered in an earlier run and not begun, which may never have been sent.</returns>
    public IReadOnlyList<WorkItem> RegisterWork(long run, string settings, IReadOnlyCollection<WorkInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var sent = new List<WorkItem>(inputs.Count);
        var former = Run(connection => WorkTable.FindBytes(connection, inputs.Select(static input => input.Path)).ToList());
        var subjects = inputs.Select(static input => input.Sha256 is { } sha256 ? StoreKeys.Document(sha256) : StoreKeys.Runs).Concat(former.Select(StoreKeys.Document));
        Write(subjects, transaction =>
        {
            Reopen(transaction, run);
            foreach (var input in inputs)
            {
                sent.AddRange(WorkTable.Register(transaction, run, settings, input, Moment()));
                if (input.Problem is { } problem && WorkTable.HasFailed(transaction, run, settings, input))
                {
                    WriteInput(transaction, new InputEntry(input.Path, InputStatus.Unreadable, null, input.Bytes, input.Modified, problem));
                    WriteRun(transaction, new RunEntry(run, input.Number, input.Path, RunOutcome.Failed, 0, 0, 0, problem));
                }
            }
        });
        return sent;
    }

    /// <summary>What is known of the bytes of paths since they were last registered, so that those of unchanged files need not be read; nothing of those that failed.</summary>
    public IReadOnlyDictionary<string, KnownContent> FindContents(string settings, IReadOnlyCollection<string> paths) => Run<IReadOnlyDictionary<string, KnownContent>>(connection => paths
        .Select(path => connection.QuerySingleOrDefault<KnownRow>("SELECT path, sha256, bytes, modified, state FROM work WHERE path = @path AND settings = @settings AND sha256 IS NOT NULL AND state <> 'failed'", new { path, settings }))
        .OfType<KnownRow>()
        .ToDictionary(static row => row.Path, static row => new KnownContent(row.Path, row.Sha256, row.Bytes, row.Modified, row.State is WorkRow.Queued or WorkRow.Running or WorkRow.Held), StringComparer.Ordinal));

    /// <summary>Begins on a path, if it is nobody's. A worker asks for none that it is doing: of one that is its own it never heard that it had got it.</summary>
    /// <param name="alone">The worker does nothing else: it may begin on what ended another worker, perhaps.</param>
    /// <param name="most">How often a path may be begun.</param>
    public WorkStart StartWork(WorkItem item, string worker, bool alone, int most)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Run(connection =>
        {
            // Nearly all are begun for the first time: one statement.
            if (WorkTable.BeginFirst(connection, item, worker, Moment()) is { } first)
            {
                return new WorkStart(WorkStartKind.Begun, new WorkClaim(first.ToItem(), worker, 1));
            }

            var row = connection.QuerySingleOrDefault<WorkRow>($"SELECT {WorkTable.Columns} FROM work WHERE path = @Path AND settings = @Settings", new { item.Path, item.Settings });
            if (row is null || row.Sha256 != item.Sha256 || row.State is not (WorkRow.Queued or WorkRow.Running))
            {
                return new WorkStart(WorkStartKind.Finished, null);
            }

            if (row.State == WorkRow.Running && row.Worker != worker && _database.IsHeld(connection, StoreKeys.Worker(row.Worker!)))
            {
                return new WorkStart(WorkStartKind.Busy, null);
            }

            if (row.Attempts > 0 && !alone)
            {
                return new WorkStart(WorkStartKind.Suspect, null);
            }

            var isSpent = row.Attempts >= most;
            var claim = new WorkClaim(row.ToItem(), worker, (int)row.Attempts + (isSpent ? 0 : 1));

            // Of two that see the same, one changes it.
            var changed = connection.Execute(
                """
                UPDATE work SET state = 'running', worker = @worker, attempts = @Attempts, started = @now
                WHERE path = @Path AND settings = @Settings AND state = @State AND attempts = @before AND (worker = @other OR worker IS NULL AND @other IS NULL)
                """,
                new { worker, claim.Attempts, now = Moment(), item.Path, item.Settings, row.State, before = row.Attempts, other = row.Worker });
            return changed == 1 ? new WorkStart(isSpent ? WorkStartKind.Spent : WorkStartKind.Begun, claim) : new WorkStart(WorkStartKind.Busy, null);
        });
    }

    /// <summary>
    /// Writes what came of a path: its document, its input, its place in the run, that it is done, and that others of the same bytes are its duplicates; all or nothing.
    /// When nothing came of it for a reason that says nothing of the bytes, or it is itself the duplicate of a path, which may be one of the others, the first of the
    /// others is to be done: <see cref="FindTwin"/>.
    /// </summary>
    /// <returns>Whether it was written: not when another worker took the path meanwhile.</returns>
    public bool FinishWork(WorkClaim claim, InputOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(outcome);
        var isMine = false;
        Write([StoreKeys.Document(claim.Item.Sha256)], transaction =>
        {
            if (WorkTable.End(transaction, claim, outcome.Run.Outcome == RunOutcome.Failed, Moment()) is not { } ended)
            {
                return;
            }

            isMine = true;
            Write(transaction, outcome with { Run = outcome.Run with { Run = ended.Run, Number = (int)ended.Number } });
            if (PathProblems.Has(outcome.Input.Problem) || outcome.Run.Outcome == RunOutcome.Duplicate)
            {
                WorkTable.Promote(transaction, claim.Item.Settings, claim.Item.Sha256);
                return;
            }

            var document = outcome.Input.Sha256;
            foreach (var held in WorkTable.EndHeld(transaction, claim.Item, failed: document is null, Moment()))
            {
                var problem = document is null ? outcome.Input.Problem : null;
                WriteInput(transaction, new InputEntry(held.Path, document is null ? InputStatus.Unreadable : InputStatus.Duplicate, document, held.Bytes, held.Modified, problem));
                WriteRun(transaction, new RunEntry(held.Run, (int)held.Number, held.Path, document is null ? RunOutcome.Failed : RunOutcome.Duplicate, 0, 0, 0, problem));
            }
        });
        return isMine;
    }

    /// <summary>Gives a path back that was not done: the worker is ending. It does not count as begun.</summary>
    /// <returns>Whether it was this worker's.</returns>
    public bool ReturnWork(WorkClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Run(connection => connection.Execute(
            "UPDATE work SET state = 'queued', worker = NULL, attempts = attempts - 1, started = NULL WHERE path = @Path AND settings = @Settings AND state = 'running' AND worker = @Worker AND attempts = @Attempts",
            new { claim.Item.Path, claim.Item.Settings, claim.Worker, claim.Attempts })) == 1;
    }

    /// <summary>Gives a path back whose bytes this worker could not read, which may be the worker's fault. It does not count as begun.</summary>
    /// <param name="most">How often workers may say so.</param>
    /// <returns>Whether it is to be done again; <c>false</c> when it was said as often before, or it is not the worker's any more.</returns>
    public bool PutOffWork(WorkClaim claim, int most)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Run(connection => connection.Execute(
            """
            UPDATE work SET state = 'queued', worker = NULL, attempts = attempts - 1, started = NULL, unread = unread + 1
            WHERE path = @Path AND settings = @Settings AND state = 'running' AND worker = @Worker AND attempts = @Attempts AND unread + 1 < @most
            """,
            new { claim.Item.Path, claim.Item.Settings, claim.Worker, claim.Attempts, most })) == 1;
    }

    /// <summary>Another path of the same bytes that is to be done; <c>null</c> when there is none.</summary>
    public WorkItem? FindTwin(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Run(connection => WorkTable.FindTwin(connection, item));
    }

    /// <summary>What has neither result nor failure and is no living worker's, to be sent again; it may be in the queue all the same, which does no harm.</summary>
    public IReadOnlyList<WorkItem> FindMissingWork() => Run<IReadOnlyList<WorkItem>>(connection =>
    {
        var rows = connection.Query<WorkRow>($"SELECT {WorkTable.Columns} FROM work WHERE state IN ('queued', 'running') ORDER BY run, number").AsList();
        var living = rows.Select(static row => row.Worker).OfType<string>().Distinct().Where(worker => _database.IsHeld(connection, StoreKeys.Worker(worker))).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => row.State == WorkRow.Queued || !living.Contains(row.Worker!)).Select(static row => row.ToItem())];
    });

    /// <summary>Registers anew what failed, in a run of its own for each of its settings, as if it had never been begun.</summary>
    /// <param name="codes">Of the failures; empty for all.</param>
    /// <returns>What is to be sent, and how many can't be: their bytes were not to be had when they were registered, and they are registered no more.</returns>
    public (IReadOnlyList<WorkItem> Sent, int Left) RenewFailedWork(IReadOnlyCollection<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var failed = Run(connection => connection.Query<(string Settings, long Run, string Path, string? Sha256, string? Code)>(
            "SELECT w.settings, w.run, w.path, w.sha256, i.code FROM work w LEFT JOIN inputs i ON i.path = w.path WHERE w.state = 'failed' ORDER BY w.run, w.number").AsList())
            .FindAll(row => codes.Count == 0 || (row.Code is { } code && codes.Contains(code)));
        var sent = new List<WorkItem>();
        foreach (var group in failed.Where(static row => row.Sha256 is not null).GroupBy(static row => row.Settings))
        {
            var (_, version, readingKey, extractionKey, _, _) = FindRunSummary(group.Last().Run);
            var run = BeginWork(version, readingKey, extractionKey, group.Key);
            foreach (var block in group.Chunk(RenewedAtOnce))
            {
                Write(block.Select(static row => StoreKeys.Document(row.Sha256!)), transaction =>
                {
                    foreach (var row in block)
                    {
                        if (WorkTable.Renew(transaction, run, sent.Count, row.Path, row.Settings) is { } renewed)
                        {
                            sent.Add(renewed.ToItem());
                        }
                    }
                });
            }
        }

        // Bytes that were not to be had when they were registered, or a folder that could not be looked into: ingest names them again, if they are still there.
        var left = failed.FindAll(static row => row.Sha256 is null);
        Write(StoreKeys.Runs, transaction => transaction.Connection!.Execute(
            "DELETE FROM work WHERE path = @Path AND settings = @Settings AND state = 'failed' AND sha256 IS NULL", left.Select(static row => new { row.Path, row.Settings }), transaction));
        return (sent, left.Count);
    }

    /// <param name="run"><c>null</c> for all runs.</param>
    public WorkProgress FindWorkProgress(long? run = null) => Run(connection =>
    {
        var one = run is null ? "" : " AND run = @run";
        var counts = connection.Query<(string State, long Count)>($"SELECT state, COUNT(*) FROM work WHERE 1 = 1{one} GROUP BY state", new { run }).ToDictionary(static row => row.State, static row => row.Count);
        var workers = connection.ExecuteScalar<int>($"SELECT COUNT(DISTINCT worker) FROM work WHERE state = 'running'{one}", new { run });
        var now = _options.Clock.GetUtcNow();
        var (ended, first) = connection.QuerySingle<(long, string?)>($"SELECT COUNT(*), MIN(finished) FROM work WHERE finished > @since{one}", new { run, since = Moment(now.AddMinutes(-1)) });
        var seconds = first is null ? 0 : (now - DateTimeOffset.Parse(first, CultureInfo.InvariantCulture)).TotalSeconds;
        long Of(string state) => counts.GetValueOrDefault(state);
        return new WorkProgress(Of(WorkRow.Queued), Of(WorkRow.Running), Of(WorkRow.Held), Of(WorkRow.Done), Of(WorkRow.Failed), workers, ended == 0 ? null : ended / Math.Max(seconds, 1));
    });

    /// <summary>Documents that a run extracted and of which a part could not be read.</summary>
    public long CountPartial(long run) => Run(connection => connection.ExecuteScalar<long>(
        """
        SELECT COUNT(*) FROM run_inputs r JOIN inputs i ON i.path = r.path JOIN documents d ON d.id = i.document
        WHERE r.run = @run AND r.outcome IN ('stored', 'extracted') AND d.status = 'partial'
        """,
        new { run }));

    /// <summary>Paths that are not ended, of one kind of settings: workers of others may not be there any more.</summary>
    public long CountOutstandingWork(string settings) => Run(connection => connection.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM work WHERE settings = @settings AND state IN ('queued', 'running', 'held')", new { settings }));

    /// <summary>Runs whose work is all done and that were not ended.</summary>
    public IReadOnlyList<long> FindDoneRuns() => Run<IReadOnlyList<long>>(connection => [.. connection.Query<long>($"{DoneRuns} ORDER BY w.run")]);

    /// <summary>Notes that a run has ended, unless more was registered in it meanwhile.</summary>
    public void EndDoneRun(long run) => Write(StoreKeys.Runs, transaction => transaction.Connection!.Execute(
        $"UPDATE runs SET finished = @finished WHERE id = @run AND id IN ({DoneRuns})", new { run, finished = Now() }, transaction));

    /// <summary>Says to all machines that a worker lives, until it is disposed of or the process ends, however it does.</summary>
    public WorkerPresence Enter(string worker) => new(_database, StoreKeys.Worker(worker));

    /// <summary>Does something that only one machine may do at a time.</summary>
    /// <returns>Whether it was done: not when another is at it.</returns>
    public bool TryRunAlone(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Run(connection =>
        {
            if (!_database.TryHold(connection, StoreKeys.Steps))
            {
                return false;
            }

            try
            {
                work();
                return true;
            }
            finally
            {
                _database.Release(connection, StoreKeys.Steps);
            }
        });
    }

    private const string DoneRuns = """
        SELECT w.run FROM work_runs w JOIN runs r ON r.id = w.run WHERE w.closed = 1 AND r.finished IS NULL
            AND NOT EXISTS (SELECT 1 FROM work o WHERE o.run = w.run AND o.state IN ('queued', 'running', 'held'))
        """;

    // Another may have taken whoever registers for one that was ended by force.
    private static void Reopen(DbTransaction transaction, long run)
    {
        if (transaction.Connection!.Execute("UPDATE work_runs SET closed = 0 WHERE run = @run AND closed = 1", new { run }, transaction) == 1)
        {
            transaction.Connection!.Execute("UPDATE runs SET finished = NULL WHERE id = @run", new { run }, transaction);
        }
    }

    private string Moment() => Moment(_options.Clock.GetUtcNow());

    private static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed class KnownRow
    {
        public string Path { get; init; } = "";

        public string Sha256 { get; init; } = "";

        public long? Bytes { get; init; }

        public long? Modified { get; init; }

        public string State { get; init; } = "";
    }
}
