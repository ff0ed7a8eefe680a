using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsExtract.Storage.PostgreSql;
using NewsExtract.Storage.Sqlite;
using Npgsql;

namespace NewsExtract.Storage.Tests;

/// <summary>A place for a store that holds no rows: a file in a folder that goes with it, or a database of the tests' server.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string? _folder;
    private readonly string _settings;
    private readonly Lazy<NewsStore> _store;

    /// <param name="server"><c>null</c> for a file.</param>
    /// <param name="empty">Not even tables. A file has none before the store is opened.</param>
    public TemporaryStore(PostgresServer? server, StoreOptions? options = null, bool empty = false)
    {
        _folder = server is null ? Directory.CreateTempSubdirectory("newsextract-store-").FullName : null;
        Location = (empty ? server?.CreateDatabase() : server?.CreateStore()) ?? Path.Combine(_folder!, "news.db");
        _settings = server?.Settings(Location[(Location.LastIndexOf('/') + 1)..]) ?? new SqliteConnectionStringBuilder { DataSource = Location, Pooling = false }.ToString();
        _store = new Lazy<NewsStore>(() => NewsStore.Open(Location, options));
    }

    public string Location { get; }

    /// <summary>Opened, and its tables made, when first asked for.</summary>
    public NewsStore Store => _store.Value;

    /// <summary>What lies behind a store at this place; the caller disposes of it.</summary>
    public Database CreateDatabase() => _folder is null ? new PostgresDatabase(Location) : new SqliteDatabase(Location);

    /// <summary>A connection that knows nothing of stores.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = _folder is null ? new NpgsqlConnection(_settings) : new SqliteConnection(_settings);
        connection.Open();
        return connection;
    }

    public List<T> Query<T>(string sql)
    {
        using var connection = Connect();
        return connection.Query<T>(sql).AsList();
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    public void Dispose()
    {
        if (_store.IsValueCreated)
        {
            _store.Value.Dispose();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
