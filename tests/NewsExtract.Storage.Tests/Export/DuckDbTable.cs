using DuckDB.NET.Data;

namespace NewsExtract.Storage.Tests.Export;

/// <summary>What DuckDB reads out of a file.</summary>
internal static class DuckDbTable
{
    /// <summary>The rows, each as its values, <c>null</c> for NULL.</summary>
    public static List<object?[]> Query(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        }

        return rows;
    }
}
