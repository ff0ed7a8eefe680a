using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.PostgreSql;

/// <summary>A store in a PostgreSQL database, version 15 or later, that several machines may write to.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource _source;
    private readonly string _place;

    /// <param name="url"><c>postgres://user:password@host:port/database?option=value</c>.</param>
    /// <exception cref="StoreException">NX3004: this is no such address.</exception>
    public PostgresDatabase(string url)
    {
        var settings = PostgresUrl.Parse(url);
        _place = PostgresUrl.WithoutPassword(url);
        _source = NpgsqlDataSource.Create(settings);
    }

    public override string Dialect => "postgres";

    public override IArticleIndex Index { get; } = new PostgresArticleIndex();

    public override DbConnection Open()
    {
        try
        {
            return _source.OpenConnection();
        }
        catch (NpgsqlException exception)
        {
            throw Explain(exception)!;
        }
    }

    public override DbConnection OpenReadOnly()
    {
        var connection = Open();
        connection.Execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        return connection;
    }

    public override string Translate(string migration) => migration.Replace("/*clustered*/", "", StringComparison.Ordinal);

    public override DbTransaction BeginWriting(DbConnection connection, long subject)
    {
        var transaction = connection.BeginTransaction();
        connection.Execute("SELECT pg_advisory_xact_lock(@subject)", new { subject }, transaction);
        return transaction;
    }

    public override void Insert(DbTransaction transaction, Table table, IReadOnlyCollection<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var importer = ((NpgsqlConnection)transaction.Connection!).BeginBinaryImport($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            importer.StartRow();
            for (var i = 0; i < row.Length; i++)
            {
                Write(importer, row[i], table.Columns[i].Kind);
            }
        }

        importer.Complete();
    }

    public override StoreException? Explain(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StoreException("NX3005", $"{_place}: the database's disk is full — make room, then run the command again: what is stored stays", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => new StoreException("NX3004", $"{_place}: the database refuses the user or the password — check both", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new StoreException("NX3004", $"{_place}: there is no such database — make it: createdb NAME", exception),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new StoreException("NX3004", $"{_place}: the user may not make or write tables there — grant it the right to", exception),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException or TimeoutException } => new StoreException("NX3004", $"{_place}: the database can't be reached — check that it runs, the host and the port", exception),
        _ => null,
    };

    public override void Dispose()
    {
        _source.Dispose();
        base.Dispose();
    }

    private static void Write(NpgsqlBinaryImporter importer, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null:
                importer.WriteNull();
                break;
            case string text:
                // PostgreSQL keeps no U+0000; no paper prints one.
                importer.Write(text.Replace('\0', '\uFFFD'), NpgsqlDbType.Text);
                break;
            case byte[] bytes:
                importer.Write(bytes, NpgsqlDbType.Bytea);
                break;
            case double real:
                importer.Write(real, NpgsqlDbType.Double);
                break;
            default:
                importer.Write(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), kind == ColumnKind.Integer ? NpgsqlDbType.Bigint : throw new InvalidOperationException($"{value.GetType()} for a column of kind {kind}"));
                break;
        }
    }
}
