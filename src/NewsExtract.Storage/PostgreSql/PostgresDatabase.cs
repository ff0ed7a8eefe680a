using System.Data.Common;
using System.Security.Authentication;
using Dapper;
using NewsExtract.Storage.Search;
using NewsExtract.Storage.Writing;
using Npgsql;
using NpgsqlTypes;

namespace NewsExtract.Storage.PostgreSql;

/// <summary>A store in a PostgreSQL database, version 15 or later, that several machines may write to.</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>COPY is faster beyond.</summary>
    private const int MostRowsAtOnce = 5000;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _unhurried;
    private readonly int _seconds;
    private readonly string _place;

    /// <param name="url"><c>postgres://user:password@host:port/database?option=value</c>.</param>
    /// <exception cref="StoreException">NX3004: this is no such address.</exception>
    public PostgresDatabase(string url)
    {
        var settings = PostgresUrl.Parse(url);
        _place = PostgresUrl.WithoutPassword(url);
        _source = NpgsqlDataSource.Create(settings);
        _seconds = settings.CommandTimeout;
        _unhurried = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { CommandTimeout = 0, Options = $"{settings.Options} -c lock_timeout=0" });
    }

    public override string Dialect => "postgres";

    public override IArticleIndex Index { get; } = new PostgresArticleIndex();

    public override DbConnection Open() => Open(_source);

    public override DbConnection OpenUnhurried() => Open(_unhurried);

    private NpgsqlConnection Open(NpgsqlDataSource source)
    {
        try
        {
            return source.OpenConnection();
        }
        catch (NpgsqlException exception)
        {
            throw (exception.InnerException is TimeoutException ? Unreachable(exception) : Explain(exception)) ?? new StoreException("NX3004", $"{_place}: the database can't be opened ({exception.Message.TrimEnd('.')}) — check the address", exception);
        }
    }

    public override DbConnection OpenReadOnly()
    {
        var connection = Open();
        connection.Execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        return connection;
    }

    // A transaction that has begun to read can't be made one that writes, and of one statement none can end it and begin another. The
    // parameter has no use but that Npgsql sends the text as it is, which makes the database refuse more than one statement.
    public override DbCommand CreateQuestion(DbConnection connection, string sql)
    {
        connection.Execute("BEGIN TRANSACTION READ ONLY; SELECT 1");
        var command = ((NpgsqlConnection)connection).CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = 0 });
        return command;
    }

    // Texts are ordered by their code points, as SQLite orders them, whatever the language of the database.
    public override string Translate(string migration) => migration
        .Replace("/*clustered*/", "", StringComparison.Ordinal)
        .Replace(" TEXT", " TEXT COLLATE \"C\"", StringComparison.Ordinal)
        .Replace("TEXT COLLATE \"C\"[]", "TEXT[] COLLATE \"C\"", StringComparison.Ordinal);

    // Asked of the catalogue's rows: to_regclass may answer from what the session knew before another made the table.
    public override bool HasTable(DbConnection connection, DbTransaction? transaction, string name) => connection.ExecuteScalar<bool>(
        "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = ANY (current_schemas(false)) AND tablename = @name)",
        new { name },
        transaction);

    // Locks are taken in one order by all, so that no two writers wait for each other.
    public override DbTransaction BeginWriting(DbConnection connection, params IEnumerable<long> subjects)
    {
        var transaction = connection.BeginTransaction();
        connection.Execute("SELECT pg_advisory_xact_lock(subject) FROM UNNEST(@subjects) AS subject", new { subjects = subjects.Distinct().Order().ToArray() }, transaction);
        return transaction;
    }

    public override void Lock(DbTransaction transaction, long subject) => transaction.Connection!.Execute("SELECT pg_advisory_xact_lock(@subject)", new { subject }, transaction);

    // Which transactions have ended: whatever writes has a number of its own.
    public override string ContentVersion => "SELECT CAST(pg_current_snapshot() AS TEXT)";

    // So that they may be more than fit into memory.
    public override string FactPresent => "NOT EXISTS (SELECT 1 FROM documents y JOIN articles x ON x.document = y.id WHERE y.superseded_by IS NOT NULL AND x.id = f.article)";

    // Texts and their pairs lie apart from their rows: the planner counts only the pages of the rows.
    public override string Searching => "SET LOCAL enable_seqscan = off;";

    public override string Searched => "SET LOCAL enable_seqscan = on;";

    public override string WalkingArticles => "FROM articles a JOIN documents d ON d.id = a.document WHERE";

    // OFFSET keeps the planner from looking through all facts first, which it takes for cheaper.
    public override string WalkingFacts => "FROM articles a JOIN documents d ON d.id = a.document CROSS JOIN LATERAL (SELECT * FROM facts o WHERE o.article = a.id OFFSET 0) f WHERE";

    public override bool IsAlive(DbConnection connection)
    {
        try
        {
            return connection.ExecuteScalar<int>("SELECT 1", commandTimeout: 5) == 1;
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    public override bool TryHold(DbConnection connection, long subject) => connection.ExecuteScalar<bool>("SELECT pg_try_advisory_lock(@subject)", new { subject });

    public override void Release(DbConnection connection, long subject) => connection.Execute("SELECT pg_advisory_unlock(@subject)", new { subject });

    // Taken for the statement's own transaction, it is free again at once.
    public override bool IsHeld(DbConnection connection, long subject) => !connection.ExecuteScalar<bool>("SELECT pg_try_advisory_xact_lock(@subject)", new { subject });

    public override DbTransaction BeginReading(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public override string OrderOf(string column) => $"{column} COLLATE \"C\"";

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

    public override void Insert(DbTransaction transaction, IEnumerable<TableRows> all)
    {
        var tables = all.ToList();
        if (tables.Sum(static one => one.Rows.Count) > MostRowsAtOnce)
        {
            base.Insert(transaction, tables);
            return;
        }

        using var rows = new PostgresRows((NpgsqlTransaction)transaction);
        foreach (var (table, added) in tables)
        {
            rows.Add(table, added);
        }

        rows.Execute();
    }

    // Values out of range, broken constraints, and limits such as that of an index's row.
    public override bool IsOfData(DbException exception) => exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };

    public override StoreException? Explain(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new StoreException("NX3003", $"{_place}: another program is writing to the store and does not come to an end — wait for it, or stop it", exception),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StoreException("NX3005", $"{_place}: the database's disk is full — make room, then run the command again: what is stored stays", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword } => new StoreException("NX3004", $"{_place}: the database refuses the user or the password — check both", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidAuthorizationSpecification } refusal => new StoreException("NX3004", $"{_place}: the database refuses the connection ({refusal.MessageText}) — check the user, and in its pg_hba.conf from where and whether with TLS it lets users in", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new StoreException("NX3004", $"{_place}: there is no such database — make it: createdb NAME", exception),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } => new StoreException("NX3004", $"{_place}: the database is being ended or started — try again in a moment", exception),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => new StoreException("NX3004", $"{_place}: the database has no connection free — raise max_connections, or run fewer workers", exception),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new StoreException("NX3004", $"{_place}: the user may not make or write tables there — grant it the right to", exception),
        NpgsqlException { InnerException: AuthenticationException } => new StoreException("NX3004", $"{_place}: the database's certificate is not trusted, or is of another host — name the file of the certificate that it is signed with: ?sslmode=verify-full&sslrootcert=FILE", exception),
        NpgsqlException { InnerException: TimeoutException } => new StoreException("NX3008", $"{_place}: the database has not answered for {_seconds} seconds — it has too much to do, or the question takes long: try again later, or allow it more: ?Command%20Timeout=120 at the end of the address", exception),
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException } => Unreachable(exception),
        _ => null,
    };

    private StoreException Unreachable(DbException exception) => new("NX3004", $"{_place}: the database can't be reached — check that it runs, the host and the port", exception);

    public override void Dispose()
    {
        _source.Dispose();
        _unhurried.Dispose();
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
                importer.Write(PostgresText.Clean(text), NpgsqlDbType.Text);
                break;
            case string[] texts:
                importer.Write(texts, NpgsqlDbType.Array | NpgsqlDbType.Text);
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
