using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using NewsExtract.Storage.Reprints;

namespace NewsExtract.Storage;

/// <content>The paths that were named, and the runs that were made.</content>
public sealed partial class NewsStore
{
    /// <returns><c>null</c> for a path that was never named.</returns>
    public InputEntry? FindInput(string path) => Run(connection => connection.QuerySingleOrDefault<InputRow>(InputRow.Select + " WHERE i.path = @path", new { path })?.ToEntry());

    /// <summary>Paths by name.</summary>
    public IReadOnlyList<InputEntry> FindInputs(InputStatus? status = null) => Run<IReadOnlyList<InputEntry>>(connection => [.. connection
        .Query<InputRow>(InputRow.Select + (status is null ? "" : " WHERE i.status = @status") + " ORDER BY i.path", new { status = status?.ToString().ToLowerInvariant() })
        .Select(static row => row.ToEntry())]);

    /// <summary>Paths by name, those that follow one.</summary>
    /// <param name="after">The last of the part before; <c>null</c> for the first part.</param>
    public IReadOnlyList<InputEntry> FindInputs(InputStatus? status, int limit, string? after) => Run<IReadOnlyList<InputEntry>>(connection => [.. connection
        .Query<InputRow>(
            $"{InputRow.Select} WHERE (@status IS NULL OR i.status = @status) AND (@after IS NULL OR i.path > @after) ORDER BY i.path LIMIT {Limit(limit, 0)}",
            new { status = status?.ToString().ToLowerInvariant(), after })
        .Select(static row => row.ToEntry())]);

    public long CountInputs(InputStatus? status) => Run(connection => connection.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM inputs WHERE @status IS NULL OR status = @status", new { status = status?.ToString().ToLowerInvariant() }));

    /// <summary>Notes what became of a path, and stores its document where one is given.</summary>
    /// <exception cref="StoreException">NX3003 to NX3006.</exception>
    public void Save(InputEntry input, DocumentEntry? document, RunEntry run)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(run);
        Save([new InputOutcome(input, document is null ? null : Prepare(document), run)]);
    }

    /// <summary>
    /// Notes what became of several paths and stores their documents, all in one transaction. A document that is there for another path
    /// is not stored again: its path is noted as a duplicate, as if the inputs had come one by one.
    /// </summary>
    /// <returns>The entries of the run as they were written, in the order of <paramref name="outcomes"/>.</returns>
    /// <exception cref="StoreException">NX3003 to NX3006.</exception>
    public IReadOnlyList<RunEntry> Save(IReadOnlyCollection<InputOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var written = new List<RunEntry>(outcomes.Count);
        Write(outcomes.Select(static outcome => outcome.Input.Sha256 is { } sha256 ? StoreKeys.Document(sha256) : StoreKeys.Runs), transaction =>
        {
            foreach (var outcome in outcomes)
            {
                written.Add(Write(transaction, outcome));
            }
        });
        return written;
    }

    private RunEntry Write(DbTransaction transaction, InputOutcome outcome)
    {
        var (input, document, run) = outcome.Document is { } given && IsOfAnother(transaction, given, outcome.Input.Path) ? outcome.AsDuplicate() : outcome;
        if (document is not null)
        {
            _writer.Write(transaction, document);
        }

        WriteInput(transaction, input);
        WriteRun(transaction, run);
        return run;
    }

    private static bool IsOfAnother(DbTransaction transaction, PreparedDocument document, string path) =>
        transaction.Connection!.ExecuteScalar<string?>(FirstPath, new { document.Id }, transaction) is { } first && first != path;

    /// <returns>The number of the run.</returns>
    public long BeginRun(string version, string readingKey, string extractionKey)
    {
        long run = 0;
        Write(StoreKeys.Runs, transaction =>
        {
            run = transaction.Connection!.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM runs", transaction: transaction);
            transaction.Connection!.Execute(
                "INSERT INTO runs (id, version, reading_key, extraction_key, started) VALUES (@run, @version, @readingKey, @extractionKey, @started)",
                new { run, version, readingKey, extractionKey, started = Now() },
                transaction);
        });
        return run;
    }

    public void EndRun(long run) => Write(StoreKeys.Runs, transaction =>
        transaction.Connection!.Execute("UPDATE runs SET finished = @finished WHERE id = @run", new { run, finished = Now() }, transaction));

    /// <exception cref="ArgumentException">There is no such run.</exception>
    public RunSummary FindRunSummary(long run) => Run(connection => connection.QuerySingleOrDefault<RunSummaryRow>(
        "SELECT version, reading_key AS ReadingKey, extraction_key AS ExtractionKey, started, finished FROM runs WHERE id = @run",
        new { run })) is { } row ? new RunSummary(run, row.Version, row.ReadingKey, row.ExtractionKey, row.Started, row.Finished) : throw new ArgumentException($"there is no run {run}", nameof(run));

    /// <summary>What a run did, in the order in which it was given the paths.</summary>
    public IEnumerable<RunEntry> FindRun(long run)
    {
        using var connection = _database.Open();
        using var diagnostics = connection.Query<RunDiagnosticRow>(RunDiagnosticRow.Select, new { run }, buffered: true).GetEnumerator();
        var hasDiagnostic = diagnostics.MoveNext();
        foreach (var row in connection.Query<RunRow>("SELECT * FROM run_inputs WHERE run = @run ORDER BY number", new { run }, buffered: false))
        {
            var own = ImmutableArray.CreateBuilder<Diagnostic>();
            for (; hasDiagnostic && diagnostics.Current.Number <= row.Number; hasDiagnostic = diagnostics.MoveNext())
            {
                own.Add(new Diagnostic(diagnostics.Current.Code, Enum.Parse<Severity>(diagnostics.Current.Severity, ignoreCase: true), diagnostics.Current.Message));
            }

            var problem = ToProblem(row.Code, row.Message);
            if (problem is not null && own.Count == 0)
            {
                own.Add(problem);
            }

            yield return new RunEntry(run, (int)row.Number, row.Path, Enum.Parse<RunOutcome>(row.Outcome, ignoreCase: true), row.Seconds, (int)row.Articles, (int)row.Facts, problem) { Diagnostics = own.ToImmutable() };
        }
    }

    private string Now() => _options.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteInput(DbTransaction transaction, InputEntry input)
    {
        var connection = transaction.Connection!;
        var document = input.Sha256 is { } sha256 ? StoreKeys.Document(sha256) : (long?)null;
        var before = connection.ExecuteScalar<long?>("SELECT document FROM inputs WHERE path = @Path", new { input.Path }, transaction);
        connection.Execute(UpsertInput, new
        {
            input.Path,
            document,
            status = input.Status.ToString().ToLowerInvariant(),
            input.Bytes,
            input.Modified,
            code = input.Problem?.Code,
            message = input.Problem?.Message,
        }, transaction);
        if (document is not { } after)
        {
            return;
        }

        // A file that changed takes the place of what it was, unless another path still leads there.
        if (connection.Execute("UPDATE documents SET superseded_by = NULL WHERE id = @after AND superseded_by IS NOT NULL", new { after }, transaction) > 0)
        {
            ReprintChanges.Note(transaction, after);
        }

        if (before is { } former && former != after && connection.Execute(
            "UPDATE documents SET superseded_by = @after WHERE id = @former AND NOT EXISTS (SELECT 1 FROM inputs WHERE document = @former)",
            new { after, former },
            transaction) > 0)
        {
            ReprintChanges.Note(transaction, former);
        }
    }

    private const string FirstPath = "SELECT MIN(path) FROM inputs WHERE document = @Id AND status IN ('stored', 'failed')";

    private const string UpsertInput = """
        INSERT INTO inputs (path, document, status, bytes, modified, code, message) VALUES (@Path, @document, @status, @Bytes, @Modified, @code, @message)
        ON CONFLICT (path) DO UPDATE SET document = excluded.document, status = excluded.status, bytes = excluded.bytes, modified = excluded.modified,
            code = excluded.code, message = excluded.message
        """;

    private static void WriteRun(DbTransaction transaction, RunEntry run) => transaction.Connection!.Execute(
        "INSERT INTO run_inputs (run, number, path, outcome, seconds, articles, facts, code, message) VALUES (@Run, @Number, @Path, @outcome, @Seconds, @Articles, @Facts, @code, @message)",
        new { run.Run, run.Number, run.Path, outcome = run.Outcome.ToString().ToLowerInvariant(), run.Seconds, run.Articles, run.Facts, code = run.Problem?.Code, message = run.Problem?.Message },
        transaction);

    private static Diagnostic? ToProblem(string? code, string? message) => code is null ? null : new Diagnostic(code, Severity.Error, message ?? "");

    private sealed class InputRow
    {
        public const string Select = "SELECT i.path, i.status, d.sha256, i.bytes, i.modified, i.code, i.message FROM inputs i LEFT JOIN documents d ON d.id = i.document";

        public string Path { get; init; } = "";

        public string Status { get; init; } = "";

        public string? Sha256 { get; init; }

        public long? Bytes { get; init; }

        public long? Modified { get; init; }

        public string? Code { get; init; }

        public string? Message { get; init; }

        public InputEntry ToEntry() => new(Path, Enum.Parse<InputStatus>(Status, ignoreCase: true), Sha256, Bytes, Modified, ToProblem(Code, Message));
    }

    private sealed class RunSummaryRow
    {
        public string Version { get; init; } = "";

        public string ReadingKey { get; init; } = "";

        public string ExtractionKey { get; init; } = "";

        public string Started { get; init; } = "";

        public string? Finished { get; init; }
    }

    private sealed class RunDiagnosticRow
    {
        public const string Select = """
            SELECT r.number, g.code, g.severity, g.message FROM run_inputs r JOIN inputs i ON i.path = r.path JOIN diagnostics g ON g.document = i.document
            WHERE r.run = @run AND r.outcome <> 'duplicate' ORDER BY r.number, g.number
            """;

        public long Number { get; init; }

        public string Code { get; init; } = "";

        public string Severity { get; init; } = "";

        public string Message { get; init; } = "";
    }

    private sealed class RunRow
    {
        public long Number { get; init; }

        public string Path { get; init; } = "";

        public string Outcome { get; init; } = "";

        public double Seconds { get; init; }

        public long Articles { get; init; }

        public long Facts { get; init; }

        public string? Code { get; init; }

        public string? Message { get; init; }
    }
}
