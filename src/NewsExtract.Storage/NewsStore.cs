using System.Data.Common;
using Dapper;
using NewsExtract.Storage.Migrations;
using NewsExtract.Storage.PostgreSql;
using NewsExtract.Storage.Sqlite;
using NewsExtract.Storage.Writing;

namespace NewsExtract.Storage;

/// <summary>
/// Documents, articles, mentions, entities and facts of many issues, in a file (SQLite) or a PostgreSQL database. Safe for concurrent
/// use; what one call writes is written whole or not at all.
/// </summary>
public sealed partial class NewsStore : IDisposable
{
    private readonly Database _database;
    private readonly StoreOptions _options;
    private readonly DocumentWriter _writer;
    private readonly Lock _lock = new();
    private readonly Lock _watchingLock = new();
    private DbConnection? _writing;
    private DbConnection? _watching;
    private int _watchers;

    private NewsStore(Database database, StoreOptions options, string location)
    {
        _database = database;
        _options = options;
        _writer = new DocumentWriter(database, options);
        Location = location;
    }

    /// <summary>The file, or the address without its password.</summary>
    public string Location { get; }

    /// <summary>Opens a store, makes it where there is none, and brings an older one to the present version.</summary>
    /// <param name="location">A file, or <c>postgres://user:password@host:port/database</c>.</param>
    /// <exception cref="StoreException">NX3001 to NX3005.</exception>
    public static NewsStore Open(string location, StoreOptions? options = null)
    {
        var store = Create(location, options ?? new StoreOptions());
        try
        {
            store.RunUnhurried(connection =>
            {
                Migrator.Run(store._database, connection);
                return 0;
            });
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _writing?.Dispose();
        _watching?.Dispose();
        _database.Dispose();
    }

    private static NewsStore Create(string location, StoreOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        return PostgresUrl.Is(location)
            ? new NewsStore(new PostgresDatabase(location), options, PostgresUrl.WithoutPassword(location))
            : new NewsStore(new SqliteDatabase(location), options, location);
    }

    /// <summary>Stores a document in the place of what was there of it.</summary>
    /// <exception cref="StoreException">NX3003 to NX3006.</exception>
    public void Save(DocumentEntry document)
    {
        var prepared = Prepare(document);
        Write([prepared.Id], transaction => _writer.Write(transaction, prepared));
    }

    /// <summary>Makes ready what is to be stored, without asking the store: to be called on the threads that make documents, while another writes.</summary>
    public PreparedDocument Prepare(DocumentEntry document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var id = StoreKeys.Document(document.Sha256);
        return new PreparedDocument(document, id, DocumentRows.Of(id, document, document.Articles, _database.Index, _options));
    }

    /// <returns><c>null</c> for bytes that were never stored.</returns>
    public DocumentSummary? FindDocument(string sha256) => Run(connection => connection.QuerySingleOrDefault<SummaryRow>(
        """
        SELECT d.sha256, d.name, d.status, d.reading_key AS ReadingKey, d.extraction_key AS ExtractionKey, d.version,
            (SELECT COUNT(*) FROM readings r WHERE r.document = d.id AND r.reading_key = d.reading_key) AS Readings,
            (SELECT MIN(i.path) FROM inputs i WHERE i.document = d.id AND i.status IN ('stored', 'failed')) AS Path
        FROM documents d WHERE d.id = @id AND d.sha256 = @sha256
        """,
        new { id = StoreKeys.Document(sha256), sha256 })?.ToSummary());

    /// <summary>What reading made of a document, as it was given to <see cref="Save(DocumentEntry)"/>.</summary>
    /// <returns><c>null</c> when none is kept, or it was read with other settings.</returns>
    public byte[]? FindReading(string sha256, string readingKey) => Run(connection => connection.ExecuteScalar<byte[]?>(
        "SELECT content FROM readings WHERE document = @id AND reading_key = @readingKey",
        new { id = StoreKeys.Document(sha256), readingKey }));

    /// <summary>Whether an error says that the database objects to what was to be written, and would again; it may take the same later otherwise.</summary>
    public bool IsRefusal(Exception exception) => exception is StoreException { Diagnostic.Code: "NX3006" } || (exception is DbException error && _database.IsOfData(error));

    /// <summary>
    /// Differs from what it was before when something was written meanwhile, by this program or another: what was made of the whole store
    /// holds as long as it stays the same. Says nothing to another store object.
    /// </summary>
    public string ContentVersion()
    {
        lock (_watchingLock)
        {
            try
            {
                if (_watching is null)
                {
                    _watching = _database.Open();
                    _watchers++;
                }

                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_watchers}:{_watching.ExecuteScalar<string>(_database.ContentVersion)}");
            }
            catch (DbException exception) when (_database.Explain(exception) is { } explained)
            {
                _watching?.Dispose();
                _watching = null;
                throw explained;
            }
        }
    }

    private T Run<T>(Func<DbConnection, T> work) => Run(_database.Open, work);

    /// <summary>What goes over the whole store, and takes as long as that takes.</summary>
    private T RunUnhurried<T>(Func<DbConnection, T> work) => Run(_database.OpenUnhurried, work);

    private T Run<T>(Func<DbConnection> open, Func<DbConnection, T> work)
    {
        try
        {
            using var connection = open();
            return work(connection);
        }
        catch (DbException exception) when (_database.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private void Write(long subject, Action<DbTransaction> work) => Write([subject], work);

    /// <summary>Writes what is made of the whole store, and takes as long as that takes.</summary>
    private void WriteUnhurried(Action<DbTransaction> work) => Write([Database.WholeStore], work, unhurried: true);

    private void Write(IEnumerable<long> subjects, Action<DbTransaction> work, bool unhurried = false)
    {
        if (!_database.KeepsWriter)
        {
            Run(unhurried ? _database.OpenUnhurried : _database.Open, connection => Write(connection, subjects, work));
            return;
        }

        lock (_lock)
        {
            try
            {
                _writing ??= _database.Open();
                Write(_writing, subjects, work);
            }
            catch (DbException exception) when (_database.Explain(exception) is { } explained)
            {
                // What it knows may be wrong now.
                _writing?.Dispose();
                _writing = null;
                throw explained;
            }
        }
    }

    private int Write(DbConnection connection, IEnumerable<long> subjects, Action<DbTransaction> work)
    {
        using var transaction = _database.BeginWriting(connection, subjects);
        work(transaction);
        transaction.Commit();
        return 0;
    }

    private sealed class SummaryRow
    {
        public string Sha256 { get; init; } = "";

        public string Name { get; init; } = "";

        public string Status { get; init; } = "";

        public string ReadingKey { get; init; } = "";

        public string ExtractionKey { get; init; } = "";

        public string Version { get; init; } = "";

        public long Readings { get; init; }

        public string? Path { get; init; }

        public DocumentSummary ToSummary() =>
            new(Sha256, Name, Enum.Parse<ExtractionState>(Status, ignoreCase: true), ReadingKey, ExtractionKey, Version, Readings > 0, Path);
    }
}
