using System.Reflection;
using Xunit.Sdk;

namespace NewsExtract.Storage.Tests;

public enum StoreKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>Makes empty stores of both kinds; the server runs from the first that needs it to the end of the tests.</summary>
public sealed class StoreDatabases : IDisposable
{
    private readonly Lazy<PostgresServer> _server = new(static () => new PostgresServer());

    internal PostgresServer Server => _server.Value;

    internal TemporaryStore Create(StoreKind kind, StoreOptions? options = null) => new(kind == StoreKind.PostgreSql ? Server : null, options);

    /// <summary>Without tables, which whoever opens it makes.</summary>
    internal TemporaryStore CreateEmpty(StoreKind kind) => new(kind == StoreKind.PostgreSql ? Server : null, empty: true);

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}

/// <summary>The tests that share one server; they run one after another.</summary>
[CollectionDefinition(Name)]
#pragma warning disable CA1711 // xunit's own name for it
public sealed class StoreCollection : ICollectionFixture<StoreDatabases>
#pragma warning restore CA1711
{
    public const string Name = "stores";
}

/// <summary>The theory is run on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Sqlite]];
}

/// <summary>The theory is run on PostgreSQL, or skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.PostgreSql]];
}
