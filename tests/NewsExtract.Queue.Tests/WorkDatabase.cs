using System.Globalization;
using Dapper;
using NewsExtract.Storage.Tests;
using Npgsql;

namespace NewsExtract.Queue.Tests;

/// <summary>What a store on PostgreSQL holds, seen past the library.</summary>
internal sealed class WorkDatabase(PostgresServer server)
{
    // What tells of runs, and of who worked on what; what derived rows were made from names all documents, failed ones too.
    private static readonly string[] s_ofRuns = ["runs", "run_inputs", "store_version", "work", "work_runs", "derivations"];

    public string Url { get; } = server.CreateDatabase();

    public List<T> Query<T>(string sql, object? values = null)
    {
        using var connection = new NpgsqlConnection(server.Settings(Url[(Url.LastIndexOf('/') + 1)..]));
        connection.Open();
        return connection.Query<T>(sql, values).AsList();
    }

    public bool HasTables => Query<bool>("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'work_runs')")[0];

    /// <returns>A line a row, tables by name and rows by their values; nothing of the paths of <paramref name="without"/>.</returns>
    public List<string> Read(string without)
    {
        var left = Query<string>("SELECT DISTINCT document::text FROM inputs WHERE path LIKE '%' || @without AND document IS NOT NULL", new { without });
        var lines = new List<string>();
        foreach (var table in Query<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename").Where(table => !s_ofRuns.Contains(table)))
        {
            lines.AddRange(Query<string>($"SELECT t::text FROM {table} t")
                .Where(row => !row.Contains(without, StringComparison.Ordinal) && !left.Exists(id => row.Contains(id, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
                .Select(row => table + ": " + row));
        }

        return lines;
    }

    /// <returns>What the runs did with each path, without how long it took.</returns>
    public List<string> ReadOutcomes(string without) => [.. Query<string>("SELECT path || ' ' || outcome || ' ' || articles || ' ' || facts || ' ' || COALESCE(code, '') FROM run_inputs")
        .Where(row => !row.Contains(without, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public long Count(string condition) => Query<long>(string.Create(CultureInfo.InvariantCulture, $"SELECT COUNT(*) FROM work WHERE {condition}"))[0];
}
