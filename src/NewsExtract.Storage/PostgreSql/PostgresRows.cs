using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace NewsExtract.Storage.PostgreSql;

/// <summary>
/// The rows of one document on one way to the server and back: COPY takes two for each table, which for a bulletin of some hundred rows is
/// most of the time. A table's rows go by 64, 16, 4 and 1, so that there are few statements, each planned once a connection.
/// </summary>
internal sealed class PostgresRows(NpgsqlTransaction transaction) : IDisposable
{
    private static readonly int[] s_counts = [64, 16, 4, 1];

    private readonly NpgsqlBatch _batch = new(transaction.Connection, transaction);

    public void Add(Table table, IReadOnlyCollection<object?[]> rows)
    {
        var left = rows.AsEnumerable();
        for (var count = rows.Count; count > 0;)
        {
            var some = Array.Find(s_counts, size => size <= count);
            _batch.BatchCommands.Add(Insert(table, left.Take(some).ToList()));
            (left, count) = (left.Skip(some), count - some);
        }
    }

    public void Execute()
    {
        if (_batch.BatchCommands.Count > 0)
        {
            _batch.ExecuteNonQuery();
        }
    }

    public void Dispose() => _batch.Dispose();

    private static NpgsqlBatchCommand Insert(Table table, List<object?[]> rows)
    {
        var command = new NpgsqlBatchCommand();
        var text = new StringBuilder($"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ");
        foreach (var row in rows)
        {
            text.Append(command.Parameters.Count == 0 ? "(" : ", (");
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters.Add(Parameter(row[i], table.Columns[i].Kind));
                text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}${command.Parameters.Count}");
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
        return command;
    }

    private static NpgsqlParameter Parameter(object? value, ColumnKind kind) => value switch
    {
        string[] texts => new NpgsqlParameter { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        string text => new NpgsqlParameter<string> { TypedValue = PostgresText.Clean(text), NpgsqlDbType = NpgsqlDbType.Text },
        null => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = TypeOf(kind) },
        double real => new NpgsqlParameter<double> { TypedValue = real, NpgsqlDbType = NpgsqlDbType.Double },
        byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes, NpgsqlDbType = NpgsqlDbType.Bytea },
        _ => new NpgsqlParameter<long> { TypedValue = Convert.ToInt64(value, CultureInfo.InvariantCulture), NpgsqlDbType = TypeOf(kind) },
    };

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => NpgsqlDbType.Bigint,
        ColumnKind.Real => NpgsqlDbType.Double,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        _ => NpgsqlDbType.Text,
    };
}
