using System.Data.Common;
using Dapper;

namespace NewsExtract.Storage.Work;

/// <summary>The rows of <c>work</c>, within a transaction.</summary>
internal static class WorkTable
{
    public const string Columns = "path, settings, name, sha256, run, number, state, attempts, worker";

    /// <summary>Notes a path to be done.</summary>
    /// <returns>Whether it is to be sent: not when it is there already, failed, or waits for another of the same bytes.</returns>
    public static bool Register(DbTransaction transaction, long run, string settings, WorkInput input, string now)
    {
        var connection = transaction.Connection!;
        var present = connection.QuerySingleOrDefault<WorkRow>($"SELECT {Columns} FROM work WHERE path = @Path AND settings = @settings", new { input.Path, settings }, transaction);
        if (present is not null && (present.IsOutstanding || (input.Problem is null && present.Sha256 == input.Sha256)))
        {
            return false;
        }

        var state = input.Problem is not null ? WorkRow.Failed : IsBeingDone(transaction, settings, input) ? WorkRow.Held : WorkRow.Queued;
        connection.Execute(
            """
            INSERT INTO work (path, settings, name, sha256, bytes, modified, run, number, state, attempts, finished)
            VALUES (@Path, @settings, @Name, @Sha256, @Bytes, @Modified, @run, @Number, @state, 0, @finished)
            ON CONFLICT (path, settings) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, bytes = excluded.bytes, modified = excluded.modified,
                run = excluded.run, number = excluded.number, state = excluded.state, attempts = 0, worker = NULL, started = NULL, finished = excluded.finished
            """,
            new { input.Path, settings, input.Name, input.Sha256, input.Bytes, input.Modified, run, input.Number, state, finished = input.Problem is null ? null : now },
            transaction);
        return state == WorkRow.Queued;
    }

    /// <summary>Notes that a path that failed is to be done again; its document is none that was read with these settings any more, so that it is read.</summary>
    /// <returns><c>null</c> when it is failed no more.</returns>
    public static WorkRow? Renew(DbTransaction transaction, long run, int number, string path, string settings)
    {
        var row = transaction.Connection!.QuerySingleOrDefault<WorkRow>(
            $"""
            UPDATE work SET state = 'queued', run = @run, number = @number, attempts = 0, worker = NULL, started = NULL, finished = NULL
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

    /// <summary>Begins on a path that nobody has begun on.</summary>
    /// <returns><c>null</c> when it is no such path.</returns>
    public static WorkRow? BeginFirst(DbConnection connection, WorkItem item, string worker, string now) => connection.QuerySingleOrDefault<WorkRow>(
        $"""
        UPDATE work SET state = 'running', worker = @worker, attempts = 1, started = @now
        WHERE path = @Path AND settings = @Settings AND sha256 = @Sha256 AND state = 'queued' AND attempts = 0 RETURNING {Columns}
        """,
        new { worker, now, item.Path, item.Settings, item.Sha256 });

    /// <summary>Ends a path, unless another worker has taken it since.</summary>
    public static bool End(DbTransaction transaction, WorkClaim claim, bool failed, string now) => transaction.Connection!.Execute(
        """
        UPDATE work SET state = @state, finished = @now
        WHERE path = @Path AND settings = @Settings AND state = 'running' AND worker = @Worker AND attempts = @Attempts
        """,
        new { state = failed ? WorkRow.Failed : WorkRow.Done, now, claim.Item.Path, claim.Item.Settings, claim.Worker, claim.Attempts },
        transaction) == 1;

    /// <summary>Ends the paths that waited for one of the same bytes.</summary>
    public static IReadOnlyList<HeldRow> EndHeld(DbTransaction transaction, WorkItem first, string now)
    {
        var held = transaction.Connection!.Query<HeldRow>(
            "SELECT path, run, number, bytes, modified FROM work WHERE sha256 = @Sha256 AND settings = @Settings AND state = 'held' ORDER BY run, number",
            new { first.Sha256, first.Settings },
            transaction).AsList();
        if (held.Count > 0)
        {
            transaction.Connection!.Execute(
                "UPDATE work SET state = 'done', finished = @now WHERE sha256 = @Sha256 AND settings = @Settings AND state = 'held'",
                new { now, first.Sha256, first.Settings },
                transaction);
        }

        return held;
    }

    private static bool IsBeingDone(DbTransaction transaction, string settings, WorkInput input) => transaction.Connection!.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM work WHERE sha256 = @Sha256 AND settings = @settings AND path <> @Path AND state IN ('queued', 'running')",
        new { input.Sha256, settings, input.Path },
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
