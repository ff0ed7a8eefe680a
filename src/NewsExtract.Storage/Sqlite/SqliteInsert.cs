using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsExtract.Storage.Sqlite;

/// <summary>Inserts rows of one table. Values are bound without commands and parameters between, which take longer than SQLite itself.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = ArrayPool<byte>.Shared.Rent(1 << 12);

    public SqliteInsert(SqliteConnection connection, Table table)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(static _ => "?"))})", out _statement));
    }

    public void Execute(object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            Check(Bind(i + 1, row[i]));
        }

        var result = raw.sqlite3_step(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose()
    {
        _statement.Dispose();
        ArrayPool<byte>.Shared.Return(_utf8);
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        // Of nothing the pointer is none, which would be NULL.
        "" => raw.sqlite3_bind_text(_statement, place, ""),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        string text => BindText(place, text),
        double real => raw.sqlite3_bind_double(_statement, place, real),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => raw.sqlite3_bind_int64(_statement, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private int BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            ArrayPool<byte>.Shared.Return(_utf8);
            _utf8 = ArrayPool<byte>.Shared.Rent(most);
        }

        return raw.sqlite3_bind_text(_statement, place, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
