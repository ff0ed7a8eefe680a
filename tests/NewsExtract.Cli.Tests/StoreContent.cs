using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsExtract.Cli.Tests;

/// <summary>All that a store of SQLite holds, but for what tells of runs, as lines that can be compared.</summary>
internal static class StoreContent
{
    private static readonly string[] s_ofRuns = ["runs", "run_inputs", "store_version"];

    /// <returns>A line a row, tables by name and rows by their values; of the full text index every token with its place.</returns>
    public static List<string> Read(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Assert.Equal(["ok"], Rows(connection, "PRAGMA integrity_check"));
        Assert.Empty(Rows(connection, "PRAGMA foreign_key_check"));
        var lines = new List<string>();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'article_search%' ORDER BY name"))
        {
            if (!s_ofRuns.Contains(table))
            {
                lines.AddRange(Rows(connection, $"SELECT * FROM {table}").Order(StringComparer.Ordinal).Select(row => table + ": " + row));
            }
        }

        Rows(connection, "CREATE VIRTUAL TABLE temp.tokens USING fts5vocab(main, article_search, instance)");
        lines.AddRange(Rows(connection, "SELECT doc, col, offset, term FROM temp.tokens ORDER BY doc, col, offset").Select(static row => "article_search: " + row));
        return lines;
    }

    /// <returns>How many inputs the first run had done when it was ended and another took it up; 0 too when it was ended before it began.</returns>
    public static int CountDoneBefore(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return Rows(connection, "SELECT path FROM run_inputs WHERE run = 1 AND (SELECT COUNT(*) FROM runs) > 1").Count;
    }

    /// <returns>How many inputs are done by now, in a store that another process writes to or has not made yet.</returns>
    public static int CountDone(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
            connection.Open();
            return Rows(connection, "SELECT path FROM run_inputs").Count;
        }
        catch (SqliteException)
        {
            // There is no file, or no such table in it.
            return 0;
        }
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        var row = new StringBuilder();
        while (reader.Read())
        {
            row.Clear();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row.Append(i > 0 ? "|" : "").Append(Text(reader.GetValue(i)));
            }

            rows.Add(row.ToString());
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
