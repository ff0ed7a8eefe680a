using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsExtract.Storage.Search;

namespace NewsExtract.Storage.Sqlite;

/// <summary>
/// A store in one file. Written ahead (WAL), so that readers never wait for the writer; <c>synchronous</c> is NORMAL: a program that is
/// killed loses nothing that was committed, a machine that loses power may lose the last documents, which the next run does again, and
/// neither damages the file.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private const int SecondsToWait = 60;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Full = 13;
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int TooBig = 18;
    private const int Constraint = 19;
    private const int Mismatch = 20;

    // 16 MB of pages known, and as many written before they are folded into the file: documents lie all over it, and what the next ones
    // change is mostly what these did.
    private const string Pragmas = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000
        """;

    private readonly string _path;

    public SqliteDatabase(string path) => _path = path;

    public override string Dialect => "sqlite";

    public override IArticleIndex Index { get; } = new SqliteArticleIndex();

    public override DbConnection Open() => Open(SqliteOpenMode.ReadWriteCreate, Pragmas);

    public override bool KeepsWriter => true;

    public override string FactPresent => "f.article NOT IN (SELECT x.id FROM documents y JOIN articles x ON x.document = y.id WHERE y.superseded_by IS NOT NULL)";

    public override string WalkingArticles => "FROM articles a INDEXED BY articles_order CROSS JOIN documents d ON d.id = a.document WHERE";

    public override string WalkingFacts => "FROM articles a INDEXED BY articles_order CROSS JOIN documents d ON d.id = a.document CROSS JOIN facts f ON f.article = a.id WHERE";

    public override DbConnection OpenReadOnly() => Open(SqliteOpenMode.ReadOnly, "PRAGMA query_only = ON");

    // The file itself is opened to read only.
    public override DbCommand CreateQuestion(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    public override string Translate(string migration) => migration
        .Replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY", StringComparison.Ordinal)
        .Replace("/*clustered*/", "WITHOUT ROWID", StringComparison.Ordinal)
        .Replace("BYTEA", "BLOB", StringComparison.Ordinal);

    public override bool HasTable(DbConnection connection, DbTransaction? transaction, string name) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = @name", new { name }, transaction) > 0;

    public override DbTransaction BeginWriting(DbConnection connection, params IEnumerable<long> subjects) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    // One writer at a time has the whole file.
    public override void Lock(DbTransaction transaction, long subject)
    {
    }

    public override string ContentVersion => "PRAGMA data_version";

    public override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override string OrderOf(string column) => column;

    public override void Insert(DbTransaction transaction, Table table, IReadOnlyCollection<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var statement = new SqliteInsert(((SqliteTransaction)transaction).Connection!, table);
        foreach (var row in rows)
        {
            statement.Execute(row);
        }
    }

    public override bool IsOfData(DbException exception) => exception is SqliteException { SqliteErrorCode: TooBig or Constraint or Mismatch };

    public override StoreException? Explain(DbException exception) => exception is not SqliteException error ? null : error.SqliteErrorCode switch
    {
        NotADatabase => new StoreException("NX3001", $"{_path}: this is no store, nor any SQLite file — name another file", exception),
        Corrupt => new StoreException("NX3001", $"{_path}: the store is damaged — put a back-up in its place, or make a new one from the bulletins", exception),
        CannotOpen or ReadOnly => new StoreException("NX3001", $"{_path}: the store can't be opened to write — check the folder and its permissions", exception),
        Busy or Locked => new StoreException("NX3003", $"{_path}: another program has been writing to the store for {SecondsToWait} seconds — wait for it, or stop it", exception),
        Full => new StoreException("NX3005", $"{_path}: the disk is full — make room, then run the command again: what is stored stays", exception),
        _ => null,
    };

    public override void Dispose()
    {
        // Closes the file's last connections, so that the log is folded into the file and both can be moved: one kept to read would go on
        // reading the old file after another took its place.
        foreach (var mode in (ReadOnlySpan<SqliteOpenMode>)[SqliteOpenMode.ReadOnly, SqliteOpenMode.ReadWriteCreate])
        {
            using var connection = new SqliteConnection(ConnectionString(mode));
            SqliteConnection.ClearPool(connection);
        }

        base.Dispose();
    }

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Explain(exception) ?? new StoreException("NX3001", $"{_path}: the store can't be opened ({exception.Message.TrimEnd('.')}) — check the file", exception);
        }
    }

    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, DefaultTimeout = SecondsToWait }.ToString();
}
