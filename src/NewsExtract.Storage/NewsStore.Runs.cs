using Dapper;

namespace NewsExtract.Storage;

/// <content>What earlier runs came to.</content>
public sealed partial class NewsStore
{
    private const string Totals = """
        SELECT r.id AS Run, r.started, r.finished, COUNT(n.run) AS Inputs, CAST(COALESCE(SUM(n.articles), 0) AS BIGINT) AS Articles, CAST(COALESCE(SUM(n.facts), 0) AS BIGINT) AS Facts,
            CAST(COALESCE(SUM(CASE WHEN n.outcome = 'failed' THEN 1 ELSE 0 END), 0) AS BIGINT) AS Failed
        FROM runs r LEFT JOIN run_inputs n ON n.run = r.id
        """;

    /// <summary>The latest runs, the last one first.</summary>
    public IReadOnlyList<RunTotals> FindRuns(int most) => Run<IReadOnlyList<RunTotals>>(connection => [.. connection
        .Query<TotalsRow>($"{Totals} WHERE r.id IN (SELECT id FROM runs ORDER BY id DESC LIMIT {Limit(most, 0)}) GROUP BY r.id, r.started, r.finished ORDER BY r.id DESC")
        .Select(static row => row.ToTotals())]);

    /// <returns><c>null</c> when there is no such run.</returns>
    public RunTotals? FindRunTotals(long run) => Run(connection => connection
        .QuerySingleOrDefault<TotalsRow>($"{Totals} WHERE r.id = @run GROUP BY r.id, r.started, r.finished", new { run })?.ToTotals());

    /// <summary>What came to nothing in a run, in the order in which it was given the paths.</summary>
    public IReadOnlyList<RunEntry> FindFailures(long run, int most) => Run<IReadOnlyList<RunEntry>>(connection => [.. connection
        .Query<RunRow>($"SELECT * FROM run_inputs WHERE run = @run AND outcome = 'failed' ORDER BY number LIMIT {Limit(most, 0)}", new { run })
        .Select(row => new RunEntry(run, (int)row.Number, row.Path, RunOutcome.Failed, row.Seconds, (int)row.Articles, (int)row.Facts, ToProblem(row.Code, row.Message)))]);

    private sealed class TotalsRow
    {
        public long Run { get; init; }

        public string Started { get; init; } = "";

        public string? Finished { get; init; }

        public long Inputs { get; init; }

        public long Articles { get; init; }

        public long Facts { get; init; }

        public long Failed { get; init; }

        public RunTotals ToTotals() => new(Run, Started, Finished, Inputs, Articles, Facts, Failed);
    }
}
