using Microsoft.Data.Sqlite;

namespace NewsExtract.Storage.Export;

/// <summary>A new SQLite file that is written in one go, then closed. Its errors are those of a file, not of the store.</summary>
internal sealed class SqliteOutput : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly SqliteTransaction? _transaction;

    /// <exception cref="IOException">The file can't be made.</exception>
    public SqliteOutput(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            // Without a journal: a file that is not finished is thrown away.
            _transaction = Run(() =>
            {
                _connection.Open();
                Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
                return _connection.BeginTransaction();
            });
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The file can't be written.</exception>
    public void Create(string schema) => Run(() => Execute(schema));

    /// <param name="row">In the order of the table's columns.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Insert(Table table, params object?[] row) => Run(() => Prepare(
        $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(static (_, index) => $"@{index}"))})",
        row).ExecuteNonQuery());

    /// <summary>The id of the row that has a value, which must be there.</summary>
    public long Find(Table table, string column, string value) => Run(() => (long)Prepare($"SELECT id FROM {table.Name} WHERE {column} = @0", [value]).ExecuteScalar()!);

    /// <exception cref="IOException">The file can't be written.</exception>
    public void Commit() => Run(() =>
    {
        _transaction!.Commit();
        return 0;
    });

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _transaction?.Dispose();
        _connection.Dispose();
    }

    private int Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.Transaction = _transaction;
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.AddWithValue($"@{i}", null);
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private static T Run<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
