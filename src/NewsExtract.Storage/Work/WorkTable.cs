using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Work;

/// <summary>The rows of <c>work</c>, within a transaction.</summary>
internal static class WorkTable
{
    public const string Columns = "path, settings, name, sha256, run, number, state, attempts, worker";

    /// <summary>Notes a path to be done, in this run from now on.</summary>
    /// <returns>What is to be sent: the path, unless it was sent in this run, is being done, is done, failed for a reason of its bytes, or waits for another of the same
    /// bytes; and paths that waited for it. What was done is to be done again when other settings have been at its document since.</returns>
    public static IReadOnlyList<WorkItem> Register(DbTransaction transaction, long run, string settings, WorkInput input, string now)
    {
        var connection = transaction.Connection!;
        var sent = input.Problem is null ? DropOthers(transaction, settings, input.Path) : [];
        var present = connection.QuerySingleOrDefault<WorkRow>($"SELECT {Columns} FROM work WHERE path = @Path AND settings = @settings", new { input.Path, settings }, transaction);
        var isChanged = present is not null && input.Problem is null && present.Sha256 != input.Sha256;
        if (present is { IsOutstanding: true } && !isChanged)
        {
            // Whoever registers it last waits for it. What is queued may never have been sent; twice in the queue does no harm.
            if (present.Run != run)
            {
                connection.Execute("UPDATE work SET run = @run, number = @Number WHERE path = @Path AND settings = @settings", new { run, input.Number, input.Path, settings }, transaction);
                if (present.State == WorkRow.Queued)
                {
                    sent.Add(present.ToItem() with { Run = run, Number = input.Number });
                }
            }

            return sent;
        }

        if (present is not null && input.Problem is null && !isChanged && IsKept(transaction, run, present))
        {
            return sent;
        }

        var state = input.Problem is not null ? WorkRow.Failed : IsBeingDone(transaction, settings, input.Sha256!, input.Path) ? WorkRow.Held : WorkRow.Queued;
        connection.Execute(
            """
            INSERT INTO work (path, settings, name, sha256, bytes, modified, run, number, state, attempts, finished)
            VALUES (@Path, @settings, @Name, @Sha256, @Bytes, @Modified, @run, @Number, @state, 0, @finished)
            ON CONFLICT (path, settings) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, bytes = excluded.bytes, modified = excluded.modified,
                run = excluded.run, number = excluded.number, state = excluded.state, attempts = 0, unread = 0, worker = NULL, started = NULL, finished = excluded.finished
            """,
            new { input.Path, settings, input.Name, input.Sha256, input.Bytes, input.Modified, run, input.Number, state, finished = input.Problem is null ? null : now },
            transaction);
        if (state == WorkRow.Queued)
        {
            sent.Add(new WorkItem(run, input.Number, input.Path, input.Name, input.Sha256!, settings));
        }

        if (isChanged && present!.IsOutstanding && Promote(transaction, settings, present.Sha256!) is { } waiting)
        {
            sent.Add(waiting);
        }

        return sent;
    }

    /// <summary>Notes that a path that failed is to be done again; its document is none that was read with these settings any more, so that it is read.</summary>
    /// <returns><c>null</c> when it is failed no more.</returns>
    public static WorkRow? Renew(DbTransaction transaction, long run, int number, string path, string settings)
    {
        var row = transaction.Connection!.QuerySingleOrDefault<WorkRow>(
            $"""
            UPDATE work SET state = 'queued', run = @run, number = @number, attempts = 0, unread = 0, worker = NULL, started = NULL, finished = NULL
            WHERE path = @path AND settings = @settings AND state = 'failed' RETURNING {Columns}
            """,
            new { run, number, path, settings },
            transaction);
        if (row is not null)
        {
            transaction.Connection!.Execute("UPDATE documents SET reading_key = '' WHERE id = @id AND status = 'failed'", new { id = StoreKeys.Document(row.Sha256!) }, transaction);
        }

        return row;
    }

    /// <summary>Whether a path was noted as one that can't be read.</summary>
    public static bool HasFailed(DbTransaction transaction, long run, string settings, WorkInput input) => transaction.Connection!.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM work WHERE path = @Path AND settings = @settings AND run = @run AND number = @Number AND state = 'failed'",
        new { input.Path, settings, run, input.Number },
        transaction) > 0;

    /// <summary>Makes the first that waited for another of the same bytes one to be done, when that other came to nothing.</summary>
    public static WorkItem? Promote(DbTransaction transaction, string settings, string sha256) => IsBeingDone(transaction, settings, sha256, except: "") ? null : transaction.Connection!
        .QuerySingleOrDefault<WorkRow>(
            $"""
            UPDATE work SET state = 'queued' WHERE settings = @settings AND path =
                (SELECT path FROM work WHERE sha256 = @sha256 AND settings = @settings AND state = 'held' ORDER BY run, number LIMIT 1) RETURNING {Columns}
            """,
            new { settings, sha256 },
            transaction)?.ToItem();

    /// <summary>Another path of the same bytes that is to be done.</summary>
    public static WorkItem? FindTwin(DbConnection connection, WorkItem item) => connection.QueryFirstOrDefault<WorkRow>(
        $"SELECT {Columns} FROM work WHERE sha256 = @Sha256 AND settings = @Settings AND path <> @Path AND state = 'queued' ORDER BY run, number LIMIT 1", item)?.ToItem();

    /// <summary>The bytes for which one of the paths was registered: whoever changes that holds them.</summary>
    public static IEnumerable<string> FindBytes(DbConnection connection, IEnumerable<string> paths) => paths.SelectMany(path => connection.Query<string>(
        "SELECT sha256 FROM work WHERE path = @path AND sha256 IS NOT NULL", new { path }));

    /// <summary>Begins on a path that nobody has begun on.</summary>
    /// <returns><c>null</c> when it is no such path.</returns>
    public static WorkRow? BeginFirst(DbConnection connection, WorkItem item, string worker, string now) => connection.QuerySingleOrDefault<WorkRow>(
        $"""
        UPDATE work SET state = 'running', worker = @worker, attempts = 1, started = @now
        WHERE path = @Path AND settings = @Settings AND sha256 = @Sha256 AND state = 'queued' AND attempts = 0 RETURNING {Columns}
        """,
        new { worker, now, item.Path, item.Settings, item.Sha256 });

    /// <summary>Ends a path, unless another worker has taken it since.</summary>
    /// <returns>With its run and place now: a later run may have registered it too. <c>null</c> when it was not ended.</returns>
    public static WorkRow? End(DbTransaction transaction, WorkClaim claim, bool failed, string now) => transaction.Connection!.QuerySingleOrDefault<WorkRow>(
        $"""
        UPDATE work SET state = @state, finished = @now
        WHERE path = @Path AND settings = @Settings AND state = 'running' AND worker = @Worker AND attempts = @Attempts RETURNING {Columns}
        """,
        new { state = failed ? WorkRow.Failed : WorkRow.Done, now, claim.Item.Path, claim.Item.Settings, claim.Worker, claim.Attempts },
        transaction);

    /// <summary>Ends the paths that waited for one of the same bytes.</summary>
    public static IReadOnlyList<HeldRow> EndHeld(DbTransaction transaction, WorkItem first, bool failed, string now)
    {
        var held = transaction.Connection!.Query<HeldRow>(
            "SELECT path, run, number, bytes, modified FROM work WHERE sha256 = @Sha256 AND settings = @Settings AND state = 'held' ORDER BY run, number",
            new { first.Sha256, first.Settings },
            transaction).AsList();
        if (held.Count > 0)
        {
            transaction.Connection!.Execute(
                "UPDATE work SET state = @state, finished = @now WHERE sha256 = @Sha256 AND settings = @Settings AND state = 'held'",
                new { state = failed ? WorkRow.Failed : WorkRow.Done, now, first.Sha256, first.Settings },
                transaction);
        }

        return held;
    }

    // The store keeps what the last settings made of a path: nobody wants any more what earlier ones would, also of who is at it now, nor what they did.
    private static List<WorkItem> DropOthers(DbTransaction transaction, string settings, string path)
    {
        var dropped = transaction.Connection!.Query<WorkRow>($"DELETE FROM work WHERE path = @path AND settings <> @settings RETURNING {Columns}", new { path, settings }, transaction).AsList();
        return [.. dropped.Where(static row => row.State is WorkRow.Queued or WorkRow.Running).Select(row => Promote(transaction, row.Settings, row.Sha256!)).OfType<WorkItem>()];
    }

    // Whether what came of a path stays. Also a batch on one machine, or the server, may have read its document with other settings since.
    private static bool IsKept(DbTransaction transaction, long run, WorkRow row)
    {
        if (row.State == WorkRow.Failed && FailedForItsPath(transaction, row.Path))
        {
            return false;
        }

        var isCurrent = transaction.Connection!.ExecuteScalar<bool?>(
            """
            SELECT d.reading_key = r.reading_key AND (d.extraction_key = r.extraction_key OR d.status = 'failed')
            FROM documents d CROSS JOIN runs r WHERE d.id = @document AND r.id = @run
            """,
            new { document = StoreKeys.Document(row.Sha256!), run },
            transaction);
        return isCurrent ?? row.State == WorkRow.Failed;
    }

    private static bool FailedForItsPath(DbTransaction transaction, string path) =>
        PathProblems.Has(transaction.Connection!.ExecuteScalar<string?>("SELECT code FROM inputs WHERE path = @path", new { path }, transaction));

    private static bool IsBeingDone(DbTransaction transaction, string settings, string sha256, string except) => transaction.Connection!.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM work WHERE sha256 = @sha256 AND settings = @settings AND path <> @except AND state IN ('queued', 'running')",
        new { sha256, settings, except },
        transaction) > 0;
}

/// <summary>A row of <c>work</c>.</summary>
internal sealed class WorkRow
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Held = "held";
    public const string Done = "done";
    public const string Failed = "failed";

    public string Path { get; init; } = "";

    public string Settings { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Sha256 { get; init; }

    public long Run { get; init; }

    public long Number { get; init; }

    public string State { get; init; } = "";

    public long Attempts { get; init; }

    public string? Worker { get; init; }

    public bool IsOutstanding => State is Queued or Running or Held;

    public WorkItem ToItem() => new(Run, (int)Number, Path, Name, Sha256!, Settings);
}

/// <summary>A path that waited for another of the same bytes.</summary>
internal sealed class HeldRow
{
    public string Path { get; init; } = "";

    public long Run { get; init; }

    public long Number { get; init; }

    public long? Bytes { get; init; }

    public long? Modified { get; init; }
}
