using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace NewsExtract.Storage.Migrations;

/// <summary>
/// Brings a store's tables to the present version, each step in a transaction of its own, before anything else is written. Steps are
/// never changed once released: a change is a new step.
/// </summary>
internal static class Migrator
{
    private const string Prefix = "Migrations/";

    /// <summary>The version that this program writes and reads.</summary>
    public static int Current { get; } = FindSteps("sqlite").Max(static step => step.Version);

    /// <exception cref="StoreException">NX3001: the file holds other tables; NX3002: the store was made by a newer program.</exception>
    public static void Run(Database database, DbConnection connection) => Run(database, connection, Current);

    /// <param name="target">For tests: an earlier version to stop at.</param>
    internal static void Run(Database database, DbConnection connection, int target)
    {
        var version = ReadVersion(database, connection);
        foreach (var step in FindSteps(database.Dialect).Where(step => step.Version > version && step.Version <= target))
        {
            // What another program did meanwhile is seen once the transaction has begun.
            using var transaction = database.BeginWriting(connection, Database.WholeStore);
            if (ReadVersion(database, connection, transaction) < step.Version)
            {
                Make(database, connection, transaction, step);
            }
        }

        version = ReadVersion(database, connection);
        if (version > Current)
        {
            throw new StoreException("NX3002", string.Create(CultureInfo.InvariantCulture, $"the store has version {version}, this program knows {Current} — use the newer program that made it"));
        }
    }

    /// <returns>0 for a store without tables.</returns>
    public static int ReadVersion(Database database, DbConnection connection, DbTransaction? transaction = null) =>
        database.HasTable(connection, transaction, "store_version") ? connection.ExecuteScalar<int>("SELECT version FROM store_version", transaction: transaction) : 0;

    private static void Make(Database database, DbConnection connection, DbTransaction transaction, (int Version, string Text) step)
    {
        if (step.Version == 1)
        {
            if (database.HasTable(connection, transaction, "documents"))
            {
                throw new StoreException("NX3001", "there are tables of another program — name another file or database");
            }

            connection.Execute("CREATE TABLE store_version (version BIGINT NOT NULL)", transaction: transaction);
        }

        // A million facts take some minutes.
        connection.Execute(database.Translate(step.Text), transaction: transaction, commandTimeout: 0);
        connection.Execute("DELETE FROM store_version", transaction: transaction);
        connection.Execute("INSERT INTO store_version (version) VALUES (@Version)", new { step.Version }, transaction);
        transaction.Commit();
    }

    // 0001-records.sql for both, 0002-search.sqlite.sql for one.
    private static ImmutableArray<(int Version, string Text)> FindSteps(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(static name => (Name: name, Parts: name[Prefix.Length..].Split('.')))
            .Where(resource => resource.Parts.Length == 2 || resource.Parts[1] == dialect)
            .OrderBy(static resource => resource.Name, StringComparer.Ordinal)
            .Select(resource => (int.Parse(resource.Parts[0].AsSpan(0, 4), CultureInfo.InvariantCulture), Read(assembly, resource.Name)))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
